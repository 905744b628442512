"""Which lines of a passage a model is to read: what it cannot use only delays its first word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.binding import numbers_of
from assistant.check import same
from assistant.evidence import sentences, words_of
from assistant.models import Evidence
from assistant.orders import is_order
from assistant.survival import NAMED, as_told
from corpus.documents import PassageKind
from corpus.swedish.concepts import concepts_in

CELL = " | "  # between the cells of a row
LINES = 2  # of running text, of each passage
AFTER, BEFORE = 2, 1  # what it counts to stand beside what is told; each word of the question counts 1


@dataclass(frozen=True, slots=True)
class Known:
    """What the model is told already: the question, and the facts without their labels."""

    question: str
    facts: str


def worth_reading(source: Evidence, known: Known) -> list[str]:
    """The cells that the facts stand in; of running text what the facts leave out of the same thing. No orders.

    Of a row of figures nothing else may be told, and most of a small model's time would go to reading it.
    """
    if source.passage.kind is PassageKind.ROW:
        rows = _heeded(source.passage.text.split("\n"))
        return [row for row in (_told_cells(row, known) for row in rows) if row] or rows
    lines = _heeded(sentences(source.passage))
    near = _nearness(lines, known)
    return [lines[at] for at in sorted(sorted(near, key=lambda at: -near[at])[:LINES])]


def _told_cells(row: str, known: Known) -> str:
    """A row's name and those of its cells that hold a figure of the facts; '' where none does."""
    named, *cells = row.split(CELL)
    told = numbers_of(known.facts)
    kept = [cell for cell in cells if any(same(n, other) for n in numbers_of(cell) for other in told)]
    return CELL.join([named, *kept]) if kept else ""


def _heeded(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if line.strip() and not is_order(line)]


def _nearness(lines: Sequence[str], known: Known) -> dict[int, int]:
    """How near the lines are that are not told: to the question, and to what is told before and after them."""
    is_told = [as_told(line) in known.facts for line in lines]
    asked, found = concepts_in(known.question), dict[int, int]()
    for at, line in enumerate(lines):
        held = words_of(line)
        found[at] = sum(concept.found_in(held) >= NAMED for concept in asked)
        found[at] += AFTER * any(is_told[max(at - 1, 0) : at]) + BEFORE * any(is_told[at + 1 : at + 2])
    return {at: near for at, near in found.items() if near and not is_told[at]}
