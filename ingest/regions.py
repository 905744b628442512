"""Where the tables without rules stand on a page: runs of lines with figures in columns, or under a bold header."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.documents import TOTALS
from corpus.swedish.words import fold
from ingest.columns import LABEL_EDGE, columns_of, fits
from ingest.grouping import LEADING, TIGHT, WIDEST, row_step
from ingest.hanging import hanging_stretches
from ingest.segments import Segment, Span, VisualLine, gap, is_row, middle, overlap

LINE_PITCH = 2.6  # of the type size: lines further apart are not of one table
HEADER_PITCH = 2.1  # of the type size: lines of a header are no further apart
HEADER_LINES = 5  # lines above the first row of figures that may be its header
TITLE_LINES = 3  # lines of a group's title that may stand between the header and the first row
BETWEEN = 8  # lines without figures that may stand between two rows of figures
PROSE = 0.8  # of the table's width: a lone segment as wide as that is running text
EVEN = 1.1  # of the distance from row to row, within which a line may be the next row
SAME_EDGE = 2.0  # points by which the edges of two cells of a column may differ
OTHER_SIZE = 0.08  # share of a table's type size by which text beside it differs


Stretch = tuple[int, int, int]  # of lines: where a table starts, where its body starts, and where it ends
FAR = 1e9
RAISED = 0.3  # points that the type sizes of a row and of a group's title may differ


@dataclass(frozen=True, slots=True)
class Region:
    """The lines of one table, and how many of them, from the top, are its header."""

    lines: tuple[VisualLine, ...]
    header: int


def table_regions(lines: Sequence[VisualLine], bottom: float = FAR) -> list[Region]:
    """The tables among some lines of a page, from top to bottom; below `bottom` is the page's margin."""
    ordered = sorted(lines, key=middle)
    under = list(_under_bold(ordered))
    headers = {start for start, _, _ in under}
    runs = [_whole(ordered, run, headers) for run in _runs(ordered, headers)]
    found = _to_page_end(ordered, _united([*runs, *under, *hanging_stretches(ordered)]), bottom)
    return [Region(tuple(ordered[start:end]), first - start) for start, first, end in found]


def _to_page_end(ordered: Sequence[VisualLine], found: list[Stretch], bottom: float) -> list[Stretch]:
    """The stretches, with a header alone at the end of the page, and with a group's title under the last row there."""
    last = max((at + 1 for at, line in enumerate(ordered) if line[0].box.top <= bottom), default=0)
    while 0 < last < len(ordered) and _titles(ordered[last - 1 : last + 1], ordered[last - 1][0].box.x0):
        last += 1  # a title right below, in the margin
    start, first, end = found[-1] if found else (0, 0, 0)
    if end in (last - 1, last - 2) and end > first and _titles(ordered[end - 1 : last], ordered[start][0].box.x0):
        return [*found[:-1], (start, first, last)]
    for at in range(max(end, last - HEADER_LINES), last):
        under = _header_end(ordered[:last], at)
        if under and _titles(ordered[under - 1 : last], ordered[at][0].box.x0):
            return [*found, (at, under, last)]
    return found


def _titles(lines: Sequence[VisualLine], left: float) -> bool:
    """Are the lines after the first bold titles of a group, each by itself at the left, right below each other?"""
    near = all(gap(a, b) < LINE_PITCH * b[0].size and abs(a[0].size - b[0].size) < RAISED for a, b in pairwise(lines))
    return near and all(len(ln) == 1 and ln[0].bold and abs(ln[0].box.x0 - left) < LABEL_EDGE for ln in lines[1:])


def _united(found: Sequence[Stretch]) -> list[Stretch]:
    """Overlapping stretches as one: where it starts, where its body starts, and where it ends."""
    out: list[Stretch] = []
    for start, first, end in sorted(found):
        if out and start < out[-1][2]:
            out[-1] = (out[-1][0], out[-1][1], max(out[-1][2], end))
        else:
            out.append((start, first, end))
    return out


def _runs(ordered: Sequence[VisualLine], headers: Collection[int]) -> Iterator[list[int]]:
    """Rows of figures near each other, with no bold header between: two or more, or one under a header."""
    runs: list[list[int]] = []
    for at in (at for at, line in enumerate(ordered) if is_row(line)):
        last = runs[-1][-1] if runs else at
        near = at - last <= BETWEEN and not any(last < header <= at for header in headers)
        joined = runs and near and _close(ordered[last : at + 1])
        runs += [] if joined else [[]]
        runs[-1].append(at)
    return (run for run in runs if len(run) > 1 or _has_header(ordered, run[0]))


