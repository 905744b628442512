"""Text and Markdown files to pages of lines and grids; a form feed starts a new page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.documents import Box
from ingest.blocks import Cell, Grid, Line, RawPage, UnreadableFile
from ingest.markdown import markdown_units
from ingest.plain import plain_units

Unit = tuple[str, int] | list[list[str]]  # a line with its heading level (0: none), or the rows of a table
WIDTH, HEIGHT = 595.0, 842.0  # a page of text is shown as A4
STEP, SIZE = 12.0, 10.0  # points from line to line, and the type size


def read_text(path: Path) -> list[RawPage]:
    """The pages of a .txt or .md file. Raises UnreadableFile where it is empty or no text."""
    text = _decode(path)
    pages = [_page(path, at, page) for at, page in enumerate(text.split("\f"), 1)]
    if not any(page.parts for page in pages):
        raise UnreadableFile(f"{path.name}: filen är tom.")
    return pages


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


def _page(path: Path, index: int, text: str) -> RawPage:
    lines = text.split("\n")
    return page_of(index, list(markdown_units(lines) if path.suffix.lower() == ".md" else plain_units(lines)))


def page_of(index: int, units: Sequence[Unit]) -> RawPage:
    """Units of text under each other as a page."""
    parts: list[Line | Grid] = []
    for at, unit in enumerate(units):
        top = STEP * 2 * at
        parts.append(_grid(unit, index, top) if isinstance(unit, list) else _line(unit, index, top))
    return RawPage(index, str(index), WIDTH, max(HEIGHT, STEP * 2 * len(units) + HEIGHT), tuple(parts))


def _line(unit: tuple[str, int], page: int, top: float) -> Line:
    text, level = unit
    return Line(text, Box(page, 0.0, top, WIDTH, top + STEP), SIZE, False, level)


def _grid(rows: list[list[str]], page: int, top: float) -> Grid:
    width = max(len(row) for row in rows)
    box = Box(page, 0.0, top, WIDTH, top + STEP)
    full = [row + [""] * (width - len(row)) for row in rows]
    cells = [tuple(Cell(text, box, bold=at == 0) for text in row) for at, row in enumerate(full)]
    return Grid(tuple(cells), box)
