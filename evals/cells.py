"""How well tables were read: each cell of the truth against the cell that was read in its row and column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from corpus.swedish.numbers import read_cell
from evals.layouts import Table

Row = tuple[str, ...]
LEAST_SHARED = 0.3  # of a read table's filled cells, that a table of the truth must hold to be the one it shows
BLANK_WORTH = 0.01  # what two blanks count, beside 1 for two equal texts, when rows are aligned


@dataclass(frozen=True, slots=True)
class Reading:
    """A table as it was read: its header and its rows, group titles and comments as rows of their own."""

    header: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over some tables; `wrong` lists the cells that were misread."""

    tables: int = 0
    found: int = 0
    whole: int = 0
    cells: int = 0
    right: int = 0
    figures: int = 0
    right_figures: int = 0
    headers: int = 0
    right_headers: int = 0
    invented: int = 0
    wrong: tuple[str, ...] = field(default=())

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, name) + getattr(other, name) for name in Score.__slots__))


def score(truth: Sequence[Table], read: Sequence[Reading]) -> Score:
    """The tables of one document against those that were read from it."""
    shown: dict[int, list[Reading]] = {}
    strays = []
    for reading in read:
        at = _shows(reading, truth)
        shown.setdefault(at, []).append(reading) if at is not None else strays.append(reading)
    scores = [_score_one(table, shown.get(at, [])) for at, table in enumerate(truth)]
    stray = [(text, row) for reading in strays for row in reading.rows for text in row if _is_figure(text)]
    lost = Score(invented=len(stray), wrong=tuple(f"stray: {text} in {_short(row)}" for text, row in stray))
    return sum(scores, lost)


def flat(text: str) -> str:
    """A cell's text as it is compared: without spaces and hyphens inside words, every minus the same."""
    spelled = re.sub(r"^[\u2013\u2212](?=\d)", "-", re.sub(r"\s+", "", text))
    return re.sub(r"(?<=[a-zåäö])-(?=[a-zåäö])", "", spelled).replace("\u2212", "-")


def _shows(reading: Reading, truth: Sequence[Table]) -> int | None:
    """Which table of the truth holds the most of what was read."""
    own = _texts(reading.rows)
    shares = [(own & _texts(table["rows"])).total() for table in truth]
    best = max(shares, default=0)
    return shares.index(best) if best and best >= LEAST_SHARED * own.total() else None


def _texts(rows: Sequence[Sequence[str]]) -> Counter[str]:
    return Counter(flat(text) for row in rows for text in row if text)


def _score_one(table: Table, read: Sequence[Reading]) -> Score:
    rows = list(_rows(table))
    got = [tuple(map(flat, row)) for reading in read for row in reading.rows]
    pairs = align(rows, got)
    cells = [(text, said, row) for row, other in pairs for text, said in _beside(row, other)]
    truth = [cell for cell in cells if cell[2] is not None]
    figures = [cell for cell in truth if _is_figure(cell[0])]
    header = _header(table)
    named = [flat(name) for name in read[0].header] if read else []
    invented = [(text, said, row) for text, said, row in cells if said and text != said and _is_figure(said)]
    wrong = [f"{table['id']}: {text!r} read as {said!r} in {_short(row or ())}" for text, said, row in cells
             if text != said]  # fmt: skip
    names = [(a, b) for a, b in _beside(header, tuple(named)) if a]
    wrong += [f"{table['id']}: header {a!r} read as {b!r}" for a, b in names if a != b]
    return Score(1, bool(read), len(read) == 1, len(truth), sum(a == b for a, b, _ in truth), len(figures),
                 sum(a == b for a, b, _ in figures), len(names), sum(a == b for a, b in names),
                 len(invented), tuple(wrong))  # fmt: skip


def _rows(table: Table) -> Iterator[Row]:
    """The rows of the truth; comments under one row as one."""
    pairs = zip(table["row_kinds"], table["rows"], strict=True)
    for is_comment, group in groupby(pairs, key=lambda pair: pair[0] == "comment"):
        rows = [tuple(map(flat, row)) for _, row in group]
        yield from [("".join(row[0] for row in rows), *rows[0][1:])] if is_comment else rows


def _header(table: Table) -> Row:
    """One text a column: what its header rows say of it, from the top, each text once."""
    columns = zip(*table["header"], strict=True) if table["header"] else ()
    return tuple("".join(dict.fromkeys(flat(text) for text in column if text)) for column in columns)


def _beside(row: Row | None, other: Row | None) -> Iterator[tuple[str, str | None]]:
    """Each cell of a row with what was read in its place: None in a row that was not read at all."""
    for at in range(max(len(row or ()), len(other or ()))):
        text = row[at] if row and at < len(row) else ""
        said = other[at] if other and at < len(other) else "" if other is not None else None
        if row and at < len(row) or said:
            yield text, said


def align(rows: Sequence[Row], got: Sequence[Row]) -> list[tuple[Row | None, Row | None]]:
    """The rows of the truth beside those that were read, in order, so that the most cells agree."""
    best = [[0.0] * (len(got) + 1) for _ in range(len(rows) + 1)]
    for a in range(len(rows) - 1, -1, -1):
        for b in range(len(got) - 1, -1, -1):
            both = best[a + 1][b + 1] + _likeness(rows[a], got[b])
            best[a][b] = max(both, best[a + 1][b], best[a][b + 1])
    out: list[tuple[Row | None, Row | None]] = []
    a = b = 0
    while a < len(rows) and b < len(got):
        if best[a][b] == best[a + 1][b + 1] + _likeness(rows[a], got[b]) and _likeness(rows[a], got[b]) > 0:
            out.append((rows[a], got[b]))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            out.append((rows[a], None))
            a += 1
        else:
            out.append((None, got[b]))
            b += 1
    return [*out, *((row, None) for row in rows[a:]), *((None, row) for row in got[b:])]


def _likeness(row: Row, other: Row) -> float:
    same = [text for text, said in zip(row, other, strict=False) if text == said]
    filled = sum(1 for text in same if text)
    return filled + BLANK_WORTH * (len(same) - filled) if filled else 0.0


def _is_figure(text: str) -> bool:
    return read_cell(text) is not None


def _short(row: Sequence[str]) -> str:
    return " | ".join(text[:30] for text in row)
