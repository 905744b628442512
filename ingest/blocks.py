"""What a reader makes of a file: pages of lines and grids, before anything is understood."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.documents import Box


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text with its place, its largest type size in points and whether all of it is bold."""

    text: str
    box: Box
    size: float
    bold: bool = False
    level: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid; `span` is True where it reaches over its whole row, `over` the columns that it takes."""

    text: str
    box: Box | None = None
    bold: bool = False
    span: bool = False
    over: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it stands on one page: rows of cells, every row as long as the widest.

    `columns` are the left and right edges of each column where they were told by the blanks between texts;
    `goes_on` is True where the rows stand in the columns of the last table of the page before;
    `doubt` is what makes its reading uncertain, in Swedish.
    """

    rows: tuple[tuple[Cell, ...], ...]
    box: Box
    columns: tuple[tuple[float, float], ...] = ()
    goes_on: bool = False
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page as read: printed label, size in points, and its lines and grids from top to bottom."""

    index: int
    label: str
    width: float
    height: float
    parts: tuple[Line | Grid, ...]
    warnings: tuple[str, ...] = field(default=())

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines outside the grids."""
        return tuple(part for part in self.parts if isinstance(part, Line))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its level, 1 for the highest."""

    text: str
    level: int
    box: Box


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text between two breaks; `item` is True for a point of a list."""

    text: str
    boxes: tuple[Box, ...]
    item: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table: its cells, and the group title above it where there is one."""

    cells: tuple[Cell, ...]
    pages: tuple[int, ...]
    group: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A whole table, put together over pages; `header` has one text a column."""

    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    boxes: tuple[Box, ...]
    doubts: tuple[str, ...] = ()


Block = Heading | Paragraph | Table


class UnreadableFile(Exception):
    """A file that cannot be read; the message says which, why and what to do, in Swedish."""
