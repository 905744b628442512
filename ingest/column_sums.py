"""Rows that may be read in several ways, settled by the one choice that makes the columns add up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from corpus.swedish.numbers import read_cell
from corpus.swedish.words import fold
from ingest.lines import is_sum
from ingest.readings import Reading

MOST_STATES = 20_000  # sums of the rows so far that are kept apart; with more the rows are left open
MOST_ROWS = 30
Sums = tuple[Decimal, ...]


def by_sums(
    offered: Sequence[Sequence[Reading]], found: Sequence[Reading | None], labels: Sequence[str], across: bool
) -> list[Reading | None]:
    """The rows found, and those between two sums that only one choice of their readings makes add up.

    `across` says that the last column is the sum of the others.
    """
    out = list(found)
    offered = [[reading for reading in row if not across or _adds_up(reading)] for row in offered]
    start = 0
    for at, label in enumerate(labels):
        if not is_sum(fold(label)):
            continue
        total, terms = out[at], range(start, at)
        if total and any(out[term] is None for term in terms) and len(terms) <= MOST_ROWS:
            chosen = _only_choice([[known] if (known := out[term]) else offered[term] for term in terms], total)
            for term, reading in zip(terms, chosen, strict=False):
                out[term] = reading
        start = at + 1
    return out


def _only_choice(rows: Sequence[Sequence[Reading]], total: Reading) -> tuple[Reading, ...]:
    """The one choice of a reading for each row whose columns add up to the total, or nothing."""
    goal = _amounts(total)
    if goal is None or not all(rows):
        return ()
    states: dict[Sums, tuple[int, tuple[Reading, ...]]] = {tuple(Decimal(0) for _ in goal): (1, ())}
    for readings in rows:
        following: dict[Sums, tuple[int, tuple[Reading, ...]]] = {}
        for sums, (ways, chosen) in states.items():
            for reading in readings:
                amounts = _amounts(reading)
                if amounts is not None:
                    made = tuple(a + b for a, b in zip(sums, amounts, strict=True))
                    following[made] = (following.get(made, (0, ()))[0] + ways, (*chosen, reading))
        states = following
        if not states or len(states) > MOST_STATES:
            return ()
    ways, chosen = states.get(goal, (0, ()))
    return chosen if ways == 1 else ()


def _adds_up(reading: Reading) -> bool:
    amounts = _amounts(reading)
    return amounts is not None and sum(amounts[:-1]) == amounts[-1]


def _amounts(reading: Reading) -> Sums | None:
    """The figures of a row, a blank as nought; None where a cell holds something else."""
    numbers = [read_cell(cell) if cell else None for cell in reading.cells]
    if any(cell and not number for cell, number in zip(reading.cells, numbers, strict=True)):
        return None
    return tuple(number.value if number else Decimal(0) for number in numbers)
