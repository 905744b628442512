"""Tables without a full grid: columns found by the blanks between words, rows by rules or by their distance."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.documents import Box
from corpus.swedish.numbers import read_cell
from ingest.blocks import Cell, Grid
from ingest.clean import join_lines

COLUMN_GAP = 0.8       # of the type size: a wider blank parts two cells
LINE_PITCH = 2.6       # of the type size: lines further apart are not of one table
HEADER_LINES = 5       # lines above the first row of figures that may be its header
BETWEEN = 5            # lines without figures that may stand between two rows of figures
LABEL_EDGE = 12.0      # points from a table's left edge within which labels begin
OTHER_SIZE = 0.08      # share of a table's type size by which text beside it differs
PROSE = 0.8            # of the table's width: a lone segment as wide as that is running text
DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?")
YEAR = re.compile(r"(?:19[5-9]|20\d)\d")
DASHES = frozenset({"-", "–", "—", "--", "---"})


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one line with no wide blank between them."""

    text: str
    box: Box
    size: float
    bold: bool

    @property
    def figure(self) -> bool:
        """Is it a figure or a date, or the dash of a cell that has none?"""
        return read_cell(self.text) is not None or self.text in DASHES or DATE.fullmatch(self.text) is not None


VisualLine = tuple[Segment, ...]      # the segments of one line, from left to right
Span = tuple[float, float]            # left and right edge of a column, in points


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule: its edges and height on the page, in points."""

    x0: float
    x1: float
    y: float


def grids_without_lines(lines: Sequence[VisualLine], rules: Sequence[Rule]) -> list[Grid]:
    """The tables of a page that have rules between their rows, then those that have none."""
    groups = [part for group in _ruled_groups(rules) for part in _parted(group, lines)]
    grids = [grid for group in groups if (grid := _ruled(lines, group))]
    left = [line for line in lines if not any(_within(line, grid.box) for grid in grids)]
    return grids + [grid for region in _regions(left) if (grid := _unruled(region))]


def _within(line: VisualLine, box: Box) -> bool:
    middle = (line[0].box.top + line[0].box.bottom) / 2
    return box.top <= middle <= box.bottom


# --- tables with horizontal rules -----------------------------------------------------------------------------------


def _ruled_groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules of the same edges, three or more, one below the other."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: (round(r.x0 / 4), round(r.x1 / 4), r.y)):
        last = groups[-1][-1] if groups else None
        same = last and abs(last.x0 - rule.x0) < 4 and abs(last.x1 - rule.x1) < 4
        if same and rule.y - groups[-1][-1].y < 2:
            continue
        groups += [] if same else [[]]
        groups[-1].append(rule)
    return [group for group in groups if len(group) >= 3]


def _parted(rules: Sequence[Rule], lines: Sequence[VisualLine]) -> list[list[Rule]]:
    """The rules of one table each: parted where text of another size stands between two of them."""
    inside = [line[0].size for line in lines if rules[0].y < _middle(line) < rules[-1].y]
    usual = median(inside) if inside else 0.0
    parts = [[rules[0]]]
    for above, below in pairwise(rules):
        band = [line for line in lines if above.y < _middle(line) <= below.y]
        if any(abs(line[0].size - usual) > OTHER_SIZE * usual for line in band):
            parts.append([])
        parts[-1].append(below)
    return [part for part in parts if len(part) >= 2]


def _ruled(lines: Sequence[VisualLine], rules: Sequence[Rule]) -> Grid | None:
    """One row for each band between two rules, and the header above the first."""
    bands = [[line for line in lines if a.y < _middle(line) <= b.y] for a, b in pairwise(rules)]
    top = _header_above(lines, rules[0], bands)
    bands = [band for band in [top, *bands] if band]
    body = [line for band in bands[1:] for line in band if len(line) > 1]
    spans = _with_header_columns(_columns(body or top), bands[0] if bands else [], body)
    if len(bands) < 2 or len(spans) < 2:
        return None
    return _grid([_row(band, spans) for band in bands], [line for band in bands for line in band])


def _header_above(lines: Sequence[VisualLine], first: Rule, bands: Sequence[Sequence[VisualLine]]) -> list[VisualLine]:
    """The lines right above the first rule that stand as a header does: in columns, or bold."""
    out: list[VisualLine] = []
    size = median(line[0].size for band in bands for line in band) if any(bands) else 9.0
    below = first.y
    for line in sorted((ln for ln in lines if _middle(ln) < first.y), key=_middle, reverse=True)[:HEADER_LINES]:
        columns = len(line) > 1 or line[0].bold and line[0].box.x0 > first.x0 + LABEL_EDGE
        if not columns or below - line[0].box.bottom > LINE_PITCH * size / 2 or line[0].box.x0 < first.x0 - 4:
            break
        out.insert(0, line)
        below = line[0].box.top
    return out


# --- tables without any rule ----------------------------------------------------------------------------------------


def _regions(lines: Sequence[VisualLine]) -> list[list[VisualLine]]:
    """Runs of lines that hold two rows of figures or more, with what may belong to them in between and above."""
    ordered = sorted(lines, key=_middle)
    numeric = [at for at, line in enumerate(ordered) if _is_row(line)]
    runs: list[list[int]] = []
    for at in numeric:
        joined = runs and at - runs[-1][-1] <= BETWEEN and _close(ordered[runs[-1][-1] : at + 1])
        runs += [] if joined else [[]]
        runs[-1].append(at)
    return [_with_header(ordered, run) for run in runs if len(run) > 1 or _has_header(ordered, run[0])]


def _is_row(line: VisualLine) -> bool:
    return len(line) > 1 and any(segment.figure and not YEAR.fullmatch(segment.text) for segment in line[1:])


def _close(lines: Sequence[VisualLine]) -> bool:
    """Are the lines near each other, and those between rows not running text?"""
    width = max(line[-1].box.x1 for line in lines) - min(line[0].box.x0 for line in lines)
    prose = any(len(line) == 1 and line[0].box.x1 - line[0].box.x0 > PROSE * width for line in lines[1:-1])
    return not prose and all(_middle(b) - _middle(a) < LINE_PITCH * b[0].size for a, b in pairwise(lines))


def _has_header(lines: Sequence[VisualLine], at: int) -> bool:
    above = lines[at - 1] if at else ()
    return len(above) > 1 and len(above) >= len(lines[at]) - 1 and _close(lines[at - 1 : at + 1])


def _with_header(lines: Sequence[VisualLine], run: Sequence[int]) -> list[VisualLine]:
    first, last = run[0], run[-1]
    spans = _columns([lines[at] for at in run])
    start = first
    titled = first > 1 and _is_title(lines[first - 1], spans) and _heads(lines[first - 2], lines[first - 1], spans)
    start -= int(titled)
    while start and first - start < HEADER_LINES and _heads(lines[start - 1], lines[start], spans):
        start -= 1
    end = last
    while end + 1 < len(lines) and _ends_label(lines[end + 1], lines[end], spans):
        end += 1
    return list(lines[start : end + 1])


def _heads(line: VisualLine, below: VisualLine, spans: Sequence[Span]) -> bool:
    """Does the line name columns: near the next, with a segment over a column of figures?"""
    caption = len(line) == 1 and abs(line[0].box.x0 - spans[0][0]) < LABEL_EDGE
    over = [] if caption else [s for s in line if any(_overlap(s, span) > 0 for span in spans[1:])]
    wide = len(line) == 1 and line[0].box.x1 - line[0].box.x0 > PROSE * (spans[-1][1] - spans[0][0])
    near = _middle(below) - _middle(line) < LINE_PITCH * line[0].size * 0.8
    return near and bool(over) and not wide


def _is_title(line: VisualLine, spans: Sequence[Span]) -> bool:
    """May the line be the title of a group, right under the header?"""
    return len(line) == 1 and abs(line[0].box.x0 - spans[0][0]) < LABEL_EDGE


def _ends_label(line: VisualLine, above: VisualLine, spans: Sequence[Span]) -> bool:
    """Is the line the end of the last row's label?"""
    alone = len(line) == 1 and line[0].box.x1 <= (spans[1][0] if len(spans) > 1 else line[0].box.x1)
    return alone and line[0].text[:1].islower() and _middle(line) - _middle(above) < 1.5 * line[0].size


