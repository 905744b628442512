"""A follow-up about the table that the turn before was answered from: another cell of that row, or of that column."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asked import kinds_of
from assistant.evidence import CELL, words_of
from assistant.excerpts import mark, readable
from assistant.figures import RowMatch, rows_of, side_of_label
from assistant.library import Library
from assistant.models import Draft, Evidence, Intent, Reading, Status, Turn
from assistant.understand import telling_words
from assistant.wording import amount, sentence
from corpus.documents import Figure, PassageKind, is_total
from corpus.swedish.concepts import Concept, concepts_in
from corpus.swedish.periods import years_in
from corpus.swedish.verbs import verbs

STEPS = frozenset(
    "ett två tre fyra fem år senare tidigare året därpå efter innan före därefter därförut nästa föregående förra "
    "påföljande".split()
)
NAMES = 0.6  # a form's weight from which a column or a label is what the follow-up names
IN_CELLS = (Intent.FIGURE, Intent.FACT, Intent.PERSON, Intent.DATE, Intent.LIST)  # what a cell can answer


def beside_told(reading: Reading, turns: Sequence[Turn], library: Library) -> Draft | None:
    """The cell beside what was told the turn before, where the question names its column or its row alone."""
    if reading.own is None or turns[-1].answer.status is not Status.ANSWERED:
        return None
    if reading.operation == "sum" and not named_in(reading.own):
        return _total(turns[-1], reading, library)
    return _cell_beside(reading, turns[-1], library) if reading.intent in IN_CELLS else None


def _cell_beside(reading: Reading, turn: Turn, library: Library) -> Draft | None:
    named = tuple(c for c in named_in(reading.own or "") if c.word not in verbs())
    for source in rows_told(turn, reading):
        stepped = _other_year(source, turn, reading) if _names_no_more(named) else None
        if stepped:
            return Draft((sentence(*stepped, 1),), (source,))
        for match, cell in cells_told(source, turn.answer.text, reading.scope.years):
            other = _other_column(reading, match, cell, named) or _other_row(match, cell, named, library)
            if other:
                return Draft((sentence(*other, 1),), (other[0].evidence,))
        told = _words_beside(source, turn.answer.text, named)
        if told:
            return Draft((mark(told, 1),), (source,))
    return None


def _names_no_more(named: Sequence[Concept]) -> bool:
    """Does a follow-up name nothing but a step of time ('året därpå')?"""
    return all(set(concept.word.split()) <= STEPS for concept in named)


def _other_year(source: Evidence, turn: Turn, reading: Reading) -> tuple[RowMatch, list[Figure]] | None:
    """The cell of the row that was told, for the years that are asked for now; None where it is of the same years."""
    years = reading.scope.years
    for match, told in cells_told(source, turn.answer.text, ()):
        cells = [f for f in match.figures if f.year in years and f.value is not None and f.period == told.period]
        same = [f for f in cells if f.kind == told.kind]
        if cells and told.year is not None and told.year not in years:
            return match, (same or cells)[:2]
    return None


def _total(turn: Turn, reading: Reading, library: Library) -> Draft | None:
    """The row that sums up the table whose rows were told."""
    told = rows_told(turn, reading)
    rows = library.table(told[0]) if len(told) > 1 and len({e.passage.table for e in told}) == 1 else []
    for source in rows:
        label, *cells = source.passage.text.split("\n")[0].split(CELL)
        if cells and is_total((label,), source.document):
            return Draft((mark(readable(source, source.passage.text), 1),), (source,))
    return None


def named_in(own: str) -> tuple[Concept, ...]:
    """What a follow-up itself names, less the words that say little."""
    telling = set(telling_words(own))
    return tuple(c for c in concepts_in(own) if telling & set(c.word.split()))


def rows_told(turn: Turn, reading: Reading) -> list[Evidence]:
    """The rows of tables that a turn was answered from, within the follow-up's documents."""
    cited = turn.answer.evidence[: len(turn.answer.citations)]
    within = reading.scope.documents
    return [e for e in cited if e.passage.kind is PassageKind.ROW and (not within or e.document.id in within)]


def cells_told(source: Evidence, answer: str, years: Sequence[int]) -> list[tuple[RowMatch, Figure]]:
    """The cells of a passage that an answer states, each with its row; those of other years than are asked for not."""
    cells = [(m, f) for m in rows_of(source) for f in m.figures if f.value is not None and amount(f) in answer]
    return [(m, f) for m, f in cells if not years or f.year is None or f.year in years]


def _covers(text: str, named: Sequence[Concept]) -> bool:
    words = words_of(text)
    return bool(named) and all(concept.found_in(words) >= NAMES for concept in named)


def _other_column(
    reading: Reading, match: RowMatch, told: Figure, named: Sequence[Concept]
) -> tuple[RowMatch, list[Figure]] | None:
    """The cell of the same row that the question names by kind or by the words of its column."""
    kinds, years = kinds_of(reading.question), years_in(reading.question)
    cells = [f for f in match.figures if (not named or _covers(f.column, named)) and (not kinds or f.kind in kinds)]
    cells = [f for f in cells if not years or f.year in years]
    if not (named or kinds) or not cells or told in cells:
        return None
    same_year = [f for f in cells if f.year == told.year]
    return match, (same_year or cells)[:2]


def _other_row(
    match: RowMatch, told: Figure, named: Sequence[Concept], library: Library
) -> tuple[RowMatch, list[Figure]] | None:
    """The cell of the same column in the row of the table that the question names."""
    side = side_of_label(match.row[-1])
    rows = [m for source in library.table(match.evidence) for m in rows_of(source)]
    alike = [m for m in rows if m.row != match.row and side_of_label(m.row[-1]) == side and _covers(_name(m), named)]
    other = max(alike, key=lambda m: (_fit(_name(m), named), -len(words_of(_name(m)))), default=None)
    if other is None or _fit(_name(match), named) >= _fit(_name(other), named):
        return None
    cells = [f for f in other.figures if (f.column, f.year, f.kind) == (told.column, told.year, told.kind)]
    return (other, cells) if cells else None


def _name(match: RowMatch) -> str:
    return " ".join(match.row)


def _fit(text: str, named: Sequence[Concept]) -> float:
    """How well a text is what is named, each in its nearest form."""
    return sum(concept.found_in(words_of(text)) for concept in named)


def _words_beside(source: Evidence, answer: str, named: Sequence[Concept]) -> str:
    """The cell in words of the row that was told whose column the question names, or ''."""
    for line in source.passage.text.split("\n"):
        label, *cells = line.split(CELL)
        name = label.rpartition(": ")[2]
        for cell in cells if name and name in answer else []:
            column, _, value = cell.partition(": ")
            if _covers(column, named) and value not in ("", "–") and value not in answer:
                return f"{name} – {cell}"
    return ""
