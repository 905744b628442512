"""Spreadsheets (XLSX): the one file that knows openpyxl. Cells are text; nothing is ever a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

MOST_ROWS, MOST_COLUMNS = 100_000, 100
MOST_UNPACKED = 300_000_000  # bytes
WIDENED, WIDTH = 14, 26  # columns of a set, and letters that each shows


class BadSheet(Exception):
    """A table that cannot be read; the message says why, `line` and `column` where."""

    def __init__(self, message: str, line: int = 0, column: str = "") -> None:
        self.line, self.column = line, column
        super().__init__(message)


def read_sheet(path: Path) -> list[tuple[int, list[str]]]:
    """The rows of the first sheet as (line, cells). Raises BadSheet for a broken file, a formula or an error value."""
    content = BytesIO(path.read_bytes())
    try:
        _refuse_bomb(content)
        book = load_workbook(content, read_only=True, data_only=False)
    except (BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise BadSheet("Filen är inte en läsbar XLSX-fil. Spara den på nytt som .xlsx.") from error
    try:
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)
        return [(line, [_text(cell, line, at) for at, cell in enumerate(row, 1)]) for line, row in enumerate(rows, 1)]
    finally:
        book.close()


def _refuse_bomb(content: BytesIO) -> None:
    """A small file can unpack to more than the computer holds."""
    with ZipFile(content) as packed:
        if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
            raise BadSheet(f"Filen är större än {MOST_UNPACKED // 10**6} MB när den packas upp. Dela upp den.")


def _text(cell: object, line: int, at: int) -> str:
    value, kind = getattr(cell, "value", None), getattr(cell, "data_type", "n")
    if kind in ("f", "e"):
        what = "en formel" if kind == "f" else f"felvärdet {value}"
        raise BadSheet(f"Cellen innehåller {what}. Skriv värdet som text.", line, get_column_letter(at))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _as_seen(value, percent="%" in getattr(cell, "number_format", ""))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return "" if value is None else str(value)


def _as_seen(value: float, percent: bool) -> str:
    """A number as the sheet shows it: 12,5 and not 12.5; a share of 0.85 that is shown in per cent as 85 %."""
    shown = f"{value * 100 if percent else value:.15g}".replace(".", ",")
    return f"{shown} %" if percent else shown


def write_sheet(path: Path, title: str, rows: Iterable[Sequence[object]]) -> None:
    """Write rows with a bold first one that stays in view; text stays text, also where it begins with =."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for at in range(1, WIDENED + 1):
        sheet.column_dimensions[get_column_letter(at)].width = WIDTH
    for number, row in enumerate(rows):
        sheet.append([_heading(sheet, value) if number == 0 else _written(sheet, value) for value in row])
    book.save(path)


def _written(sheet: object, value: object) -> object:
    """A value as a cell; only text that openpyxl would take for a formula needs one of its own."""
    if not isinstance(value, str):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", value)
    if not text.startswith("="):
        return text
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell


def _heading(sheet: object, value: object) -> object:
    cell = WriteOnlyCell(sheet, value)
    cell.font = Font(bold=True)
    return cell