def _unruled(lines: Sequence[VisualLine]) -> Grid | None:
    first = next(at for at, line in enumerate(lines) if _is_row(line))
    body = [line for line in lines if _is_row(line)]
    heads = [line for line in lines[:first] if len(line) > 1 or line[0].box.x0 > lines[first][0].box.x1]
    spans = _with_header_columns(_columns(body), heads, body)
    if len(spans) < 2:
        return None
    top = max((at + 1 for at, line in enumerate(lines[:first]) if line in heads), default=0)
    header = [_row([line], spans) for line in lines[:top]]
    rows = [_row(group, spans) for group in _grouped(lines[top:])]
    return _grid([*header, *rows], lines)


def _grouped(lines: Sequence[VisualLine]) -> list[list[VisualLine]]:
    """Lines to rows: a line without figures goes with the row whose label it breaks, or is a title by itself."""
    groups: list[list[VisualLine]] = []
    for at, line in enumerate(lines):
        before = _middle(line) - _middle(lines[at - 1]) if at else 1e9
        after = _middle(lines[at + 1]) - _middle(line) if at + 1 < len(lines) else 1e9
        held = groups[-1] if groups else []
        opens = held and not any(_is_row(ln) for ln in held) and _middle(line) - _middle(held[-1]) < TIGHT * after
        if held and _continues(line, (before, after)) or opens and _is_row(line) and _lower(line):
            held.append(line)
        else:
            groups.append([line])
    return groups


