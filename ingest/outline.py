"""Headings and points of lists set right among the units of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.paragraphs import POINT, UNNUMBERED
from ingest.units import TextUnit, Unit

BULLETS = frozenset("•●▪■◦○\uf0b7\uf0a7")
UNMAPPED = re.compile(r"\(cid:\d+\)")  # a sign that the font had no letter for, most often a bullet
DEEPEST = 8  # level of a heading at most


def with_bullets(lines: Sequence[str]) -> list[str]:
    """The lines, a bullet on a line of its own put before the text that follows it, or left out where none does."""
    out = [UNMAPPED.sub("•", line) for line in lines]
    for at, line in enumerate(out):
        if line.strip() in BULLETS:
            below = next((to for to in range(at + 1, min(at + 3, len(out))) if out[to].strip()), at)
            out[at] = ""
            text = out[below].strip()
            out[below] = f"• {text}" if text and text not in BULLETS else out[below]
    return out


def nested(units: Iterable[Unit]) -> list[Unit]:
    """The units, a heading without a number right below another one level further down."""
    out: list[Unit] = []
    for unit in units:
        above = out[-1].level if out and isinstance(out[-1], TextUnit) else 0
        under = isinstance(unit, TextUnit) and unit.level == UNNUMBERED <= above
        out.append(replace(unit, level=min(above + 1, DEEPEST)) if under and isinstance(unit, TextUnit) else unit)
    return out


def without_lists(units: Sequence[Unit]) -> Iterator[Unit]:
    """The units, points of a numbered list that stand one below the other being no headings."""
    for before, unit, after in zip((None, *units), units, (*units[1:], None), strict=False):
        near = [other for other in (before, after) if isinstance(other, TextUnit)]
        listed = isinstance(unit, TextUnit) and POINT.match(unit.text) and any(POINT.match(o.text) for o in near)
        yield replace(unit, level=0) if listed and isinstance(unit, TextUnit) else unit
