"""Rows of a file as fields with their line: JSONL, CSV or XLSX; every fault is named, none is passed over."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from evals.faults import BadSet, Fault
from evals.rows import Row, read_lines
from evals.sheets import BadSheet, read_sheet
from evals.texts import headings

MOST_BYTES, MOST_ROWS = 50_000_000, 20_000
REQUIRED = ("id", "question", "type")
GUARDED = re.compile(r"'(?='?[=+@\t\r-])")  # what writing.py puts before a cell that a spreadsheet would run
TYPES = ".jsonl, .csv eller .xlsx"


def read_rows(path: Path) -> tuple[list[Row], list[Fault]]:
    """The rows of a file and the faults of its form. Raises BadSet where no row can be read at all."""
    try:
        return _read(path, path.suffix.lower())
    except OSError as error:
        raise BadSet(str(path), [Fault(0, "", "Filen finns inte eller är inte läsbar.")]) from error
    except BadSheet as error:
        raise BadSet(path.name, [Fault(error.line, error.column, str(error))]) from error


def _read(path: Path, ending: str) -> tuple[list[Row], list[Fault]]:
    if path.stat().st_size > MOST_BYTES:
        raise BadSet(path.name, [Fault(0, "", f"Filen är större än {MOST_BYTES // 10**6} MB. Dela upp den.")])
    if ending == ".xlsx":
        return _table(path.name, read_sheet(path))
    if ending == ".csv":
        return _table(path.name, _csv_rows(_decoded(path)))
    if ending == ".jsonl":
        return _counted(path.name, *read_lines(_decoded(path)))
    raise BadSet(path.name, [Fault(0, "", f"Filen ska vara {TYPES}.")])


def _decoded(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        fault = Fault(line, "", f"Tecken {column} är inte UTF-8. Spara filen som UTF-8.")
        raise BadSet(path.name, [fault]) from error


def _csv_rows(text: str) -> list[tuple[int, list[str]]]:
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for cells in reader:
            rows.append((start, [cell[1:] if GUARDED.match(cell) else cell for cell in cells]))
            start = reader.line_num + 1
    except csv.Error as error:
        raise BadSheet("Raden är inte giltig CSV: ett citattecken saknas eller står fel.", start, "") from error
    return rows


def _table(name: str, rows: Sequence[tuple[int, list[str]]]) -> tuple[list[Row], list[Fault]]:
    filled = [(line, cells) for line, cells in rows if any(cell.strip() for cell in cells)]
    if not filled:
        raise BadSet(name, [Fault(0, "", "Filen är tom.")])
    (line, head), *body = filled
    fields = [_field(heading) for heading in head]
    faults = [Fault(line, cell, "Kolumnen är okänd.") for cell, f in zip(head, fields, strict=True) if cell and not f]
    faults += [Fault(line, headings()[f][0], "Kolumnen saknas.") for f in REQUIRED if f not in fields]
    twice = sorted({f for f in fields if f and fields.count(f) > 1})
    faults += [Fault(line, headings()[f][0], "Kolumnen står två gånger.") for f in twice]
    if faults:
        raise BadSet(name, faults)
    columns = dict(zip(fields, head, strict=True))
    cases = [Row(at, {f: cell for f, cell in zip(fields, cells, strict=False) if f}, columns) for at, cells in body]
    return _counted(name, cases, _overlong(body, len(fields)))


def _overlong(body: Sequence[tuple[int, list[str]]], width: int) -> list[Fault]:
    text = "Raden har fler celler än rubrikraden."
    return [Fault(at, "", text) for at, cells in body if any(cell.strip() for cell in cells[width:])]


def _field(heading: str) -> str:
    wanted = heading.strip().lower()
    return next((field for field, names in headings().items() if wanted in names), "")


def _counted(name: str, rows: list[Row], faults: list[Fault]) -> tuple[list[Row], list[Fault]]:
    if not rows and not faults:
        raise BadSet(name, [Fault(0, "", "Filen är tom: den har inga fall.")])
    if len(rows) > MOST_ROWS:
        raise BadSet(name, [Fault(0, "", f"Filen har {len(rows)} fall; högst {MOST_ROWS} går att läsa.")])
    return rows, faults
