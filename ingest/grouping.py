"""Lines of a table without rules to its rows: by their distance where that tells, or else by what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.columns import LABEL_EDGE, joined
from ingest.segments import VisualLine, gap, is_row, overlap

TIGHT = 0.92  # of the distance from row to row, within which a line is of the row above it
LEADING = 1.5  # of the type size: lines of one cell are no further apart
WIDEST = 1.8  # of the type size: the widest leading that lines of one cell may have, where rows are further apart
BESIDE = 0.9  # of the type size: lines nearer than that stand beside each other
JUMP = 1.12  # times the distance from line to line that the least distance from row to row is
LEVEL = 1.0  # points by which the middles of the names of one row may differ
FAR = 1e9


def rows_of_lines(lines: Sequence[VisualLine]) -> list[list[VisualLine]]:
    """The lines of each row, from top to bottom."""
    return _by_distance(lines) or _by_content(lines)


def row_step(lines: Sequence[VisualLine]) -> float:
    """The distance from row to row: the least between a row of figures and the line above it; 0 for a lone row."""
    left = min((line[0].box.x0 for line in lines), default=0.0)
    whole = [(above, line) for above, line in pairwise(lines) if is_whole(line, left)]
    pairs = whole or [(above, line) for above, line in pairwise(lines) if is_row(line)]
    return min((gap(above, line) for above, line in pairs), default=0.0)


def header_rows(lines: Sequence[VisualLine]) -> list[list[VisualLine]]:
    """The lines of each row of a header: those of broken names together, one that stands over several by itself."""
    if _are_centred(lines):
        return [list(lines)]
    groups: list[list[VisualLine]] = []
    for line in lines:
        above = groups[-1][-1] if groups else ()
        if above and gap(above, line) < LEADING * line[0].size and not over_several(above, line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _are_centred(lines: Sequence[VisualLine]) -> bool:
    """Are the lines names of one row, broken over unlike many lines and set at the same middle?"""
    spans = joined((s.box.x0, s.box.x1) for line in lines for s in line)
    names = [[s for line in lines for s in line if overlap(s, span) > 0] for span in spans]
    steps = [(b.box.top - a.box.top) / b.size for name in names for a, b in pairwise(name)]
    middles = [(name[0].box.top + name[-1].box.bottom) / 2 for name in names]
    close = all(0 < step < WIDEST for step in steps)
    return close and len({len(name) for name in names}) > 1 and max(middles) - min(middles) < LEVEL


def over_several(above: VisualLine, line: VisualLine) -> bool:
    """Does a text of the upper line stand over two of the lower one?"""
    return any(sum(overlap(s, (name.box.x0, name.box.x1)) > 0 for s in line) > 1 for name in above)


def _by_distance(lines: Sequence[VisualLine]) -> list[list[VisualLine]]:
    """Rows parted where the lines are further apart than the lines of a cell; none where that tells nothing."""
    cut = _cut(lines)
    if not cut:
        return []
    groups = [[lines[0]]]
    for above, line in pairwise(lines):
        if gap(above, line) > cut:
            groups.append([])
        groups[-1].append(line)
    left = min(line[0].box.x0 for line in lines)
    return [] if any(_are_rows(group, left) for group in groups) else groups


def _cut(lines: Sequence[VisualLine]) -> float:
    """A distance between that of the lines of one cell and that of two rows; 0 where there are not two such."""
    gaps = sorted(d for above, line in pairwise(lines) if (d := gap(above, line)) > BESIDE * line[0].size)
    size = max((line[0].size for line in lines), default=0.0)
    jumps = [(high / low, low) for low, high in pairwise(gaps) if low < WIDEST * size]
    ratio, low = max(jumps, default=(1.0, 0.0))
    return low * (1 + ratio) / 2 if ratio > JUMP else 0.0


def _are_rows(group: Sequence[VisualLine], left: float) -> bool:
    """Are there two lines in the group that are rows by themselves?"""
    pairs = pairwise([(), *group])
    figures = sum(is_whole(line, left) and not broken_off(line, above) for above, line in pairs)
    texts = [line for line in group if len(line) > 1 and line[0].box.x0 < left + LABEL_EDGE]
    if len({line[0].bold for line in group if line[0].box.x0 < left + LABEL_EDGE}) > 1:
        return True
    alike = len({len(line) for line in texts}) == 1 and len(texts) == len(group) > 1
    return figures > 1 or alike and all(not _lower(line) and line[-1].text[:1].isupper() for line in texts)


def broken_off(line: VisualLine, above: VisualLine) -> bool:
    """Are the figures of a line the rest of cells above it that are broken, as dates are, at a hyphen?"""
    broken = [(segment.box.x0, segment.box.x1) for segment in above if segment.text.endswith("-")]
    figures = [segment for segment in line if segment.figure and not segment.year]
    return all(any(overlap(segment, span) > 0 for span in broken) for segment in figures)


def is_whole(line: VisualLine, left: float) -> bool:
    """Has the line a label and figures?"""
    return is_row(line) and line[0].box.x0 < left + LABEL_EDGE


def _by_content(lines: Sequence[VisualLine]) -> list[list[VisualLine]]:
    """A line without figures goes with the row whose label it breaks, or is a title by itself."""
    groups: list[list[VisualLine]] = []
    step = row_step(lines)
    for at, line in enumerate(lines):
        after = gap(line, lines[at + 1]) if at + 1 < len(lines) else FAR
        held = groups[-1] if groups else []
        opens = held and not any(is_row(ln) for ln in held) and gap(held[-1], line) < TIGHT * after
        if held and _continues(line, held[-1], after, step) or opens and is_row(line) and _lower(line):
            held.append(line)
        else:
            groups.append([line])
    return groups


def _continues(line: VisualLine, above: VisualLine, after: float, step: float) -> bool:
    """Is a line without figures the rest of the row above it: nearer to it than rows are, or than the line below?"""
    if is_row(line):
        return False
    distance = gap(above, line)
    close = distance < LEADING * line[0].size
    within = close and distance < TIGHT * step and line[0].bold == above[0].bold
    return _lower(line) or within or close and distance < TIGHT * after and not line[0].bold


def _lower(line: VisualLine) -> bool:
    return line[0].text[:1].islower()
