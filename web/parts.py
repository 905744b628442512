"""The parts of an answer's text, as its lines tell them: paragraphs, lists, and tables of lines with cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

BULLET = re.compile(r"^\s*[-•*–]\s+")
CELL = re.compile(r"\s\|\s|\s\|$")
RULE = re.compile(r"^[\s|:–—-]+$")  # the line of a Markdown table between its head and its rows
FEWEST = 2  # lines that make a table: its head and a row


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of one sort; those of a table are its rows, the head first and all of one length, under its caption."""

    kind: Literal["text", "list", "table"]
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    caption: str = ""


def parts_of(text: str) -> list[Part]:
    """The parts in order; a line that ends in a colon before a table is what the table is called."""
    parts: list[Part] = []
    for part in _grouped([line.strip() for line in text.splitlines() if line.strip()]):
        before = parts[-1] if parts else None
        if part.kind == "table" and before and before.kind == "text" and before.lines[-1].endswith(":"):
            parts[-1:] = [Part("text", before.lines[:-1])] if before.lines[1:] else []
            part = Part("table", rows=part.rows, caption=before.lines[-1].rstrip(":"))
        parts.append(part)
    return parts


def cells_of(row: str) -> list[tuple[str, str]]:
    """The cells of a table row as its passage writes it, each with its column; the title of its group left out."""
    parted = [cell.partition(": ") for cell in row.rsplit("\n", 1)[-1].split(" | ")]
    return [(column, value.strip()) for column, _, value in parted]


def table_of(quote: str) -> Part | None:
    """A quoted piece of a table as a table again; None for what is none, or whose rows have not the same columns."""
    title, lines = "", [line for line in quote.splitlines() if line.strip()]
    if lines and " | " not in lines[0] and lines[0].endswith(":"):
        title, *lines = lines
    parted = [[cell.partition(": ") for cell in line.split(" | ")] for line in lines]
    heads = {tuple(column for column, _, _ in cells) for _, *cells in parted}
    if len(heads) != 1 or heads == {()} or not all(between for _, *cells in parted for _, between, _ in cells):
        return None
    head = (parted[0][0][0] if parted[0][0][1] else "", *heads.pop())
    told = [(name[2] or name[0], *(value for _, _, value in cells)) for name, *cells in parted]
    return Part("table", rows=(head, *told), caption=title.rstrip(":"))


def _grouped(lines: Sequence[str]) -> Iterator[Part]:
    for kind, group in groupby(lines, _kind):
        same = tuple(group)
        rows = [_cells(line) for line in same if not RULE.match(line)] if kind == "table" else []
        if len(rows) >= FEWEST:
            yield Part("table", rows=_even(rows))
        elif kind == "list":
            yield Part("list", tuple(BULLET.sub("", line).strip() for line in same))
        else:
            yield Part("text", same)


def _kind(line: str) -> str:
    if CELL.search(line) or "|" in line and RULE.match(line):
        return "table"
    return "list" if BULLET.match(line) else "text"


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|")]


def _even(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    width = max(map(len, rows))
    return tuple((*row, *[""] * (width - len(row))) for row in rows)
