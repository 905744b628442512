"""Text set in columns by blanks: its tables found by where their words stand, as those of a page are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.documents import Box
from ingest.fixed_headers import named_grid
from ingest.segments import Segment, VisualLine
from ingest.units import GridUnit
from ingest.unruled import unruled_grids

SEGMENT = re.compile(r"\S+(?: \S+)*")
CAPTION = re.compile(r"(?:tabell|diagram|figur)\s*\d", re.IGNORECASE)
LETTER, PITCH, SIZE = 5.0, 12.0, 10.0  # width of a letter, distance between lines, type size, in points
BLANK, MOST_BLANK = 5.0, 15.0  # what an empty line adds to the distance, and what several add at most
ROWS = 5  # rows with figures in columns that show how a text is set
PROSE_WORDS = 9  # words of a line without wide blanks that is running text


def is_fixed_width(lines: Sequence[str]) -> bool:
    """Do more rows of figures stand in columns, parted by wide blanks, than run on?"""
    parted = [_segments(line, 0.0) for line in lines if "\t" not in line]
    rows = sum(len(line) > 2 and sum(s.figure for s in line) > 1 for line in parted)
    return rows >= ROWS and rows > sum(len(line) == 1 and _runs_on(line[0].text) for line in parted)


def _runs_on(text: str) -> bool:
    words = text.split()
    return len(words) > 2 and all(word[-1:].isdigit() for word in words[-2:])


def fixed_grids(lines: Sequence[str], start: int) -> Iterator[GridUnit]:
    """The tables of a page, each with names for its columns; `start` is the number of the page's first line.

    One whose columns cannot be told apart has no rows, and its rows as text instead.
    """
    tops = _tops(lines)
    for prose, group in groupby(range(len(lines)), key=lambda at: _is_prose(lines[at])):
        visual = [] if prose else [line for at in group if (line := _segments(lines[at], tops[at]))]
        for grid in sorted(unruled_grids(visual), key=lambda grid: grid.box.top):
            inside = [at for at, top in enumerate(tops) if grid.box.top <= top <= grid.box.bottom and lines[at].strip()]
            above = next((line for line in reversed(visual) if line[0].box.top < grid.box.top), ())
            texts = tuple(" ".join(cell.text for cell in row if cell.text) for row in grid.rows)
            named = named_grid(grid, above)
            yield GridUnit(named, () if named else texts, start + inside[0], start + inside[-1] + 1)


def _tops(lines: Sequence[str]) -> list[float]:
    """Where each line stands: empty lines count for less than lines of text."""
    tops, top, blank = [], 0.0, 0.0
    for line in lines:
        blank = 0.0 if line.strip() else blank + BLANK
        tops.append(top + min(blank, MOST_BLANK))
        top += PITCH if line.strip() else BLANK if blank <= MOST_BLANK else 0.0
    return tops


def _segments(line: str, top: float) -> VisualLine:
    return tuple(
        Segment(m.group(), Box(1, m.start() * LETTER, top, m.end() * LETTER, top + SIZE), SIZE, False)
        for m in SEGMENT.finditer(line)
    )


def _is_prose(line: str) -> bool:
    """Is a line running text or a caption, no part of a table?"""
    found = SEGMENT.findall(line)
    if len(found) != 1:
        return False
    words = found[0].split()
    return len(words) >= PROSE_WORDS or CAPTION.match(found[0]) is not None or len(words) > 4 and found[0].endswith(".")
