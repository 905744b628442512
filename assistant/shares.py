"""A row as a part of the whole of its table: the two terms of a share, and rows that tell a share themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.arithmetic import Term
from assistant.cells import choose_cells
from assistant.columns import of_all_years
from assistant.evidence import words_of
from assistant.figures import RowMatch, is_sum_of_all, is_whole, rows_of, side_of_row
from assistant.labels import label_words
from assistant.library import Library
from assistant.models import Reading
from corpus.documents import Figure, FigureKind, is_total
from corpus.swedish.numbers import MONEY
from corpus.swedish.words import fold

PART_WORDS = frozenset(("varav", "därav"))
PART = re.compile(r"(?:varav|därav)\b")  # begins the name of a row that is a part of the one above


def part_and_whole(reading: Reading, matches: Sequence[RowMatch], library: Library) -> list[Term]:
    """The cell that the question means, and that of the total in the same column of its table."""
    for match in matches:
        cells = sorted(choose_cells(reading, match), key=lambda c: c.kind is not FigureKind.OUTCOME)
        cells = cells if reading.scope.years else [*_of_all(reading, match), *cells]
        cell = next((c for c in cells if c.value), None)
        if cell is None or is_sum_of_all(match):
            continue
        above = _above(match, cell, library)
        if above:
            return [Term(match, cell, 1), Term(*above, 2)]
        sources = [*library.table(match.evidence), *library.document(match.evidence.document.id)]
        rows = [m for source in sources for m in rows_of(source) if _is_a_total(m, match)]
        rows = [m for m in rows if side_of_row(m) in ("", side_of_row(match))]
        same = [(m, f) for m in rows for f in m.figures if _is_whole_of(f, cell)]
        bare = [(m, f) for m, f in same if is_sum_of_all(m)]
        return [Term(match, cell, 1), Term(*(bare or same)[0], 2)] if same else []
    return []


def _of_all(reading: Reading, match: RowMatch) -> list[Figure]:
    """The cell of all the years of a row that has a column for each of several ('Totalt')."""
    kinds = (*reading.figure_kinds, FigureKind.UNKNOWN)
    several = len({figure.year for figure in match.figures if figure.year}) > 1
    return [f for f in match.figures if several and of_all_years(f) and (f.kind in kinds or len(kinds) == 1)]


def _is_a_total(match: RowMatch, part: RowMatch) -> bool:
    """Is a row the whole of the part's own table ('Alla'), or a total of money elsewhere in its document?"""
    if match.evidence.passage.table == part.evidence.passage.table:
        return is_whole(match.row, match.evidence.document)
    return is_total(match.row, match.evidence.document) and any(f.unit in MONEY for f in match.figures)


def parts_first(reading: Reading, matches: Sequence[RowMatch]) -> list[RowMatch]:
    """The rows with those first that are a part of the row above, and that the question names ('Varav nybörjare')."""
    asked = words_of(reading.question)
    named = [m for m in matches if PART.match(fold(m.row[-1])) and label_words(m.row[-1]) - PART_WORDS <= asked]
    return [*named, *(m for m in matches if m not in named)]


def _above(part: RowMatch, cell: Figure, library: Library) -> tuple[RowMatch, Figure] | None:
    """The row above that a row named 'Varav …' is a part of, and its cell of the same column."""
    if not PART.match(fold(part.row[-1])):
        return None
    rows = [m for source in library.table(part.evidence) for m in rows_of(source)]
    before = rows[: next((at for at, m in enumerate(rows) if m.row == part.row), 0)]
    whole = next((m for m in reversed(before) if not PART.match(fold(m.row[-1]))), None)
    return next(((whole, f) for f in whole.figures if _is_whole_of(f, cell)), None) if whole else None


def _is_whole_of(figure: Figure, cell: Figure) -> bool:
    """Is a figure of the same column and sign as a cell, and no smaller?"""
    if figure.value is None or cell.value is None or (figure.column, figure.unit) != (cell.column, cell.unit):
        return False
    return figure.value * cell.value > 0 and abs(figure.value) >= abs(cell.value)


def is_told_as_share(match: RowMatch) -> bool:
    """Does the row hold the share itself, in percent, beside the amounts that it is made of?"""
    return in_percent(match) and len({figure.unit for figure in match.figures if figure.value is not None}) > 1


def in_percent(match: RowMatch) -> bool:
    """Does a row hold percents?"""
    return any(figure.unit == "%" for figure in match.figures if figure.value is not None)
