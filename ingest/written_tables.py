"""Tables in plain text without marks between their cells, read only where one way to read them is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.column_names import Header, headers_of
from ingest.column_words import names_in
from ingest.line_kinds import Style
from ingest.row_readings import laid_out, settled_rows
from ingest.units import Row
from ingest.written_header import header_ends, header_starts, style_of
from ingest.written_rows import rows_below

READ = 0.75  # share of a table's rows that must be read with certainty, or none is


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table as read: where in the lines it begins and ends, its rows, and the rows that stay text.

    One without rows was refused: its header and rows, each put together from its lines, are all among the unread.
    """

    start: int
    end: int
    rows: tuple[Row, ...]
    unread: tuple[Row, ...]
    read: int


def written_tables(lines: Sequence[str]) -> Iterator[WrittenTable]:
    """The tables among some lines, in their order; those of which too little can be read have no rows."""
    at = 0
    while at < len(lines):
        table = _table_at(lines, at) if names_in(lines[at]) else None
        if table:
            yield table
        at = table.end if table else header_ends(lines, at)[0] if names_in(lines[at]) else at + 1


def _table_at(lines: Sequence[str], start: int) -> WrittenTable | None:
    style = style_of(lines, start)
    best: WrittenTable | None = None
    for top in header_starts(lines, start):
        for below in header_ends(lines, start):
            for header in headers_of([line for line in lines[top:below] if line.strip()]):
                table = _under(lines, (top, below), header, style)
                if table and (best is None or _rank(table) > _rank(best) or not best.read):
                    best = table
    return best


def _rank(table: WrittenTable) -> tuple[int, bool]:
    """How good a way to read a table is: the rows that it reads, and whether they have a name."""
    return table.read, bool(table.rows and table.rows[0].cells[0])


def _under(lines: Sequence[str], head: tuple[int, int], header: Header, style: Style) -> WrittenTable | None:
    """The table under a header; one that is refused where too few of its rows can be read in one way only."""
    start, below = head
    rows, taken = rows_below(lines[below:], header, style)
    written = [replace(row, at=row.at + below) for row in rows]
    found = settled_rows(written, header, style)
    read = sum(reading is not None for reading in found)
    if read >= max(1, READ * len(written)):
        table, unread = laid_out(list(zip(written, found, strict=True)), header, start)
        return WrittenTable(start, below + taken, table, unread, read)
    top = Row((" ".join(" ".join(lines[start:below]).split()),), start)
    refused = [Row((text,), row.at) for row in written for text in (*row.above, row.text)]
    return WrittenTable(start, below + taken, (), (top, *refused), 0) if len(written) > 1 else None
