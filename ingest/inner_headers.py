"""Headers within a table: where a row names new columns by years in a row, another table begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus.documents import Box
from corpus.swedish.numbers import read_cell
from corpus.swedish.words import fold
from ingest.blocks import Cell, Grid, Paragraph
from ingest.segments import YEAR

Cells = tuple[Cell, ...]


def names_years(row: Cells) -> bool:
    """Does a row hold years one after the other (2022, 2023) and no other figure: the names of columns, no values?"""
    years = [int(cell.text) for cell in row[1:] if YEAR.fullmatch(cell.text)]
    others = [cell.text for cell in row if cell.text and not YEAR.fullmatch(cell.text)]
    rising = len(years) > 1 and all(b - a == 1 for a, b in pairwise(years))
    return rising and not any(read_cell(text) for text in others)


def tables_in(grid: Grid) -> list[Grid | Paragraph]:
    """The tables that stand in a grid one below the other, each title above the second's header as a text."""
    named = [at for at, row in enumerate(grid.rows) if at > 1 and names_years(row)]
    starts = [at for at in named if _has_values(grid.rows, at) and _texts(grid.rows[at]) != _texts(grid.rows[0])]
    if not starts:
        return [grid]
    out: list[Grid | Paragraph] = []
    for start, end in pairwise([0, *starts, len(grid.rows)]):
        rows = grid.rows[start:end]
        title = rows[-1] if end < len(grid.rows) and _is_title(rows[-1]) else ()
        out.append(_part(grid, rows[:-1] if title else rows))
        out += [Paragraph(cell.text, (cell.box,)) for cell in title if cell.box and cell.text]
    return out


def _has_values(rows: Sequence[Cells], at: int) -> bool:
    """Are there figures above a row and right below it?"""
    above = any(_is_valued(row) for row in rows[:at])
    return above and at + 1 < len(rows) and _is_valued(rows[at + 1])


def _texts(row: Cells) -> list[str]:
    return [fold(cell.text) for cell in row]


def _is_valued(row: Cells) -> bool:
    return any(read_cell(cell.text) and not YEAR.fullmatch(cell.text) for cell in row[1:])


def _is_title(row: Cells) -> bool:
    return bool(row[0].text) and not any(cell.text for cell in row[1:])


def _part(grid: Grid, rows: Sequence[Cells]) -> Grid:
    """Some rows of a grid as one of their own, without the columns that are blank in all of them."""
    filled = [at for at in range(len(rows[0])) if not at or any(row[at].text for row in rows)]
    boxes = [cell.box for row in rows for cell in row if cell.box]
    top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
    box = Box(grid.box.page, grid.box.x0, top, grid.box.x1, bottom)
    columns = tuple(grid.columns[at] for at in filled) if grid.columns else ()
    return Grid(tuple(tuple(row[at] for at in filled) for row in rows), box, columns, False, grid.doubt)
