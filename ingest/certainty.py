"""What speaks against a table that is told by blanks: it is named in the ledger then, and no figure is read of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.swedish.numbers import read_cell
from corpus.swedish.periods import years_in
from ingest.blocks import Cell
from ingest.clean import join_lines
from ingest.segments import DATE, Segment, Span, VisualLine, overlap

TWO_FIGURES = "två tal står i samma ruta"
BETWEEN = "ett tal står mellan två kolumner"
NO_NAMES = "kolumnerna har inga namn"
NO_LABEL = "en rad med tal har inget namn"
NEAR = 3.0  # points by which a figure may stand out of its column, or into the next

Row = Sequence[VisualLine]  # the lines of a row


def doubt_about(rows: Sequence[Row], cells: Sequence[Sequence[Cell]], spans: Sequence[Span]) -> str:
    """The first thing that makes the reading of a table uncertain, in Swedish; '' where it is certain.

    `cells` are the rows as they were put into the columns `spans`.
    """
    first = next((at for at, row in enumerate(rows) if _figures(row)), len(rows))
    body, read = rows[first:], cells[first:]
    if any(_is_between(segment, spans) for row in body for segment in _figures(row)):
        return BETWEEN
    if any(_has_two_figures(row, spans) for row in body):
        return TWO_FIGURES
    if first and any(not _has_words(row) for row in read):
        return NO_LABEL
    return ""


def has_no_names(rows: Sequence[Sequence[Cell]]) -> bool:
    """Do figures stand in several columns, and is there nothing above them to tell them apart?"""
    columns = list(zip(*rows, strict=True))[1:]
    figures = [column for column in columns if any(read_cell(cell.text) is not None for cell in column)]
    first = [cell.text for cell in rows[0][1:] if cell.text]
    return len(figures) > 1 and any(read_cell(text) is not None and not years_in(text) for text in first)


def _figures(row: Row) -> list[Segment]:
    """The figures of a row that are no years, and not its first text."""
    return [segment for line in row for at, segment in enumerate(line) if at and segment.figure and not segment.year]


def _is_between(segment: Segment, spans: Sequence[Span]) -> bool:
    """Does a figure stand in no column, or well into two of them?"""
    shares = sorted((overlap(segment, span) for span in spans), reverse=True)
    return shares[0] < -NEAR or len(shares) > 1 and shares[1] > NEAR


def _has_two_figures(row: Row, spans: Sequence[Span]) -> bool:
    """Do two figures of a row stand in one column, and are no parts of one?"""
    for texts in _by_column(row, spans):
        figures = [segment for segment in texts if segment.figure]
        whole = join_lines([segment.text for segment in texts])
        parted = read_cell(whole) is None or _are_stacked(figures)
        if len(figures) > 1 and parted and not DATE.fullmatch(whole):
            return True
    return False


def _are_stacked(figures: Sequence[Segment]) -> bool:
    """Does a figure stand below another?"""
    return any(below.box.top > above.box.top + above.size / 2 for above, below in pairwise(figures))


def _by_column(row: Row, spans: Sequence[Span]) -> Iterator[list[Segment]]:
    segments = [segment for line in row for segment in line]
    for span in spans[1:]:
        yield [segment for segment in segments if overlap(segment, span) > 0]


def _has_words(row: Sequence[Cell]) -> bool:
    """Has a row of figures a name, or is there no figure in it?"""
    figures = [cell for cell in row if read_cell(cell.text) is not None]
    return not figures or any(cell.text and read_cell(cell.text) is None for cell in row)
