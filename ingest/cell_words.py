"""The words of a row, and the runs of them that may be cells of figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.swedish.numbers import SPACE, read_cell
from ingest.segments import DATE

WORD = re.compile(r"\S+")
DASHES = frozenset({"-", "–", "—", "--", "---", "----", "x"})
ZERO_GROUP = re.compile(rf"^\W*0{SPACE}\d{{3}}")  # no number has a group of thousands after a nought
UNEVEN = re.compile(r"[-−–]?\d{1,3} \d{6}")  # a thousands' space too few, as the document has it
MIXED = re.compile(r"\d{1,4}(?: ?\([-−–+]\d{1,3}\)| ?\+ ?\d{1,3})")  # two figures in one cell: 194(-9), 90 + 45
WIDE_BOUND = re.compile(r"^\W*(?:över|under|min|max)\b", re.IGNORECASE)  # more often the end of a label
LEADING_ZERO = re.compile(r"^\W*0\d")
MOST_WORDS = 6  # words of one cell
MOST_CUTS = 4000  # ways to cut one row that are looked at


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a row, with how many blanks stand before each and after the last."""

    texts: tuple[str, ...]
    gaps: tuple[int, ...]  # one more than the texts


def words_of(text: str) -> Words:
    """The words of a row as it is written, spaces counted."""
    found = list(WORD.finditer(text))
    ends = [0, *(match.end() for match in found)]
    starts = [*(match.start() for match in found), len(text)]
    return Words(tuple(m.group() for m in found), tuple(s - e for s, e in zip(starts, ends, strict=True)))


def is_cell(text: str) -> bool:
    """May a text be one cell of a column of figures: a figure, a date, or the dash of a blank?"""
    if text in DASHES or DATE.fullmatch(text) or UNEVEN.fullmatch(text) or MIXED.fullmatch(text):
        return True
    odd = ZERO_GROUP.match(text) or LEADING_ZERO.match(text) or WIDE_BOUND.match(text)
    return read_cell(text) is not None and not odd


def run_of(words: Words) -> tuple[int, int]:
    """Where the longest run of cells begins and ends that stands last in a row, words after it left out."""
    texts = words.texts
    end = len(texts)
    while end and not (re.search(r"\d", texts[end - 1]) or texts[end - 1] in DASHES or _is_unit(words, end)):
        end -= 1
    reached = {end}
    for at in range(end - 1, -1, -1):
        if at + MOST_WORDS < min(reached):
            break
        if any(j in reached and is_cell(" ".join(texts[at:j])) for j in range(at + 1, min(at + MOST_WORDS, end) + 1)):
            reached.add(at)
    return min(reached), end


def _is_unit(words: Words, end: int) -> bool:
    return end > 1 and any(is_cell(" ".join(words.texts[at:end])) for at in range(max(0, end - MOST_WORDS), end - 1))


def cuts_of(words: Words, first: int, end: int, most: int = MOST_CUTS) -> Iterator[tuple[int, ...]]:
    """Every way to cut the words of a run into cells, as the places where cells begin."""
    stack: list[tuple[int, tuple[int, ...]]] = [(first, ())]
    while stack and most:
        at, cut = stack.pop()
        if at == end:
            most -= 1
            if cut:
                yield cut
            continue
        for j in range(at + 1, min(at + MOST_WORDS, end) + 1):
            if all(gap <= 1 for gap in words.gaps[at + 1 : j]) and is_cell(" ".join(words.texts[at:j])):
                stack.append((j, (*cut, at)))


def counts(words: Words) -> tuple[int, int]:
    """The least and the most cells that the run of a row may be read as, blanks not counted."""
    start, end = run_of(words)
    sizes = [len(cut) for cut in cuts_of(words, start, end)]
    return (min(sizes), max(sizes)) if sizes else (0, 0)
