"""Tables of contents: among the tables of a text, and among the lines and tables of a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.swedish.words import fold
from ingest.blocks import Grid, Line
from ingest.units import Row

FEWEST = 5  # rows of a title and a number that are a table of contents; fewer that follow on one
NUMBERED = re.compile(r"(.*[^\W\d].*?)\s+(\d{1,3})")
LEVEL = 2.0  # points by which the top of a title and that of its page's number may differ


@dataclass(frozen=True, slots=True)
class Entry:
    """A line or row that may be of a table of contents: the parts of the page that it is of, its title and number."""

    parts: tuple[int, ...]
    text: str
    title: str
    number: int | None


def is_contents(rows: Sequence[Row], goes_on: bool) -> bool:
    """Are the rows headings with the numbers of their pages; `goes_on` where they follow on such?"""
    pages = [row.cells[-1] for row in rows if len(row.cells) == 2]
    numbered = len(pages) == len(rows) >= (2 if goes_on else FEWEST) and all(page.isdigit() for page in pages)
    return numbered and all(int(a) <= int(b) for a, b in pairwise(pages))


def without_contents(parts: Sequence[Line | Grid], headings: Collection[str]) -> list[Line | Grid]:
    """The parts of a page without its table of contents: titles of the document with the rising numbers of pages.

    One title may lack its number, where it is broken over two lines.
    """
    entries = list(_entries(parts))
    rows = Counter(at for entry in entries for at in entry.parts)
    dropped: Counter[int] = Counter()
    for run in _runs(entries):
        numbered = [entry for entry in run if entry.number is not None]
        titles = sum(fold(entry.title) in headings for entry in numbered)
        if len(numbered) >= FEWEST and 2 * titles > len(numbered):
            dropped.update(at for entry in run for at in entry.parts)
    return [part for at, part in enumerate(parts) if not dropped[at] or rows[at] - dropped[at] > 1]


def _runs(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Entries one below the other whose numbers do not fall."""
    run: list[Entry] = []
    for at, entry in enumerate(entries):
        last = next((other.number for other in reversed(run) if other.number is not None), 0)
        after = entries[at + 1].number if at + 1 < len(entries) else None
        number = after if entry.number is None and run and run[-1].number is not None else entry.number
        if number is None or number < last:
            yield run
            run = []
        run += [entry] if entry.number is not None or run and number is not None else []
    yield run


def _entries(parts: Sequence[Line | Grid]) -> Iterator[Entry]:
    """What stands on each line of a page, a number at the right edge with the title that it is of."""
    held: Entry | None = None
    for at, part in enumerate(parts):
        if isinstance(part, Line) and part.text.isdigit() and held and _level(parts[held.parts[0]], part):
            yield replace(held, parts=(*held.parts, at), title=held.text, number=int(part.text))
            held = None
            continue
        yield from [held] if held else []
        held = _of_line(part, at) if isinstance(part, Line) else None
        yield from _of_grid(part, at) if isinstance(part, Grid) else []
    yield from [held] if held else []


def _of_line(line: Line, at: int) -> Entry:
    named = NUMBERED.fullmatch(line.text)
    return Entry((at,), line.text, named[1], int(named[2])) if named else Entry((at,), line.text, line.text, None)


def _of_grid(grid: Grid, at: int) -> Iterator[Entry]:
    for row in grid.rows:
        texts = [cell.text for cell in row if cell.text]
        numbered = len(texts) == 2 and texts[1].isdigit()
        yield Entry((at,), " ".join(texts), texts[0] if texts else "", int(texts[1]) if numbered else None)


def _level(part: Line | Grid, number: Line) -> bool:
    return abs(part.box.top - number.box.top) < LEVEL
