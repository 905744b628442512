"""Plain text to units: lines joined to paragraphs, short ones standing alone as headings, tabs as tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import quantiles

from corpus.swedish.numbers import numbers_in

ENDS = (".", "!", "?", ":", ";", "”", '"')
HEADING_WORDS = 12
LONGEST_LINE = 120  # letters; a longer line is a paragraph by itself
FULL = 0.6  # of the usual line's length, over which a line may go on in the next
FIGURES = 0.3  # share of a line's letters that are figures in a row of a table
POINT = re.compile(r"^\s*(?:[•●▪*–-]|\d{1,2}[.)])\s")
Unit = tuple[str, int] | list[list[str]]  # a line with its heading level, or the rows of a table


def plain_units(lines: Sequence[str]) -> Iterator[Unit]:
    """Tab-separated runs as tables; other lines joined to paragraphs, short ones standing alone as headings."""
    width = _usual_width(lines)
    table: list[list[str]] = []
    run: list[str] = []
    for line in [*lines, ""]:
        cells = [cell.strip() for cell in line.split("\t")]
        if "\t" in line.rstrip() and (not table or len(table[-1]) == len(cells)):
            yield from _paragraphs(run, width)
            run = []
            table.append(cells)
            continue
        if table:
            yield table
            table = []
        run.append(line)
    yield from _paragraphs(run, width)


def _usual_width(lines: Sequence[str]) -> float:
    lengths = [min(len(line.rstrip()), LONGEST_LINE) for line in lines if line.strip()]
    return quantiles(lengths, n=10)[7] if len(lengths) > 1 else float(LONGEST_LINE)


def _paragraphs(lines: Sequence[str], width: float) -> Iterator[Unit]:
    held = ""
    blanks = 0
    for line in lines:
        text = line.strip()
        if not text:
            blanks += 1
            continue
        if held and not _goes_on(held, text, blanks):
            yield _unit(held)
            held = ""
        held = f"{held} {text}" if held else text
        blanks = 0 if len(text) > FULL * width else 1
    if held:
        yield _unit(held)


def _goes_on(held: str, text: str, blanks: int) -> bool:
    """Is the line the rest of the paragraph before it?"""
    if POINT.match(text) or _is_row(text) or _is_row(held):
        return False
    if blanks > 2 or held.endswith((".", "!", "?")) and blanks:
        return False
    return text[:1].islower() or not blanks and not held.endswith(ENDS[:3]) or held.endswith((",", "-"))


def _is_row(text: str) -> bool:
    """Does the line look like a row of figures?"""
    numbers = numbers_in(text)
    return len(numbers) >= 2 and sum(len(n.text) for n in numbers) > FIGURES * len(text)


def _unit(text: str) -> Unit:
    words = text.split()
    alone = len(words) <= HEADING_WORDS and text[:1].isupper() and not text.endswith((*ENDS, ","))
    return text, 2 if alone and not numbers_in(text) and any(c.islower() for c in text) else 0
