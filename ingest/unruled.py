"""Tables without any rule: runs of lines with figures in columns, rows told apart by their distance."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.blocks import Grid
from ingest.cells import grid_of, row_of
from ingest.columns import LABEL_EDGE, columns_of, under_headers
from ingest.segments import Span, VisualLine, middle, overlap

LINE_PITCH = 2.6  # of the type size: lines further apart are not of one table
HEADER_PITCH = 2.1  # of the type size: lines of a header are no further apart
HEADER_LINES = 5  # lines above the first row of figures that may be its header
TITLE_LINES = 3  # lines of a group's title that may stand between the header and the first row
BETWEEN = 8  # lines without figures that may stand between two rows of figures
PROSE = 0.8  # of the table's width: a lone segment as wide as that is running text
TIGHT = 0.92  # of the distance from row to row, within which a line is of the row above it
LEADING = 1.45  # of the type size: lines of one cell are no further apart
EVEN = 1.1  # of the distance from row to row, within which a line may be the next row


def unruled_grids(lines: Sequence[VisualLine]) -> list[Grid]:
    """The tables among some lines of a page."""
    return [grid for region in _regions(lines) if (grid := _grid_in(region))]


def _regions(lines: Sequence[VisualLine]) -> list[list[VisualLine]]:
    """Runs of lines that hold two rows of figures or more, with what may belong to them in between and around."""
    ordered = sorted(lines, key=middle)
    runs: list[list[int]] = []
    for at in (at for at, line in enumerate(ordered) if _is_row(line)):
        joined = runs and at - runs[-1][-1] <= BETWEEN and _close(ordered[runs[-1][-1] : at + 1])
        runs += [] if joined else [[]]
        runs[-1].append(at)
    return [_whole(ordered, run) for run in runs if len(run) > 1 or _has_header(ordered, run[0])]


def _is_row(line: VisualLine) -> bool:
    return len(line) > 1 and any(segment.figure and not segment.year for segment in line[1:])


def _close(lines: Sequence[VisualLine]) -> bool:
    """Are the lines near each other, and those between rows not running text?"""
    width = max(line[-1].box.x1 for line in lines) - min(line[0].box.x0 for line in lines)
    prose = any(len(line) == 1 and line[0].width > PROSE * width for line in lines[1:-1])
    return not prose and all(_gap(a, b) < LINE_PITCH * b[0].size for a, b in pairwise(lines))


def _gap(above: VisualLine, line: VisualLine) -> float:
    return middle(line) - middle(above)


def _step(lines: Sequence[VisualLine]) -> float:
    """The distance from row to row: the least between a row of figures and the line above it; 0 for a lone row."""
    return min((_gap(above, line) for above, line in pairwise(lines) if _is_row(line)), default=0.0)


def _has_header(lines: Sequence[VisualLine], at: int) -> bool:
    above = lines[at - 1] if at else ()
    return len(above) > 1 and len(above) >= len(lines[at]) - 1 and _close(lines[at - 1 : at + 1])


def _whole(lines: Sequence[VisualLine], run: Sequence[int]) -> list[VisualLine]:
    """The rows of figures with the header above them and what goes on below them."""
    first, last = run[0], run[-1]
    spans = columns_of([lines[at] for at in run])
    step = _step(lines[first : last + 1])
    start = _under_header(lines, first, spans)
    while start and first - start < HEADER_LINES and _heads(lines[start - 1], lines[start], spans):
        start -= 1
    while last + 1 < len(lines) and _goes_on(lines[last + 1], lines[last], spans, step):
        last += 1
    return list(lines[start : last + 1])


def _under_header(lines: Sequence[VisualLine], first: int, spans: Sequence[Span]) -> int:
    """The line right under the header: the first row, or the title of its group above it."""
    for title in range(first - 1, max(first - TITLE_LINES, 1) - 1, -1):
        if (
            not _is_title(lines[title], spans)
            or _gap(lines[title], lines[title + 1]) > LINE_PITCH * lines[title][0].size
        ):
            break
        if _heads(lines[title - 1], lines[title], spans):
            return title
    return first


def _heads(line: VisualLine, below: VisualLine, spans: Sequence[Span]) -> bool:
    """Does the line name columns: near the next, over a column of figures, or all of it right of the labels?"""
    caption = len(line) == 1 and abs(line[0].box.x0 - spans[0][0]) < LABEL_EDGE
    over = [] if caption else [s for s in line if any(overlap(s, span) > 0 for span in spans[1:])]
    wide = len(line) == 1 and line[0].width > PROSE * (spans[-1][1] - spans[0][0])
    beside = len(line) > 1 and all(s.box.x0 > spans[0][1] for s in line)
    return _gap(line, below) < HEADER_PITCH * line[0].size and (bool(over) or beside) and not wide


def _is_title(line: VisualLine, spans: Sequence[Span]) -> bool:
    """May the line be the title of a group?"""
    return len(line) == 1 and abs(line[0].box.x0 - spans[0][0]) < LABEL_EDGE


def _goes_on(line: VisualLine, above: VisualLine, spans: Sequence[Span], step: float) -> bool:
    """Is a line below the last row of figures the rest of that row, or one more row, without figures?"""
    if not _fits(line, spans):
        return False
    gap = _gap(above, line)
    if gap < TIGHT * step and gap < LEADING * line[0].size:
        return True
    return gap < EVEN * step if len(line) > 1 else _lower(line) and gap < LEADING * line[0].size


def _fits(line: VisualLine, spans: Sequence[Span]) -> bool:
    """Does each segment stand in a column of its own?"""
    under = [[at for at, span in enumerate(spans) if overlap(segment, span) > 0] for segment in line]
    places = {at for found in under for at in found}
    return len(places) == len(line) and all(len(found) == 1 for found in under)


def _grid_in(lines: Sequence[VisualLine]) -> Grid | None:
    first = next(at for at, line in enumerate(lines) if _is_row(line))
    body = [line for line in lines if _is_row(line)]
    heads = [line for line in lines[:first] if len(line) > 1 or line[0].box.x0 > lines[first][0].box.x1]
    spans = under_headers(columns_of(body), heads, body)
    if len(spans) < 2:
        return None
    top = max((at + 1 for at, line in enumerate(lines[:first]) if line in heads), default=0)
    header = [row_of([line], spans) for line in lines[:top]]
    rows = [row_of(group, spans) for group in _grouped(lines[top:])]
    return grid_of([*header, *rows], lines)


def _grouped(lines: Sequence[VisualLine]) -> list[list[VisualLine]]:
    """Lines to rows: a line without figures goes with the row whose label it breaks, or is a title by itself."""
    groups: list[list[VisualLine]] = []
    step = _step(lines)
    for at, line in enumerate(lines):
        after = _gap(line, lines[at + 1]) if at + 1 < len(lines) else 1e9
        held = groups[-1] if groups else []
        opens = held and not any(_is_row(ln) for ln in held) and _gap(held[-1], line) < TIGHT * after
        if held and _continues(line, held[-1], after, step) or opens and _is_row(line) and _lower(line):
            held.append(line)
        else:
            groups.append([line])
    return groups


def _continues(line: VisualLine, above: VisualLine, after: float, step: float) -> bool:
    """Is a line without figures the rest of the row above it: nearer to it than rows are, or than the line below?"""
    if _is_row(line):
        return False
    gap = _gap(above, line)
    close = gap < LEADING * line[0].size
    within = close and gap < TIGHT * step and line[0].bold == above[0].bold
    return _lower(line) or within or close and gap < TIGHT * after and not line[0].bold


def _lower(line: VisualLine) -> bool:
    return line[0].text[:1].islower()
