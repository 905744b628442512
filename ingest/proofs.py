"""Which reading of each row of a table is the right one: the only one, or the only one that its arithmetic allows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from corpus.swedish.numbers import read_cell
from ingest.lines import side_of
from ingest.readings import Reading
from ingest.relations import ROUNDING, is_wrong, mostly_wrong, relations_in, values_in

FEW = 3  # rows that are too few to show how a table is written
MANY = 3  # blanks of one row whose gaps are no accident
GROUPED = Decimal(1000)  # from here on a number is written in groups
Readings = Sequence[Sequence[Reading]]


def settled(rows: Readings, names: Sequence[str], blanks_show: bool) -> list[Reading | None]:
    """For each row its one reading, or None where several are left.

    Where a blank cell leaves no gap, neighbours that could be one number are two only if the arithmetic says so, or
    if the whole table has one reading and no number in it that is written in groups.
    """
    shown = _by_gaps(rows) if blanks_show else [list(row) for row in rows]
    plain = blanks_show or _is_plain(shown)
    found = [row[0] if len(row) == 1 and (plain or not row[0].joinable) else None for row in shown]
    relations = relations_in(names, [reading for reading in found if reading])
    if mostly_wrong(relations, found):
        return [None] * len(rows)
    found = [None if reading and is_wrong(relations, reading) else reading for reading in found]
    for at, row in enumerate(shown):
        if found[at] is None and relations:
            found[at] = _only([r for r in row if all(relation.holds(r) for relation in relations)])
    return _by_sides(shown, found)


def _by_gaps(rows: Readings) -> list[list[Reading]]:
    """The readings left where the gaps of a table, row for row, are as wide as its blank cells make them."""
    blanks = [max((r.cells.count("") for r in row if r.exact), default=0) for row in rows]
    loose = any(row and not any(r.exact for r in row) for row in rows)
    if not loose and (sum(map(bool, blanks)) > 1 or max(blanks, default=0) >= MANY):
        return [[r for r in row if r.exact] for row in rows]
    return [list(row) for row in rows]


def _is_plain(rows: Readings) -> bool:
    """Has every row of a table one reading, and none of them a number that is written in groups?"""
    if len(rows) < FEW or any(len(row) != 1 for row in rows):
        return False
    numbers = [read_cell(cell) for row in rows for cell in row[0].cells]
    return all(number is None or abs(number.value) < GROUPED for number in numbers)


def _only(readings: Sequence[Reading]) -> Reading | None:
    return readings[0] if len(readings) == 1 else None


def _by_sides(shown: Readings, found: Sequence[Reading | None]) -> list[Reading | None]:
    """Rows left open settled by the two known rows beside them, where income and cost make the net amount."""
    out = list(found)
    for at, row in enumerate(shown):
        for first in range(max(0, at - 2), min(at, len(shown) - 3) + 1):
            three = range(first, first + 3)
            if out[at] is None:
                out[at] = _only([r for r in row if _balances([r if k == at else out[k] for k in three])])
    return out


def _balances(rows: Sequence[Reading | None]) -> bool:
    """Do three rows follow each other as income, cost and net, and add up in every column?"""
    known = [row for row in rows if row]
    if [side_of(row.label) for row in known] != ["income", "cost", "net"]:
        return False
    columns = [[values_in(row, [at]) for row in known] for at in range(len(known[0].cells))]
    return all(a and b and c and abs(a[0] + b[0] - c[0]) <= ROUNDING for a, b, c in columns)
