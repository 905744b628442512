"""Blocks to passages: prose of 80 to 200 words, whole lists, table rows that can be understood alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from corpus.documents import Box, Document, Figure, Passage, PassageKind
from ingest.blocks import Block, Heading, Paragraph, Table, TableRow
from ingest.figures import Column, Context, columns_of, figures_of, label_columns, money_unit, row_label
from ingest.tables import boxes_of

CAPTION = re.compile(r"(?:tabell|diagram)\s*\d", re.IGNORECASE)
CAPTION_WORDS = 20               # words of a caption at most
SHORTEST, LONGEST = 80, 200  # words of a prose passage
LONG_CELL = 60  # words of a cell that is prose in a table's clothes
LONG_COMMENT = 120  # words of a comment that is too long to stand with its row
GROUP_ROWS = 4  # rows of one group that are read together
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage before it has an id and a place in its document."""

    kind: PassageKind
    headings: Path
    text: str
    boxes: tuple[Box, ...]
    table: str = ""
    figures: tuple[Figure, ...] = field(default=())
    pages: tuple[int, ...] = field(default=())


def passages_of(document: Document, blocks: Sequence[Block]) -> list[Passage]:
    """Every passage of a document in order; the id hangs on the content, not on the place."""
    seen: dict[str, int] = {}
    out = []
    for order, piece in enumerate(_pieces(document, blocks)):
        key = _key(document, piece)
        seen[key] = seen.get(key, 0) + 1
        out.append(_passage(document, piece, order, f"{key}#{seen[key]}"))
    return out


def _key(document: Document, piece: Piece) -> str:
    return "\n".join((document.id, *piece.headings, piece.text))


def _passage(document: Document, piece: Piece, order: int, key: str) -> Passage:
    name = hashlib.sha256(key.encode()).hexdigest()[:16]
    pages = tuple(dict.fromkeys([*(box.page for box in piece.boxes), *piece.pages])) or (1,)
    figures = tuple(replace(figure, passage=name) for figure in piece.figures)
    return Passage(
        name, document.id, piece.kind, piece.headings, piece.text, tuple(sorted(pages)), order,
        piece.table, piece.boxes, figures,
    )  # fmt: skip


def _pieces(document: Document, blocks: Sequence[Block]) -> Iterator[Piece]:
    path: list[Heading] = []
    tables, unit = 0, ""
    for is_heading, group in groupby(blocks, key=lambda b: isinstance(b, Heading)):
        run = list(group)
        if is_heading:
            for heading in run:
                path = [h for h in path if h.level < heading.level] + [heading]  # type: ignore[union-attr]
            yield from _bare_headings(run)  # type: ignore[arg-type]
            continue
        headings = tuple(h.text for h in path)
        nearby = [b.text for b in run if isinstance(b, Paragraph)]
        for is_table, part in groupby(run, key=lambda b: isinstance(b, Table)):
            if is_table:
                for table in part:
                    tables += 1
                    caption = caption_before(run, table)
                    own = [caption, table.header[0] if table.header else "", *reversed(headings), *nearby]  # type: ignore[union-attr]
                    unit = money_unit(own) or unit
                    title = " > ".join([*headings, *own[:2]])
                    context = Context(title, unit, document.years, document.period)
                    place = (*headings, caption) if caption else headings
                    yield from _table_pieces(table, place, f"{document.id}-t{tables:02}", context)  # type: ignore[arg-type]
            else:
                yield from _prose(list(part), headings)  # type: ignore[arg-type]


def caption_before(run: Sequence[Block], table: Block) -> str:
    """The caption right above a table: a short text that names it, or ''."""
    at = next(place for place, block in enumerate(run) if block is table)
    before = run[at - 1] if at else None
    text = before.text if isinstance(before, Paragraph) and not before.item else ""
    named = CAPTION.match(text) is not None or not text.endswith((".", ":", "!", "?"))
    return text if named and len(text.split()) <= CAPTION_WORDS else ""


def _bare_headings(run: Sequence[Heading]) -> Iterator[Piece]:
    """Headings with nothing under them (a cover, an address, a list of names) as one passage."""
    bare = [h for h, after in zip(run, run[1:], strict=False) if after.level <= h.level]
    last = run[-1] if bare and run[-1].level == bare[-1].level else None
    lines = [h.text for h in [*bare, *([last] if last else [])]]
    if lines:
        yield Piece(PassageKind.PROSE, (), "\n".join(lines), tuple(h.box for h in bare))


