"""Lines of a document to blocks: headings with their levels, paragraphs, points of lists, grids."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.blocks import Grid, Heading, Line, Paragraph, RawPage
from ingest.clean import join_lines

BULLET = re.compile(r"^\s*(?:[•●▪■◦○—*\uf0b7\uf0a7\uf02d]|[–-](?!\d)|o(?= )|\d{1,2}[.)](?= )|[a-z]\)(?= ))\s*")
NUMBERED = re.compile(r"^(\d+(?:\.\d+)*)\.?\s+\S")
LONGEST_HEADING = 16  # words
LARGER = 0.4  # points above the running text's size that make a heading
Style = tuple[float, bool]


def blocks_of(pages: Sequence[RawPage]) -> list[Heading | Paragraph | Grid]:
    """The document as headings, paragraphs and grids in reading order."""
    levels = _levels(pages)
    body = _body_size(pages)
    parts = list(_whole_headings([part for page in pages for part in page.parts], body))
    return list(_merge_pages(_grouped(parts, levels, body)))


def _whole_headings(parts: Iterable[Line | Grid], body: float) -> Iterator[Line | Grid]:
    """The lines, those of a heading that breaks after a comma as one."""
    held: Line | None = None
    for part in parts:
        if held and isinstance(part, Line) and is_heading(part, body) and not _breaks(_open(held), part, body):
            part = replace(part, text=join_lines([held.text, part.text]), box=replace(held.box, bottom=part.box.bottom))
        elif held:
            yield held
        held = part if isinstance(part, Line) and part.text.endswith(",") else None
        if held is None:
            yield part
    if held:
        yield held


def _open(line: Line) -> Line:
    """A line without the comma that it ends with."""
    return replace(line, text=line.text.rstrip(", "))


def _body_size(pages: Sequence[RawPage]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _levels(pages: Sequence[RawPage]) -> dict[Style, int]:
    """The styles of headings, largest first; styles of the first page alone are its title, not a heading."""
    body = _body_size(pages)
    inner = {(line.size, line.bold) for page in pages[1:] or pages for line in page.lines if is_heading(line, body)}
    ordered = sorted(inner, key=lambda style: (-style[0], not style[1]))
    return {style: at + 1 for at, style in enumerate(ordered)}


def is_heading(line: Line, body: float) -> bool:
    """Does the line look like a heading: larger or bold, short, not a sentence or a point of a list?"""
    if line.level:
        return True
    words = line.text.split()
    short = len(words) <= LONGEST_HEADING and any(c.isalpha() for c in line.text)
    sentence = line.text.rstrip().endswith((".", ",", ";")) or BULLET.match(line.text) and not NUMBERED.match(line.text)
    large = line.size >= body + LARGER
    return bool(short and not sentence and (large or line.bold and line.size >= body - LARGER))


def _grouped(
    parts: Iterable[Line | Grid], levels: dict[Style, int], body: float
) -> Iterator[Heading | Paragraph | Grid]:
    group: list[Line] = []
    for part in parts:
        if group and (isinstance(part, Grid) or _breaks(group[-1], part, body)):
            yield _block(group, levels, body)
            group = []
        if isinstance(part, Grid):
            yield part
        else:
            group.append(part)
    if group:
        yield _block(group, levels, body)


def _breaks(before: Line, line: Line, body: float) -> bool:
    if is_heading(before, body) or is_heading(line, body):
        same = (before.size, before.bold, before.level) == (line.size, line.bold, line.level)
        return not same or before.box.page != line.box.page or _gap(before, line) > 0.7 * line.size or bool(line.level)
    if BULLET.match(line.text):
        return True
    return before.box.page != line.box.page or _gap(before, line) > 0.62 * line.size


def _gap(before: Line, line: Line) -> float:
    return line.box.top - before.box.bottom


def _block(group: list[Line], levels: dict[Style, int], body: float) -> Heading | Paragraph:
    first = group[0]
    if is_heading(first, body):
        text = join_lines([line.text for line in group])
        level = first.level or levels.get((first.size, first.bold), 0)
        return Heading(text, level, first.box)
    bullet = BULLET.match(first.text)
    lines = [first.text[bullet.end() :] if bullet else first.text, *(line.text for line in group[1:])]
    return Paragraph(join_lines(lines), tuple(line.box for line in group), bool(bullet))


def _merge_pages(blocks: Iterable[Heading | Paragraph | Grid]) -> Iterator[Heading | Paragraph | Grid]:
    """A paragraph that goes on over a page break as one."""
    held: Heading | Paragraph | Grid | None = None
    for block in blocks:
        if isinstance(held, Paragraph) and isinstance(block, Paragraph) and _goes_on(held, block):
            held = Paragraph(join_lines([held.text, block.text]), held.boxes + block.boxes, held.item)
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    over_page = before.boxes[-1].page + 1 == after.boxes[0].page
    return over_page and not after.item and before.text[-1:] not in ".!?:" and after.text[:1].islower()
