"""Text and Markdown files to pages of lines and grids; a form feed starts a new page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import quantiles

from corpus.documents import Box
from corpus.swedish.numbers import numbers_in
from ingest.blocks import Cell, Grid, Line, RawPage, UnreadableFile

WIDTH, HEIGHT = 595.0, 842.0  # a page of text is shown as A4
STEP, SIZE = 12.0, 10.0  # points from line to line, and the type size
MARKDOWN_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
MARKDOWN_RULE = re.compile(r"^\|?[\s:|-]*-{3,}[\s:|-]*\|?$")
EMPHASIS = re.compile(r"\*\*|__|`|\[([^\]]*)\]\([^)]*\)")
ENDS = (".", "!", "?", ":", ";", "”", '"')
HEADING_WORDS = 12
POINT = re.compile(r"^\s*(?:[•●▪*–-]|\d{1,2}[.)])\s")


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
    markdown = path.suffix.lower() == ".md"
    units = list(_markdown_units(lines) if markdown else _text_units(lines))
    parts: list[Line | Grid] = []
    for at, unit in enumerate(units):
        top = STEP * 2 * at
        parts.append(_grid(unit, index, top) if isinstance(unit, list) else _line(unit, index, top))
    return RawPage(index, str(index), WIDTH, max(HEIGHT, STEP * 2 * len(units) + HEIGHT), tuple(parts))


Unit = tuple[str, int] | list[list[str]]  # a line with its heading level, or the rows of a table


def _markdown_units(lines: Sequence[str]) -> Iterator[Unit]:
    held: list[str] = []
    table: list[list[str]] = []
    for line in [*lines, ""]:
        heading = MARKDOWN_HEADING.match(line)
        if held and (not line.strip() or heading or POINT.match(line) or line.startswith("|")):
            yield _plain(" ".join(held)), 0
            held = []
        if table and not line.startswith("|"):
            yield table
            table = []
        if heading:
            yield _plain(heading[2]), len(heading[1])
        elif line.startswith("|"):
            table += [] if MARKDOWN_RULE.match(line) else [[_plain(c) for c in line.strip().strip("|").split("|")]]
        elif line.strip():
            held.append(line.strip())


def _plain(text: str) -> str:
    return EMPHASIS.sub(lambda m: m[1] or "", text).strip()


def _text_units(lines: Sequence[str]) -> Iterator[Unit]:
    """Tab-separated runs as tables; other lines joined to paragraphs, short ones standing alone as headings."""
    width = _usual_width(lines)
    table: list[list[str]] = []
    run: list[str] = []
    for line in [*lines, ""]:
        tabbed = line.rstrip().count("\t") >= 1 and len(line.split("\t")) >= 2
        if tabbed and not (table and len(table[-1]) != len(line.rstrip("\n").split("\t"))):
            yield from _paragraphs(run, width)
            run = []
            table.append([cell.strip() for cell in line.rstrip("\n").split("\t")])
            continue
        if table:
            yield table
            table = []
        run.append(line)
    yield from _paragraphs(run, width)


def _usual_width(lines: Sequence[str]) -> float:
    lengths = [min(len(line.rstrip()), 120) for line in lines if line.strip()]
    return quantiles(lengths, n=10)[7] if len(lengths) > 1 else 120.0


def _paragraphs(lines: Sequence[str], width: float) -> Iterator[Unit]:
    held = ""
    blanks = 0
    for line in lines:
        text = line.strip()
        if not text:
            blanks += 1
            continue
        if held and not _goes_on(held, text, blanks, width):
            yield _unit(held)
            held = ""
        held = f"{held} {text}" if held else text
        last_length = len(text)
        held_full = last_length > 0.6 * width
        blanks = 0 if held_full else 1
    if held:
        yield _unit(held)


def _goes_on(held: str, text: str, blanks: int, width: float) -> bool:
    """Is the line the rest of the paragraph before it?"""
    if POINT.match(text) or _is_row(text) or _is_row(held):
        return False
    if blanks > 2 or held.endswith((".", "!", "?")) and blanks:
        return False
    return text[:1].islower() or not blanks and not held.endswith(ENDS[:3]) or held.endswith((",", "-"))


def _is_row(text: str) -> bool:
    """Does the line look like a row of figures?"""
    numbers = numbers_in(text)
    return len(numbers) >= 2 and sum(len(n.text) for n in numbers) > 0.3 * len(text)


def _unit(text: str) -> Unit:
    words = text.split()
    alone = len(words) <= HEADING_WORDS and text[:1].isupper() and not text.endswith(ENDS + (",",))
    return text, 2 if alone and not numbers_in(text) and any(c.islower() for c in text) else 0


def _line(unit: tuple[str, int], page: int, top: float) -> Line:
    text, level = unit
    return Line(text, Box(page, 0.0, top, WIDTH, top + STEP), SIZE, False, level)


def _grid(rows: list[list[str]], page: int, top: float) -> Grid:
    width = max(len(row) for row in rows)
    box = Box(page, 0.0, top, WIDTH, top + STEP)
    full = [row + [""] * (width - len(row)) for row in rows]
    cells = [tuple(Cell(text, box, bold=at == 0) for text in row) for at, row in enumerate(full)]
    return Grid(tuple(cells), box)
