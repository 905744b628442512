"""Whether what stands left and right of a blank are two blocks, as two tables are, or columns of one table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from corpus.documents import Box
from ingest.segments import Rule, VisualLine, box_around, gap

LABEL_EDGE = 12.0  # points from a table's left edge within which labels begin
LEVEL = 0.8  # points by which the heights of two texts of one row may differ
LEADING = 1.35  # of the type size: lines of one cell are no further apart
TALLEST = 4  # lines of a cell
LEAST_OFF = 3  # texts that are of no row of the other block
OFF = 0.6  # share of the texts that are
LARGER = 0.4  # points by which a title is larger than what stands under it
PROSE = 4  # words of a line of running text
LINES = 3  # lines of running text that are a block
WORDS = 0.6  # share of the labels that are words


@dataclass(frozen=True, slots=True)
class Side:
    """What stands on one side of a blank: lines of texts, the tables that are drawn there, and the rules."""

    lines: tuple[VisualLine, ...]
    grids: tuple[Box, ...]
    rules: tuple[Rule, ...] = ()


def certainty(left: Side, right: Side) -> float:
    """How surely the two are blocks by themselves; 0 where they may be columns of one table."""
    kinds = _kind(left), _kind(right)
    if "" in kinds or kinds == ("prose", "prose") or not _is_labelled(right):
        return 0.0
    titled = 2.0 * (_is_titled(right) or _both_titled(left, right))
    drawn = 2.0 * bool(left.grids or right.grids)
    again = float(_header(left) == _header(right) != "")
    ruled = 2.0 * _are_ruled_apart(left, right)
    off = _share_off(left, right)
    return titled + drawn + again + ruled + off if titled or drawn or again or ruled or off > OFF else 0.0


def _kind(side: Side) -> str:
    """Is it a table or running text? '' for neither."""
    columns = sum(len(line) > 1 for line in side.lines)
    if side.grids or columns > 1 or columns and _is_titled(side):
        return "table"
    prose = [line for line in side.lines if len(line) == 1 and len(line[0].text.split()) >= PROSE]
    return "prose" if len(prose) >= LINES else ""


def _is_labelled(side: Side) -> bool:
    """Do its lines begin with words, and not with figures?"""
    if side.grids:
        return True
    edge = min(line[0].box.x0 for line in side.lines) + LABEL_EDGE
    labels = [line[0] for line in side.lines if line[0].box.x0 < edge]
    return len(labels) > 1 and sum(not label.figure for label in labels) >= WORDS * len(labels)


def _is_titled(side: Side) -> bool:
    """Has it a title of its own: a text in larger type, at its left edge?"""
    return len(side.lines) > 2 and _is_caption(side) and side.lines[0][0].size > side.lines[2][0].size + LARGER


def _both_titled(left: Side, right: Side) -> bool:
    """Has each of two tables a lone text above the names of its columns, both at one height?"""
    sides = (left, right)
    if not all(s.lines for s in sides) or not _are_level(left.lines[0][0].box, right.lines[0][0].box):
        return False
    return all(len(s.lines) > 2 and _is_caption(s) and len(s.lines[1]) > 1 and _at_edge(s, 1) for s in sides)


def _is_caption(side: Side) -> bool:
    return len(side.lines[0]) == 1 and side.lines[0][0].text[:1].isupper() and _at_edge(side, 0)


def _at_edge(side: Side, at: int) -> bool:
    return side.lines[at][0].box.x0 < min(line[0].box.x0 for line in side.lines) + LABEL_EDGE


def _header(side: Side) -> str:
    """The names of the columns of a table: its first line of several texts."""
    return next((" | ".join(s.text for s in line) for line in side.lines if len(line) > 1), "")


def _are_ruled_apart(left: Side, right: Side) -> bool:
    """Do two rules at one height stand each over all of its side, and none over both?"""
    if not (left.lines and right.lines) or any(_ends(rule, right)[1] for rule in left.rules):
        return False
    whole = ([rule for rule in side.rules if all(_ends(rule, side))] for side in (left, right))
    return any(abs(a.y - b.y) < LEVEL for a, b in product(*whole))


def _ends(rule: Rule, side: Side) -> tuple[bool, bool]:
    """Does a rule begin left of the texts of a side, and end right of them?"""
    texts = [segment.box for line in side.lines for segment in line]
    return rule.x0 < min(box.x0 for box in texts) + LEVEL, rule.x1 > max(box.x1 for box in texts) - LEVEL


def _share_off(left: Side, right: Side) -> float:
    """The share of the texts at the right, beside some at the left, that are of no row of the left; 0 for a few."""
    rows = list(_units(left.lines, ()))
    known = [box for unit in rows for box in unit]
    beside = [unit for unit in _units(right.lines, rows) if any(_meet(unit[0], box) for box in known)]
    off = sum(not any(_are_level(box, other) for box in unit for other in known) for unit in beside)
    return off / len(beside) if off >= LEAST_OFF else 0.0


def _units(lines: Sequence[VisualLine], rows: Sequence[Sequence[Box]]) -> Iterable[list[Box]]:
    """What may be one row: the lines of a cell, but of none beside three rows, as a whole and then text by text."""
    runs: list[list[VisualLine]] = []
    for above, line in pairwise([(), *lines]):
        runs += [] if above and gap(above, line) < LEADING * line[0].size else [[]]
        runs[-1].append(line)
    for run in runs:
        around = box_around(segment for line in run for segment in line)
        whole = len(run) <= TALLEST and sum(_meet(around, row[0]) for row in rows) < LEAST_OFF
        for cell in [run] if whole else [[line] for line in run]:
            texts = [segment for line in cell for segment in line]
            yield [box_around(texts), *(segment.box for segment in texts)]


def _meet(box: Box, other: Box) -> bool:
    return box.top < other.bottom and other.top < box.bottom


def _are_level(box: Box, other: Box) -> bool:
    """Do two texts stand as the cells of one row do: at the same upper edge, middle or lower edge?"""
    top, bottom = box.top - other.top, box.bottom - other.bottom
    return min(abs(top), abs(bottom), abs(top + bottom) / 2) < LEVEL
