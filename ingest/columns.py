"""The columns of a table without a full grid, from the blanks in its lines and from its header."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ingest.segments import Span, VisualLine, overlap

LABEL_EDGE = 12.0  # points from a table's left edge within which labels begin
EDGE = 4.0  # points that a figure may stand out beyond the edge of its header


Placing = Callable[[Span, Sequence[Span]], int]


def columns_of(lines: Sequence[VisualLine]) -> list[Span]:
    """The columns: the label's, then each stretch that segments of several lines share."""
    if not lines:
        return []
    left = min(line[0].box.x0 for line in lines)
    label = [line[0] for line in lines if line[0].box.x0 < left + LABEL_EDGE and not line[0].figure]
    spans = _joined((s.box.x0, s.box.x1) for line in lines for s in line if s not in label)
    start = spans[0][0] if spans else left
    return [(left, min(max((s.box.x1 for s in label), default=left), start)), *spans] if label else spans


def under_headers(spans: Sequence[Span], header: Sequence[VisualLine], body: Sequence[VisualLine]) -> list[Span]:
    """One column for each that the header names, where the body's cells fall under them; else the body's own."""
    fullest = max(header, key=len, default=())
    heads = [(s.box.x0, s.box.x1) for s in fullest if s.box.x0 > spans[0][0] + LABEL_EDGE] if spans else []
    if not heads:
        return list(spans)
    fits = [_under(heads, spans[1:], body, place) for place in PLACES]
    best = max((fit for fit in fits if fit), key=lambda fit: sum(len(zone) for zone in fit), default=None)
    if best is None:
        return list(spans)
    return [spans[0], *(_widened(head, zone) for head, zone in zip(heads, best, strict=True))]


def _under(
    heads: Sequence[Span], spans: Sequence[Span], body: Sequence[VisualLine], place: Placing
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
    return max((at for at, head in enumerate(heads) if head[0] - EDGE <= span[0]), default=-1)


def _by_right(span: Span, heads: Sequence[Span]) -> int:
    return min((at for at, head in enumerate(heads) if span[1] <= head[1] + EDGE), default=-1)


def _by_middle(span: Span, heads: Sequence[Span]) -> int:
    return min(range(len(heads)), key=lambda at: abs(sum(heads[at]) - sum(span)))


PLACES = (_by_left, _by_right, _by_middle)


def _filled_together(zone: Sequence[Span], line: VisualLine) -> bool:
    """Does the line fill more than one of the columns that would become one?"""
    return sum(any(overlap(segment, span) > 0 for segment in line) for span in zone) > 1


def _widened(head: Span, zone: Sequence[Span]) -> Span:
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