TIGHT = 0.92           # of the distance to the next line, within which a line is of the row above it


def _continues(line: VisualLine, distance: tuple[float, float]) -> bool:
    if _is_row(line):
        return False
    before, after = distance
    tight = before < TIGHT * after and before < 1.45 * line[0].size
    return _lower(line) or tight and not line[0].bold


def _lower(line: VisualLine) -> bool:
    return line[0].text[:1].islower()


# --- both -----------------------------------------------------------------------------------------------------------


def _columns(lines: Iterable[VisualLine]) -> list[Span]:
    """The columns: the label's, then each stretch that segments of several lines share."""
    lines = list(lines)
    if not lines:
        return []
    left = min(line[0].box.x0 for line in lines)
    label = [line[0] for line in lines if line[0].box.x0 < left + LABEL_EDGE and not line[0].figure]
    spans = _joined((s.box.x0, s.box.x1) for line in lines for s in line if s not in label)
    start = spans[0][0] if spans else left
    return [(left, min(max((s.box.x1 for s in label), default=left), start)), *spans] if label else spans


def _with_header_columns(spans: Sequence[Span], header: Sequence[VisualLine], body: Sequence[VisualLine]) -> list[Span]:
    """One column for each that the header names, where the body's cells fall under them; else the body's own."""
    fullest = max(header, key=len, default=())
    heads = [(s.box.x0, s.box.x1) for s in fullest if s.box.x0 > spans[0][0] + LABEL_EDGE] if spans else []
    if not heads:
        return list(spans)
    fits = [_under(heads, spans[1:], body, place) for place in PLACES]
    best = max((fit for fit in fits if fit), key=lambda fit: sum(len(zone) for zone in fit), default=None)
    if best is None:
        return list(spans)
    return [spans[0], *(_all(head, zone) for head, zone in zip(heads, best, strict=True))]


