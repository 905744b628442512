"""Tables of two columns without figures: labels at the left, and their text in a column of its own beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.columns import LABEL_EDGE
from ingest.segments import Segment, VisualLine, gap

SAME_EDGE = 2.0  # points by which the edges of two lines of a column may differ
PITCH = 2.1  # of the type size: lines of one text are no further apart
ROW_PITCH = 2.6  # of the type size: labels of one table are no further below the line above
LEAST_LINES = 6  # lines that show such a column
LEAST_LABELS = 2
MOST_LABELS = 0.6  # share of the lines with a label: running text set in two columns has one on each line
LETTERS = 3  # of a label: points and numbers of a list have fewer, but for a word
NUMERALS = frozenset("IVXLivxl")


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
    first, text = ordered[start]
    end = start + 1
    while end < len(ordered) and _is_near(ordered[end - 1], ordered[end]):
        line = ordered[end]
        at_left = abs(line[0].box.x0 - first.box.x0) < SAME_EDGE
        beside = _are_under(text, line[-1]) and (len(line) == 1 or at_left)
        label = len(line) == 1 and at_left and line[0].box.x1 < text.box.x0
        if len(line) > 2 or not (beside or label) or abs(line[0].size - first.size) > SAME_EDGE / 4:
            break
        end += 1
    return end


def _is_near(above: VisualLine, line: VisualLine) -> bool:
    return gap(above, line) < (ROW_PITCH if _is_labelled(line) else PITCH) * line[0].size


def _are_under(above: Segment, text: Segment) -> bool:
    """Have two lines of a column the same left edge, or the same middle?"""
    left, right = text.box.x0 - above.box.x0, text.box.x1 - above.box.x1
    return min(abs(left), abs(left + right) / 2) < SAME_EDGE


def _is_labelled(line: VisualLine) -> bool:
    words = len(line) == 2 and (sum(map(str.isalpha, line[0].text)) > LETTERS or _is_word(line[0].text))
    return words and line[1].box.x0 - line[0].box.x0 > 2 * LABEL_EDGE and not line[1].figure


def _is_word(text: str) -> bool:
    """Is it a word of two letters or more, as IT, and no number of a list, as IV?"""
    return len(text) > 1 and text.isalpha() and not NUMERALS.issuperset(text)


def _shows_column(lines: Sequence[VisualLine]) -> bool:
    labels = sum(map(_is_labelled, lines))
    return len(lines) >= LEAST_LINES and LEAST_LABELS <= labels <= MOST_LABELS * len(lines)


def _has_header(ordered: Sequence[VisualLine], at: int) -> bool:
    """Does a lone bold line name the labels, right above the first of them?"""
    above, line = ordered[at - 1] if at else (), ordered[at]
    if len(above) != 1 or not above[0].bold or abs(above[0].box.x0 - line[0].box.x0) > SAME_EDGE:
        return False
    return gap(above, line) < PITCH * line[0].size and above[0].size == line[0].size
