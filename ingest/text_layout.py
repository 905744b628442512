"""Units of a text laid out on pages, as if they had been read from paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.documents import Box
from corpus.swedish.words import fold
from ingest.blocks import Cell, Grid, Line, RawPage
from ingest.units import GridUnit, TableUnit, TextUnit, Unit, UnreadUnit

WIDTH, HEIGHT = 595.0, 842.0  # a page of text is shown as A4
STEP, SIZE = 12.0, 10.0  # points from line to line, and the type size
COMMENT = "kommentar"


def laid_out_page(index: int, label: str, units: Sequence[Unit]) -> RawPage:
    """The units of one page below each other."""
    parts: list[Line | Grid] = []
    for at, unit in enumerate(unit for unit in units if not isinstance(unit, UnreadUnit)):
        top = STEP * 2 * at
        parts.append(_line(unit, index, top) if isinstance(unit, TextUnit) else _grid(unit, index, top))
    doubts = tuple(unit.text for unit in units if isinstance(unit, UnreadUnit))
    return RawPage(index, label, WIDTH, max(HEIGHT, STEP * 2 * len(units) + HEIGHT), tuple(parts), doubts)


def _line(unit: TextUnit, page: int, top: float) -> Line:
    return Line(unit.text, Box(page, 0.0, top, WIDTH, top + STEP), SIZE, False, unit.level)


def _grid(unit: TableUnit | GridUnit, page: int, top: float) -> Grid:
    box = Box(page, 0.0, top, WIDTH, top + STEP)
    if isinstance(unit, GridUnit):
        rows = unit.grid.rows if unit.grid else ()
        return Grid(tuple(tuple(_on_page(cell, page) for cell in row) for row in rows), box)
    width = max(len(row.cells) for row in unit.rows)
    return Grid(tuple(_row(row.cells, width, box, bold=at == 0) for at, row in enumerate(unit.rows)), box)


def _row(cells: Sequence[str], width: int, box: Box, bold: bool) -> tuple[Cell, ...]:
    """The row at its table's width; one cell alone is a comment that reaches over all of it, or a group's title."""
    alone = len(cells) == 1 < width
    comment = alone and fold(cells[0]).startswith(COMMENT)
    filled = (*cells, *[""] * (width - len(cells)))
    return tuple(Cell(text, box, bold or alone and not comment, comment) for text in filled)


def _on_page(cell: Cell, page: int) -> Cell:
    return replace(cell, box=replace(cell.box, page=page)) if cell.box else cell
