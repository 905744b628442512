"""Doubts of a table's own arithmetic: accounts, sums and deviations that do not come out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from corpus.documents import Doubt
from ingest.lines import (
    Key,
    TableLine,
    agree,
    amount,
    column_of,
    difference,
    is_deviation,
    is_sum,
    shown,
    side_of,
    with_unit,
)

PART_OF = re.compile(r"^[-–•\s]*(?:varav|därav|där av|var av)\b")
SURE, NEAR = Decimal("0.5"), Decimal("0.1")  # of a sum: how far off it may be where another column comes out or none


def account_doubts(lines: Sequence[TableLine]) -> Iterator[Doubt]:
    """Income and costs that do not give the net right below them; deviations are held against their own terms."""
    for first, second, net in zip(lines, lines[1:], lines[2:], strict=False):
        by_side = {side_of(line.path[-1]): line for line in (first, second)}
        same_group = first.path[:-1] == second.path[:-1] == net.path[:-1]
        if same_group and set(by_side) == {"income", "cost"} and side_of(net.path[-1]) == "net":
            for key in (key for key in net.cells if not is_deviation(net, key)):
                yield from _account(by_side["income"], by_side["cost"], net, key)


def _account(income: TableLine, cost: TableLine, net: TableLine, key: Key) -> Iterator[Doubt]:
    """Costs may be written with a minus or without; a side left blank counts as nothing, both as not known."""
    stated, given, spent = net.value(key), income.value(key), cost.value(key)
    if stated is None or spent is None or key not in income.cells:
        return
    got = given or Decimal(0)
    signed = any((value or 0) < 0 for value in map(cost.value, cost.cells))
    options = [got + spent] if signed else [got - spent, spent - got]
    if any(agree(option, stated, (got, spent, stated)) for option in options):
        return
    found = min(options, key=lambda option: abs(option - stated))
    cell = net.cells[key]
    text = (
        f"{_group(net)}{column_of(cell)}: {_term(income, key)} och {_term(cost, key)} ger "
        f"{amount(found, cell.unit)}, men {net.side} anges till {with_unit(cell)}; "
        f"{difference(found, stated, cell.unit)}."
    )
    yield Doubt(cell.page, "account", text, _passages(income, cost, net))


def _group(line: TableLine) -> str:
    return line.path[-2] if len(line.path) > 1 else ("Tabellen", *line.passage.headings)[-1]


def _term(line: TableLine, key: Key) -> str:
    cell = line.cells[key]
    return f"{line.side} (inget värde)" if cell.value is None else f"{line.side} {shown(cell)}"


def sum_doubts(lines: Sequence[TableLine]) -> Iterator[Doubt]:
    """Rows named as a sum that the rows above them do not make."""
    for at, line in enumerate(lines):
        if is_sum(line.label):
            yield from _sum(line, _choices(lines, at))


def _choices(lines: Sequence[TableLine], at: int) -> list[list[TableLine]]:
    """What the sum may be of: the rows since the sum before, those of its group, all rows, or the sums above."""
    above = [line for line in lines[:at] if not PART_OF.match(line.label)]
    sums = [place for place, line in enumerate(above) if is_sum(line.label)]
    last = sums[-1] + 1 if sums else 0
    single = [line for line in above if not is_sum(line.label)]
    group = [line for line in single if line.path[:-1] == lines[at].path[:-1]]
    choices = [above[last:], group, single, [*(above[place] for place in sums), *above[last:]]]
    return [choice for choice in choices if len(choice) > 1]


def _sum(line: TableLine, choices: Sequence[Sequence[TableLine]]) -> Iterator[Doubt]:
    right = [[key for key in line.cells if _comes_out(line, parts, key)] for parts in choices]
    for key, cell in line.cells.items():
        if cell.value is None or not _adds_up(line, choices, key) or any(key in keys for keys in right):
            continue
        best = min(range(len(choices)), key=lambda at: abs(_total(choices[at], key) - (cell.value or 0)))
        found, share = _total(choices[best], key), SURE if right[best] else NEAR
        if abs(found - cell.value) <= share * abs(cell.value):
            text = (
                f"{line.path[-1].strip(' :')}{column_of(cell)} anges till {with_unit(cell)}, men raderna ovanför "
                f"ger {amount(found, cell.unit)}; {difference(found, cell.value, cell.unit)}."
            )
            yield Doubt(cell.page, "sum", text, _passages(line))


def _comes_out(line: TableLine, parts: Sequence[TableLine], key: Key) -> bool:
    stated, values = line.value(key), _values(parts, key)
    return stated is not None and len(values) > 1 and agree(sum(values, Decimal(0)), stated, (*values, stated))


def _adds_up(line: TableLine, choices: Sequence[Sequence[TableLine]], key: Key) -> bool:
    """May the column be added up: one unit, no shares, no years, and a sum that is no mean of its parts?"""
    stated, cell = line.value(key), line.cells[key]
    columns = [_values(parts, key) for parts in choices]
    units = {part.cells[key].unit for parts in choices for part in parts if part.value(key) is not None}
    if stated is None or cell.unit == "%" or units - {cell.unit} or max(map(len, columns), default=0) < 2:
        return False
    sizes = [abs(value) for values in columns for value in values]
    return abs(stated) > max(sizes) or min(v for c in columns for v in c) < 0 < max(v for c in columns for v in c)


def _values(parts: Sequence[TableLine], key: Key) -> list[Decimal]:
    return [value for part in parts if (value := part.value(key)) is not None]


def _total(parts: Sequence[TableLine], key: Key) -> Decimal:
    return sum(_values(parts, key), Decimal(0))


def _passages(*lines: TableLine) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.passage.id for line in lines))
