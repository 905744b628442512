"""Lines and grids as a reader would have found them, from texts alone."""

from collections.abc import Sequence

from corpus.documents import Box, Document
from ingest.blocks import Cell, Grid, Line, RawPage, Table
from ingest.tables import assemble

WIDTH, HEIGHT, LEFT, STEP = 595.0, 842.0, 72.0, 12.0
PLAN = Document("plan", "plan.pdf", "Timrå: Plan 2022", "Timrå", "socialnämnden", "plan", (2022,), "")


def line(text: str, top: float = 200, page: int = 1, size: float = 10, bold: bool = False) -> Line:
    return Line(text, Box(page, LEFT, top, 500, top + size), size, bold)


def page(index: int, *parts: Line | Grid) -> RawPage:
    return RawPage(index, str(index), WIDTH, HEIGHT, parts)


def grid(*rows: Sequence[str], page: int = 1, header: int = 1) -> Grid:
    """A table of texts; `header` rows are bold, and a row of one text reaches over the whole width."""
    width = max(len(row) for row in rows)
    return Grid(tuple(_row(row, page, at, width, at < header) for at, row in enumerate(rows)), _box(page, 0, 40))


def _row(row: Sequence[str], page: int, at: int, width: int, bold: bool) -> tuple[Cell, ...]:
    box, spans = _box(page, at, 1), len(row) == 1
    filled = tuple(Cell(text, box, bold, spans) for text in row)
    return filled + tuple(Cell("", None) for _ in range(width - len(row)))


def _box(page: int, at: int, rows: int) -> Box:
    return Box(page, LEFT, 100 + at * STEP, 500, 100 + (at + rows) * STEP)


def table(*grids: Grid) -> Table:
    (found,) = assemble(grids)
    assert isinstance(found, Table)
    return found


def texts(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in found.rows]
