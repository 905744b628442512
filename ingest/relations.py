"""Columns that are made of others, as a deviation is of an outcome and a budget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from corpus.swedish.numbers import read_cell
from corpus.swedish.words import fold
from ingest.readings import Reading

DEVIATIONS = ("avvik", "differens", "förändring")
TOTALS = ("totalt", "total", "summa")
ROUNDING = Decimal(1)  # units of the last digit that a difference of two rounded amounts may be off
WRONG = 5  # one row of so many may be wrong in itself
CONFIRMED = 2  # rows that must bear out an arithmetic that the header does not name alone


@dataclass(frozen=True, slots=True)
class Relation:
    """A column that is made of others: the difference of two of them, or the sum of them all."""

    parts: tuple[int, ...]
    whole: int
    difference: bool

    def holds(self, reading: Reading) -> bool:
        """Does a reading have all the figures, and do they come out?"""
        parts, whole = values_in(reading, self.parts), values_in(reading, [self.whole])
        if not parts or not whole:
            return False
        made = abs(parts[0] - parts[1]) if self.difference else sum(parts)
        return abs(made - (abs(whole[0]) if self.difference else whole[0])) <= ROUNDING


def relations_in(names: Sequence[str], known: Sequence[Reading]) -> list[Relation]:
    """The columns that are made of others: by the header alone, or borne out by the rows known."""
    found: list[Relation] = []
    start = 0
    for at, name in enumerate(names):
        if any(cue in fold(name) for cue in DEVIATIONS):
            pairs = [Relation(pair, at, True) for pair in combinations(range(start, at), 2)]
            borne_out = [pair for pair in pairs if _support(known, pair) >= CONFIRMED]
            alone = [pair for pair in pairs if len(pairs) == 1 and not _against(known, pair)]
            found += borne_out if len(borne_out) == 1 else alone
            start = at + 1
    if names and fold(names[-1]).startswith(TOTALS) and len(names) > 2:
        found.append(Relation(tuple(range(len(names) - 1)), len(names) - 1, False))
    return found


def mostly_wrong(relations: Sequence[Relation], found: Sequence[Reading | None]) -> bool:
    """Do so many rows speak against the arithmetic that the header must have been misread?"""
    known = [reading for reading in found if reading]
    return WRONG * sum(is_wrong(relations, reading) for reading in known) > len(known)


def is_wrong(relations: Sequence[Relation], reading: Reading) -> bool:
    """Has a reading every figure of a relation, and do they not come out?"""
    whole = (r for r in relations if values_in(reading, (*r.parts, r.whole)))
    return any(not relation.holds(reading) for relation in whole)


def values_in(reading: Reading, columns: Sequence[int]) -> tuple[Decimal, ...] | None:
    """The figures of a reading in some columns; None where one of them holds none."""
    numbers = [read_cell(reading.cells[at]) for at in columns]
    return tuple(number.value for number in numbers if number) if all(numbers) else None


def _support(known: Sequence[Reading], relation: Relation) -> int:
    """How many rows bear a relation out, where most of them do; rows of noughts tell nothing."""
    telling = [r for r in known if any(values_in(r, relation.parts) or ())]
    held = sum(relation.holds(r) for r in telling)
    return held if 2 * held > len(telling) else 0


def _against(known: Sequence[Reading], relation: Relation) -> bool:
    telling = [r for r in known if any(values_in(r, relation.parts) or ())]
    return bool(telling) and not _support(known, relation)
