"""Header cells that stand over several columns: which columns each is said for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from corpus.documents import Box
from ingest.blocks import Cell
from ingest.segments import Span

APART = 3.0  # points that a cell over a column may lie beside it
CENTRED = 1 / 3  # of a column's width, by which a text over several may stand beside their middle
FAR = 1e6  # how far a text is from columns that it cannot stand over


def spread(row: Sequence[Cell], below: Sequence[Cell]) -> list[str]:
    """The texts of a header row, each said for every column that it stands over and that is named in the row below."""
    texts = [cell.text for cell in row]
    if any(cell.over > 1 for cell in row):
        return _as_merged(row)
    over = [at for at, cell in enumerate(row) if at and cell.text and cell.box]
    named = [at for at, cell in enumerate(below) if at and cell.box and (cell.text or row[at].text)]
    if not over or len(named) <= len(over):
        return texts
    groups = _groups(row, below, over, named)
    names = [[below[at].text for at in columns] for columns in groups]
    for text, columns, named_so in zip(over, groups, names, strict=True):
        held = columns if names.count(named_so) > 1 else _held(row[text], columns, below)
        texts = [row[text].text if at in held else said for at, said in enumerate(texts)]
    return texts


def _held(text: Cell, columns: Sequence[int], below: Sequence[Cell]) -> list[int]:
    """The columns that a text is said for: all where it begins over the first or stands in the middle of them.

    Else it is the first line of one name, broken over lines, and is said for what is right below it.
    """
    edges, spans = _edges(text.box), [_edges(below[at].box) for at in columns]
    start, end = spans[0][0], spans[-1][1]
    centred = abs(sum(edges) - start - end) / 2 < CENTRED * (end - start) / len(columns)
    if centred or edges[0] < spans[0][1] + APART:
        return list(columns)
    return [at for at, span in zip(columns, spans, strict=True) if edges[0] < span[1] and span[0] < edges[1]]


def _as_merged(row: Sequence[Cell]) -> list[str]:
    """The texts where the grid itself shows over how many columns each cell reaches."""
    texts = [cell.text for cell in row]
    for at, cell in enumerate(row[1:], 1):
        texts[at : at + cell.over] = [cell.text] * cell.over if cell.text else texts[at : at + cell.over]
    return texts


def _groups(row: Sequence[Cell], below: Sequence[Cell], over: Sequence[int], named: Sequence[int]) -> list[list[int]]:
    """The columns under each text: the parting under which all stand best, and no text has two columns of a name."""
    texts = [_edges(row[at].box) for at in over]
    columns = [_edges(below[at].box) for at in named]
    cuts = combinations(range(1, len(named)), len(over) - 1)
    partings = [list(pairwise((0, *cut, len(named)))) for cut in cuts]
    names = [below[at].text for at in named]
    best = min(partings, key=lambda parting: (_twice(names, parting), min(_misfits(texts, columns, parting))))
    return [list(named[start:end]) for start, end in best]


def _twice(names: Sequence[str], parting: Sequence[tuple[int, int]]) -> int:
    """How many columns have the name of another under the same text."""
    return sum(end - start - len(set(names[start:end])) for start, end in parting)


def _misfits(texts: Sequence[Span], columns: Sequence[Span], parting: Sequence[tuple[int, int]]) -> Iterator[float]:
    """How far the texts are from the left edge, the first column, the right edge and the middle of their columns."""
    spans = [(columns[start], columns[end - 1]) for start, end in parting]
    pairs = list(zip(texts, spans, strict=True))
    yield sum(abs(t[0] - first[0]) if t[0] < first[1] + APART else FAR for t, (first, _) in pairs)
    yield sum(min(abs(t[0] - first[0]), abs(t[1] - first[1]), abs(t[0] + t[1] - first[0] - first[1]) / 2)
              for t, (first, _) in pairs)  # fmt: skip
    yield sum(abs(t[1] - last[1]) if t[1] > last[0] - APART else FAR for t, (_, last) in pairs)
    yield sum(abs(t[0] + t[1] - first[0] - last[1]) / 2 for t, (first, last) in pairs)


def _edges(box: Box | None) -> Span:
    return (box.x0, box.x1) if box else (0.0, 0.0)
