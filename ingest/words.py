"""The words of a page, as the PDF library gives them, put together to lines."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Any

from corpus.documents import Box
from ingest.blocks import Line
from ingest.narrow import column_blanks
from ingest.segments import YEAR, Segment, VisualLine

UNMAPPED = re.compile(r"\(cid:\d+\)")  # a sign that the font has no letter for, most often a bullet
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SMALL = 0.8  # of a line's type size, under which a digit is a footnote mark
RAISED = 1.0  # points by which lines may overlap
CLOSE = 2.0  # points between a word and its footnote mark
WIDE = 40.0  # points between words that are not of the same line of text
COLUMN_GAP = 0.8  # of the type size: a wider blank parts two cells
Word = dict[str, Any]  # text, x0, x1, top, bottom, fontname, size


def lines_of(words: Sequence[Word], page: int) -> list[Line]:
    """Words to lines of running text, from top to bottom."""
    return [_line(part, page) for row in _rows(words) for part in _split_at_gaps(row, WIDE)]


def visual_lines(words: Sequence[Word], page: int) -> list[VisualLine]:
    """Lines parted wherever a blank is wide enough to part two columns."""
    out = []
    rows = _rows(words)
    narrow = column_blanks(rows, COLUMN_GAP)
    for at, row in enumerate(rows):
        gap = COLUMN_GAP * max(w["size"] for w in row)
        places = {word for line, word in narrow if line == at} | _between_years(row)
        lines = [_line(part, page) for part in _split_at_gaps(row, gap, places)]
        out.append(tuple(Segment(line.text, line.box, line.size, line.bold) for line in lines))
    return out


def box_of(words: Sequence[Word], page: int) -> Box:
    """The smallest box that holds all of some words."""
    left, top = min(w["x0"] for w in words), min(w["top"] for w in words)
    right, bottom = max(w["x1"] for w in words), max(w["bottom"] for w in words)
    return Box(page, round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))


def is_inside(word: Word, box: Box) -> bool:
    """Does the middle of a word stand in a box?"""
    x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box.x0 <= x <= box.x1 and box.top <= y <= box.bottom)


def are_bold(words: Sequence[Word]) -> bool:
    """Is every one of some words bold?"""
    fonts = [w["fontname"].lower() for w in words]
    return bool(fonts) and all("bold" in font or "black" in font for font in fonts)


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words to lines: a word belongs to a line where its middle lies above the line's lower edge."""
    rows: list[list[Word]] = []
    bottom = -1.0
    for word in sorted(words, key=lambda w: (w["top"] + w["bottom"], w["x0"])):
        if (word["top"] + word["bottom"]) / 2 > bottom:
            rows.append([])
            bottom = word["bottom"]
        rows[-1].append(word)
        bottom = max(bottom, word["bottom"] - RAISED)
    return [sorted(row, key=lambda w: w["x0"]) for row in _with_marks(rows)]


def _with_marks(rows: Sequence[list[Word]]) -> list[list[Word]]:
    """The lines, a row of footnote marks raised above a line put into it."""
    out: list[list[Word]] = []
    for row in rows:
        marked = bool(out) and all(any(_marks(mark, word) for word in row) for mark in out[-1])
        out.append([*out.pop(), *row] if marked else row)
    return out


def _marks(mark: Word, word: Word) -> bool:
    """Is it a digit or two in smaller type, raised at the end of the word?"""
    small = mark["text"].isdigit() and len(mark["text"]) <= 2 and mark["size"] < SMALL * word["size"]
    return bool(small and abs(mark["x0"] - word["x1"]) < CLOSE and mark["bottom"] > word["top"])


def _between_years(row: Sequence[Word]) -> set[int]:
    """The words of a line that are years, right behind another year: the names of two columns."""
    years = [YEAR.fullmatch(word["text"]) is not None for word in row]
    return {at for at, (before, year) in enumerate(pairwise(years), 1) if before and year}


def _split_at_gaps(row: list[Word], gap: float, places: Collection[int] = ()) -> list[list[Word]]:
    out = [[row[0]]]
    for at, (before, word) in enumerate(pairwise(row), 1):
        if at in places or word["x0"] - before["x1"] > gap:
            out.append([])
        out[-1].append(word)
    return out


def _line(words: list[Word], page: int) -> Line:
    size = max(w["size"] for w in words)
    text = "".join(_written(word, size if at else 0.0) for at, word in enumerate(words))
    return Line(text.strip(), box_of(words, page), round(size, 1), are_bold(words))


def _written(word: Word, size: float) -> str:
    """The word with the blank before it; a footnote mark (a digit or two in smaller type than the line) is raised."""
    text = UNMAPPED.sub("•", word["text"])
    marks = text.isdigit() and len(text) <= 2 and word["size"] < SMALL * size
    return text.translate(SUPERSCRIPTS) if marks else f" {text}"
