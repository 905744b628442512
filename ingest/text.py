"""Text and Markdown files to pages of lines and grids."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from pathlib import Path

from ingest.blocks import RawPage, UnreadableFile
from ingest.fixed_width import is_fixed_width
from ingest.markdown import markdown_units
from ingest.plain import fixed_units, plain_units
from ingest.running_heads import TextPage
from ingest.text_layout import laid_out_page
from ingest.text_pages import pages_of
from ingest.units import Row, TableUnit, Unit


def read_text(path: Path) -> list[RawPage]:
    """The pages of a .txt or .md file. Raises UnreadableFile where it is empty or no text."""
    pages = pages_of(_decode(path))
    starts = list(accumulate((len(page.lines) for page in pages), initial=0))[:-1]
    units = _units(pages, starts, is_markdown=path.suffix.lower() == ".md")
    if not units:
        raise UnreadableFile(f"{path.name}: filen är tom.")
    placed: list[list[Unit]] = [[] for _ in pages]
    for part in (part for unit in units for part in _by_page(unit, starts)):
        placed[_page_at(_line_of(part), starts)].append(part)
    return [laid_out_page(index, pages[index - 1].label, found) for index, found in enumerate(placed, 1)]


def _units(pages: Sequence[TextPage], starts: Sequence[int], is_markdown: bool) -> list[Unit]:
    lines = [line for page in pages for line in page.lines]
    if is_markdown:
        return list(markdown_units(lines))
    if is_fixed_width(lines):
        return [unit for page, start in zip(pages, starts, strict=True) for unit in fixed_units(page.lines, start)]
    return plain_units(lines)


def _decode(path: Path) -> str:
    raw = path.read_bytes()
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise UnreadableFile(f"{path.name}: filen är inte läsbar text. Spara den som UTF-8 och läs in den igen.")
    if "\x00" in text:
        raise UnreadableFile(f"{path.name}: filen är inte text. Spara den som UTF-8 och läs in den igen.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _page_at(line: int, starts: Sequence[int]) -> int:
    return bisect_right(starts, line) - 1


def _line_of(unit: Unit) -> int:
    return unit.rows[0].at if isinstance(unit, TableUnit) else unit.at


def _by_page(unit: Unit, starts: Sequence[int]) -> Iterator[Unit]:
    """A table over several pages as one part for each, its header said again."""
    if not isinstance(unit, TableUnit):
        yield unit
        return
    header = unit.rows[0].cells
    for number, (_, group) in enumerate(groupby(unit.rows, key=lambda row: _page_at(row.at, starts))):
        rows = tuple(group)
        yield TableUnit((Row(header, rows[0].at), *rows) if number else rows)
