"""Lines of text joined to paragraphs, points of lists and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import quantiles

from corpus.swedish.numbers import is_year, numbers_in
from ingest.clean import join_lines
from ingest.units import TextUnit
from ingest.written_rows import OPEN_ENDS

ENDS = (".", "!", "?", ":", ";", "”", '"')
HEADING_WORDS = 12
LONGEST_LINE = 120  # letters; a longer line is a paragraph by itself
UNNUMBERED = 6  # level of a heading without a number, below all that have one
DOUBLE, FEW = 0.6, 20  # share of the lines that an empty line follows, and lines too few to tell
FULL = 0.6  # of the usual line's length, over which a line may go on in the next
FIGURES = 0.3  # share of a line's letters that are figures in a row of a table
NUMBERED = re.compile(r"(?:(\d{1,2}(?:\.\d{1,2}){0,3})\.?|[A-ZÅÄÖ][a-zåäö]{2,18} \d{1,2}[.:])\s+(?=[A-ZÅÄÖ])")
POINT = re.compile(r"^\s*(?:[•●▪*–-]|\d{1,2}[.)])\s")


def paragraphs(lines: Sequence[str], start: int, width: float) -> Iterator[TextUnit]:
    """The lines as paragraphs and headings; `start` is the number of the first, `width` the usual length of a line."""
    held, begun = "", start
    blanks, spaced = 0, _is_double_spaced(lines)
    for at, line in enumerate(lines, start):
        text = " ".join(line.split())
        if not text:
            blanks += 1
            continue
        if held and not _goes_on(held, text, blanks):
            yield _unit(held, begun)
            held = ""
        held, begun = (join_lines([held, text]), begun) if held else (text, at)
        blanks = -spaced if len(text) > FULL * width else 1
    if held:
        yield _unit(held, begun)


def usual_width(lines: Sequence[str]) -> float:
    """The length in letters that most lines do not pass."""
    lengths = [min(len(line.rstrip()), LONGEST_LINE) for line in lines if line.strip()]
    return quantiles(lengths, n=10)[7] if len(lengths) > 1 else float(LONGEST_LINE)


def _is_double_spaced(lines: Sequence[str]) -> bool:
    """Does an empty line follow most lines of text, so that it parts nothing?"""
    filled = [at for at, line in enumerate(lines[:-1]) if line.strip()]
    return sum(not lines[at + 1].strip() for at in filled) > DOUBLE * len(filled) > DOUBLE * FEW


def _goes_on(held: str, text: str, blanks: int) -> bool:
    """Is the line the rest of the paragraph before it?"""
    heading = NUMBERED.match(text) and len(text.split()) <= HEADING_WORDS
    if POINT.match(text) or heading or _is_row(text) or _is_row(held):
        return False
    if blanks > 2 or held.endswith((".", "!", "?")) and blanks > 0:
        return False
    is_open = held.endswith((",", "-")) or held.split()[-1].lower() in OPEN_ENDS
    return text[:1].islower() or is_open or blanks <= 0 and not held.endswith(ENDS[:3])


def _is_row(text: str) -> bool:
    """Does the line look like a row of figures?"""
    numbers = numbers_in(text)
    return len(numbers) >= 2 and sum(len(n.text) for n in numbers) > FIGURES * len(text)


def _unit(text: str, at: int) -> TextUnit:
    """A paragraph, or a heading: short, begun with a capital letter or a number, and no sentence."""
    numbered = NUMBERED.match(text)
    body = text[numbered.end() :] if numbered else text
    alone = len(body.split()) <= HEADING_WORDS and body[:1].isupper() and not text.endswith((*ENDS, ","))
    if not alone or not all(is_year(n) for n in numbers_in(body)) or not any(c.islower() for c in body):
        return TextUnit(text, 0, at)
    return TextUnit(text, 2 + numbered[1].count(".") if numbered and numbered[1] else UNNUMBERED, at)
