"""Tables as they were read from a file, cell by cell: what `plansvar tables` shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.catalogue import describe, read_catalogue
from corpus.documents import Box, Document, Doubt, Figure, Passage
from corpus.swedish.numbers import write_number
from ingest.blocks import Cell, RawPage, Table, TableRow
from ingest.chunk import passages_of
from ingest.clean import drop_margins
from ingest.doubts import find_doubts
from ingest.headings import blocks_of
from ingest.pdf import page_text
from ingest.readers import read_pages
from ingest.tables import assemble

Place = tuple[Box | None, str, str]  # where a figure stands, its text and its column


@dataclass(frozen=True, slots=True)
class ReadCell:
    """One cell: its column and text, and, where it holds a figure, the number and what the number is."""

    column: str
    text: str
    value: str = ""
    unit: str = ""
    year: int | None = None
    period: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row: the pages that it stands on, the title of its group, its cells and the comment under it."""

    pages: tuple[int, ...]
    group: str
    cells: tuple[ReadCell, ...]
    comment: str


@dataclass(frozen=True, slots=True)
class ReadTable:
    """One table over all its pages, and what in it does not come out."""

    id: str
    title: str
    pages: tuple[int, ...]
    header: tuple[str, ...]
    rows: tuple[ReadRow, ...]
    doubts: tuple[str, ...]


def tables_of(path: Path, page: int | None = None) -> list[ReadTable]:
    """The tables of a file, or the rows of them that stand on one page; raises UnreadableFile as ingest does."""
    raw = read_pages(path)
    document = _described(path, raw)
    blocks = assemble(blocks_of(drop_margins(raw)))
    passages = passages_of(document, blocks)
    doubts = find_doubts(document, passages)
    tables = [block for block in blocks if isinstance(block, Table)]
    read = [_read(table, f"{document.id}-t{at:02}", passages, doubts) for at, table in enumerate(tables, 1)]
    return read if page is None else [_on_page(table, page) for table in read if page in table.pages]


def as_text(tables: Sequence[ReadTable]) -> Iterator[str]:
    """The tables as lines for a terminal: each row by its cells, each figure with what it was read as."""
    for table in tables:
        pages = ", ".join(map(str, table.pages))
        yield f"{table.id} · sidan {pages} · {table.title or 'utan rubrik'}"
        yield f"  kolumner: {' | '.join(name or '–' for name in table.header)}"
        for at, row in enumerate(table.rows, 1):
            yield f"  rad {at}" + (f" · {row.group}" if row.group else "")
            yield from (f"    {line}" for line in map(_cell_line, row.cells))
            yield from [f"    kommentar: {row.comment}"] if row.comment else []
        yield from (f"  obs: {doubt}" for doubt in table.doubts)
        yield ""


def _cell_line(cell: ReadCell) -> str:
    about = " ".join(str(part) for part in (cell.kind, cell.year, cell.period) if part)
    figure = f"  =  {cell.value} {cell.unit}".rstrip() + (f" ({about})" if about else "") if cell.value else ""
    return f"{cell.column or '–'}: {cell.text or '(tom)'}{figure}"


def _described(path: Path, raw: Sequence[RawPage]) -> Document:
    entry = read_catalogue(path.parent / "catalogue.toml").get(path.name, {})
    return describe(path, "\n".join(page_text(page) for page in raw), entry)


def _read(table: Table, name: str, passages: Sequence[Passage], doubts: Sequence[Doubt]) -> ReadTable:
    own = [passage for passage in passages if passage.table == name]
    ids = {passage.id for passage in own}
    found = {(f.box, f.text, f.column): f for passage in own for f in passage.figures}
    rows = tuple(_row(row, table.header, found) for row in table.rows)
    pages = tuple(sorted({page for row in table.rows for page in row.pages}))
    told = tuple(doubt.text for doubt in doubts if ids & set(doubt.passages))
    return ReadTable(name, own[0].section if own else "", pages, table.header, rows, (*table.doubts, *told))


def _row(row: TableRow, header: Sequence[str], found: dict[Place, Figure]) -> ReadRow:
    columns = (*header, *[""] * (len(row.cells) - len(header)))
    cells = tuple(_cell(cell, column, found) for cell, column in zip(row.cells, columns, strict=False))
    return ReadRow(row.pages, row.group, cells, row.comment)


def _cell(cell: Cell, column: str, found: dict[Place, Figure]) -> ReadCell:
    figure = found.get((cell.box, cell.text, column)) if cell.box else None
    text = cell.text.replace("\n", " ")
    if figure is None or figure.value is None:
        return ReadCell(column, text)
    value = write_number(figure.value)
    return ReadCell(column, text, value, figure.unit, figure.year, figure.period, figure.kind.value)


def _on_page(table: ReadTable, page: int) -> ReadTable:
    return replace(table, rows=tuple(row for row in table.rows if page in row.pages))
