"""Table rows to pieces that can be understood alone: label, headers, figures and comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from corpus.documents import PassageKind
from ingest.blocks import Paragraph, Table, TableRow
from ingest.figure_columns import Column, columns_of
from ingest.figure_units import Context
from ingest.figures import figures_of, label_columns, row_label
from ingest.prose import Path, Piece, prose_pieces
from ingest.tables import boxes_of

LONG_CELL = 60  # words of a cell that is prose in a table's clothes
LONG_COMMENT = 120  # words of a comment that is too long to stand with its row
GROUP_ROWS = 4  # rows of one group that are read together


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table stands: its headings, its id, how many columns name a row and what the others mean."""

    headings: Path
    table: str
    labels: int
    columns: Sequence[Column]
    context: Context


def table_pieces(table: Table, headings: Path, name: str, context: Context) -> Iterator[Piece]:
    """The rows of a table, the few rows of a group together."""
    place = Place(headings, name, label_columns(table), columns_of(table, context), context)
    for _, group in groupby(table.rows, key=lambda row: (row.group, row.group or id(row))):
        rows = list(group)
        together = rows[0].group and len(rows) <= GROUP_ROWS
        for part in [rows] if together else [[row] for row in rows]:
            yield from _pieces(table, part, place)


def _pieces(table: Table, rows: Sequence[TableRow], place: Place) -> Iterator[Piece]:
    if any(len(cell.text.split()) > LONG_CELL for row in rows for cell in row.cells):
        for row in rows:
            yield from _prose_row(table, row, place)
            yield from _comment(row, place)
        return
    short = [row for row in rows if len(row.comment.split()) <= LONG_COMMENT]
    yield _figure_rows(table, rows, [row.comment for row in short if row.comment], place)
    for row in rows:
        yield from () if row in short else _comment(row, place)


def _figure_rows(table: Table, rows: Sequence[TableRow], comments: Sequence[str], place: Place) -> Piece:
    title = [f"{rows[0].group}:"] if rows[0].group else []
    text = "\n".join([*title, *(_row_text(table, row, place.labels) for row in rows), *comments])
    figures = tuple(f for row in rows for f in figures_of(table, row, place.columns, place.context))
    boxes = tuple(box for row in rows for box in boxes_of(row))
    pages = tuple(page for row in rows for page in row.pages)
    return Piece(PassageKind.ROW, place.headings, text, boxes, place.table, figures, pages)


def _row_text(table: Table, row: TableRow, labels: int) -> str:
    """The row in words: its label, then each column's header with the cell; a blank cell as a dash."""
    head = table.header[0] if table.header and table.header[0] else ""
    label = row_label(row, labels)
    cells = [_named(table, at, cell.text) for at, cell in enumerate(row.cells[labels:], labels)]
    prefix = f"{head}: " if head and not row.group else ""
    return f"{prefix}{label} | " + " | ".join(cells) if any(cells) else f"{prefix}{label}"


def _named(table: Table, at: int, text: str) -> str:
    header = table.header[at] if at < len(table.header) else ""
    shown = text.replace("\n", " ") or "–"
    return f"{header}: {shown}" if header else shown


def _comment(row: TableRow, place: Place) -> Iterator[Piece]:
    if row.comment:
        headings = (*place.headings, row_label(row, place.labels))
        yield Piece(PassageKind.PROSE, headings, row.comment, (), place.table, (), row.pages)


def _prose_row(table: Table, row: TableRow, place: Place) -> Iterator[Piece]:
    """A row whose cells are prose: each cell's paragraphs as prose under the row's label."""
    alone = sum(1 for cell in row.cells if cell.text) == 1
    first = 0 if alone else place.labels
    label = "" if alone else row_label(row, place.labels)
    headings = (*place.headings, *(part for part in (row.group, label) if part))
    for at, cell in enumerate(row.cells[first:], first):
        header = table.header[at] if at < len(table.header) and not alone else ""
        paragraphs = [Paragraph(text, ()) for text in cell.text.split("\n") if text]
        for piece in prose_pieces(paragraphs, (*headings, header) if header else headings):
            yield replace(piece, table=place.table, boxes=boxes_of(row), pages=row.pages)
