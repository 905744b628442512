"""Figures looked up in table rows: which row a question means, and which of its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.evidence import Subject, around, words_of
from assistant.models import Evidence, Intent, Reading
from corpus.documents import TOTAL_TERM, Figure, FigureKind, is_total
from corpus.swedish.compounds import parts
from corpus.swedish.numbers import MONEY
from corpus.swedish.periods import MONTHS
from corpus.swedish.words import content_tokens, fold, light_words, stem, tokens

SIDES = {"intäkt": "income", "nettokostnad": "net", "kostnad": "cost", "netto": "net", "nettoresultat": "net"}
SIDE_LABEL = re.compile(
    r"(?:verksamhetens |summa |totala |externa )?"
    r"(intäkt|nettokostnad|nettoresultat|kostnad|netto)(?:er|en|erna)?(?: ?\(.*\))?"
)
MONEY_ASKED = re.compile(r"\bkronor\b|\bpengar|\bkosta|\bkostnad|\bunderskott|\böverskott|\btkr\b|\bmnkr\b")
COUNT_ASKED = re.compile(r"\bhur många (?!kronor|tusen|miljon|procent|tkr|mnkr|kr\b)")
JOINED = re.compile(r"\s(?:och|samt)\s|[,/]\s?| [-–] ")
SECOND_ASK = re.compile(r"\b(?:och|samt)\b[^?]*?\b(?:hur|vad|vilk\w+|var|när)\b")
PART_YEAR = re.compile(
    rf"\bperiod|\bhittills|\btertial|\b(?:{'|'.join(MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sep|okt|nov)\b"
)
WHOLE_YEAR = re.compile(r"\bhelår|\bhela året|\bårsprognos|\bhela (?:19|20)\d\d")
UNASKED = 0.40  # what a row loses for words of its label that the question does not hold
WRONG_YEAR = 0.40  # what a row loses for having figures of other years alone
EXACT = 0.25  # what a row gains for naming the core in words of its own, not in parts of compounds
WHOLE = 0.10  # what a row gains when the question holds every word of its label
NO_SIDE = 0.30  # what a total loses that is no income where income is asked for
TOTAL = 0.50  # what the row for the whole board gains where the question names nothing else
ENOUGH = 0.25  # of the subject that a row with its surroundings must cover
CORE = 0.60  # of the subject's core that must be found in the row or around it
STRANGE = 0.70  # share of a label's words that the question may lack
CELLS = 4  # figures shown of one row at most


@dataclass(frozen=True, slots=True)
class RowMatch:
    """A row that a question may mean: its figures in column order, how well it fits and how much it covers."""

    evidence: Evidence
    row: tuple[str, ...]
    figures: tuple[Figure, ...]
    score: float
    named: float


def match_rows(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> list[RowMatch]:
    """The rows of the evidence by how well they fit the question, best first; rows about something else left out."""
    found = [
        _match(reading, source, (row, figures), subject, at)
        for at, source in enumerate(evidence)
        for row, figures in _rows_of(source)
    ]
    return sorted((m for m in found if m and m.score >= ENOUGH), key=lambda m: -m.score)


def _rows_of(source: Evidence) -> list[tuple[tuple[str, ...], tuple[Figure, ...]]]:
    return [(row, tuple(group)) for row, group in groupby(source.passage.figures, key=lambda f: f.row)]


def _kind_loss(reading: Reading, figures: Sequence[Figure]) -> float:
    """What a row loses for having no figure of the kinds asked for, or no money where money is asked for."""
    kinds = {figure.kind for figure in figures}
    wanted = set(reading.figure_kinds) | ({FigureKind.PLAN} if FigureKind.BUDGET in reading.figure_kinds else set())
    other = bool(wanted) and not kinds & wanted and FigureKind.UNKNOWN not in kinds
    poor = asks_money(reading) and not _holds_money(figures)
    return WRONG_YEAR * (other + poor)


def _holds_money(figures: Sequence[Figure]) -> bool:
    return any(figure.unit in MONEY or figure.unit == "kr/inv" for figure in figures)


def asks_money(reading: Reading) -> bool:
    """Is an amount of money what is asked for?"""
    return bool(reading.side) or MONEY_ASKED.search(fold(reading.question)) is not None


def rows_of(source: Evidence) -> list[RowMatch]:
    """The rows of a passage, matched to nothing yet."""
    return [RowMatch(source, row, figures, 0.0, 0.0) for row, figures in _rows_of(source)]


def is_account_total(match: RowMatch) -> bool:
    """Is the row one of the sides of an account, other than the net?"""
    return side_of_label(match.row[-1]) in ("income", "cost") and len(match.row) > 1


def _match(
    reading: Reading, source: Evidence, row: tuple[tuple[str, ...], tuple[Figure, ...]], subject: Subject, at: int
) -> RowMatch | None:
    """The row's fit: coverage of the subject, less what the row is about besides, with its side and its years."""
    path, figures = row
    named = [part for part in path if not side_of_label(part)]
    label = words_of(" ".join(named)) or words_of(" ".join(path))
    columns = words_of(" ".join(f.column for f in figures)) | (
        {TOTAL_TERM} if is_total(path, source.document) else set()
    )
    covered = subject.share(label, around(source) | columns | words_of(source.passage.text))
    beside = unasked(" ".join(named) or " ".join(path), subject, words_of(reading.question))
    heading = words_of(source.passage.text.split("|")[0] + " " + " ".join(source.passage.headings[-1:]))
    if COUNT_ASKED.search(fold(reading.question)) and _holds_money(figures):
        return None
    known = label | columns | around(source) | words_of(source.passage.text)
    if beside > STRANGE and not is_total(path, source.document) or subject.core_share(known) < CORE:
        return None
    total = _total_bonus(path, source, subject)
    exact = EXACT * subject.core_share({stem(t) for t in content_tokens(" ".join(named))}) if subject.core else 0.0
    score = (
        exact
        + total
        + covered
        - UNASKED * beside
        + (WHOLE if beside == 0.0 else 0.0)
        + _side_bonus(reading, path, subject)
    )
    loss = _year_loss(reading, figures) + _kind_loss(reading, figures) + at * 0.002
    return RowMatch(source, path, figures, score - loss, subject.core_share(label | columns | heading))


