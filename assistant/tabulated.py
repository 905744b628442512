"""Figures of several documents as a small table: a line for each, every figure with its citation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.figures import RowMatch
from assistant.prompts import reply
from assistant.wording import name_of, stated
from corpus.documents import Figure, FigureKind

RULE = "| ---"  # opens the line under a table's header
FEWEST = 3  # figures that make a table; two are read as well in sentences


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one row of a document under the name of what it is set beside, with its marker."""

    label: str
    name: str
    cells: tuple[Figure, ...]
    n: int


def lines_of(matches: Sequence[RowMatch], cells: Sequence[Sequence[Figure]]) -> list[Line]:
    """A line for each row under its document's title, without the cells that are blank."""
    told = zip(matches, cells, strict=True)
    return [
        Line(match.evidence.document.title, name_of(match), tuple(cell for cell in chosen if cell.value is not None), n)
        for n, (match, chosen) in enumerate(told, 1)
    ]


def makes_table(lines: Sequence[Line]) -> bool:
    """Are there so many figures that a table tells them better than sentences, and some on every line?"""
    return sum(len(line.cells) for line in lines) >= FEWEST and all(line.cells for line in lines)


def as_table(lines: Sequence[Line]) -> tuple[str, ...]:
    """The lines of a Markdown table: a column for each kind of figure where one is told of all, a marker a figure."""
    kinds = list(dict.fromkeys(cell.kind for line in lines for cell in line.cells))
    shared = set.intersection(*({cell.kind for cell in line.cells} for line in lines))
    kinds = kinds if shared and len(kinds) > 1 else []
    heads = [kind.value.capitalize() or reply("table", "value") for kind in kinds] or [reply("table", "value")]
    rows = [[line.label, line.name, *_columns(line, kinds)] for line in lines]
    head = [reply("table", "document"), reply("table", "row"), *heads]
    return (_written(head), _written(["---"] * len(head)), *map(_written, rows))


def _columns(line: Line, kinds: Sequence[FigureKind]) -> list[str]:
    groups = [[cell for cell in line.cells if cell.kind == kind] for kind in kinds] or [list(line.cells)]
    return [", ".join(f"{stated(cell)} [{line.n}]" for cell in group) for group in groups]


def _written(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
