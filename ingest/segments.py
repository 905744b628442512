"""The words of a page as segments: what stands between two wide blanks, or is drawn as a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.documents import Box
from corpus.swedish.numbers import read_cell

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

    @property
    def year(self) -> bool:
        """Is it a bare year?"""
        return YEAR.fullmatch(self.text) is not None

    @property
    def width(self) -> float:
        """Its width in points."""
        return self.box.x1 - self.box.x0


VisualLine = tuple[Segment, ...]  # the segments of one line, from left to right
Span = tuple[float, float]  # left and right edge of a column, in points


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule: its edges and height on the page, in points."""

    x0: float
    x1: float
    y: float


def middle(line: VisualLine) -> float:
    """The height on the page at which a line stands."""
    return (line[0].box.top + line[0].box.bottom) / 2


def gap(above: VisualLine, line: VisualLine) -> float:
    """The distance in points from one line down to the next."""
    return middle(line) - middle(above)


def is_row(line: VisualLine) -> bool:
    """Does the line hold a figure that is no year, beside something else?"""
    return len(line) > 1 and any(segment.figure and not segment.year for segment in line[1:])


def overlap(segment: Segment, span: Span) -> float:
    """By how many points a segment lies in a column; less than none is the distance to it."""
    return min(segment.box.x1, span[1]) - max(segment.box.x0, span[0])


def box_around(segments: Iterable[Segment]) -> Box:
    """The smallest box that holds all of some segments."""
    boxes = [segment.box for segment in segments]
    left, top = min(b.x0 for b in boxes), min(b.top for b in boxes)
    return Box(boxes[0].page, left, top, max(b.x1 for b in boxes), max(b.bottom for b in boxes))
