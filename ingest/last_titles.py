"""The title of a group as the last line of a page, its rows on the next: known by the titles above it in the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.regions import EVEN, FAR, RAISED, SAME_EDGE, Region
from ingest.segments import VisualLine, gap, is_row, middle


def with_last_title(region: Region, lines: Sequence[VisualLine], bottom: float = FAR) -> Region:
    """The region with the line right below it, where that is such a title and the rest stands in the page's margin."""
    below = [line for line in sorted(lines, key=middle) if middle(line) > middle(region.lines[-1])]
    last = all(line[0].box.top > bottom for line in below[1:])
    if below and last and _is_set_alike(region.lines[region.header :], below[0]):
        return replace(region, lines=(*region.lines, below[0]))
    return region


def _is_set_alike(table: Sequence[VisualLine], line: VisualLine) -> bool:
    """Is a lone line set as the titles of groups in the table above it are, and as far from the row above?"""
    titles = [(above, title) for above, title, row in zip(table, table[1:], table[2:], strict=False)
              if len(title) == 1 and is_row(row)]  # fmt: skip
    apart = gap(table[-1], line) if table else FAR
    return len(line) == 1 and any(
        abs(title[0].box.x0 - line[0].box.x0) < SAME_EDGE
        and abs(title[0].size - line[0].size) < RAISED
        and title[0].bold == line[0].bold
        and apart / EVEN < gap(above, title) < apart * EVEN
        for above, title in titles
    )
