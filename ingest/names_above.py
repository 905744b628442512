"""The names of the columns of a drawn table, where they stand right above it in a band without drawn cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.swedish.numbers import read_cell
from corpus.swedish.periods import years_in
from ingest.blocks import Cell, Grid
from ingest.clean import join_lines
from ingest.segments import Segment, Span, VisualLine, box_around

NEAR = 1.3  # of the type size: names are no further above the table, or above each other
OUT = 1.0  # points by which a name may stand out of its column
LINES = 4  # of names


def with_names_above(grid: Grid, columns: Sequence[Span], lines: Sequence[VisualLine]) -> Grid:
    """The grid with the bold lines right above it as its first row, where it has no names of its own."""
    if _is_named(grid.rows[0]):
        return grid
    found: list[VisualLine] = []
    top = grid.box.top
    for line in sorted((ln for ln in lines if ln[0].box.bottom <= grid.box.top + OUT), key=_bottom, reverse=True):
        near = top - line[0].box.bottom < NEAR * line[0].size
        caption = found and len(line) == 1 and _is_within(line[0], columns[0])
        if not near or caption or not _names(line, columns) or len(found) == LINES:
            break
        found.insert(0, line)
        top = line[0].box.top
    if max(map(len, found), default=0) < 2:
        return grid
    cells = tuple(_cell([s for line in found for s in line if _is_within(s, column)]) for column in columns)
    return replace(grid, rows=(cells, *grid.rows), box=replace(grid.box, top=top))


def _bottom(line: VisualLine) -> float:
    return line[0].box.bottom


def _is_named(row: Sequence[Cell]) -> bool:
    """Has a row two texts or more, and no figure but years: does it name the columns?"""
    texts = [cell.text for cell in row if cell.text]
    return len(texts) > 1 and not any(_is_value(text) for text in texts)


def _names(line: VisualLine, columns: Sequence[Span]) -> bool:
    """Is all of a line bold, without values, and each text within a column of its own?"""
    places = [[at for at, column in enumerate(columns) if _is_within(segment, column)] for segment in line]
    apart = all(places) and len({found[0] for found in places}) == len(line)
    return apart and all(segment.bold and not _is_value(segment.text) for segment in line)


def _is_value(text: str) -> bool:
    return read_cell(text) is not None and not years_in(text)


def _is_within(segment: Segment, column: Span) -> bool:
    return column[0] - OUT < segment.box.x0 and segment.box.x1 < column[1] + OUT


def _cell(names: Sequence[Segment]) -> Cell:
    return Cell(join_lines([s.text for s in names]), box_around(names), bold=True) if names else Cell("")
