"""Which cells of a row a question asks for: by kind, year, part of the year, share and total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.asked import kinds_of
from assistant.figures import WHOLE_ASKED, RowMatch, asks_count
from assistant.models import Intent, Reading
from corpus.documents import Figure, FigureKind
from corpus.swedish.concepts import SYNONYM, concepts_in
from corpus.swedish.cues import cue, cues_in
from corpus.swedish.periods import MONTHS
from corpus.swedish.words import fold, stem, tokens

SECOND_ASK = re.compile(r"\b(?:och|samt)\s+(?:\w+\s+)?(?:hur|vad|vilk\w+|var|när)\b")
PART_YEAR = re.compile(
    rf"\bperiod|\bhittills|\btertial|\b(?:{'|'.join(MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sep|okt|nov)\b"
)
PARTS = frozenset(("first_tertial", "second_tertial", "half_year", "first_quarter", "third_quarter"))
WHOLE_YEAR = re.compile(r"\bhelår|\bhela året|\bårsprognos|\bhela (?:19|20)\d\d")
WHOLE_COLUMN = re.compile(r"\btotal|\bsumma\b|\bhela projektet\b")
SHARE_ASKED = re.compile(r"\bhur (?:stor|hög) (?:an)?del\b|\bhur många procent\b")
KEPT = re.compile(r"\b(?:håll\w*|höll|hållit|klara\w*)\b[^?]*\bbudget")
EXPECTS = re.compile(r"\bräkna[rt]?\b[^?]*?\bmed\b|\bväntas\b|\btror man\b")
ACTUAL = (FigureKind.OUTCOME, FigureKind.UNKNOWN)
CELLS = 4  # figures shown of one row at most


def choose_cells(reading: Reading, match: RowMatch) -> list[Figure]:
    """The cells of a row that the question asks for, in column order; both of two where it asks two things."""
    question = fold(reading.question)
    figures = _of_share(question, match.figures)
    filled = [figure for figure in figures if figure.value is not None]
    second = SECOND_ASK.search(question)
    if second and len(filled) == 2:
        return filled
    if second and len(reading.figure_kinds) == 1 and not kinds_of(question[: second.start()]):
        first = replace(reading, question=question[: second.start()], figure_kinds=())
        last = replace(reading, question=question[second.end() :])
        chosen = [*choose_cells(first, match), *choose_cells(last, match)]
        return [figure for figure in match.figures if figure in chosen]
    kinds = _kinds_meant(reading, question, filled)
    latest = _latest(filled) if cue("kind", "senaste", question) and FigureKind.OUTCOME in kinds else None
    scored = [(_cell_fit(reading, kinds, figure, match), figure) for figure in figures]
    if len(kinds) > 1 or len(reading.scope.years) > 1:
        return _one_for_each(reading, kinds, scored, latest)
    best = max((score for score, _ in scored), default=0.0)
    return [latest] if latest else [figure for score, figure in scored if score == best][:CELLS]


def _of_share(question: str, figures: Sequence[Figure]) -> Sequence[Figure]:
    """The figures in percent alone, where a share is asked for and the row has some."""
    shares = [figure for figure in figures if figure.unit == "%"]
    return shares if shares and SHARE_ASKED.search(question) else figures


def _kinds_meant(reading: Reading, question: str, filled: Sequence[Figure]) -> tuple[FigureKind, ...]:
    """The kinds of figure asked for, with those that the question means without naming them."""
    held = {figure.kind for figure in filled}
    kinds = reading.figure_kinds
    if KEPT.search(question):
        meant = (FigureKind.OUTCOME, FigureKind.BUDGET, FigureKind.DEVIATION)
        return tuple(kind for kind in meant if kind in held) or kinds
    if reading.intent is Intent.YES_NO and FigureKind.GOAL in kinds and FigureKind.OUTCOME in held:
        return (FigureKind.OUTCOME, FigureKind.GOAL)
    if FigureKind.DEVIATION in kinds and FigureKind.DEVIATION in held:
        return tuple(kind for kind in kinds if kind is not FigureKind.FORECAST)
    if kinds == (FigureKind.BUDGET,) and SECOND_ASK.search(question):
        expected = FigureKind.FORECAST if EXPECTS.search(question) else FigureKind.OUTCOME
        return (expected, *kinds) if expected in held else kinds
    return kinds


def _latest(filled: Sequence[Figure]) -> Figure | None:
    """The last of the figures that tell what has been."""
    actual = [(figure.year or 0, at) for at, figure in enumerate(filled) if figure.kind in ACTUAL]
    return filled[max(actual)[1]] if actual else None


def _one_for_each(
    reading: Reading, kinds: Sequence[FigureKind], scored: Sequence[tuple[float, Figure]], latest: Figure | None
) -> list[Figure]:
    """The best cell for every kind, or every year, that the question names."""
    wanted: list[Figure] = [latest] if latest else []
    for kind in kinds:
        fitting = [(s, f) for s, f in scored if f.kind is kind and not (latest and kind is FigureKind.OUTCOME)]
        wanted += [max(fitting, key=lambda p: p[0])[1]] if fitting else []
    for year in reading.scope.years if len(reading.scope.years) > 1 else ():
        fitting = [(s, f) for s, f in scored if f.year == year]
        wanted += [max(fitting, key=lambda p: p[0])[1]] if fitting else []
    order = [f for _, f in scored]
    return sorted(dict.fromkeys(wanted), key=order.index) or [max(scored, key=lambda p: p[0])[1]]


def _cell_fit(reading: Reading, kinds: Sequence[FigureKind], figure: Figure, match: RowMatch) -> float:
    score = 0.0
    years = reading.scope.years
    if years and figure.year is not None:
        score += 2.0 if figure.year in years else -3.0
    if kinds:
        score += 2.0 if figure.kind in kinds else 0.0 if figure.kind is FigureKind.UNKNOWN else -1.5
    elif figure.kind in (FigureKind.DEVIATION, FigureKind.GOAL):
        score -= 1.0
    elif not years and (figure.year,) == match.evidence.document.years[:1] and figure.value is not None:
        score += 0.5
    if figure.period:
        score += 0.6 if asks_period(reading.question) else -0.2
    if WHOLE_COLUMN.search(fold(figure.column)):
        score += 2.0 if WHOLE_ASKED.search(fold(reading.question)) else -0.5
    score -= 1.0 if figure.unit == "%" and asks_count(reading) else 0.0
    score += 0.3 if not years and figure.value is not None else 0.0
    return score + 0.4 * len(named_of(figure, reading.question))


def named_of(figure: Figure, question: str) -> frozenset[str]:
    """The words of a figure's column that a question says, in that form or in one that means the same."""
    return _column_words(figure.column) & _asked_words(question)


def _column_words(text: str) -> frozenset[str]:
    return frozenset(stem(t) for t in tokens(text) if len(t) > 2 and not t.isdigit())


@lru_cache(maxsize=100)
def _asked_words(question: str) -> frozenset[str]:
    """The stems of the question's words, and of those that mean the same (männen, män)."""
    same = (form for concept in concepts_in(question) for form, weight in concept.forms.items() if weight >= SYNONYM)
    return _column_words(question).union(*same)


def asks_period(question: str) -> bool:
    """Is the part of the year asked for, rather than the whole: a month or the period, and no word of the year?"""
    low = fold(question)
    part = PART_YEAR.search(low) is not None or bool(PARTS & set(cues_in("period", low)))
    return part and WHOLE_YEAR.search(low) is None
