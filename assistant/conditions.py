"""Rows that meet a condition: those with a deficit or a surplus, above or below a bound."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from operator import ge, gt, le, lt

from assistant.ends import sign_asked
from assistant.evidence import Subject
from assistant.found import Found
from assistant.library import Library
from assistant.models import Evidence, Reading
from assistant.prompts import reply
from assistant.ranking import Cell, best_column
from assistant.wording import amount, bare_name
from corpus.documents import FigureKind
from corpus.swedish.numbers import MONEY, Number, is_year, numbers_in
from corpus.swedish.words import fold

HOLDS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "över|mer än|fler än|högre än|större än": gt, "minst": ge, "under|mindre än|färre än|lägre än": lt, "högst": le,
}  # fmt: skip
BOUND = re.compile(rf"\b(?:{'|'.join(f'({words})' for words in HOLDS)})\s+(?=\d)")


def rows_that(reading: Reading, evidence: Sequence[Evidence], subject: Subject, library: Library) -> Found | None:
    """The rows of a table that meet the condition of the question; None where it has none or no row does."""
    sign = sign_asked(reading.question)
    if sign:
        deviations = replace(reading, figure_kinds=(FigureKind.DEVIATION,))
        cells = best_column(deviations, evidence, subject, library) or best_column(reading, evidence, subject, library)
        return _kept(cells, reply("condition", "deficit" if sign < 0 else "surplus"), lambda v: v * sign > 0)
    bound = BOUND.search(fold(reading.question))
    number = next(iter(numbers_in(fold(reading.question)[bound.end() :])), None) if bound else None
    if not bound or not number or is_year(number):
        return None
    cells = [c for c in best_column(reading, evidence, subject, library) if _comparable(c, number)]
    lead = fold(reading.question)[bound.start() : bound.end()] + number.text
    limit = _in_unit(number)
    holds = list(HOLDS.values())[(bound.lastindex or 1) - 1]
    return _kept(cells, lead.capitalize(), lambda value: holds(abs(value), limit))


def _kept(cells: Sequence[Cell], lead: str, holds: Callable[[Decimal], bool]) -> Found | None:
    kept = [(match, cell) for match, cell in cells if holds(_in_unit_of(cell.value or Decimal(0), cell.unit))]
    items = tuple(f"{bare_name(match)} {amount(cell)}" for match, cell in kept)
    return Found(lead, items, len(cells), tuple(match.evidence for match, _ in kept), 1.0) if kept else None


def _comparable(pair: Cell, number: Number) -> bool:
    money = pair[1].unit in MONEY and number.unit in MONEY
    return money or pair[1].unit == number.unit or not number.unit


def _in_unit(number: Number) -> Decimal:
    return _in_unit_of(abs(number.value), number.unit)


def _in_unit_of(value: Decimal, unit: str) -> Decimal:
    """An amount in kronor where it is money, else as it stands."""
    return value * MONEY.get(unit, Decimal(1))
