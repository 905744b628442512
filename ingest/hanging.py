"""Tables of two columns without figures: labels at the left, and their text in a column of its own beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.columns import LABEL_EDGE
from ingest.segments import VisualLine, gap

SAME_EDGE = 2.0  # points by which the left edges of two lines of a column may differ
PITCH = 2.1  # of the type size: lines further apart are not of one table
LEAST_LINES = 6  # lines that show such a column
LEAST_LABELS = 2
MOST_LABELS = 0.6  # share of the lines with a label: running text set in two columns has one on each line
LETTERS = 3  # of a label: points and numbers of a list have fewer


def hanging_stretches(ordered: Sequence[VisualLine]) -> Iterator[tuple[int, int, int]]:
    """Where each such table starts, where its body starts, and where it ends."""
    at = 0
    while at < len(ordered):
        end = _end(ordered, at) if _is_labelled(ordered[at]) else at
        if _shows_column(ordered[at:end]):
            yield at - _has_header(ordered, at), at, end
        at = max(end, at + 1)


def _end(ordered: Sequence[VisualLine], start: int) -> int:
    """The line after the last one that stands in the columns of the first."""
    left, text = ordered[start][0].box.x0, ordered[start][1].box.x0
    end = start + 1
    while end < len(ordered) and gap(ordered[end - 1], ordered[end]) < PITCH * ordered[start][0].size:
        line = ordered[end]
        beside = abs(line[-1].box.x0 - text) < SAME_EDGE and (len(line) == 1 or abs(line[0].box.x0 - left) < SAME_EDGE)
        label = len(line) == 1 and abs(line[0].box.x0 - left) < SAME_EDGE and line[0].box.x1 < text
        if len(line) > 2 or not (beside or label) or abs(line[0].size - ordered[start][0].size) > SAME_EDGE / 4:
            break
        end += 1
    return end


def _is_labelled(line: VisualLine) -> bool:
    words = len(line) == 2 and sum(letter.isalpha() for letter in line[0].text) > LETTERS
    return words and line[1].box.x0 - line[0].box.x0 > 2 * LABEL_EDGE and not line[1].figure


def _shows_column(lines: Sequence[VisualLine]) -> bool:
    labels = sum(map(_is_labelled, lines))
    return len(lines) >= LEAST_LINES and LEAST_LABELS <= labels <= MOST_LABELS * len(lines)


def _has_header(ordered: Sequence[VisualLine], at: int) -> bool:
    """Does a lone bold line name the labels, right above the first of them?"""
    above, line = ordered[at - 1] if at else (), ordered[at]
    if len(above) != 1 or not above[0].bold or abs(above[0].box.x0 - line[0].box.x0) > SAME_EDGE:
        return False
    return gap(above, line) < PITCH * line[0].size and above[0].size == line[0].size
