"""Blocks to passages: section by section, prose and lists and table rows."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from corpus.documents import Document, Passage
from corpus.swedish.words import fold
from ingest.blocks import Block, Heading, Paragraph, Table
from ingest.figure_units import FEES, Context, money_unit, states_for_all
from ingest.prose import Path, Piece, bare_headings, prose_pieces
from ingest.rows import table_pieces

CAPTION = re.compile(r"(?:tabell|diagram)\s*\d", re.IGNORECASE)
CAPTION_WORDS = 20  # words of a caption at most


@dataclass(frozen=True, slots=True)
class Section:
    """What stands between two headings: the headings that open it, the path they end, and its blocks."""

    opened: tuple[Heading, ...]
    path: Path
    blocks: tuple[Paragraph | Table, ...]


def passages_of(document: Document, blocks: Sequence[Block]) -> list[Passage]:
    """Every passage of a document in order; the id hangs on the content, not on the place."""
    seen: dict[str, int] = {}
    out = []
    for order, piece in enumerate(_pieces(document, blocks)):
        key = "\n".join((document.id, *piece.headings, piece.text))
        seen[key] = seen.get(key, 0) + 1
        out.append(_passage(document, piece, order, f"{key}#{seen[key]}"))
    return out


def _passage(document: Document, piece: Piece, order: int, key: str) -> Passage:
    name = hashlib.sha256(key.encode()).hexdigest()[:16]
    pages = {*(box.page for box in piece.boxes), *piece.pages} or {1}
    figures = tuple(replace(figure, passage=name) for figure in piece.figures)
    return Passage(
        name, document.id, piece.kind, piece.headings, piece.text, tuple(sorted(pages)), order,
        piece.table, piece.boxes, figures,
    )  # fmt: skip


def _pieces(document: Document, blocks: Sequence[Block]) -> Iterator[Piece]:
    """Tables are numbered through the document; the unit that one states holds until another is stated."""
    tables, unit = 0, ""
    for section in _sections(blocks):
        yield from bare_headings(section.opened)
        for part in _parts(section.blocks):
            if isinstance(part, Table):
                tables += 1
                caption = _caption(section, part)
                context = _context(document, section, part, unit)
                unit = context.units or unit
                path = (*section.path, caption) if caption else section.path
                yield from table_pieces(part, path, f"{document.id}-t{tables:02}", context)
            else:
                yield from prose_pieces(part, section.path)


def _sections(blocks: Sequence[Block]) -> Iterator[Section]:
    path: list[Heading] = []
    opened: tuple[Heading, ...] = ()
    for is_heading, group in groupby(blocks, key=lambda block: isinstance(block, Heading)):
        run = list(group)
        if is_heading:
            opened = tuple(block for block in run if isinstance(block, Heading))
            for heading in opened:
                path = [*(h for h in path if h.level < heading.level), heading]
        else:
            content = tuple(block for block in run if not isinstance(block, Heading))
            yield Section(opened, tuple(h.text for h in path), content)
            opened = ()
    if opened:
        yield Section(opened, tuple(h.text for h in path), ())


def _parts(blocks: Sequence[Paragraph | Table]) -> Iterator[list[Paragraph] | Table]:
    """Each table, and each run of paragraphs between two."""
    held: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            held.append(block)
            continue
        if held:
            yield held
            held = []
        yield block
    if held:
        yield held


def _context(document: Document, section: Section, table: Table, unit: str) -> Context:
    """What stands around a table; its unit is the nearest that is stated, or else the one stated before."""
    own = (_caption(section, table), table.header[0] if table.header else "")
    nearby = [block.text for block in section.blocks if isinstance(block, Paragraph)]
    labels = [row.cells[0].text for row in table.rows if states_for_all(row.cells[0].text)]  # as "Summa (tkr)"
    stated = money_unit([*own, *reversed(section.path), *nearby, *labels])
    path = section.path[1:] or section.path  # the first heading is the document's own title
    caption = own[0] or next(iter(section.path[-1:]), "")
    before = "" if FEES.search(fold(f"{caption} {own[1]}")) else unit
    return Context(" > ".join([*path, *own]), stated or before, document.years, document.period, caption)


def _caption(section: Section, table: Table) -> str:
    """The caption right above a table: a short text that names it, or ''."""
    at = next(place for place, block in enumerate(section.blocks) if block is table)
    before = section.blocks[at - 1] if at else None
    if not isinstance(before, Paragraph) or before.item or len(before.text.split()) > CAPTION_WORDS:
        return ""
    named = CAPTION.match(before.text) is not None or not before.text.endswith((".", ":", "!", "?"))
    return before.text if named else ""
