"""Tables with horizontal rules: what stands between two of them is a row, or several."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from ingest.bands import Band, holds_rows, rows_in
from ingest.blocks import Grid
from ingest.cells import grid_of
from ingest.columns import LABEL_EDGE, columns_of, fits, names_of, under_headers
from ingest.grouping import header_rows, row_step, rows_of_lines
from ingest.segments import Rule, Span, VisualLine, gap, is_row, middle
from ingest.spanners import is_ruled_off, parted_by_rules, said_under_rules

SAME_EDGE = 4.0  # points that the edges of a table's rules may differ
DOUBLE = 2.0  # points within which two rules are one, drawn twice
OTHER_SIZE = 0.08  # share of a table's type size by which text beside it differs
HEADER_LINES = 5  # lines above the first rule that may be its header
HEADER_GAP = 1.3  # of the type size: header lines are no further apart
ROW_PADDING = 0.9  # of the type size: a row stands no further below the rule above it
EVEN = 1.1  # of the distance from row to row, within which a line may be the next row
USUAL_SIZE = 9.0  # points, where a table holds no text to tell


def ruled_grids(lines: Sequence[VisualLine], rules: Sequence[Rule]) -> list[Grid]:
    """The tables of a page that have three rules or more of the same edges."""
    groups = [part for group in _groups(rules) for part in _parted(group, lines)]
    return [grid for group in groups if (grid := _grid_between(lines, group, rules))]


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules of the same edges, three or more, one below the other."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: (round(r.x0 / SAME_EDGE), round(r.x1 / SAME_EDGE), r.y)):
        last = groups[-1][-1] if groups else None
        same = last is not None and abs(last.x0 - rule.x0) < SAME_EDGE and abs(last.x1 - rule.x1) < SAME_EDGE
        if last and same and rule.y - last.y < DOUBLE:
            continue
        groups += [] if same else [[]]
        groups[-1].append(rule)
    return [group for group in groups if len(group) >= 3]


def _parted(rules: Sequence[Rule], lines: Sequence[VisualLine]) -> list[list[Rule]]:
    """The rules of one table each: parted where text of another size or a caption stands between two of them."""
    inside = [line[0].size for line in lines if rules[0].y < middle(line) < rules[-1].y]
    usual = median(inside) if inside else 0.0
    bands = [[line for line in lines if above.y < middle(line) <= below.y] for above, below in pairwise(rules)]
    parts = [[rules[0]]]
    for band, under, below in zip(bands, [*bands[1:], []], rules[1:], strict=True):
        if any(abs(line[0].size - usual) > OTHER_SIZE * usual for line in band) or _is_caption(band, under):
            parts.append([])
        parts[-1].append(below)
    return [part for part in parts if len(part) >= 2]


def _is_caption(band: Band, under: Band) -> bool:
    """Is what stands between two rules bold text by itself, with the bold names of columns under the second?"""
    alone = bool(band) and all(len(line) == 1 and line[0].bold for line in band)
    bold = all(segment.bold for line in under for segment in line)
    return alone and bold and max(map(len, under), default=0) > 1 and not any(map(is_row, under))


def _grid_between(lines: Sequence[VisualLine], rules: Sequence[Rule], drawn: Sequence[Rule]) -> Grid | None:
    """The rows of each band between two rules, and the header above the first; `drawn` are all rules of the page."""
    bands = [[line for line in lines if a.y < middle(line) <= b.y] for a, b in pairwise(rules)]
    top = _header_above(lines, rules[0], bands, drawn)
    bands = [band for band in [top, *bands] if band]
    head, below = (bands[:1], bands[1:]) if bands and not holds_rows(bands[0]) else ([], bands)
    names = [row for band in head for row in _header_rows(band, below, drawn)]
    body = [line for band in below for line in band if len(line) > 1]
    own = columns_of(body or top)
    spans = under_headers(own, names_of(names, own), body)
    if len(bands) < 2 or len(spans) < 2 or len(below) == 1 and _hides_rows(below[0]):
        return None
    step = min((row_step(band) for band in below if holds_rows(band)), default=0.0)
    rest = _rows_below(lines, rules[-1], spans, step)
    rows = [row for band in [*below, rest] if band for row in rows_in(band, spans[0][1])]
    return said_under_rules(grid_of([*names, *rows], spans), names, drawn)


def _hides_rows(band: Band) -> bool:
    """Are there rows of words alone between the rule under the head and the last one, that no rule parts?"""
    return not any(map(is_row, band)) and len(rows_of_lines(band)) > 1


def _header_rows(band: Band, below: Sequence[Band], drawn: Sequence[Rule]) -> list[Band]:
    """The rows of the header: one but for rules within it, or several where rules part the head and the sums alone."""
    groups = header_rows(band) if any(map(holds_rows, below)) else [list(band)]
    return [row for group in groups for row in parted_by_rules(group, drawn)]


def _header_above(
    lines: Sequence[VisualLine], first: Rule, bands: Sequence[Band], drawn: Sequence[Rule]
) -> list[VisualLine]:
    """The lines right above the first rule that stand as a header does: in columns, or bold."""
    out: list[VisualLine] = []
    size = median(line[0].size for band in bands for line in band) if any(bands) else USUAL_SIZE
    below = first.y
    for line in sorted((ln for ln in lines if middle(ln) < first.y), key=middle, reverse=True)[:HEADER_LINES]:
        columns = len(line) > 1 or line[0].bold and line[0].box.x0 > first.x0 + LABEL_EDGE
        near = below - line[0].box.bottom <= HEADER_GAP * size
        near = near or bool(out) and is_ruled_off(line, out[0], drawn, HEADER_GAP * size)
        if not (columns and near) or line[0].box.x0 < first.x0 - SAME_EDGE:
            break
        out.insert(0, line)
        below = line[0].box.top
    return out


def _rows_below(lines: Sequence[VisualLine], last: Rule, spans: Sequence[Span], step: float) -> list[VisualLine]:
    """A row right below the last rule, in the columns, as where every other row is shaded; more where rows do so."""
    out: list[VisualLine] = []
    bottom = last.y
    for line in sorted((line for line in lines if middle(line) > last.y), key=middle):
        near = line[0].box.top - bottom < (HEADER_GAP - 1 if out else ROW_PADDING) * line[0].size
        next_row = bool(out) and gap(out[-1], line) < EVEN * step
        if not (near or next_row) or not fits(line, spans) or not (out or step or is_row(line)):
            break
        out.append(line)
        bottom = line[0].box.bottom
    return _without_titles(out) if step else out


def _without_titles(lines: list[VisualLine]) -> list[VisualLine]:
    """The lines down to the last row of figures."""
    return lines[: max((at + 1 for at, line in enumerate(lines) if is_row(line)), default=0)]
