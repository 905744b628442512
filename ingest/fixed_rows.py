"""Lines of a text set in columns put together to whole rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.documents import Box
from ingest.blocks import Cell
from ingest.clean import join_lines
from ingest.segments import Segment

Cells = tuple[Cell, ...]


def whole_rows(rows: Sequence[Cells]) -> list[Cells]:
    """The rows, pieces of text without a label or a figure put to the row that they go on in or come from."""
    out: list[Cells] = []
    held: Cells = ()
    for row, after in zip(rows, [*rows[1:], ()], strict=True):
        whole = _stacked(held, row) if held else row
        held = ()
        piece = not row[0].text and not any(is_figure(cell) for cell in row)
        if piece and any(a.text and b.text[:1].islower() for a, b in zip(row, after, strict=False)):
            held = whole
        elif piece and out:
            out[-1] = _stacked(out[-1], whole)
        else:
            out.append(whole)
    return out


def _stacked(above: Sequence[Cell], below: Sequence[Cell]) -> Cells:
    """Two lines of one row as the row."""
    pairs = zip(above, below, strict=True)
    return tuple(replace(b if b.text else a, text=join_lines([t for t in (a.text, b.text) if t])) for a, b in pairs)


def titled(row: Sequence[Cell], after: Sequence[Cell]) -> Cells:
    """The row; a label alone above a row of figures as the title of a group."""
    alone = bool(row[0].text) and not any(cell.text for cell in row[1:]) and any(is_figure(cell) for cell in after[1:])
    return (replace(row[0], bold=True), *row[1:]) if alone else tuple(row)


def is_figure(cell: Cell) -> bool:
    """Does a cell hold a figure that is no year, or a date or a dash?"""
    segment = Segment(cell.text, Box(1, 0, 0, 0, 0), 0.0, False)
    return bool(cell.text) and segment.figure and not segment.year
