"""Doubts of rows that two tables of a document have, with other figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from corpus.documents import Doubt
from corpus.swedish.words import content_tokens, fold
from ingest.lines import Entry, TableLine, is_sum, side_of, with_unit
from ingest.parts import is_near
from ingest.same_thing import names_of

TELLING = 2  # words of a label that two rows of the same group do not share by chance
ALIKE = Decimal("0.5")  # of the larger value: values further from each other are of different things
ZERO = Decimal(0)
ALONE = 4  # words of a label that rows of different groups do not share by chance


def twin_doubts(tables: Sequence[Sequence[TableLine]]) -> Iterator[Doubt]:
    """The same row in two tables, with two values of one unit for one year and kind."""
    entries = [
        (line, cell)
        for lines in tables
        for line in lines
        if not side_of(line.path[-1]) and not is_sum(line.label)
        for cell in line.cells.values()
        if cell.value is not None and cell.year
    ]
    for _, group in groupby(sorted(entries, key=_key), key=_key):
        (first, cell), *others = group
        twin = next((other for other in others if _differs((first, cell), other)), None)
        if twin:
            yield _doubt((first, cell), twin)


def _key(entry: Entry) -> tuple[str, ...]:
    line, cell = entry
    group = "" if len(content_tokens(line.label)) >= ALONE else fold(" ".join(line.path[:-1]))
    return line.label, group, str(cell.year), cell.kind.value, cell.period, cell.unit


def _differs(first: Entry, second: Entry) -> bool:
    (line, cell), (other, twin) = first, second
    told = line.passage.table != other.passage.table and len(content_tokens(line.label)) >= TELLING
    alike = is_near(abs(cell.value or ZERO), abs(twin.value or ZERO), ALIKE) and names_of(cell) == names_of(twin)
    return told and alike and cell.value != twin.value


def _doubt(first: Entry, second: Entry) -> Doubt:
    (line, cell), (other, twin) = first, second
    text = (
        f"”{line.path[-1]}” {cell.year} är {with_unit(cell)} i tabellen på sidan {cell.page}, "
        f"men {with_unit(twin)} i tabellen på sidan {twin.page}."
    )
    return Doubt(cell.page, "twin", text, (line.passage.id, other.passage.id))
