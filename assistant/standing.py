"""Which of a table's rows, or of the sections under a heading, have come as far as a question says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.evidence import CELL, split_sentences, words_of
from assistant.models import Evidence
from corpus.swedish.standings import denied_by, standing_of_cell, standings_in

SHORT = 8  # words of a cell, or of what opens a section, that tells how far it has come
UNTOLD = 0.3  # what a list loses that does not tell how far its things have come, where that is asked
UNDONE = "undone"  # what is not done, however far it has come
GRADED = ("partly",)  # tells that a column is of goals
ALIKE = {"met": "done", "unmet": UNDONE, "done": "met", UNDONE: "unmet"}  # of goals, and of assignments
MOSTLY = 0.6  # of the cells of a column, or of the sections, that must tell it


@dataclass(frozen=True, slots=True)
class Asked:
    """The standing that a question asks for, with the stems of its words for it, and of the question."""

    name: str
    words: frozenset[str]
    question: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and the standings that it tells."""

    value: str
    names: frozenset[str]


def standing_asked(question: str) -> Asked | None:
    """The standing that a question asks for; None where it names none, or more than one."""
    found = standings_in(question)
    asked = [Asked(name, words_of(words), words_of(question)) for name, words in found.items()]
    return asked[0] if len(asked) == 1 else None


def rows_so_far(lines: Sequence[str], asked: Asked) -> list[int] | None:
    """The places of the rows with a cell of that standing; None where no column tells how far they have come."""
    telling = [cells for cells in _columns(lines).values() if _tells(cells.values(), len(lines))]
    found = (_meant(cells, asked.name) for cells in telling)
    kept = next(((places, cells) for places, cells in zip(found, telling, strict=True) if places), None)
    if not kept:
        return [] if telling else None
    quoted = [at for at in kept[0] if words_of(kept[1][at].value) <= asked.question]
    return quoted or kept[0]


def _meant(cells: Mapping[int, Cell], name: str) -> list[int]:
    """The rows with that standing; what is not done is all that tells another, as is what no cell says outright."""
    told = frozenset[str]().union(*(cell.names for cell in cells.values()))
    if not told & {name, denied_by(name), *GRADED} and told & {ALIKE.get(name), denied_by(ALIKE.get(name, ""))}:
        name = ALIKE[name]
    exact = [at for at, cell in cells.items() if name in cell.names]
    denied = denied_by(name)
    if not denied or exact and name != UNDONE:
        return exact
    return [at for at, cell in cells.items() if cell.names and denied not in cell.names]


def _columns(lines: Sequence[str]) -> dict[str, dict[int, Cell]]:
    """The short cells of each column, by the place of their row."""
    columns: dict[str, dict[int, Cell]] = {}
    for at, line in enumerate(lines):
        for column, _, value in (cell.partition(": ") for cell in line.split(CELL)[1:]):
            if value.strip("– ") and len(value.split()) <= SHORT:
                columns.setdefault(column, {})[at] = Cell(value, standing_of_cell(column, value))
    return columns


def _tells(cells: Iterable[Cell], most: int) -> bool:
    return sum(bool(cell.names) for cell in cells) >= MOSTLY * most


def sections_so_far(headings: Sequence[str], passages: Sequence[Evidence], asked: Asked) -> dict[str, Evidence] | None:
    """The headings whose sections open with that standing, each with where it does; None where most tell none."""
    told = {heading: found for heading in headings if (found := _opening(heading, passages))}
    if len(told) < MOSTLY * len(headings):
        return None
    return {heading: source for heading, (source, names) in told.items() if asked.name in names}


def _opening(heading: str, passages: Sequence[Evidence]) -> tuple[Evidence, frozenset[str]] | None:
    """The first passage under a heading that opens with a line or sentence of its own telling a standing."""
    under = (source for source in passages if heading in source.passage.headings)
    return next(((source, names) for source in under if (names := _standings(source))), None)


def _standings(source: Evidence) -> frozenset[str]:
    opening = next(iter(split_sentences(source.passage.text.split("\n")[0])), "")
    return frozenset(standings_in(opening)) if len(opening.split()) <= SHORT else frozenset()
