"""The words of the house: Document, Page, Passage and Figure, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

ROW_TERM = "figurrad"  # the index term of passages that hold figures of a table
TOTAL_TERM = "totalrad"  # the index term of passages that hold the figures of the whole board
TOTALS = ("summa", "totalt", "total", "nettokostnad totalt")
WHOLES = ("hela nämnden", "hela förvaltningen", "hela kommunen", "hela verksamheten", "hela organisationen")


class PassageKind(StrEnum):
    """How a passage stands in its document."""

    PROSE = "prose"
    LIST = "list"
    ROW = "row"


class FigureKind(StrEnum):
    """What sort of number a figure is; the value is the word shown to a reader."""

    BUDGET = "budget"
    PLAN = "plan"
    FORECAST = "prognos"
    OUTCOME = "utfall"
    DEVIATION = "avvikelse"
    CHANGE = "förändring"
    GOAL = "mål"
    COMMITMENT = "åtagande"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in PDF points from the page's top left corner; page is 1-based."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Document:
    """One plan or report; `id` is stable over new versions of the same file name."""

    id: str
    file: str
    title: str
    municipality: str
    board: str
    kind: str
    years: tuple[int, ...]
    sha256: str
    period: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One physical page: 1-based index, printed label, size in points and its running text."""

    index: int
    label: str
    width: float
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as its document states it; `value` is None for a cell left blank there."""

    value: Decimal | None
    text: str
    unit: str
    year: int | None
    period: str
    kind: FigureKind
    row: tuple[str, ...]
    column: str
    page: int
    box: Box | None = None
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A citable piece of one document: prose, a list, or a table row with its headers."""

    id: str
    document: str
    kind: PassageKind
    headings: tuple[str, ...]
    text: str
    pages: tuple[int, ...]
    order: int
    table: str = ""
    boxes: tuple[Box, ...] = ()
    figures: tuple[Figure, ...] = field(default=(), repr=False)

    @property
    def section(self) -> str:
        """The heading path as a reader sees it."""
        return " > ".join(self.headings)


def is_total(row: tuple[str, ...], document: Document) -> bool:
    """Is a row the whole of its document: named as its board, as the whole of it, or as the sum?"""
    names = [part.lower().rstrip(":* ") for part in row]
    sums = any(name.startswith(TOTALS) or name.endswith(" totalt") for name in names[-1:])
    return sums or document.board in names or any(name.startswith(WHOLES) for name in names[:1])


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place that was not understood, or where a document disagrees with itself; `passages` are the ids concerned."""

    page: int
    kind: str
    text: str
    passages: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """The doubt as it is listed, with its page."""
        return f"Sidan {self.page}: {self.text}"
