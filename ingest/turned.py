"""Text that stands on its side: names of columns laid flat, whole pages read line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.documents import Box
from ingest.blocks import Line
from ingest.words import Word, lines_of

APART = 2.0  # of the type size: lines of one name, or of a note in the margin, are nearer each other
ON_ITS_SIDE = "texten står på tvären: den är läst som text och inte som tabeller"


def names_among(turned: Sequence[Word]) -> list[list[Word]]:
    """Those of the words on their side that stand beside each other as the names of columns do, row by row."""
    rows: list[list[Word]] = []
    for word in sorted(turned, key=lambda word: word["top"]):
        beside = bool(rows) and word["top"] < max(other["bottom"] for other in rows[-1])
        rows.append([*rows.pop(), word] if beside else [word])
    return [row for row in rows if max(w["x0"] for w in row) - min(w["x0"] for w in row) > APART * row[0]["size"]]


def laid_flat(names: Sequence[Sequence[Word]]) -> list[Word]:
    """Words on their side as words of the line at their lowest edge, where the names of columns stand level."""
    return [_flat(word, max(other["bottom"] for other in row)) for row in names for word in row]


def lines_on_side(turned: Sequence[Word], page: int, width: float, height: float) -> list[Line]:
    """The lines of a page that stands on its side, in the order in which they are read."""
    upwards = sum(word["upwards"] for word in turned) * 2 > len(turned)
    placed = [_stood_up(word, height if upwards else width, upwards) for word in turned]
    return [replace(line, box=_as_it_stands(line.box, height if upwards else width, upwards))
            for line in lines_of(placed, page)]  # fmt: skip


def _flat(word: Word, bottom: float) -> Word:
    return {**word, "top": bottom - word["size"], "bottom": bottom}


def _stood_up(word: Word, far: float, upwards: bool) -> Word:
    """The word where it stands when the page is turned so that it can be read."""
    if upwards:
        return {**word, "x0": far - word["bottom"], "x1": far - word["top"], "top": word["x0"], "bottom": word["x1"]}
    return {**word, "x0": word["top"], "x1": word["bottom"], "top": far - word["x1"], "bottom": far - word["x0"]}


def _as_it_stands(box: Box, far: float, upwards: bool) -> Box:
    if upwards:
        return Box(box.page, box.top, far - box.x1, box.bottom, far - box.x0)
    return Box(box.page, far - box.bottom, box.x0, far - box.top, box.x1)
