"""Lines whose cells are parted by tabs or semicolons to the rows of tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from corpus.swedish.numbers import read_cell
from corpus.swedish.periods import years_in
from ingest.contents import is_contents
from ingest.units import Row

BETWEEN = 2  # lines of a group's title between two runs of one table
TITLE_WORDS = 12
LISTED = 3  # rows with semicolons at least: two may be sentences
Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A run of lines: the rows of a table, or lines of text."""

    at: int
    lines: tuple[str, ...]
    rows: tuple[Row, ...] = ()


def delimited_parts(lines: Sequence[str]) -> list[Part]:
    """The lines in their order, those of tables as rows; a table of contents is left out."""
    out: list[Part] = []
    contents = False
    for part in _runs(lines):
        blank = not part.rows and not any(line.strip() for line in part.lines)
        contents = is_contents(part.rows, goes_on=contents) or contents and blank
        if contents:
            continue
        if part.rows and len(out) > 1 and _goes_on(out[-2], out[-1], part):
            between, above = out.pop(), out.pop()
            title = " ".join(" ".join(between.lines).split())
            rows = (*above.rows, *((Row((title,), between.at),) if title else ()), *part.rows)
            out.append(Part(above.at, (), rows))
        else:
            out.append(part)
    return out


def _runs(lines: Sequence[str]) -> Iterator[Part]:
    for (separator, _), group in groupby(enumerate(lines), key=lambda placed: _shape(placed[1])):
        run = list(group)
        rows = tuple(Row(_cells(line, separator), at) for at, line in run) if separator else ()
        if rows and _is_table(separator, rows):
            yield Part(run[0][0], (), _titled(rows))
        else:
            yield Part(run[0][0], tuple(line.replace("\t", " ") for _, line in run))


def _titled(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, one with a label alone above one with figures made the title of a group."""
    titles = [
        at for at, (row, below) in enumerate(pairwise(rows)) if at and not any(row.cells[1:]) and _has_figures(below)
    ]
    return tuple(Row(row.cells[:1], row.at) if at in titles else row for at, row in enumerate(rows))


def _cells(line: str, separator: str) -> Cells:
    return tuple(cell.strip() for cell in line.strip(" ").split(separator))


def _shape(line: str) -> tuple[str, int]:
    """What parts a line's cells, and how many there are."""
    for separator in "\t;":
        if line.strip(" ").count(separator) > (separator == ";"):
            return separator, line.strip(" ").count(separator)
    return "", 0


def _is_table(separator: str, rows: Sequence[Row]) -> bool:
    if separator == "\t":
        return len(rows) > 1 or len(rows[0].cells) > 2
    cells = [cell for row in rows[1:] for cell in row.cells[1:]]
    return len(rows) >= LISTED and 2 * sum(read_cell(cell) is not None for cell in cells) >= len(cells)


def _goes_on(above: Part, between: Part, part: Part) -> bool:
    """Is a run of rows without a header the same table as the one above, with a group's title between?"""
    titles = [line for line in between.lines if line.strip()]
    again = bool(above.rows) and part.rows[0].cells[0] in {row.cells[0] for row in above.rows}
    ends = ":!?" if again else ".:!?"
    short = len(titles) <= BETWEEN and all(
        len(line.split()) <= TITLE_WORDS and line.rstrip()[-1] not in ends for line in titles
    )
    same = bool(above.rows) and len(above.rows[0].cells) == len(part.rows[0].cells) and not between.rows
    return same and short and not _has_figures(above.rows[0]) and _has_figures(part.rows[0])


def _has_figures(row: Row) -> bool:
    return any(read_cell(cell) and not years_in(cell) for cell in row.cells[1:])