def unasked(label: str, subject: Subject, question: frozenset[str]) -> float:
    """The share of a label's words that the question does not hold in any form; light words aside."""
    asked = frozenset(s for c in subject.concepts for form in c.forms for s in form) | question
    whole = _strange(label, asked)
    joined = [_strange(part, asked) for part in JOINED.split(label) if content_tokens(part)]
    return (whole + min(joined, default=whole)) / 2


def _strange(text: str, asked: frozenset[str]) -> float:
    words = [t for t in content_tokens(text) if t not in light_words()]
    strange = [w for w in words if stem(w) not in asked and not any(stem(p) in asked for p in parts(w))]
    return len(strange) / len(words) if words else 0.0


def _total_bonus(row: tuple[str, ...], source: Evidence, subject: Subject) -> float:
    """What the row for the whole gains: much where nothing else is named, some where the table is what is named."""
    if not is_total(row, source.document):
        return 0.0
    if not subject.core:
        return TOTAL
    return (
        TOTAL / 2
        if subject.core_share(words_of(" ".join(source.passage.headings) + " " + source.passage.text.split("|")[0]))
        == 1.0
        else 0.0
    )


def _year_loss(reading: Reading, figures: Sequence[Figure]) -> float:
    known = {figure.year for figure in figures if figure.year}
    return WRONG_YEAR if reading.scope.years and known and not known & set(reading.scope.years) else 0.0


