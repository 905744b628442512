"""Where on a page the column of a figure runs: from the words of its head down to the figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.documents import Box
from web.boxes import hull

WORD = re.compile(r"\w+")
ASIDE = 12.0  # points that the head of a column may stand beside its figures
Word = tuple[str, Box]  # in small letters, and where it stands


def column_of(figure: Box, name: str, words: Sequence[Word]) -> Box | None:
    """From the head of a column down to a figure in it; None where most words of its name do not stand above it."""
    asked = WORD.findall(name.lower())
    heads = [head for word in asked if (head := _nearest_above(figure, word, words))]
    if 2 * len(heads) <= len(asked):
        return None
    top = hull(heads)
    return Box(figure.page, min(top.x0, figure.x0), top.top, max(top.x1, figure.x1), figure.bottom)


def _nearest_above(figure: Box, word: str, words: Sequence[Word]) -> Box | None:
    """The lowest place of a word over a figure that it lies above, or nearly."""
    near = ASIDE + figure.x1 - figure.x0
    above = [
        box
        for known, box in words
        if known == word and box.bottom <= figure.top + 1 and box.x0 < figure.x1 + near and box.x1 > figure.x0 - near
    ]
    return max(above, key=lambda box: box.bottom, default=None)
