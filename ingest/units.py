"""What a text is made of before it has pages: lines of text and tables, each with the number of its line."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.blocks import Grid


@dataclass(frozen=True, slots=True)
class TextUnit:
    """A paragraph, a point of a list or a heading with its level (0 for none), and the line it begins on."""

    text: str
    level: int
    at: int


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row and the line it begins on; one cell alone reaches over the whole table."""

    cells: tuple[str, ...]
    at: int


@dataclass(frozen=True, slots=True)
class TableUnit:
    """A table: its header, where it has one, is its first row."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class UnreadUnit:
    """What of a table could not be read in one way only, in words for the user, and where."""

    text: str
    at: int


@dataclass(frozen=True, slots=True)
class GridUnit:
    """A table found by where its words stand, or else the texts of its rows, and the lines that it takes up."""

    grid: Grid | None
    texts: tuple[str, ...]
    at: int
    end: int


Unit = TextUnit | TableUnit | GridUnit | UnreadUnit
