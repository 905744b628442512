"""A page parted into the areas that are read one after the other: blocks beside each other apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.documents import Box
from ingest.beside import Side, certainty
from ingest.segments import Rule, VisualLine
from ingest.words import Word, visual_lines

GUTTER = 6.0  # points of blank that part two blocks
EMPTY = 40.0  # points of blank over the whole width, over which blocks are not of one band
LEFT = 12.0  # points from a block's left edge within which its lines begin
EDGE = 10.0  # points that a rule may begin left of the texts that it stands under
FAR = 1e6


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a page: its words, the boxes of the tables that are drawn in it, and its horizontal rules."""

    words: tuple[Word, ...]
    grids: tuple[Box, ...]
    rules: tuple[Rule, ...] = ()

    @property
    def boxes(self) -> list[Box]:
        """Where what it holds stands."""
        return [*(_box(word) for word in self.words), *self.grids]


def areas_of(words: Sequence[Word], grids: Sequence[Box], rules: Sequence[Rule] = ()) -> list[Area]:
    """The areas in the order in which they are read: one where no blocks stand beside each other."""
    return list(_parted(Area(tuple(words), tuple(grids), tuple(rules))))


def rules_in(rules: Sequence[Rule], area: Area) -> list[Rule]:
    """The rules of an area: those that stand in it or right around it, of longer ones the part that does."""
    boxes = area.boxes
    left, right = min(box.x0 for box in boxes) - LEFT, max(box.x1 for box in boxes) + LEFT
    top, bottom = min(box.top for box in boxes) - LEFT, max(box.bottom for box in boxes) + LEFT
    inside = [rule for rule in rules if top < rule.y < bottom and rule.x0 < right and rule.x1 > left]
    return [Rule(max(rule.x0, left), min(rule.x1, right), rule.y) for rule in inside]


def _parted(area: Area) -> Iterator[Area]:
    cuts = [cut for x in _starts(area) for cut in _cuts(area, x)]
    if not cuts:
        yield from [area] if area.words or area.grids else []
        return
    _, parts = max(cuts, key=lambda cut: cut[0])
    for part in parts:
        yield from _parted(part)


def _starts(area: Area) -> list[float]:
    """Where a block may begin: the left edges of texts and grids."""
    rows = visual_lines(area.words, 1) if area.words else []
    edges = sorted([*(segment.box.x0 for row in rows for segment in row), *(box.x0 for box in area.grids)])
    lone = {box.x0 for box in area.grids}
    return sorted({x for x in edges if x in lone or sum(x <= other < x + LEFT for other in edges) > 1})


def _cuts(area: Area, x: float) -> Iterator[tuple[float, tuple[Area, ...]]]:
    """The ways to part the area at one place into what is above, left, right and below, each with its certainty."""
    for top, bottom in _bands(area, x):
        end = _end_of_blocks(_between(area, top, bottom), x, bottom)
        band = _between(area, top, end)
        left, right = _within(band, -FAR, x - 0.5), _within(band, x - 0.5, FAR)
        sure = certainty(_side(left), _side(right))
        if sure:
            yield sure, (_between(area, -FAR, top), left, right, _between(area, end, FAR))


def _end_of_blocks(band: Area, x: float, bottom: float) -> float:
    """The lower edge of a band without the running text that follows at the left, when the right block has ended."""
    left, right = _within(band, -FAR, x - 0.5), _within(band, x - 0.5, FAR)
    last = max((box.bottom for box in right.boxes), default=bottom)
    lines = visual_lines(left.words, 1) if left.words else []
    for at in range(len(lines) - 1, 0, -1):
        if len(lines[at]) > 1 or lines[at][0].box.top < last:
            break
        if lines[at][0].box.top - max(box.bottom for box in _heights(lines[at - 1], left)) > LEFT:
            return lines[at][0].box.top - 0.1
    return bottom


def _heights(line: VisualLine, area: Area) -> list[Box]:
    """What a text may follow on: a line, and the tables that are drawn."""
    return [*(segment.box for segment in line), *area.grids]


def _bands(area: Area, x: float) -> Iterator[tuple[float, float]]:
    """The stretches from top to bottom that nothing crosses at `x`, parted at wide blanks, with text on both sides."""
    across = [box for box in area.boxes if box.x0 < x - 0.5 and box.x1 > x - GUTTER]
    free = [box for box in area.boxes if not any(box.top < other.bottom and other.top < box.bottom for other in across)]
    held: list[Box] = []
    for box in sorted(free, key=lambda box: box.top):
        bottom = max((other.bottom for other in held), default=box.top)
        if box.top - bottom > EMPTY or any(bottom <= other.top < box.top for other in across):
            yield from _filled(held, x)
            held = []
        held.append(box)
    yield from _filled(held, x)


def _filled(held: Sequence[Box], x: float) -> Iterator[tuple[float, float]]:
    left, right = ([box for box in held if (box.x0 < x - 0.5) is side] for side in (True, False))
    if left and right:
        yield min(box.top for box in held), max(box.bottom for box in held)


def _box(word: Word) -> Box:
    return Box(1, word["x0"], word["top"], word["x1"], word["bottom"])


def _between(area: Area, top: float, bottom: float) -> Area:
    def inside(box: Box) -> bool:
        return top <= (box.top + box.bottom) / 2 < bottom

    rules = tuple(rule for rule in area.rules if top <= rule.y < bottom)
    return Area(tuple(w for w in area.words if inside(_box(w))), tuple(b for b in area.grids if inside(b)), rules)


def _within(area: Area, left: float, right: float) -> Area:
    def inside(x0: float) -> bool:
        return left <= x0 < right

    words, grids = (w for w in area.words if inside(w["x0"])), (box for box in area.grids if inside(box.x0))
    return Area(tuple(words), tuple(grids), tuple(rule for rule in area.rules if inside(rule.x0 + EDGE)))


def _side(area: Area) -> Side:
    return Side(tuple(visual_lines(area.words, 1)) if area.words else (), area.grids, area.rules)
