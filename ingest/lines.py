"""Lines of a table as they add up, and what is said where they do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from corpus.documents import TOTALS, Figure, FigureKind, Passage
from corpus.swedish.numbers import write_number
from corpus.swedish.words import fold

Key = tuple[str, int]  # a column's name, and which of the columns of that name it is
SIDES = {"intäkt": "income", "inkomst": "income", "kostnad": "cost", "utgift": "cost", "netto": "net"}
OPENERS = ("verksamhetens ", "verksamhets ", "summa ", "totala ")


@dataclass(frozen=True, slots=True)
class TableLine:
    """One row of a table: its path, the passage that it stands in and its figures by column."""

    passage: Passage
    path: tuple[str, ...]
    cells: dict[Key, Figure]

    @property
    def label(self) -> str:
        """The row's own name, compared without case."""
        return fold(self.path[-1])

    @property
    def name(self) -> str:
        """The row's path as a sentence can hold it."""
        parts = [part.replace("(-)", "").strip(" :") for part in self.path]
        return ", ".join(part.lower() if part.isupper() and len(part) > 4 else part for part in parts)

    @property
    def side(self) -> str:
        """The row's own name inside a sentence, as "nettokostnader"."""
        return self.path[-1].replace("(-)", "").strip(" :*").lower()

    def value(self, key: Key) -> Decimal | None:
        """The number in a column, or None where the cell is blank or missing."""
        return self.cells[key].value if key in self.cells else None


Entry = tuple[TableLine, Figure]


def lines_of(passages: Iterable[Passage]) -> list[list[TableLine]]:
    """The rows with figures, table by table, in their order."""
    tables: dict[str, list[TableLine]] = {}
    for passage in passages:
        for path, figures in groupby(passage.figures if passage.table else (), key=lambda f: f.row):
            tables.setdefault(passage.table, []).extend(_lines(passage, path, figures))
    return list(tables.values())


def _lines(passage: Passage, path: tuple[str, ...], figures: Iterable[Figure]) -> Iterator[TableLine]:
    cells: dict[Key, Figure] = {}
    for figure in figures:
        same = sum(name == figure.column for name, _ in cells)
        cells[figure.column, same] = figure
    if path and cells:
        yield TableLine(passage, path, cells)


def side_of(label: str) -> str:
    """Which side of an account a whole row is: income, cost or net; '' for a row that is about something else."""
    low = fold(label).split("(")[0].strip(" :*")
    for opener in OPENERS:
        low = low.removeprefix(opener)
    side = next((side for cue, side in SIDES.items() if low.startswith(cue)), "")
    return side if " " not in low else ""


def is_sum(label: str) -> bool:
    """Is a row named as the sum of others?"""
    plain = label.strip(" :*")
    return plain.startswith(TOTALS) or plain.endswith((" totalt", " summa"))


def columns_of(lines: Sequence[TableLine]) -> list[Key]:
    """Every column that some of the lines have a figure in, in their order."""
    return list(dict.fromkeys(key for line in lines for key in line.cells))


def is_deviation(line: TableLine, key: Key) -> bool:
    """Does the line say in that column how far it is from a plan?"""
    return key in line.cells and line.cells[key].kind is FigureKind.DEVIATION


def agree(a: Decimal, b: Decimal, terms: Sequence[Decimal]) -> bool:
    """Are two amounts the same but for rounding: half of the coarsest last digit for each term, at least one whole?"""
    step = max(Decimal(1).scaleb(_exponent(term)) for term in terms)
    return abs(a - b) <= step * max(1, len(terms) // 2)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) and exponent < 0 else 0


def shown(figure: Figure) -> str:
    """A figure as its document has it, without marks, set as our own numbers: a true minus, no-break spaces."""
    text = " ".join(figure.text.strip(" *").split()).replace(" ", "\u00a0")
    return "−" + text[1:].strip() if text[:1] in ("-", "–") else text


def amount(value: Decimal, unit: str) -> str:
    """A computed value with its unit."""
    return f"{write_number(value)} {unit}".strip()


def with_unit(figure: Figure) -> str:
    """A figure as its document has it, with its unit where the cell does not say it."""
    text = shown(figure)
    return text if not figure.unit or text.lower().endswith(figure.unit.lower()) else f"{text} {figure.unit}"


def column_of(figure: Figure) -> str:
    """The column as a sentence can hold it, in brackets; nothing for a column without a name."""
    return f" ({figure.column.strip()})" if figure.column.strip() else ""


def difference(a: Decimal, b: Decimal, unit: str = "") -> str:
    """How far two amounts are from each other, in words."""
    return f"skillnaden är {amount(abs(a - b), unit)}"
