"""Two tables that were read as one, for their rows stand level: parted where that is sure, or else in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.documents import TOTALS, Box
from corpus.swedish.numbers import read_cell
from corpus.swedish.words import fold
from ingest.blocks import Cell, Grid
from ingest.column_words import column_words, is_year
from ingest.segments import DASHES, Rule

MAY_BE_TWO = "den kan vara två tabeller bredvid varandra"
DISTINCT = 0.6  # share of the texts of a column, under which too many are the same to name rows
Column = Sequence[Cell]


def parted(grid: Grid, rules: Sequence[Rule]) -> list[Grid]:
    """The tables of a grid without drawn cells: one, or those beside each other that it holds."""
    at = 0 if grid.doubt or grid.goes_on else _second_label(grid)
    if not at or _is_one(grid, at, rules):
        return [grid]
    left, right = _part(grid, slice(0, at)), _part(grid, slice(at, None))
    sure = _are_two(left, right) and not _is_words(_body(right)[1])
    return [left, *parted(right, rules)] if sure else [replace(grid, doubt=MAY_BE_TWO)]


def _second_label(grid: Grid) -> int:
    """The first column of words that stands between columns of figures, of a table whose rows are named; 0 for none."""
    columns = _body(grid)
    words = [at for at, column in enumerate(columns) if _is_words(column)]
    figures = [at for at, column in enumerate(columns) if _is_figures(column)]
    between = [at for at in words if figures and figures[0] < at < figures[-1]]
    return between[0] if between and words[0] == 0 else 0


def _is_one(grid: Grid, at: int, rules: Sequence[Rule]) -> bool:
    """Does a rule run on over the blank, or do the words say something of a row and name none?"""
    edge, start = grid.columns[at - 1][1], grid.columns[at][0]
    across = any(grid.box.top < r.y < grid.box.bottom and r.x0 < edge and r.x1 > start for r in rules)
    texts = [fold(cell.text) for cell in _body(grid)[at] if cell.text]
    said = any(word in column_words()["attributes"] for word in fold(_names(grid)[at]).split())
    return across or said or len(set(texts)) < DISTINCT * len(texts)


def _are_two(left: Grid, right: Grid) -> bool:
    """Do both name a column of figures alike, or no column of labels, has each a sum, or does the right one go on?"""
    names, others = _names(left), _names(right)
    alike = any(name in names[1:] for name in others[1:] if name)
    unnamed = not names[0] and not others[0] and any(names) and any(others)
    sums = all(any(fold(cell.text).startswith(TOTALS) for cell in _body(half)[0]) for half in (left, right))
    return alike or unnamed or sums or _filled(right.rows)[-1] > _filled(left.rows)[-1]


def _part(grid: Grid, columns: slice) -> Grid:
    """Some columns of a grid, its rows that hold something there."""
    rows = tuple(row[columns] for row in grid.rows)
    boxes = [cell.box for row in rows for cell in row if cell.box]
    box = Box(grid.box.page, min(b.x0 for b in boxes), grid.box.top, max(b.x1 for b in boxes), grid.box.bottom)
    return replace(grid, rows=tuple(rows[at] for at in _filled(rows)), box=box, columns=grid.columns[columns])


def _filled(rows: Sequence[Column]) -> list[int]:
    return [at for at, row in enumerate(rows) if any(cell.text for cell in row)]


def _names(grid: Grid) -> list[str]:
    """What the rows above the first figures say of each column."""
    top = grid.rows[: _first(grid)]
    said = [" ".join(cell.text for cell in column if cell.text) for column in zip(*top, strict=True)]
    return said or [""] * len(grid.rows[0])


def _body(grid: Grid) -> list[Column]:
    return list(zip(*grid.rows[_first(grid) :], strict=True)) or [()] * len(grid.rows[0])


def _first(grid: Grid) -> int:
    """The first row that holds a figure and no year, right of its label."""
    rows = enumerate(grid.rows)
    return next((at for at, row in rows if any(_is_figure(c) and not is_year(c.text) for c in row[1:])), len(grid.rows))


def _is_words(column: Column) -> bool:
    """Are most of what a column holds words?"""
    filled = [cell for cell in column if cell.text]
    return 2 * sum(map(_is_figure, filled)) < len(filled)


def _is_figures(column: Column) -> bool:
    return any(map(_is_figure, column)) and not _is_words(column)


def _is_figure(cell: Cell) -> bool:
    return read_cell(cell.text) is not None or cell.text in DASHES
