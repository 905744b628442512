"""Grids of a text set in columns: their headers, whole rows and titles of groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Cell, Grid
from ingest.clean import join_lines
from ingest.column_groups import splits_of
from ingest.fixed_rows import Cells, is_figure, titled, whole_rows
from ingest.segments import VisualLine

MOST_HEADERS = 3  # rows of a header at most


def named_grid(grid: Grid, above: VisualLine) -> Grid | None:
    """The grid, its header bold, its empty columns gone; None where a column of figures has no name."""
    used = [at for at in range(len(grid.rows[0])) if any(row[at].text for row in grid.rows)]
    rows = [tuple(row[at] for at in used) for row in grid.rows]
    first = next((at for at, row in enumerate(rows) if any(is_figure(cell) for cell in row[1:])), 0)
    top = [row for row in rows[:first] if any(cell.text for cell in row[1:])]
    body = whole_rows([row for row in rows if row not in top])
    header = _one_header(_folded(top), [Cell(segment.text, segment.box) for segment in above])
    figures = [at for at in range(1, len(used)) if any(is_figure(row[at]) for row in body)]
    names = [header[at].text for at in figures] if header else []
    labelled = all(any(c.isalpha() for cell in row for c in cell.text) for row in body)
    if not header or not all(names) or len(set(names)) < len(names) or not labelled:
        return None
    rows = [header, *(titled(row, after) for row, after in zip(body, [*body[1:], ()], strict=True))]
    return replace(grid, rows=tuple(rows))


def _one_header(rows: Sequence[Cells], above: Sequence[Cell]) -> Cells:
    """The rows of a header as one: texts above each other, the names of groups said for each of their columns."""
    if not rows or len(rows) > MOST_HEADERS:
        return ()
    names = _stacked_names(rows)
    if len(set(names)) < len(names):
        inside = [cell for cell in rows[0][1:] if cell.text]
        names = _grouped(rows[1:], inside) or _grouped(rows, above) or names
    return tuple(replace(cell, text=name, bold=True) for cell, name in zip(rows[-1], names, strict=True))


def _stacked_names(rows: Sequence[Cells]) -> list[str]:
    return [join_lines([row[at].text for row in rows if row[at].text]) for at in range(len(rows[0]))]


def _grouped(rows: Sequence[Cells], groups: Sequence[Cell]) -> list[str]:
    """The names of the columns with those of the groups that they stand under, or nothing where no groups fit."""
    names = _stacked_names(rows) if rows else []
    splits = splits_of(names[1:], len(groups)) if names and len(groups) > 1 else []
    if not splits:
        return []
    split = min(splits, key=lambda split: _distance(split, groups, rows))
    return [names[0], *(f"{groups[n].text} {name}" for n, name in zip(split, names[1:], strict=True))]


def _distance(split: Sequence[int], groups: Sequence[Cell], rows: Sequence[Cells]) -> float:
    """How far the names of groups stand from the middle of the columns that a split gives them."""
    boxes = [next((row[at].box for row in rows if row[at].box), None) for at in range(1, len(rows[0]))]
    apart = 0.0
    for number, group in enumerate(groups):
        own = [box for box, n in zip(boxes, split, strict=True) if box and n == number]
        if own and group.box:
            apart += abs(own[0].x0 + own[-1].x1 - group.box.x0 - group.box.x1)
    return apart


def _folded(rows: Sequence[Cells]) -> list[Cells]:
    """The rows of a header, two that name different columns made one."""
    out: list[Cells] = []
    for row in rows:
        apart = bool(out) and not any(a.text and b.text for a, b in zip(out[-1], row, strict=True))
        out.append(tuple(a if a.text else b for a, b in zip(out.pop(), row, strict=True)) if apart else row)
    return out
