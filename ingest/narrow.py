"""Narrow blanks that part two columns: no wider than some between words, but at one place on several lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

LEAST = 0.45  # of the type size: blanks between words and between the figures of a number are narrower
SAME_EDGE = 0.6  # points by which the edges of the texts of a column may differ
NEAR = 12  # lines from one that shows the blank to the next
SHOWN = 3  # lines that show it
Row = Sequence[dict[str, Any]]  # the words of a line, from left to right


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank between two words: its line, which word it stands before, and its edges in points."""

    line: int
    word: int
    left: float
    right: float


def column_blanks(rows: Sequence[Row], widest: float) -> set[tuple[int, int]]:
    """The narrow blanks that part columns, as the line and the word after it; wider than `widest` all blanks do."""
    blanks = [blank for at, row in enumerate(rows) for blank in _blanks(at, row)]
    narrow = [blank for blank in blanks if _share(blank, rows) <= widest]
    return {(blank.line, blank.word) for blank in narrow if _parts_columns(blank, blanks, rows, widest)}


def _blanks(line: int, row: Row) -> Iterator[Blank]:
    for word, (before, after) in enumerate(pairwise(row), 1):
        if after["x0"] - before["x1"] > LEAST * before["size"]:
            yield Blank(line, word, before["x1"], after["x0"])


def _share(blank: Blank, rows: Sequence[Row]) -> float:
    return float((blank.right - blank.left) / max(word["size"] for word in rows[blank.line]))


def _parts_columns(blank: Blank, blanks: Sequence[Blank], rows: Sequence[Row], widest: float) -> bool:
    """Do enough lines near each other have a blank with the same edge, and none between them a word across it?"""
    for edge in ("left", "right"):
        place = getattr(blank, edge)
        same = sorted({b.line for b in blanks if abs(getattr(b, edge) - place) < SAME_EDGE})
        run = _around(same, blank.line)
        middle = (blank.left + blank.right) / 2
        held = range(run[0], run[-1] + 1)
        crossed = any(w["x0"] < middle < w["x1"] for at in held if _has_columns(rows[at], widest) for w in rows[at])
        if len(run) >= SHOWN and not crossed:
            return True
    return False


def _around(lines: Sequence[int], line: int) -> list[int]:
    """The lines that stand near each other around one of them."""
    runs = [[lines[0]]]
    for before, after in pairwise(lines):
        runs += [] if after - before <= NEAR else [[]]
        runs[-1].append(after)
    return next(run for run in runs if line in run)


def _has_columns(row: Row, widest: float) -> bool:
    return any(b["x0"] - a["x1"] > widest * a["size"] for a, b in pairwise(row))
