"""Figures looked up in table rows: which row a question means, and which of its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.asked import asks_count, asks_money
from assistant.evidence import Subject, around, words_of
from assistant.labels import (
    held_in,
    label_words,
    stems_of,
    tells_none_apart,
    things_in,
    unasked,
    written_out,
)
from assistant.models import Evidence, Intent, Reading
from corpus.documents import TOTAL_TERM, TOTALS, Document, Figure, FigureKind, is_total
from corpus.swedish.cues import cue
from corpus.swedish.numbers import MONEY
from corpus.swedish.words import content_tokens, fold, light_words, stem, tokens

SIDES = {"intäkt": "income", "nettokostnad": "net", "kostnad": "cost", "netto": "net", "nettoresultat": "net"}
SIDE_LABEL = re.compile(
    r"(?:verksamhetens |summa |totala |externa )?"
    r"(intäkt|nettokostnad|nettoresultat|kostnad|netto)(?:er|en|erna)?(?: ?\(.*\))?"
)
LASTS = re.compile(r"\bhur länge\b")  # may be answered with a number of days
TIMED = re.compile(r"\b(?:dag|dagar|dygn|tim|timmar|veckor|månader|minuter|min|väntetid\w*|tid)\b")
EVERY = frozenset("alla samtliga båda totalt total summa".split())  # the words of a row for all that its table counts
NUMBERING = re.compile(  # before the name of a row: 2.3.1 Antal invånare; or who decided it, after: Ny hall KF 2024
    r"^\d+(?:[.:]\d+)*[.:]?\s+(?=\w)|\s+(?:K[FS]|[A-ZÅÄÖ]{1,3}N) (?:19|20)\d\d$"
)
UNASKED = 0.40  # what a row loses for words of its label that the question does not hold
WRONG_YEAR = 0.40  # what a row loses for having figures of other years alone
UNNAMED = 0.25  # of that loss, where no column says what its figures are
EXACT = 0.25  # what a row gains for naming the core in words of its own, not in parts of compounds
UNCOUNTED = 0.15  # what a row of shares loses where a number of something is asked for
LONGER = 0.01  # what a row loses for each further word of its label, so that of two alike the plainer comes first
WHOLE = 0.10  # what a row gains when the question holds every word of its label
NO_SIDE = 0.30  # what a total loses that is no income where income is asked for
TOTAL = 0.50  # what the row for the whole board gains where the question names nothing else
ENOUGH = 0.25  # of the subject that a row with its surroundings must cover
CORE = 0.60  # of the subject's core that must be found in the row or around it
NAMED_CORE = 0.40  # the same for a row whose label the question says in full
STRANGE = 0.70  # share of a label's words that the question may lack
WHOLE_ASKED = re.compile(
    r"\btotal(?:t|a)?\b|\ballt som allt\b|\bsammanlagt\b|\binalles\b|\bhela projektet\b|\bi sin helhet\b"
    r"|\bhela (?:sin |den )?\w*budget"
)


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
    deviates = FigureKind.DEVIATION in wanted and len(reading.scope.years) < 2
    wanted = {FigureKind.DEVIATION} if deviates else wanted
    other = 0.0 if not wanted or kinds & wanted else UNNAMED if FigureKind.UNKNOWN in kinds and len(wanted) < 2 else 1.0
    return WRONG_YEAR * (other + (not is_of_money(reading, figures)))


def is_of_money(reading: Reading, figures: Sequence[Figure]) -> bool:
    """Does a row hold an amount, where an amount of money is what is asked for?"""
    return not asks_money(reading) or _holds_money(figures)


def _holds_money(figures: Sequence[Figure]) -> bool:
    return any(figure.unit in MONEY or figure.unit == "kr/inv" for figure in figures)


def rows_of(source: Evidence) -> list[RowMatch]:
    """The rows of a passage, matched to nothing yet."""
    return [RowMatch(source, row, figures, 0.0, 0.0) for row, figures in _rows_of(source)]


def _match(
    reading: Reading, source: Evidence, row: tuple[tuple[str, ...], tuple[Figure, ...]], subject: Subject, at: int
) -> RowMatch | None:
    """The row's fit: coverage of the subject, less what the row is about besides, with its side and its years."""
    path, figures = row
    written = [written_out(part, f"{reading.question} {reading.subject}") for part in path]
    named = [NUMBERING.sub("", part) for part in written if not side_of_label(part)]
    label = frozenset[str]().union(*(label_words(part) for part in named or path))
    columns = words_of(" ".join(f.column for f in figures))
    columns |= {TOTAL_TERM} if is_total(path, source.document) else set()
    covered = subject.share(label, around(source) | columns | words_of(source.passage.text))
    whole = is_whole(path, source.document)
    told = " ".join(part for part in named or written if fold(part) != source.document.board)
    beside = unasked(told, subject, words_of(reading.question))
    beside /= 2 if whole and subject.core else 1  # 'Summa alla projekt' is the whole of what its table is about
    heading = words_of(source.passage.text.split("|")[0] + " " + " ".join(source.passage.headings[-1:]))
    counts = asks_count(reading)
    apart = tells_none_apart(path, [f.column for f in figures], reading.question)
    lasts = reading.intent is Intent.DATE and not TIMED.search(fold(" ".join([*path, *(f.unit for f in figures)])))
    uncounted = counts and (_holds_money(figures) or not subject.core and _is_unnamed(reading, label | columns))
    if uncounted or lasts or apart:
        return None
    known = label | columns | around(source) | words_of(source.passage.text)
    own = unasked(named[-1], subject, words_of(reading.question)) if named and content_tokens(named[-1]) else beside
    enough = NAMED_CORE if not (own or whole or _kind_loss(reading, figures)) else CORE
    if beside > STRANGE and (not whole or not subject.core) or subject.core_share(known) < enough:
        return None
    total = _total_bonus(path, source, subject) + _whole_bonus(reading, figures)
    if not subject.core and not whole and _is_named(named, subject):
        total, covered = TOTAL + WHOLE, 1.0  # a row that is named as the question names it, such as Kommunbidrag
    exact = EXACT * held_in(subject, stems_of(" ".join(named))) if subject.core else 0.0
    score = exact + total + covered - UNASKED * beside + WHOLE * (beside == 0.0) + _side_bonus(reading, path, subject)
    loss = _year_loss(reading, figures) + _kind_loss(reading, figures) + at * 0.002
    loss += UNCOUNTED * (counts and all(f.unit == "%" for f in figures))
    loss += LONGER * len(label - words_of(reading.question))
    return RowMatch(source, path, figures, score - loss, subject.core_share(label | columns | heading))


