"""Tables that go on over a page break: lines at the top of a page in the columns of the table before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.swedish.numbers import read_cell
from corpus.swedish.periods import years_in
from ingest.blocks import Cell, Grid, Line, RawPage
from ingest.clean import MARGIN
from ingest.columns import fits
from ingest.regions import HEADER_LINES, LINE_PITCH, OTHER_SIZE, Region
from ingest.segments import Span, VisualLine, gap, is_row, middle

HEADER_ROWS = 4  # rows of a table that may be its header


@dataclass(frozen=True, slots=True)
class OpenTable:
    """The table that a page ends with, where the text of the next page begins, and what its upper margin says."""

    grid: Grid
    top: float
    heads: frozenset[str] = frozenset()


def open_table(page: RawPage) -> OpenTable | None:
    """The table at the end of a page: told by blanks, and with nothing below it but in the margin."""
    grids = [part for part in page.parts if isinstance(part, Grid)]
    last = max(grids, key=lambda grid: grid.box.bottom, default=None)
    if last is None or not last.columns:
        return None
    below = [part for part in page.parts if isinstance(part, Line) and part.box.top > last.box.bottom]
    alone = all(line.box.top > (1 - MARGIN) * page.height for line in below)
    top = MARGIN * page.height
    heads = frozenset(_words([line.text]) for line in page.lines if line.box.bottom < top)
    return OpenTable(last, top, heads) if alone else None


def labelled(before: OpenTable, lines: Sequence[VisualLine]) -> OpenTable:
    """The table before, a column for the names of the rows put to a header alone that names the others only."""
    grid, start = before.grid, before.grid.columns[0][0]
    names = [line[0].box for line in lines if line[0].box.x1 < start]
    rows = [line for line in lines if is_row(line) and line[0].box in names and fits(line[1:], grid.columns)]
    if not rows or any(_is_figure(cell.text) for row in grid.rows for cell in row):
        return before
    label = min(line[0].box.x0 for line in rows), max(box.x1 for box in names)
    wider = replace(grid, rows=tuple((Cell(""), *row) for row in grid.rows), columns=(label, *grid.columns))
    return replace(before, grid=wider)


def _is_figure(text: str) -> bool:
    return read_cell(text) is not None and not years_in(text)


def carried_on(lines: Sequence[VisualLine], regions: Sequence[Region], before: OpenTable) -> Region | None:
    """The lines that go on with the table before, its header repeated or not; None where none do."""
    ordered = sorted(lines, key=middle)
    first = next((region for region in regions if region.header and _opens(region, before.grid)), None)
    again = first is not None and _same_header(first, before.grid)
    stop = len(ordered) if again or first is None else ordered.index(first.lines[0])
    held = _run(ordered[:stop], before)
    return None if held and again and first and _is_head_of(held, first, ordered) else held


def _is_head_of(held: Region, first: Region, ordered: Sequence[VisualLine]) -> bool:
    """May the lines be a head of the page: without figures, or right above the header that is said again?"""
    at, last = ordered.index(first.lines[0]), ordered.index(held.lines[-1])
    return at == last + 1 or at > last and not any(is_row(line) for line in held.lines)


def _run(ordered: Sequence[VisualLine], before: OpenTable) -> Region | None:
    """The stretch of lines in the columns of the table before that begins in the margin or right below it."""
    at = 0
    while at < len(ordered):
        header = _header_again(ordered[at:], before.grid)
        end = _end(ordered, at + header, before.grid.columns)
        head = _words(segment.text for segment in ordered[at]) in before.heads
        if not head and any(len(line) > 1 for line in ordered[at:end]):
            return Region(tuple(ordered[at:end]), header)
        if ordered[at][0].box.top > before.top:
            break
        at += 1
    return None


def _header_again(lines: Sequence[VisualLine], grid: Grid) -> int:
    """How many of the first lines are the header of the table before, said once more."""
    counts = range(min(HEADER_LINES, len(lines) - 1), 0, -1)
    return next((count for count in counts if _same_letters(lines[:count], grid)), 0)


def _end(ordered: Sequence[VisualLine], start: int, columns: Sequence[Span]) -> int:
    """The line after the last one in the columns; text over several columns may stand between two rows."""
    size, end = ordered[start][0].size, start
    for at in range(start, len(ordered)):
        line = ordered[at]
        far = at > start and gap(ordered[at - 1], line) > LINE_PITCH * size
        if far or abs(line[0].size - size) > OTHER_SIZE * size or len(line) > 1 and not fits(line, columns):
            break
        if fits(line, columns) and (len(line) > 1 or end == at):
            end = at + 1
    return end


def _opens(region: Region, grid: Grid) -> bool:
    """Is the top of the region a header: the same again, or bold where the table before begins with bold names?"""
    bold = all(segment.bold for line in region.lines[: region.header] for segment in line)
    styled = all(cell.bold for cell in grid.rows[0] if cell.text)
    return bold or not styled or _same_header(region, grid)


def _same_header(region: Region, grid: Grid) -> bool:
    """Is the header of the region that of the table before?"""
    return _same_letters(region.lines[: region.header], grid)


def _same_letters(lines: Sequence[VisualLine], grid: Grid) -> bool:
    named = sorted(_letters(s.text for line in lines for s in line))
    tops = (grid.rows[:count] for count in range(1, HEADER_ROWS))
    return any(sorted(_letters(cell.text for row in top for cell in row)) == named for top in tops)


def _words(texts: Iterable[str]) -> str:
    """The letters of a line without its figures: a running head is the same on every page but for those."""
    return "".join(letter for letter in _letters(texts) if letter.isalpha())


def _letters(texts: Iterable[str]) -> list[str]:
    return [letter for text in texts for letter in text if letter.isalnum()]
