"""Tables without any rule: columns by the blanks in their lines and by their header, rows by their distance."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.blocks import Grid
from ingest.carried import OpenTable, carried_on, labelled
from ingest.cells import grid_of
from ingest.columns import columns_of, names_of, under_headers
from ingest.grouping import header_rows, rows_of_lines
from ingest.last_titles import with_last_title
from ingest.regions import FAR, Region, table_regions
from ingest.segments import VisualLine, is_row

FEW = 0.3  # share of the lines of several texts that rows of figures must be to tell the columns alone


def unruled_grids(lines: Sequence[VisualLine], bottom: float = FAR, before: OpenTable | None = None) -> list[Grid]:
    """The tables among some lines of a page down to its margin; `before` is what the page before ended with."""
    regions = table_regions(lines, bottom)
    before = labelled(before, lines) if before else None
    carried = carried_on(lines, regions, before) if before else None
    carried = with_last_title(carried, lines, bottom) if carried else None
    grids = [_grid_under(carried, before.grid)] if before and carried else []
    left = [region for region in regions if not carried or not set(region.lines) & set(carried.lines)]
    whole = [with_last_title(region, lines, bottom) for region in left]
    return grids + [grid for region in whole if (grid := _grid_in(region))]


def _grid_under(region: Region, before: Grid) -> Grid:
    """The rows that go on in the columns of the table before."""
    top, below = region.lines[: region.header], region.lines[region.header :]
    return grid_of([*header_rows(top), *rows_of_lines(below)], before.columns, goes_on=True)


def _grid_in(region: Region) -> Grid | None:
    header, below = region.lines[: region.header], region.lines[region.header :]
    body = _telling(below)
    names = header_rows(header)
    own = columns_of(body or header)
    spans = under_headers(own, names_of(names, own), body)
    return grid_of([*names, *rows_of_lines(below)], spans) if len(spans) > 1 else None


def _telling(lines: Sequence[VisualLine]) -> list[VisualLine]:
    """The lines that tell the columns: rows of figures where those are many, or else all of several texts."""
    several = [line for line in lines if len(line) > 1]
    figures = [line for line in several if is_row(line)]
    return figures if len(figures) > FEW * len(several) else several
