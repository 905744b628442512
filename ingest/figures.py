"""Figures out of table rows: value, unit, year, period and kind of every cell that holds a number or should."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.documents import Figure, FigureKind
from corpus.swedish.numbers import MONEY, read_cell
from corpus.swedish.periods import period_in, year_of_header, years_in
from corpus.swedish.standings import standings_in
from corpus.swedish.words import fold
from ingest.blocks import Cell, Table, TableRow
from ingest.figure_units import Context, counts, names_money, unit_of_column, unit_of_row
from ingest.inner_headers import names_years

KINDS = (
    (r"avvik|\bavv\b|differens|\bdiff\b|\bskillnad", FigureKind.DEVIATION), ("prognos", FigureKind.FORECAST),
    ("utfall", FigureKind.OUTCOME), ("bokslut", FigureKind.OUTCOME), ("resultat", FigureKind.OUTCOME),
    (r"\bupparbet|\bförbrukat|\bförbrukning", FigureKind.OUTCOME),
    ("åtagande", FigureKind.COMMITMENT), ("budget", FigureKind.BUDGET), ("anslag", FigureKind.BUDGET),
    (r"\bram(?:en|ar)?\b|budgetram", FigureKind.BUDGET), (r"\bplan|årsplan", FigureKind.PLAN),
    (r"mål(?:et|en)?\b|\bmål(?:värde|nivå|sättning|satt|tal)", FigureKind.GOAL),
)  # fmt: skip
YEAR_ALONE = re.compile(r"(?:19|20)\d\d")
OF_YEAR = re.compile(rf"(.*[^\W\d].*?)\s+{YEAR_ALONE.pattern}")  # a group of columns, and the first's year
NO_AMOUNT = re.compile(r"not(?:er)?|nr|klart?|slutår|startår|färdigt?|slutdatum|startdatum")  # counts nothing
WHOLE_YEAR = re.compile(r"helår|årsprognos|hela året|\bår\b")
BLANK = frozenset({"", "-", "–", "--", "---", "----", "—", "x", "n/a", "..", "uppgift saknas"})
LABEL_LENGTH = 90


@dataclass(frozen=True, slots=True)
class Column:
    """What a column's header says of the figures under it."""

    name: str
    kind: FigureKind
    year: int | None
    period: str
    unit: str
    counts: bool = False


NAMELESS = Column("", FigureKind.UNKNOWN, None, "", "")


def columns_of(table: Table, context: Context) -> tuple[Column, ...]:
    """One Column for each column of the table; a part-year period holds where no header says the whole year."""
    around = f"{context.title} {table.header[0] if table.header else ''}"
    period = period_in(around)
    fallback = context.years[0] if len(context.years) == 1 else None
    year = year_of_header(around) if len(years_in(around)) < 2 else None
    columns = [_column(name, period, year or fallback, context.caption) for name in grouped(table.header)]
    each = any(column.unit in MONEY for column in columns)  # each says its own unit
    return tuple(replace(column, counts=counts(column.name) or each and _says_no_money(column)) for column in columns)


def _says_no_money(column: Column) -> bool:
    """Is a column, among some that name their unit of money, one of another thing?"""
    dated = column.kind is not FigureKind.UNKNOWN or years_in(column.name)
    return not (column.unit or dated or names_money(column.name))


def grouped(header: Sequence[str]) -> list[str]:
    """The heads of columns, a repeated year under its group: of 'Barn 2024', '2025', 'Vuxna 2024', '2025'."""
    out: list[str] = []
    group = ""
    for name in header:
        repeated = YEAR_ALONE.fullmatch(name) is not None and header.count(name) > 1
        named = OF_YEAR.fullmatch(name)
        group = group if repeated else named[1] if named else ""
        out.append(f"{group} {name}".strip() if repeated else name)
    return out


def _column(name: str, period: str, year: int | None, caption: str) -> Column:
    low = fold(name)
    kind = next((kind for cue, kind in KINDS if re.search(cue, low)), FigureKind.UNKNOWN)
    own = year_of_header(name)
    part = period_in(name)
    whole = own is not None or WHOLE_YEAR.search(low) or kind in (FigureKind.GOAL, FigureKind.COMMITMENT)
    return Column(name, kind, own or year, part or ("" if whole else period), unit_of_column(name, caption))


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
            found.append(_figure(cell, column, path, unit, row))
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


def _figure(cell: Cell, column: Column, path: tuple[str, ...], of_row: str, row: TableRow) -> Figure:
    number = read_cell(cell.text)
    unit = (number.unit if number else "") or column.unit or ("" if column.counts else of_row)
    page = cell.box.page if cell.box else row.pages[0]
    value = number.value if number else None
    return Figure(value, cell.text, unit, column.year, column.period, column.kind, path, column.name, page, cell.box)
