"""Which cells of a row a question asks for: by kind, year, part of the year, share and total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.asked import asks_count, kinds_of, sets_against
from assistant.columns import asks_period, expects, months_alone, names_part, of_all_years, stands_for_outcome, together
from assistant.figures import WHOLE_ASKED, RowMatch, side_of_column
from assistant.labels import OF_PEOPLE
from assistant.models import Intent, Reading
from corpus.documents import Figure, FigureKind
from corpus.swedish.concepts import SYNONYM, WIDER, concepts_in
from corpus.swedish.cues import column_words, cue
from corpus.swedish.periods import years_in
from corpus.swedish.sorts import tells
from corpus.swedish.words import fold, stem, tokens

SECOND_ASK = re.compile(r"\b(?:och|samt)\s+(?:\w+\s+)?(?:hur|vad|vilk\w+|var|när)\b")
SHARE_ASKED = re.compile(
    r"\bhur (?:stor|hög) (?:an)?del\b|\bhur många procent\b|\b(?:störst|högst|lägst|minst)a? (?:an)?del\b"
)
KEPT = re.compile(r"\b(?:håll\w*|höll|hållit|klara\w*)\b[^?]*\bbudget")
HAS_DONE = re.compile(r"\b(?:har|hade) \w+(?: \w+)?? \w+(?:at|tt|it|ts)\b")  # 'har vi sparat', what there is so far
EXPECTS = re.compile(r"\bräkna[rt]?\b[^?]*?\bmed\b|\bväntas\b|\btror man\b")
ACTUAL = (FigureKind.OUTCOME, FigureKind.UNKNOWN)
CELLS = 4  # figures shown of one row at most


def choose_cells(reading: Reading, match: RowMatch) -> list[Figure]:
    """The cells of a row that the question asks for, in column order; both of two where it asks two things."""
    question = fold(reading.question)
    figures = _of_month(question, match.figures) or _of_share(question, match.figures)
    filled = [figure for figure in figures if figure.value is not None]
    second = SECOND_ASK.search(question)
    if second and len(filled) == 2:
        return filled
    clauses = (question[: second.start()], question[second.end() :]) if second else ()
    if clauses and all(_tells(clause, filled) for clause in clauses) or _names_other(clauses, filled):
        return _of_clauses(reading, match, [kinds_told(clause, filled) for clause in clauses], clauses)
    if clauses and len(reading.figure_kinds) == 1 and not kinds_of(clauses[0]):
        return _of_clauses(reading, match, [(), reading.figure_kinds], clauses)
    kinds = _kinds_meant(reading, question, filled)
    latest = _latest(filled) if cue("kind", "senaste", question) and FigureKind.OUTCOME in kinds else None
    scored = [(_cell_fit(reading, kinds, figure, match), figure) for figure in figures]
    if len(kinds) > 1 or len(reading.scope.years) > 1:
        return _one_for_each(reading, kinds, scored, latest)
    best = max((score for score, _ in scored), default=0.0)
    return [latest] if latest else [figure for score, figure in scored if score == best][:CELLS]


def _tells(clause: str, filled: Sequence[Figure]) -> bool:
    """Does a clause say of itself which cell it asks for: by a kind, by a year or by words of some columns only?"""
    named = [bool(named_of(figure, clause)) for figure in filled]
    dated = len([figure for figure in filled if figure.year in years_in(clause)]) == 1
    return dated or bool(kinds_told(clause, filled)) or any(named) and not all(named)


def _names_other(clauses: Sequence[str], filled: Sequence[Figure]) -> bool:
    """Does the second of two clauses without kinds name a column of its own ('och hur många procent är kvinnor')?"""
    if not clauses or any(kinds_told(clause, filled) for clause in clauses):
        return False
    first, second = ([bool(named_of(figure, clause)) for figure in filled] for clause in clauses)
    return not any(first) and any(second) and not all(second)


def kinds_told(clause: str, filled: Sequence[Figure]) -> tuple[FigureKind, ...]:
    """The kinds of figure that a clause asks for: named, intended ('hade man räknat med') or expected."""
    kinds = kinds_of(clause)
    held = {figure.kind for figure in filled}
    if kinds:
        return kinds
    if cue("intended", "budget", clause) and FigureKind.BUDGET in held:
        return (FigureKind.BUDGET,)
    return (FigureKind.FORECAST,) if cue("comparison", "expected", clause) and FigureKind.FORECAST in held else ()


def _of_clauses(
    reading: Reading, match: RowMatch, kinds: Sequence[tuple[FigureKind, ...]], clauses: Sequence[str]
) -> list[Figure]:
    """The cells that each clause of a question asks for, each with the years that it names itself."""
    intended = any(set(told) & {FigureKind.BUDGET, FigureKind.GOAL} for told in kinds)
    held = any(figure.kind is FigureKind.OUTCOME for figure in match.figures)
    became = (FigureKind.OUTCOME,) if intended and held else ()  # what is set beside an intention alone
    kinds = [told or (() if years_in(clause) else became) for told, clause in zip(kinds, clauses, strict=True)]
    asked = [_asked_by(reading, clause, wanted) for clause, wanted in zip(clauses, kinds, strict=True)]
    chosen = [choose_cells(each, match) for each in asked]
    if all(len(wanted) < 2 for wanted in kinds):
        best = together([_fits(one, match) for one in asked])
        return [figure for figure in match.figures if figure in best]
    return [figure for figure in match.figures if any(figure in cells for cells in chosen)]


def _fits(reading: Reading, match: RowMatch) -> list[tuple[float, Figure]]:
    """The cells of a row, each with how well it fits."""
    kinds = _kinds_meant(reading, fold(reading.question), match.figures)
    scored = [(_cell_fit(reading, kinds, figure, match), figure) for figure in match.figures]
    return (_since(reading, scored) if kinds == (FigureKind.OUTCOME,) else []) or scored


def _asked_by(reading: Reading, clause: str, kinds: tuple[FigureKind, ...]) -> Reading:
    """The reading of a clause alone, with the years that it names, or else those of the whole question."""
    latest = bool(cue("kind", "senaste", clause))  # 'och vad är den nu' is of no year that was named before
    scope = replace(reading.scope, years=years_in(clause) or (() if latest else reading.scope.years))
    return replace(reading, question=clause, figure_kinds=kinds, scope=scope)


def _of_month(question: str, figures: Sequence[Figure]) -> Sequence[Figure]:
    """The figures of the months that a question names, where each month has a column of its own."""
    months = [(months_alone(figure.column), figure) for figure in figures]
    asked = set(tokens(question))
    return [figure for month, figure in months if month & asked] if sum(map(bool, [m for m, _ in months])) > 1 else []


def _of_share(question: str, figures: Sequence[Figure]) -> Sequence[Figure]:
    """The figures in percent alone, where a share is asked for and the row has some."""
    shares = [figure for figure in figures if figure.unit == "%"]
    return shares if shares and SHARE_ASKED.search(question) else figures


def _kinds_meant(reading: Reading, question: str, filled: Sequence[Figure]) -> tuple[FigureKind, ...]:
    """The kinds of figure asked for, with those that the question means without naming them."""
    held = {figure.kind for figure in filled}
    kinds = _expected(reading, filled)
    single = not reading.operation and len(reading.scope.years) < 2
    if KEPT.search(question) or single and sets_against(question):
        actual = FigureKind.FORECAST if FigureKind.FORECAST in kinds else FigureKind.OUTCOME
        meant = (actual, FigureKind.BUDGET, FigureKind.DEVIATION)
        return tuple(kind for kind in meant if kind in held) or kinds
    if reading.intent is Intent.YES_NO and FigureKind.GOAL in kinds and FigureKind.OUTCOME in held:
        return (FigureKind.OUTCOME, FigureKind.GOAL)
    if FigureKind.DEVIATION in kinds and FigureKind.DEVIATION in held:
        return tuple(kind for kind in kinds if kind is not FigureKind.FORECAST)
    if kinds == (FigureKind.BUDGET,) and SECOND_ASK.search(question):
        expected = FigureKind.FORECAST if EXPECTS.search(question) else FigureKind.OUTCOME
        return (expected, *kinds) if expected in held else kinds
    return kinds


def _expected(reading: Reading, filled: Sequence[Figure]) -> tuple[FigureKind, ...]:
    """The kinds asked for, the forecast for an outcome of the whole year where the row has outcomes of a part alone."""
    stands = any(stands_for_outcome(figure, filled) for figure in filled)
    if not stands or not expects(reading.question) or names_part(reading):
        return reading.figure_kinds
    kinds = (FigureKind.FORECAST if kind is FigureKind.OUTCOME else kind for kind in reading.figure_kinds)
    return tuple(dict.fromkeys(kinds))


def _latest(filled: Sequence[Figure]) -> Figure | None:
    """The last of the figures that tell what has been."""
    actual = [(figure.year or 0, at) for at, figure in enumerate(filled) if figure.kind in ACTUAL]
    return filled[max(actual)[1]] if actual else None


def _one_for_each(
    reading: Reading, kinds: Sequence[FigureKind], scored: Sequence[tuple[float, Figure]], latest: Figure | None
) -> list[Figure]:
    """The best cell for every kind, or every year, that the question names; of several those that go together best."""
    each: list[list[tuple[float, Figure]]] = [[(0.0, latest)]] if latest else []
    for kind in kinds:
        if kind is not FigureKind.OUTCOME:
            each.append([pair for pair in scored if pair[1].kind is kind])
        elif not latest:
            each.append(_since(reading, scored))
    for year in reading.scope.years if len(reading.scope.years) > 1 else ():
        each.append([(s, f) for s, f in scored if f.year == year])
    years = reading.scope.years
    each = [[(s, f) for s, f in fitting if not years or f.year in (None, *years)] or fitting for fitting in each]
    wanted = together([fitting for fitting in each if fitting])
    order = [f for _, f in scored]
    return sorted(dict.fromkeys(wanted), key=order.index) or [max(scored, key=lambda p: p[0])[1]]


def _since(reading: Reading, scored: Sequence[tuple[float, Figure]]) -> list[tuple[float, Figure]]:
    """The outcomes of a row; where no year is asked for, the figure without a kind that is later than they all are."""
    outcomes = [(s, f) for s, f in scored if f.kind is FigureKind.OUTCOME]
    last = max((f.year or 0 for _, f in outcomes), default=0)
    unnamed = [(s, f) for s, f in scored if f.kind is FigureKind.UNKNOWN and f.value is not None]
    later = [(s, f) for s, f in unnamed if (f.year or 0) > last > 0]
    return outcomes if reading.scope.years or not later else later


def _cell_fit(reading: Reading, kinds: Sequence[FigureKind], figure: Figure, match: RowMatch) -> float:
    score = 0.0
    years = reading.scope.years
    if years and figure.year is not None:
        score += 2.0 if figure.year in years else -3.0
    if kinds:
        score += 2.0 if figure.kind in kinds else 0.0 if figure.kind is FigureKind.UNKNOWN else -1.5
    elif figure.kind in (FigureKind.DEVIATION, FigureKind.GOAL, FigureKind.CHANGE):
        score -= 1.0
    elif not years and (figure.year,) == match.evidence.document.years[:1] and figure.value is not None:
        score += 0.5
    if figure.period:
        score += 0.6 if asks_period(reading) else -0.2
    score += _part_fit(reading, figure, match) + _column_side_fit(reading, figure, match)
    score -= 1.0 if figure.unit == "%" and asks_count(reading) else 0.0
    score += 0.3 if not years and figure.value is not None else 0.0
    score += 1.0 if tells("achieved", figure.column) and HAS_DONE.search(fold(reading.question)) else 0.0
    named = any(named_of(other, reading.question) for other in match.figures)
    meant = named_of(figure, reading.question) if named else _hinted_at(figure, reading.question)
    return score + 0.4 * len(meant)


def _part_fit(reading: Reading, figure: Figure, match: RowMatch) -> float:
    """What a cell gains or loses for being the whole of others in its row, or the part of some people."""
    people = " ".join(OF_PEOPLE.findall(fold(figure.column)))
    if people and not named_of(figure, reading.question) & _column_words(people):
        return -0.5
    if not of_all_years(figure):
        return 0.0
    parted = any(OF_PEOPLE.search(fold(other.column)) for other in match.figures)
    return 2.0 if WHOLE_ASKED.search(fold(reading.question)) else 0.0 if parted else -0.4


def _column_side_fit(reading: Reading, figure: Figure, match: RowMatch) -> float:
    """What a cell gains for the side of the accounts that is asked for, where a row has columns of several."""
    sides = {side_of_column(other.column) for other in match.figures} - {""}
    side = side_of_column(figure.column)
    wanted = {"gross": "cost", "": "net"}.get(reading.side, reading.side)
    return 0.0 if len(sides) < 2 or not side else 0.5 if side == wanted else -0.5


def named_of(figure: Figure, question: str) -> frozenset[str]:
    """The words of a figure's column that a question says, in that form or in one that means the same."""
    return _column_words(figure.column) & _asked_words(question, SYNONYM)


def _hinted_at(figure: Figure, question: str) -> frozenset[str]:
    """The words of a column, but for kinds of figure, that a question means in wider words (sjuka, sjukfrånvaro)."""
    return _column_words(figure.column) & _asked_words(question, WIDER) - frozenset(map(stem, column_words()))


def _column_words(text: str) -> frozenset[str]:
    return frozenset(stem(t) for t in tokens(text) if len(t) > 2 and not t.isdigit())


@lru_cache(maxsize=100)
def _asked_words(question: str, least: float) -> frozenset[str]:
    """The stems of the question's words, and of those that mean the same (männen, män)."""
    same = (form for concept in concepts_in(question) for form, weight in concept.forms.items() if weight >= least)
    return _column_words(question).union(*same)