def _is_unnamed(reading: Reading, words: frozenset[str]) -> bool:
    """Does a question for a number of something say no word of a row or its columns ('hur många bodde där')?"""
    return not any(word in words for word in words_of(reading.subject) if not word.isdigit())


def _is_named(label: Sequence[str], subject: Subject) -> bool:
    """Are all the words of a label in the question as they stand, and more than words that every table has?"""
    asked = {s for concept in subject.concepts for form in concept.forms for s in form}
    words = [word for part in label for word in content_tokens(part) if word not in MONEY]
    return {stem(word) for word in words} <= asked and any(word not in light_words() for word in words)


def row_label(match: RowMatch) -> str:
    """What a row is called, without the sides of its account."""
    return " ".join(part for part in match.row if not side_of_label(part)) or match.row[-1]


def is_whole(row: tuple[str, ...], document: Document) -> bool:
    """Is a row the whole of its document, or for all that its table counts ('Alla')?"""
    words = [t for t in content_tokens(row[-1]) if t not in light_words()] or tokens(row[-1])[:1]
    return is_total(row, document) or bool(words) and set(words) <= EVERY


def _total_bonus(row: tuple[str, ...], source: Evidence, subject: Subject) -> float:
    """What the row for the whole gains: much where nothing else is named, some where the table is what is named."""
    if not is_whole(row, source.document):
        return 0.0
    if not subject.core:
        return TOTAL
    head = " ".join([*source.passage.headings, source.passage.text.split("|")[0]])
    return TOTAL / 2 if held_in(subject, things_in(head)) == 1.0 else 0.0


def _whole_bonus(reading: Reading, figures: Sequence[Figure]) -> float:
    """What a row gains for telling the whole of something in a column of its own, where the whole is asked for."""
    whole = any(f.value is not None and WHOLE_ASKED.search(fold(f.column)) for f in figures)
    return WHOLE if whole and WHOLE_ASKED.search(fold(reading.question)) else 0.0


def _year_loss(reading: Reading, figures: Sequence[Figure]) -> float:
    """What a row loses for telling nothing of the years asked for; half where it has a blank for them."""
    known = {figure.year for figure in figures if figure.year}
    asked = [figure for figure in figures if figure.year in reading.scope.years]
    blank = bool(asked) and all(figure.value is None for figure in asked)
    other = bool(reading.scope.years and known) and not asked
    return WRONG_YEAR if other else WRONG_YEAR / 2 if blank else 0.0


def _side_bonus(reading: Reading, row: tuple[str, ...], subject: Subject) -> float:
    side = side_of_label(row[-1])
    if side and side == reading.side and len(row) == 1 and not subject.core:
        return TOTAL + 0.2
    if not side:
        return -NO_SIDE if reading.side and not subject.core else 0.0
    wanted = {"gross": "cost", "": "net"}.get(reading.side, reading.side)
    return 0.1 if side == wanted else -0.1


def is_sum_of_all(match: RowMatch) -> bool:
    """Is a row the total of all its table, and not of a part with a name of its own ('Summa gator')?"""
    named = [token for token in tokens(match.row[-1]) if not token.startswith(TOTALS)]
    return is_total(match.row, match.evidence.document) and (not named or "hela" in named or len(match.row) < 2)


def side_of_row(match: RowMatch) -> str:
    """Which side of the accounts a row is, or ''."""
    return side_of_label(match.row[-1])


def side_of_label(label: str) -> str:
    """Which side of the accounts a row label such as NETTOKOSTNADER (-) names, or '' for any other label."""
    match = SIDE_LABEL.fullmatch(fold(label).rstrip(" :*"))
    return SIDES[match[1]] if match else ""


def side_of_column(column: str) -> str:
    """Which side of the accounts a column is of ('Budget 2024 netto'), or ''."""
    return next((side for token in tokens(column) if (side := side_of_label(token))), "")


def wants_figure(reading: Reading) -> bool:
    """Does the question ask for something that a table cell can answer?"""
    asked = reading.intent in (Intent.FIGURE, Intent.COMPARE, Intent.COMPUTE)
    lasts = reading.intent is Intent.DATE and LASTS.search(fold(reading.question)) is not None
    may_mean = reading.intent in (Intent.FACT, Intent.DEFINITION, Intent.STATUS)
    judged = reading.intent is Intent.YES_NO and bool(
        {FigureKind.DEVIATION, FigureKind.GOAL} & set(reading.figure_kinds)
    )
    named = bool(cue("names", "asked", reading.question))
    dated = reading.intent is Intent.FACT and bool(reading.scope.years) and not named
    return asked or judged or dated or lasts or may_mean and bool(reading.figure_kinds or reading.side)
