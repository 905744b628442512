"""Figures out of table rows: value, unit, year, period and kind of every cell that holds a number or should."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.documents import Figure
from corpus.swedish.numbers import read_cell
from corpus.swedish.standings import standings_in
from corpus.swedish.words import fold
from ingest.blocks import Cell, Table, TableRow
from ingest.figure_columns import NAMELESS, Column, of_row
from ingest.figure_units import Context, unit_of_row
from ingest.inner_headers import names_years

NO_AMOUNT = re.compile(r"not(?:er)?|nr|klart?|slutår|startår|färdigt?|slutdatum|startdatum")  # counts nothing
BLANK = frozenset({"", "-", "–", "--", "---", "----", "—", "x", "n/a", "..", "uppgift saknas"})
LABEL_LENGTH = 90


def label_columns(table: Table) -> int:
    """How many columns from the left name the row: the first, and one of words after it where figures follow."""
    width = len(table.rows[0].cells) if table.rows else 0
    first = 2 if width > 2 and _numbers_rows(table) else 1
    count = first
    while count < width - 1 and _holds_text(table, count) and not _tells_standing(table, count):
        count += 1
    return count if count < 3 and _holds_figures(table, count) else first


def _numbers_rows(table: Table) -> bool:
    """Does the first column only number the rows: 1, 2, 3 …?"""
    first = [row.cells[0].text.rstrip(".") for row in table.rows]
    return len(first) > 1 and first == [str(at) for at in range(1, len(first) + 1)]


def _holds_figures(table: Table, start: int) -> bool:
    """Is there a figure, or a cell left blank, from a column on?"""
    cells = [cell.text for row in table.rows for cell in row.cells[start:]]
    return any(read_cell(text) is not None or text in BLANK for text in cells)


def _tells_standing(table: Table, column: int) -> bool:
    """Does a column tell how far the things of the rows have come (Antagen, Pågår)?"""
    cells = [row.cells[column].text for row in table.rows if row.cells[column].text]
    return sum(bool(standings_in(text)) for text in cells) * 2 >= len(cells)


def _holds_text(table: Table, column: int) -> bool:
    cells = [row.cells[column].text for row in table.rows if row.cells[column].text]
    filled = bool(cells) and all(read_cell(text) is None and text not in BLANK for text in cells)
    return filled and all(len(text) <= LABEL_LENGTH for text in cells)


def row_label(row: TableRow, labels: int) -> str:
    """What the row is about, from its first cells."""
    return " ".join(cell.text.replace("\n", " ") for cell in row.cells[:labels] if cell.text)


def figures_of(table: Table, row: TableRow, columns: Sequence[Column], context: Context) -> tuple[Figure, ...]:
    """The figures of one row, blank cells of figure columns included with the value None."""
    if names_years(row.cells):
        return ()
    labels = label_columns(table)
    path = tuple(part for part in (row.group, row_label(row, labels)) if part)
    unit = unit_of_row(table.header, row, path, context)
    found = []
    for at, cell in enumerate(row.cells[labels:], labels):
        if _is_figure(table, at, cell):
            column = columns[at] if at < len(columns) else NAMELESS
            found.append(_figure(cell, of_row(column, columns, path), path, unit, row))
    return tuple(found)


def _is_figure(table: Table, at: int, cell: Cell) -> bool:
    """A number, or a blank in a column that holds numbers or nothing at all; none under a head such as Not or Klart."""
    if at < len(table.header) and NO_AMOUNT.fullmatch(fold(table.header[at]).rstrip(" .:")):
        return False
    text = cell.text.strip().lower()
    if read_cell(text):
        return True
    column = [row.cells[at].text.strip().lower() for row in table.rows if at < len(row.cells)]
    return text in BLANK and all(t in BLANK or read_cell(t) or t[:1] in "<>≥≤" for t in column)


def _figure(cell: Cell, column: Column, path: tuple[str, ...], unit: str, row: TableRow) -> Figure:
    number = read_cell(cell.text)
    unit = (number.unit if number else "") or column.unit or ("" if column.counts else unit)
    page = cell.box.page if cell.box else row.pages[0]
    value = number.value if number else None
    return Figure(value, cell.text, unit, column.year, column.period, column.kind, path, column.name, page, cell.box)
