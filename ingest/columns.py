"""The columns of a table without a full grid, from the blanks in its lines and from its header."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.segments import Span, VisualLine, overlap

LABEL_EDGE = 12.0  # points from a table's left edge within which labels begin
EDGE = 4.0  # points that a figure may stand out beyond the edge of its header


def columns_of(lines: Sequence[VisualLine]) -> list[Span]:
    """The columns: the label's, then each stretch that segments of several lines share."""
    if not lines:
        return []
    left = min(line[0].box.x0 for line in lines)
    first = [line[0] for line in lines if line[0].box.x0 < left + LABEL_EDGE]
    label = first if any(not segment.figure for segment in first) else []
    spans = joined((s.box.x0, s.box.x1) for line in lines for s in line if s not in label)
    start = spans[0][0] if spans else left
    return [(left, min(max((s.box.x1 for s in label), default=left), start)), *spans] if label else spans


def under_headers(spans: Sequence[Span], names: Sequence[Span], body: Sequence[VisualLine]) -> list[Span]:
    """One column for each name of the header, where the body's columns fall under them; else the body's own."""
    heads = [name for name in names if spans and name[0] > spans[0][0] + LABEL_EDGE]
    if not heads:
        return list(spans)
    zones: list[list[Span]] = [[] for _ in heads]
    for span in spans[1:]:
        zones[min(range(len(heads)), key=lambda at: _apart(heads[at], span))].append(span)
    wide = [span for head, zone in zip(heads, zones, strict=True) for span in _columns_under(head, zone, body)]
    crossed = any(right[0] < left[1] - EDGE for left, right in pairwise(wide))
    return list(spans) if crossed else [spans[0], *wide]


def _columns_under(head: Span, zone: Sequence[Span], body: Sequence[VisualLine]) -> list[Span]:
    """One column as wide as a name and what stands under it; several where a line fills them together."""
    if len(zone) > 1 and any(_filled_together(zone, line) for line in body):
        return list(zone)
    return [_widened(head, zone)]


def _apart(head: Span, span: Span) -> tuple[float, float]:
    """How far a column is from a name: by the nearest of their left edges, right edges and middles, if not over it."""
    edges = min(abs(head[0] - span[0]), abs(head[1] - span[1]), abs(sum(head) - sum(span)) / 2)
    return max(0.0, edges - EDGE), -min(head[1], span[1]) + max(head[0], span[0])


def names_of(rows: Sequence[Sequence[VisualLine]], spans: Sequence[Span]) -> list[Span]:
    """Where the names of the columns stand: without those that stand over several, or over none of the columns."""
    edges = [joined(_edges(row)) for row in rows]
    fullest = max(edges, key=len, default=[])
    names = list(fullest)
    for others in edges:
        names += [o for o in others if others is not fullest and any(_meet(o, span) for span in spans)]
    single = [name for name in names if all(sum(_meet(name, o) for o in row) < 2 for row in edges)]
    return joined(single)


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _edges(lines: Sequence[VisualLine]) -> list[Span]:
    return [(segment.box.x0, segment.box.x1) for line in lines for segment in line]


def fits(line: VisualLine, spans: Sequence[Span]) -> bool:
    """Does each segment stand in a column of its own?"""
    under = [[at for at, span in enumerate(spans) if overlap(segment, span) > 0] for segment in line]
    places = {at for found in under for at in found}
    return len(places) == len(line) and all(len(found) == 1 for found in under)


def _filled_together(zone: Sequence[Span], line: VisualLine) -> bool:
    """Does the line fill more than one of the columns that would become one?"""
    return sum(any(overlap(segment, span) > 0 for segment in line) for span in zone) > 1


def _widened(head: Span, zone: Sequence[Span]) -> Span:
    return min([head[0], *(s[0] for s in zone)]), max([head[1], *(s[1] for s in zone)])


def joined(spans: Iterable[Span]) -> list[Span]:
    """Overlapping spans as one, from left to right."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span[0] < out[-1][1] - 1:
            out[-1] = (out[-1][0], max(out[-1][1], span[1]))
        else:
            out.append(span)
    return out
