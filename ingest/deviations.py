"""Doubts of deviations: columns that say how far an outcome is from its budget, and do not, or with a wrong sign."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from corpus.documents import Doubt, FigureKind
from ingest.lines import Key, TableLine, agree, amount, columns_of, is_deviation, shown, side_of, with_unit

LEAST = 2  # rows that must show how a deviation is counted
MOST_WRONG = Decimal("0.34")  # share of the rows that may be wrong, or it is counted in another way
ACTUAL = frozenset({FigureKind.OUTCOME, FigureKind.FORECAST})
Pair = tuple[Key, Key]


def deviation_doubts(lines: Sequence[TableLine]) -> Iterator[Doubt]:
    """Deviations other than the difference that the other rows of the table show them to be."""
    keys = columns_of(lines)
    deviations = [key for key in keys if any(is_deviation(line, key) for line in lines)]
    others = [key for key in keys if key not in deviations]
    for key in deviations:
        pair = _pair(lines, key, others)
        if pair:
            yield from _wrong(lines, key, pair)


def _pair(lines: Sequence[TableLine], key: Key, others: Sequence[Key]) -> Pair | None:
    """The two columns whose difference most of the rows show the deviation to be, the actual one first."""
    best: tuple[int, int, Pair] | None = None
    for rank, pair in enumerate(permutations(others, 2)):
        known = [line for line in lines if _terms(line, key, pair)]
        right = [line for line in known if _sign(line, key, pair)]
        enough = len(right) >= LEAST and len(known) - len(right) <= MOST_WRONG * len(known)
        if enough and _actual(known[0], pair) and (best is None or (len(right), -rank) > best[:2]):
            best = (len(right), -rank, pair)
    return best[2] if best else None


def _actual(line: TableLine, pair: Pair) -> bool:
    """Is the first column of the two what came, or is foreseen, and the second what was meant?"""
    first, second = (line.cells[key].kind for key in pair)
    return first in ACTUAL and (second not in ACTUAL or first is FigureKind.FORECAST)


def _terms(line: TableLine, key: Key, pair: Pair) -> tuple[Decimal, Decimal, Decimal] | None:
    """The deviation and its two terms, where the line has all three in one unit and the terms differ."""
    stated, first, second = (line.value(k) for k in (key, *pair))
    if stated is None or first is None or second is None or first == second == stated:
        return None
    return (stated, first, second) if len({line.cells[k].unit for k in (key, *pair)}) == 1 else None


def _sign(line: TableLine, key: Key, pair: Pair) -> int:
    """1 where the deviation is first minus second, −1 where it is second minus first, 0 where it is neither."""
    terms = _terms(line, key, pair)
    if not terms:
        return 0
    stated, first, second = terms
    if agree(first - second, stated, terms):
        return 1
    return -1 if agree(second - first, stated, terms) else 0


def _wrong(lines: Sequence[TableLine], key: Key, pair: Pair) -> Iterator[Doubt]:
    """The rows whose deviation is another number, or has not the sign of its like.

    Where costs have no minus, income and costs deviate in opposite ways: only rows of a named side are then alike.
    """
    usual = {side: _usual_sign(lines, key, pair, side) for side in {side_of(line.path[-1]) for line in lines}}
    signed = any((line.value(k) or 0) < 0 for line in lines for k in pair)
    for line in lines:
        terms, sign, side = _terms(line, key, pair), _sign(line, key, pair), side_of(line.path[-1])
        way = usual[side] or _usual_sign(lines, key, pair, None)
        alike = not sign or signed or bool(side and usual[side])
        if terms and way and sign != way and alike and not agree(terms[1], terms[2], terms):
            yield _doubt(line, key, pair, way)


def _usual_sign(lines: Sequence[TableLine], key: Key, pair: Pair, side: str | None) -> int:
    """The sign that most rows of a side have (of all for None), or 0 where that is not plain."""
    signs = Counter(_sign(ln, key, pair) for ln in lines if side is None or side_of(ln.path[-1]) == side)
    signs.pop(0, None)
    (sign, count), total = signs.most_common(1)[0] if signs else (0, 0), sum(signs.values())
    return sign if count >= LEAST and total - count <= MOST_WRONG * total else 0


def _doubt(line: TableLine, key: Key, pair: Pair, way: int) -> Doubt:
    first, second = pair if way > 0 else pair[::-1]
    cell, one, two = line.cells[key], line.cells[first], line.cells[second]
    found = (one.value or Decimal(0)) - (two.value or Decimal(0))
    sign = _sign(line, key, pair) == -way
    why = "tecknet är omvänt" if sign else f"skillnaden är {amount(abs(found - (cell.value or 0)), cell.unit)}"
    text = (
        f"{line.name}: {_column(cell.column)} anges till {with_unit(cell)}, men {_column(one.column)} {shown(one)} "
        f"minus {_column(two.column)} {shown(two)} är {amount(found, cell.unit)}; {why}."
    )
    return Doubt(cell.page, "sign" if sign else "deviation", text, (line.passage.id,))


def _column(name: str) -> str:
    """A column's name inside a sentence."""
    name = name.strip()
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
