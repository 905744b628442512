"""Every way in which the words of a row can be read as the cells of a number of columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement, pairwise

from ingest.cell_words import Words, cuts_of, is_cell, run_of
from ingest.segments import YEAR

MOST_READINGS = 300  # of one row whose blanks may stand anywhere
ASKS_FOR_NUMBER = frozenset("över under än åk årskurs ålder från till nr kap inom de steg nivå typ §".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a row: its label, one text a column and what follows; `exact` where every wide gap is a blank."""

    label: str
    cells: tuple[str, ...]
    tail: str
    exact: bool
    joinable: bool  # could two neighbouring cells be one number?


def readings(words: Words, columns: int, before: int = 0) -> list[Reading]:
    """The readings of a row as that many cells; `before` text columns may be blank at the row's left edge.

    The label takes a figure of its own only where the figure cannot be a cell.
    """
    first, end = run_of(words)
    while first < end and first and _is_of_label(words.texts[first - 1], words.texts[first]):
        first += 1 + words.texts[first].startswith("±")
    cuts = cuts_of(words, first, end)
    return _distinct([reading for cut in cuts for reading in _filled(words, (first, end), cut, (columns, before))])


def readings_anywhere(words: Words, columns: int) -> list[Reading]:
    """The readings of a row whose blank cells leave no gap: they may stand anywhere; none where there are too many."""
    first, end = run_of(words)
    label, tail = " ".join(words.texts[:first]), " ".join(words.texts[end:])
    found: list[Reading] = []
    for cut in cuts_of(words, first, end):
        cells = [" ".join(words.texts[a:b]) for a, b in pairwise([*cut, end])]
        for places in combinations(range(columns), len(cells)):
            filled = dict(zip(places, cells, strict=True))
            if len(found) > MOST_READINGS:
                return []
            found.append(Reading(label, tuple(filled.get(at, "") for at in range(columns)), tail, False, True))
    return found


def _distinct(found: Sequence[Reading]) -> list[Reading]:
    """The readings that differ in their cells; of two alike the exact one."""
    best: dict[tuple[str, ...], Reading] = {}
    for reading in found:
        if reading.cells not in best or reading.exact:
            best[reading.cells] = reading
    return list(best.values())


def _is_of_label(before: str, figure: str) -> bool:
    """Does a figure end a label: a year, a number that the word before it asks for ("över 65"), a goal as "± 0"?"""
    return before.lower() in ASKS_FOR_NUMBER or YEAR.fullmatch(figure) is not None or figure.startswith("±")


def _filled(words: Words, run: tuple[int, int], cut: tuple[int, ...], shape: tuple[int, int]) -> Iterator[Reading]:
    """A cut as readings of the wanted number of cells, blanks put only where the gaps are wide enough."""
    (first, end), (columns, before) = run, shape
    missing = columns - len(cut)
    if missing < 0:
        return
    least = 0 if first else min(before, words.gaps[0])  # without a label the text columns before are blank as well
    edges = {words.gaps[first] - bool(first) - blank for blank in range(least, before + 1)}
    inner = [words.gaps[at] - 1 for at in (*cut[1:], end)]
    fitting = [edge for edge in sorted(edges) if edge >= 0 or not before or not first]
    rooms = [[max(0, place) for place in (edge, *inner)] for edge in fitting]
    ends = [*cut[1:], end]
    cells = [" ".join(words.texts[a:b]) for a, b in zip(cut, ends, strict=True)]
    joins = any(a[-1:].isdigit() and is_cell(f"{a} {b}") for a, b in pairwise(cells))
    label, tail = " ".join(words.texts[:first]), " ".join(words.texts[end:])
    for room in rooms:
        for blanks in _places(room, missing):
            after = zip(cells, blanks[1:], strict=True)
            full = ("",) * blanks[0] + tuple(text for cell, n in after for text in (cell, *[""] * n))
            yield Reading(label, full, tail, missing == sum(room), joins)


def _places(room: Sequence[int], missing: int) -> Iterator[tuple[int, ...]]:
    """Every way to put the missing blanks into the room that there is."""
    if missing > sum(room):
        return
    seats = [at for at, size in enumerate(room) if size]
    for chosen in combinations_with_replacement(seats, missing):
        taken = tuple(chosen.count(at) for at in range(len(room)))
        if all(a <= b for a, b in zip(taken, room, strict=True)):
            yield taken
