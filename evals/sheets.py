"""Spreadsheets (XLSX): the one file that knows openpyxl. Cells are text; nothing is ever a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import IllegalCharacterError, InvalidFileException

MOST_ROWS, MOST_COLUMNS = 100_000, 100


class BadSheet(Exception):
    """A table that cannot be read; the message says why, `line` and `column` where."""

    def __init__(self, message: str, line: int = 0, column: str = "") -> None:
        self.line, self.column = line, column
        super().__init__(message)


def read_sheet(path: Path) -> list[tuple[int, list[str]]]:
    """The rows of the first sheet as (line, cells). Raises BadSheet for a broken file, a formula or an error value."""
    try:
        book = load_workbook(path, read_only=True, data_only=False)
    except (BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise BadSheet("Filen är inte en läsbar XLSX-fil. Spara den på nytt som .xlsx.") from error
    try:
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)
        return [(line, [_text(cell, line, at) for at, cell in enumerate(row, 1)]) for line, row in enumerate(rows, 1)]
    finally:
        book.close()


def _text(cell: object, line: int, at: int) -> str:
    value, kind = getattr(cell, "value", None), getattr(cell, "data_type", "n")
    if kind in ("f", "e"):
        what = "en formel" if kind == "f" else f"felvärdet {value}"
        raise BadSheet(f"Cellen innehåller {what}. Skriv värdet som text.", line, get_column_letter(at))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, float):
        return str(value).replace(".", ",")
    return "" if value is None else str(value)


def write_sheet(path: Path, title: str, rows: Iterable[Sequence[object]]) -> None:
    """Write rows with a bold first one that stays in view; text stays text, also where it begins with =."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, row in enumerate(rows):
        sheet.append([_cell(sheet, value, heading=number == 0) for value in row])
    book.save(path)


def _cell(sheet: object, value: object, heading: bool) -> object:
    try:
        cell = WriteOnlyCell(sheet, value)
    except IllegalCharacterError:
        cell = WriteOnlyCell(sheet, "".join(c for c in str(value) if c.isprintable() or c == "\n"))
    if isinstance(value, str):
        cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if heading:
        cell.font = Font(bold=True)
    return cell
