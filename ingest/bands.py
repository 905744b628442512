"""What stands between two rules of a table: one row, or several where the rules part the head and the sums alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.columns import LABEL_EDGE
from ingest.grouping import BESIDE, JUMP, WIDEST, broken_off, is_whole, rows_of_lines
from ingest.segments import Segment, VisualLine, gap, is_row

PARTS = ("varav", "därav")  # first words of a row that is a part of the one above
Band = Sequence[VisualLine]  # the lines between two rules


def rows_in(band: Band, edge: float) -> list[Band]:
    """The rows of a band: several where more than one of its lines has a label and figures, and all parts are sure.

    `edge` is how far the labels of the table reach.
    """
    if not holds_rows(band):
        return [band]
    rows = rows_of_lines(band)
    sure = all(_is_named(row, _left(band)) for row in rows) and not any(_may_be_one(rows, _leading(band), edge))
    return list(rows) if sure else [band]


def holds_rows(band: Band) -> bool:
    """Do two lines or more have a label, that does not go on from the line above, and figures?"""
    pairs = [(above, line) for above, line in pairwise([(), *band]) if is_whole(line, _left(band))]
    goes_on = any(above and _goes_on(line[0]) and is_whole(above, _left(band)) for above, line in pairs)
    return sum(not broken_off(line, above) for above, line in pairs) > 1 and not goes_on


def _is_named(row: Band, left: float) -> bool:
    """Has a row a label, and no text in its first line that goes on from a cell above?"""
    first = row[0]
    labelled = first[0].box.x0 < left + LABEL_EDGE and not all(segment.figure for segment in first)
    return labelled and (is_row(first) or not any(_lower(segment) for segment in first[1:]))


def _may_be_one(rows: Sequence[Band], leading: float, edge: float) -> Iterator[bool]:
    """For each row and the next, where one of them is a label alone: may it be one label broken over two lines?"""
    for row, below in pairwise(rows):
        upper, lower = row[-1], below[0]
        alone = _is_label(row) or _is_label(below)
        near = gap(upper, lower) < min(JUMP * leading, WIDEST * lower[0].size)
        alike = near and upper[0].bold == lower[0].bold
        yield alone and alike and upper[0].box.x1 + _first_word(lower[0]) > edge


def _leading(band: Band) -> float:
    """The least distance from one line to the next."""
    gaps = (gap(above, line) for above, line in pairwise(band) if gap(above, line) > BESIDE * line[0].size)
    return min(gaps, default=0.0)


def _is_label(row: Band) -> bool:
    return all(len(line) == 1 for line in row)


def _first_word(segment: Segment) -> float:
    """The width of the first word of a text and the blank before it, in points."""
    return segment.width * (len(segment.text.split()[0]) + 1) / len(segment.text)


def _goes_on(segment: Segment) -> bool:
    """Does a label begin with a small letter, and is it no part of the row above ("varav …")?"""
    return _lower(segment) and not segment.text.startswith(PARTS)


def _left(band: Band) -> float:
    return min(line[0].box.x0 for line in band)


def _lower(segment: Segment) -> bool:
    return segment.text[:1].islower()
