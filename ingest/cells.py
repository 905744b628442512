"""Segments put into the cells of their columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Cell, Grid
from ingest.certainty import doubt_about
from ingest.clean import join_lines
from ingest.columns import LABEL_EDGE
from ingest.segments import Segment, Span, VisualLine, box_around, overlap

SLACK = 0.5  # points by which a grid reaches beyond its lines


def grid_of(groups: Sequence[Sequence[VisualLine]], spans: Sequence[Span], goes_on: bool = False) -> Grid:
    """The lines of each row as a grid that takes up their place."""
    box = box_around(segment for group in groups for line in group for segment in line)
    rows = tuple(row_of(group, spans) for group in groups)
    around = replace(box, top=box.top - SLACK, bottom=box.bottom + SLACK)
    return Grid(rows, around, tuple(spans), goes_on, doubt_about(groups, rows, spans))


def row_of(lines: Sequence[VisualLine], spans: Sequence[Span]) -> tuple[Cell, ...]:
    """The segments of some lines put into their columns."""
    cells: list[list[Segment]] = [[] for _ in spans]
    for segment in (s for line in lines for s in line):
        cells[_column_of(segment, spans)].append(segment)
    wide = sum(1 for c in cells if c) == 1 and bool(cells[0]) and cells[0][0].box.x1 > spans[1][0]
    return tuple(_cell(found, wide) for found in cells)


def _column_of(segment: Segment, spans: Sequence[Span]) -> int:
    """The column that a segment overlaps most, or the nearest."""
    shares = [overlap(segment, span) for span in spans]
    if max(shares) > 0:
        return shares.index(max(shares)) if segment.box.x0 > spans[0][0] + LABEL_EDGE else 0
    middle = (segment.box.x0 + segment.box.x1) / 2
    return min(range(len(spans)), key=lambda at: min(abs(spans[at][0] - middle), abs(spans[at][1] - middle)))


def _cell(segments: Sequence[Segment], wide: bool) -> Cell:
    if not segments:
        return Cell("")
    return Cell(join_lines([s.text for s in segments]), box_around(segments), all(s.bold for s in segments), wide)
