"""Tables that are not read with certainty: named in the ledger, their text kept as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.documents import Box
from ingest.blocks import Cell, Grid, Line, RawPage
from ingest.certainty import NO_NAMES, has_no_names
from ingest.tables import continues

LETTERS = 40  # by which a table is named
SIZE = 1.2  # of a line's height, its type size


def unread(grid: Grid, why: str) -> str:
    """What the ledger says of a table that is not read."""
    name = next((cell.text for row in grid.rows for cell in row if cell.text), "")
    short = name if len(name) <= LETTERS else f"{name[:LETTERS].rstrip()} …"
    return f"Tabellen som börjar med ”{short}” är inte läst som tabell, för {why}"


def without_nameless(pages: Sequence[RawPage]) -> list[RawPage]:
    """The pages, tables told by blanks whose columns have no names, there or on the page before, as lines of text."""
    return [_without(page, before) for before, page in pairwise([None, *pages]) if page]


def _without(page: RawPage, before: RawPage | None) -> RawPage:
    last = [part for part in before.parts if isinstance(part, Grid)][-1:] if before else []
    nameless = [
        part
        for part in page.parts
        if isinstance(part, Grid) and _is_told(part) and not any(continues(grid, part) for grid in last)
    ]
    parts = [line for part in page.parts for line in (_lines(part) if part in nameless else [part])]
    told = [unread(grid, NO_NAMES) for grid in nameless if isinstance(grid, Grid)]
    return replace(page, parts=tuple(parts), warnings=(*page.warnings, *told))


def _is_told(grid: Grid) -> bool:
    return bool(grid.columns) and not grid.goes_on and has_no_names(grid.rows)


def _lines(grid: Line | Grid) -> Iterator[Line]:
    for row in grid.rows if isinstance(grid, Grid) else ():
        boxes = [cell.box for cell in row if cell.box]
        yield Line(" ".join(cell.text for cell in row if cell.text), _around(boxes), _size(boxes), _is_bold(row))


def _size(boxes: Sequence[Box]) -> float:
    return min(box.bottom - box.top for box in boxes) / SIZE


def _is_bold(row: Sequence[Cell]) -> bool:
    return all(cell.bold for cell in row if cell.text)


def _around(boxes: Sequence[Box]) -> Box:
    left, top = min(box.x0 for box in boxes), min(box.top for box in boxes)
    return Box(boxes[0].page, left, top, max(box.x1 for box in boxes), max(box.bottom for box in boxes))