def _close(lines: Sequence[VisualLine]) -> bool:
    """Are the lines near each other, and those between rows not running text?"""
    width = max(line[-1].box.x1 for line in lines) - min(line[0].box.x0 for line in lines)
    prose = any(len(line) == 1 and line[0].width > PROSE * width for line in lines[1:-1])
    return not prose and all(gap(a, b) < LINE_PITCH * b[0].size for a, b in pairwise(lines))


def _has_header(lines: Sequence[VisualLine], at: int) -> bool:
    above = lines[at - 1] if at else ()
    return len(above) > 1 and len(above) >= len(lines[at]) - 1 and _close(lines[at - 1 : at + 1])


def _whole(lines: Sequence[VisualLine], run: Sequence[int], headers: Collection[int]) -> Stretch:
    """The rows of figures with the header above them and what goes on below them, up to the next header."""
    first, last = run[0], run[-1]
    spans = columns_of([lines[at] for at in run])
    step = row_step(lines[first : last + 1])
    start = body = _under_header(lines, first, spans, step)
    while start and first - start < HEADER_LINES and _heads(lines[start - 1], lines[start], spans, step):
        start -= 1
    stop = min((at for at in headers if at > last), default=len(lines))
    return start, body, _end_below(lines[:stop], last, spans, step)


def _under_header(lines: Sequence[VisualLine], first: int, spans: Sequence[Span], step: float) -> int:
    """The line right under the header: the first row, or the title of its group above it."""
    for title in range(first - 1, max(first - TITLE_LINES, 1) - 1, -1):
        if (
            not _is_title(lines[title], spans)
            or gap(lines[title], lines[title + 1]) > LINE_PITCH * lines[title][0].size
        ):
            break
        if _heads(lines[title - 1], lines[title], spans, step):
            return title
    return first


def _heads(line: VisualLine, below: VisualLine, spans: Sequence[Span], step: float) -> bool:
    """Does the line name columns: near the next, over a column of figures, or all of it right of the labels?"""
    caption = len(line) == 1 and abs(line[0].box.x0 - spans[0][0]) < LABEL_EDGE
    over = [] if caption else [s for s in line if any(overlap(s, span) > 0 for span in spans[1:])]
    wide = len(line) == 1 and line[0].width > PROSE * (spans[-1][1] - spans[0][0])
    beside = len(line) > 1 and all(s.box.x0 > spans[0][1] for s in line)
    pitch = max(HEADER_PITCH * line[0].size, EVEN * step)
    return gap(line, below) < pitch and (bool(over) or beside) and not wide


def _is_title(line: VisualLine, spans: Sequence[Span]) -> bool:
    """May the line be the title of a group?"""
    return len(line) == 1 and abs(line[0].box.x0 - spans[0][0]) < LABEL_EDGE


def _end_below(lines: Sequence[VisualLine], last: int, spans: Sequence[Span], step: float) -> int:
    """The line after the table's last: the rest of a row, rows without figures, and titles with such rows below."""
    end = at = last + 1
    while at < len(lines) and fits(lines[at], spans) and gap(lines[at - 1], lines[at]) < EVEN * step:
        if len(lines[at]) > 1 or end == at and _is_rest(lines[at], lines[at - 1], step):
            end = at + 1
        at += 1
    while end < at and _is_last_label(lines[end], lines[end - 1], lines[last], step):
        end += 1
    return end


def _is_last_label(line: VisualLine, above: VisualLine, row: VisualLine, step: float) -> bool:
    """Is a lone text a row without values, as far below the table's last row as rows are and at the same edge?"""
    label, text = row[0], line[0]
    edge = abs(text.box.x0 - label.box.x0) < SAME_EDGE / 4 and text.text[:1].isupper()
    alike = text.size == label.size and (text.bold == label.bold or fold(text.text).startswith(TOTALS))
    return edge and alike and TIGHT * step < gap(above, line) and text.text[-1] not in ".?!"