def _prose(paragraphs: Sequence[Paragraph], headings: Path) -> Iterator[Piece]:
    held: list[Paragraph] = []
    for unit in _units(paragraphs):
        words = _words(unit)
        if held and (_words(held) + words > LONGEST or _words(held) >= SHORTEST):
            yield _piece(held, headings)
            held = []
        held += unit
    if held:
        yield _piece(held, headings)


def _units(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Paragraphs, and lists each with the line that introduces it, never to be parted."""
    unit: list[Paragraph] = []
    for paragraph in paragraphs:
        introduces = bool(unit) and not unit[-1].item and unit[-1].text.endswith(":")
        if unit and not (paragraph.item and (unit[-1].item or introduces)):
            yield unit
            unit = []
        unit.append(paragraph)
    if unit:
        yield unit


def _words(paragraphs: Sequence[Paragraph]) -> int:
    return sum(len(p.text.split()) for p in paragraphs)


def _piece(paragraphs: Sequence[Paragraph], headings: Path) -> Piece:
    kind = PassageKind.LIST if any(p.item for p in paragraphs) else PassageKind.PROSE
    text = "\n".join(f"• {p.text}" if p.item else p.text for p in paragraphs)
    return Piece(kind, headings, text, tuple(box for p in paragraphs for box in p.boxes))


def _table_pieces(table: Table, headings: Path, name: str, context: Context) -> Iterator[Piece]:
    columns = columns_of(table, context)
    for _, group in groupby(table.rows, key=lambda row: (row.group, row.group or id(row))):
        rows = list(group)
        together = rows[0].group and len(rows) <= GROUP_ROWS
        for chunk in [rows] if together else [[row] for row in rows]:
            yield from _row_pieces(table, chunk, Place(headings, name, columns, context))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: its headings, its table and what the columns mean."""

    headings: Path
    table: str
    columns: Sequence[Column]
    context: Context


def _row_pieces(table: Table, rows: Sequence[TableRow], place: Place) -> Iterator[Piece]:
    labels = label_columns(table)
    long = [row for row in rows if any(len(c.text.split()) > LONG_CELL for c in row.cells)]
    if long:
        for row in rows:
            yield from _long_row(table, row, labels, place)
        return
    lines = [f"{rows[0].group}:"] if rows[0].group else []
    lines += [row_text(table, row, labels) for row in rows]
    figures = tuple(f for row in rows for f in figures_of(table, row, place.columns, place.context))
    boxes = tuple(box for row in rows for box in boxes_of(row))
    pages = tuple(page for row in rows for page in row.pages)
    text = "\n".join(lines)
    short = [row for row in rows if row.comment and len(row.comment.split()) <= LONG_COMMENT]
    text = "\n".join([text, *(row.comment for row in short)])
    yield Piece(PassageKind.ROW, place.headings, text, boxes, place.table, figures, pages)
    yield from _comments([row for row in rows if row not in short], labels, place)


def row_text(table: Table, row: TableRow, labels: int) -> str:
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


def _comments(rows: Sequence[TableRow], labels: int, place: Place) -> Iterator[Piece]:
    for row in rows:
        if row.comment:
            headings = (*place.headings, row_label(row, labels))
            yield Piece(PassageKind.PROSE, headings, row.comment, (), place.table, (), row.pages)


def _long_row(table: Table, row: TableRow, labels: int, place: Place) -> Iterator[Piece]:
    """A row whose cells are prose: each cell's paragraphs as prose under the row's label."""
    spanning = sum(1 for cell in row.cells if cell.text) == 1
    label = "" if spanning else row_label(row, labels)
    headings = (*place.headings, *([row.group] if row.group else []), *([label] if label else []))
    boxes = boxes_of(row)
    for at, cell in enumerate(row.cells[0 if spanning else labels :], 0 if spanning else labels):
        header = table.header[at] if at < len(table.header) and not spanning else ""
        texts = [Paragraph(text, (), False) for text in cell.text.split("\n") if text]
        under = (*headings, header) if header else headings
        for piece in _prose(texts, under):
            yield replace(piece, table=place.table, boxes=boxes, pages=row.pages)
    yield from _comments([row], labels, place)