def _under(
    heads: Sequence[Span], spans: Sequence[Span], body: Sequence[VisualLine], place: Callable[[Span, Sequence[Span]], int]
) -> list[list[Span]] | None:
    """The body's columns under each header, placed by one of their edges or their middle; None where two clash."""
    zones: list[list[Span]] = [[] for _ in heads]
    for span in spans:
        at = place(span, heads)
        if at < 0:
            return None
        zones[at].append(span)
    clash = any(_filled_together(zone, line) for zone in zones if len(zone) > 1 for line in body)
    return None if clash else zones


def _by_left(span: Span, heads: Sequence[Span]) -> int:
    return max((at for at, head in enumerate(heads) if head[0] - 4 <= span[0]), default=-1)


def _by_right(span: Span, heads: Sequence[Span]) -> int:
    return min((at for at, head in enumerate(heads) if span[1] <= head[1] + 4), default=-1)


def _by_middle(span: Span, heads: Sequence[Span]) -> int:
    return min(range(len(heads)), key=lambda at: abs(sum(heads[at]) - sum(span)))


PLACES = (_by_left, _by_right, _by_middle)


def _filled_together(zone: Sequence[Span], line: VisualLine) -> bool:
    return sum(any(_overlap(segment, span) > 0 for segment in line) for span in zone) > 1


def _all(head: Span, zone: Sequence[Span]) -> Span:
    return min([head[0], *(s[0] for s in zone)]), max([head[1], *(s[1] for s in zone)])


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Overlapping spans as one, from left to right."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span[0] < out[-1][1] - 1:
            out[-1] = (out[-1][0], max(out[-1][1], span[1]))
        else:
            out.append(span)
    return out


def _shared(a: Span, b: Span) -> float:
    return min(a[1], b[1]) - max(a[0], b[0])


def _row(lines: Sequence[VisualLine], spans: Sequence[Span]) -> tuple[Cell, ...]:
    """The segments of some lines put into their columns."""
    cells: list[list[Segment]] = [[] for _ in spans]
    for segment in (s for line in lines for s in line):
        cells[_column_of(segment, spans)].append(segment)
    wide = sum(1 for c in cells if c) == 1 and bool(cells[0]) and cells[0][0].box.x1 > spans[1][0]
    return tuple(_cell(found, wide) for found in cells)


def _column_of(segment: Segment, spans: Sequence[Span]) -> int:
    """The column that a segment overlaps most, or the nearest."""
    shares = [_overlap(segment, span) for span in spans]
    if max(shares) > 0:
        return shares.index(max(shares)) if segment.box.x0 > spans[0][0] + LABEL_EDGE else 0
    middle = (segment.box.x0 + segment.box.x1) / 2
    return min(range(len(spans)), key=lambda at: min(abs(spans[at][0] - middle), abs(spans[at][1] - middle)))


def _overlap(segment: Segment, span: Span) -> float:
    return _shared((segment.box.x0, segment.box.x1), span)


def _cell(segments: Sequence[Segment], wide: bool) -> Cell:
    if not segments:
        return Cell("")
    boxes = [s.box for s in segments]
    box = Box(boxes[0].page, min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes),
              max(b.bottom for b in boxes))  # fmt: skip
    return Cell(join_lines([s.text for s in segments]), box, all(s.bold for s in segments), wide)


def _grid(rows: Sequence[tuple[Cell, ...]], lines: Sequence[VisualLine]) -> Grid:
    boxes = [s.box for line in lines for s in line]
    box = Box(boxes[0].page, min(b.x0 for b in boxes), min(b.top for b in boxes) - 0.5, max(b.x1 for b in boxes),
              max(b.bottom for b in boxes) + 0.5)  # fmt: skip
    return Grid(tuple(rows), box)


def _middle(line: VisualLine) -> float:
    return (line[0].box.top + line[0].box.bottom) / 2