def _is_rest(line: VisualLine, above: VisualLine, step: float) -> bool:
    """Is a lone text the rest of the row above it: nearer than rows are, or begun with a small letter?"""
    distance, size, lower = gap(above, line), line[0].size, line[0].text[:1].islower()
    return distance < LEADING * size and (lower or distance < TIGHT * step) or lower and distance < WIDEST * size


def _under_bold(ordered: Sequence[VisualLine]) -> Iterator[Stretch]:
    """Tables of words: what stands in columns under a bold line of two texts or more."""
    at = 0
    while at < len(ordered):
        first = _body_under(ordered, at)
        end = _end_under(ordered, at, first) if first else 0
        if end:
            yield at, first, end
        at = max(end, at + 1)


def _body_under(ordered: Sequence[VisualLine], at: int) -> int:
    """The first line under a bold header that starts here; 0 where none does."""
    first = _header_end(ordered, at)
    return first if first < len(ordered) else 0


def _header_end(ordered: Sequence[VisualLine], at: int) -> int:
    """The line after a bold header that starts here; 0 where none does."""
    first = at
    while first < len(ordered) and first - at < HEADER_LINES and _names(ordered, at, first):
        first += 1
    fullest = max(ordered[at:first], key=len, default=())
    while first > at and not _named_with(ordered[first - 1], ordered[first - 2 : first - 1], fullest):
        first -= 1
    opens = len(fullest) > 1 and _named_with(ordered[at], ordered[at + 1 : at + 2], fullest)
    return first if opens else 0


def _names(ordered: Sequence[VisualLine], at: int, next_at: int) -> bool:
    line = ordered[next_at]
    near = next_at == at or gap(ordered[next_at - 1], line) < HEADER_PITCH * line[0].size
    return near and all(segment.bold for segment in line) and not is_row(line)


def _named_with(line: VisualLine, next_to: Sequence[VisualLine], fullest: VisualLine) -> bool:
    """Is a line of a header no caption and no title of a group: it names columns, or is a part of the first name?"""
    if len(line) > 1 or not fullest or line[0].box.x0 > fullest[0].box.x0 + LABEL_EDGE:
        return True
    within = line[0].box.x1 < fullest[1].box.x0 if len(fullest) > 1 else False
    return within and any(abs(gap(line, other)) < LEADING * line[0].size for other in next_to)


def _end_under(ordered: Sequence[VisualLine], start: int, first: int) -> int:
    """The line after the last one in columns under the header; 0 where there is none."""
    left, right = min(line[0].box.x0 for line in ordered[start:first]), max(s.box.x1 for s in ordered[first - 1])
    names, size, end = max(ordered[start:first], key=len), ordered[first][0].size, 0
    for at in range(first, len(ordered)):
        line = ordered[at]
        other = abs(line[0].size - size) > OTHER_SIZE * size or line[0].box.x0 < left - LABEL_EDGE
        if other or gap(ordered[at - 1], line) > LINE_PITCH * size or at > first and _body_under(ordered, at):
            break
        alone = end == (at if at > first else 0) and _are_labels(ordered[first - 1 : at + 1], names)
        rest = end == at and gap(ordered[at - 1], line) < LEADING * size and line[0].width < PROSE * (right - left)
        if _in_columns(line, ordered[start:end] if end else (), left) or alone or rest:
            end = at + 1
    return end


def _are_labels(lines: Sequence[VisualLine], names: VisualLine) -> bool:
    """Are the lines after the first rows without values: lone texts as near as rows are, under the first name?"""
    near = all(gap(above, line) < LINE_PITCH * line[0].size for above, line in pairwise(lines))
    alone = all(len(line) == 1 and line[0].box.x1 < names[1].box.x0 for line in lines[1:])
    return near and len(names) > 2 and alone and lines[-1][0].text[-1:] != "."


def _in_columns(line: VisualLine, before: Sequence[VisualLine], left: float) -> bool:
    """Does each text of the line begin or end where one of the lines before it does?"""
    later = [segment for segment in line if segment.box.x0 > left + LABEL_EDGE]
    known = [segment for above in before for segment in above]
    aligned = all(any(_is_under(segment, other) for other in known) for segment in later)
    return bool(later) and (not before or aligned or len(line) > 2)


def _is_under(segment: Segment, other: Segment) -> bool:
    left, right = segment.box.x0 - other.box.x0, segment.box.x1 - other.box.x1
    return min(abs(left), abs(right), abs(left + right) / 2) < SAME_EDGE
