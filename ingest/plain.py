"""Plain text to units: tables as rows, other lines as paragraphs and headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.swedish.words import fold
from ingest.delimited import delimited_parts
from ingest.fixed_width import fixed_grids
from ingest.outline import nested, with_bullets, without_lists
from ingest.paragraphs import paragraphs, usual_width
from ingest.units import GridUnit, Row, TableUnit, TextUnit, Unit, UnreadUnit
from ingest.written_tables import WrittenTable, written_tables


def plain_units(lines: Sequence[str]) -> list[Unit]:
    """Tables as rows; other lines joined to paragraphs, short ones standing alone as headings."""
    lines = with_bullets(lines)
    width = usual_width(lines)
    units: list[Unit] = []
    for part in delimited_parts(lines):
        units += [TableUnit(part.rows)] if part.rows else _text_units(part.lines, part.at, width)
    return nested(without_lists(_joined(units)))


def fixed_units(lines: Sequence[str], start: int) -> list[Unit]:
    """The units of a page whose tables are set in columns by blanks; `start` is the number of its first line."""
    lines = with_bullets(lines)
    width = usual_width([" ".join(line.split()) for line in lines])
    units: list[Unit] = []
    at = start
    for table in fixed_grids(lines, start):
        units += paragraphs(lines[at - start : table.at - start], at, width)
        units += [table] if table.grid else _as_text(table)
        at = table.end
    return nested(without_lists([*units, *paragraphs(lines[at - start :], at, width)]))


def _joined(units: Sequence[Unit]) -> list[Unit]:
    """The units, a table that goes on under the same header made one with the one before it."""
    out: list[Unit] = []
    for unit in units:
        before = out[-1] if out else None
        if isinstance(unit, TableUnit) and isinstance(before, TableUnit) and _same_header(before, unit):
            out[-1] = TableUnit((*before.rows, *unit.rows[1:]))
        else:
            out.append(unit)
    return out


def _same_header(table: TableUnit, other: TableUnit) -> bool:
    return [fold(cell) for cell in table.rows[0].cells] == [fold(cell) for cell in other.rows[0].cells]


def _text_units(lines: Sequence[str], start: int, width: float) -> Iterator[Unit]:
    """The units of lines without separators; `start` is the number of the first."""
    at = 0
    for table in written_tables(lines):
        if table.unread:
            yield UnreadUnit(_doubt(table, lines[table.start]), start + table.start)
        yield from paragraphs(lines[at : table.start], start + at, width)
        if table.rows:
            yield TableUnit(tuple(Row(row.cells, start + row.at) for row in table.rows))
            yield from (TextUnit(row.cells[0], 0, start + row.at) for row in table.unread)
        else:
            yield TableUnit(tuple(Row(row.cells, start + row.at) for row in table.unread))
        at = table.end
    yield from paragraphs(lines[at:], start + at, width)


def _doubt(table: WrittenTable, first: str) -> str:
    count = len(table.unread) - (not table.rows)
    rows = "en rad" if count == 1 else f"{count} rader"
    name = " ".join((table.rows[0].cells[0] if table.rows and table.rows[0].cells[0] else first).split())
    return f"{rows} i tabellen ”{name}” går inte att läsa säkert och finns bara som text"


def _as_text(table: GridUnit) -> list[Unit]:
    doubt = UnreadUnit(f"tabellen ”{table.texts[0]}” går inte att läsa säkert och finns bara som text", table.at)
    return [doubt, *(TextUnit(text, 0, table.at) for text in table.texts)]
