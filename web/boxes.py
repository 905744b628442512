"""Word boxes of a passage joined into marked lines, and written in an address."""

from collections.abc import Iterable, Sequence

from corpus.documents import Box

MOST_BOXES = 60
FARTHEST = 20_000


def lines_of(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Word boxes joined into one box for each line, top down; at most MOST_BOXES."""
    lines: list[Box] = []
    for box in sorted(boxes, key=lambda box: (box.page, round(box.bottom), box.x0)):
        if lines and _continues(lines[-1], box):
            lines[-1] = hull((lines[-1], box))
        else:
            lines.append(box)
    return tuple(lines[:MOST_BOXES])


def hull(boxes: Sequence[Box]) -> Box:
    """The smallest box round all of `boxes`, on the page of the first."""
    return Box(
        boxes[0].page,
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )


def written(boxes: Iterable[Box]) -> str:
    """Boxes as x0,top,x1,bottom;… in whole points, for an address."""
    sides = ((box.x0, box.top, box.x1, box.bottom) for box in boxes)
    return ";".join(",".join(str(max(0, round(side))) for side in four) for four in sides)


def read(text: str, page: int) -> tuple[Box, ...]:
    """The boxes that `written` wrote; raises ValueError for anything else."""
    if not text:
        return ()
    fours = [[int(side) for side in four.split(",")] for four in text.split(";")]
    if len(fours) > MOST_BOXES or not all(_is_box(four) for four in fours):
        raise ValueError(text)
    return tuple(Box(page, *four) for four in fours)


def _is_box(four: Sequence[int]) -> bool:
    if len(four) != 4 or not all(0 <= side <= FARTHEST for side in four):
        return False
    return four[0] <= four[2] and four[1] <= four[3]


def _continues(line: Box, box: Box) -> bool:
    height = max(line.bottom - line.top, 1.0)
    shared = min(line.bottom, box.bottom) - max(line.top, box.top)
    near = -height < box.x0 - line.x1 < 1.5 * height
    return line.page == box.page and shared > 0.5 * height and near