def _side_bonus(reading: Reading, row: tuple[str, ...], subject: Subject) -> float:
    side = side_of_label(row[-1])
    if side and side == reading.side and len(row) == 1 and not subject.core:
        return TOTAL + 0.2
    if not side:
        return -NO_SIDE if reading.side == "income" and not subject.core else 0.0
    wanted = {"gross": "cost", "": "net"}.get(reading.side, reading.side)
    return 0.1 if side == wanted else -0.1


def side_of_label(label: str) -> str:
    """Which side of the accounts a row label such as NETTOKOSTNADER (-) names, or '' for any other label."""
    match = SIDE_LABEL.fullmatch(fold(label).rstrip(" :*"))
    return SIDES[match[1]] if match else ""


def choose_cells(reading: Reading, match: RowMatch) -> list[Figure]:
    """The cells of a row that the question asks for, in column order; both of two where it asks two things."""
    scored = [(_cell_fit(reading, figure, match), figure) for figure in match.figures]
    filled = [figure for figure in match.figures if figure.value is not None]
    if SECOND_ASK.search(fold(reading.question)) and len(filled) == 2:
        return filled
    if len(reading.figure_kinds) > 1 or len(reading.scope.years) > 1:
        return _one_for_each(reading, scored)
    if SECOND_ASK.search(fold(reading.question)) and FigureKind.BUDGET in reading.figure_kinds:
        both = replace(reading, figure_kinds=(FigureKind.OUTCOME, FigureKind.BUDGET))
        return _one_for_each(both, [(_cell_fit(both, figure, match), figure) for _, figure in scored])
    best = max((score for score, _ in scored), default=0.0)
    return [figure for score, figure in scored if score == best][:CELLS]


def _one_for_each(reading: Reading, scored: Sequence[tuple[float, Figure]]) -> list[Figure]:
    """The best cell for every kind, or every year, that the question names."""
    wanted: list[Figure] = []
    for kind in reading.figure_kinds:
        fitting = [(s, f) for s, f in scored if f.kind is kind]
        wanted += [max(fitting, key=lambda p: p[0])[1]] if fitting else []
    for year in reading.scope.years if len(reading.scope.years) > 1 else ():
        fitting = [(s, f) for s, f in scored if f.year == year]
        wanted += [max(fitting, key=lambda p: p[0])[1]] if fitting else []
    order = [f for _, f in scored]
    return sorted(dict.fromkeys(wanted), key=order.index) or [max(scored, key=lambda p: p[0])[1]]


def _cell_fit(reading: Reading, figure: Figure, match: RowMatch) -> float:
    score = 0.0
    years = reading.scope.years
    if years and figure.year is not None:
        score += 2.0 if figure.year in years else -3.0
    if reading.figure_kinds:
        score += 2.0 if figure.kind in reading.figure_kinds else 0.0 if figure.kind is FigureKind.UNKNOWN else -1.5
    elif figure.kind in (FigureKind.DEVIATION, FigureKind.GOAL):
        score -= 1.0
    elif not years and (figure.year,) == match.evidence.document.years[:1]:
        score += 0.5
    if figure.period:
        score += 0.6 if asks_period(reading.question) else -0.2
    shared = _column_words(figure.column) & _column_words(reading.question)
    return score + 0.4 * len(shared) + (0.3 if not years and figure.value is not None else 0.0)


def _column_words(text: str) -> set[str]:
    return {stem(t) for t in tokens(text) if len(t) > 3 and not t.isdigit()}


def asks_period(question: str) -> bool:
    """Is the part of the year asked for, rather than the whole: a month or the period, and no word of the year?"""
    low = fold(question)
    return PART_YEAR.search(low) is not None and WHOLE_YEAR.search(low) is None


def wants_figure(reading: Reading) -> bool:
    """Does the question ask for something that a table cell can answer?"""
    asked = reading.intent in (Intent.FIGURE, Intent.COMPARE, Intent.COMPUTE)
    may_mean = reading.intent in (Intent.FACT, Intent.DEFINITION, Intent.STATUS)
    return asked or may_mean and bool(reading.figure_kinds or reading.side)
