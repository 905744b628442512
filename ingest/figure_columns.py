"""What the head of a column says of the figures under it: their kind, year, part of a year and unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.documents import FigureKind
from corpus.swedish.numbers import MONEY
from corpus.swedish.periods import NAMES, period_in, period_of_header, year_of_header, years_in
from corpus.swedish.words import fold
from ingest.blocks import Table
from ingest.figure_units import Context, counts, names_money, unit_of_column

KINDS = (
    (r"avvik|\bavv\b|differens|\bdiff\b|\bskillnad", FigureKind.DEVIATION),
    (r"^(?:förändring|ändring|ökning|minskning)", FigureKind.CHANGE), ("prognos", FigureKind.FORECAST),
    ("utfall", FigureKind.OUTCOME), ("bokslut", FigureKind.OUTCOME), ("resultat", FigureKind.OUTCOME),
    (r"\bupparbet|\bförbrukat|\bförbrukning", FigureKind.OUTCOME),
    ("åtagande", FigureKind.COMMITMENT), ("budget", FigureKind.BUDGET), ("anslag", FigureKind.BUDGET),
    (r"\bram(?:en|ar)?\b|budgetram", FigureKind.BUDGET), (r"\bplan|årsplan", FigureKind.PLAN),
    (r"mål(?:et|en)?\b|\bmål(?:värde|nivå|sättning|satt|tal)", FigureKind.GOAL),
)  # fmt: skip
YEAR_ALONE = re.compile(r"(?:19|20)\d\d")
OF_YEAR = re.compile(rf"(.*[^\W\d].*?)\s+{YEAR_ALONE.pattern}")  # a group of columns, and the first's year
WHOLE_YEAR = re.compile(r"helår|årsprognos|hela året|\bår\b")
LAST_YEAR = re.compile(rf"(.*[^\W\d].*?[^\W\d])\s+({YEAR_ALONE.pattern})")  # a label that ends with a year
SO_FAR = (FigureKind.OUTCOME, FigureKind.UNKNOWN, FigureKind.DEVIATION)  # kinds that a part of a year may have


@dataclass(frozen=True, slots=True)
class Column:
    """What a column's header says of the figures under it; `dated` where it says the year itself."""

    name: str
    kind: FigureKind
    year: int | None
    period: str
    unit: str
    counts: bool = False
    dated: bool = False


NAMELESS = Column("", FigureKind.UNKNOWN, None, "", "")


def columns_of(table: Table, context: Context) -> tuple[Column, ...]:
    """One Column for each column of the table; a part-year period holds where no header says the whole year."""
    around = f"{context.title} {table.header[0] if table.header else ''}"
    fallback = context.years[0] if len(context.years) == 1 else None
    year = year_of_header(around) if len(years_in(around)) < 2 else None
    columns = [_column(name, period_in(around), year or fallback, context.caption) for name in grouped(table.header)]
    return _told_apart(columns) if period_in(around) else _of_one_period(_told_apart(columns))


def _told_apart(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns, where some name their unit of money, with it told of the others that they count something else."""
    each = any(column.unit in MONEY for column in columns)
    return tuple(replace(column, counts=counts(column.name) or each and _says_no_money(column)) for column in columns)


def _of_one_period(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns, where some name one part of a year alone, with it for the others that tell what has been so far."""
    periods = {column.period for column in columns if column.period and not column.dated}
    ahead = next((at for at, column in enumerate(columns) if column.kind is FigureKind.FORECAST), len(columns))
    held = [at for at, column in enumerate(columns) if at and len(periods) == 1 and _is_so_far(column, at < ahead)]
    return tuple(replace(c, period=max(periods)) if at in held else c for at, c in enumerate(columns))


def _is_so_far(column: Column, before_forecast: bool) -> bool:
    """May a column be of the part of a year that others name: not dated, of no whole year, of no forecast?"""
    open_ended = not (column.dated or column.period or WHOLE_YEAR.search(fold(column.name)))
    deviates = column.kind is FigureKind.DEVIATION
    plain = column.kind in SO_FAR and not any(letter.isdigit() for letter in column.name)
    return open_ended and plain and (before_forecast or not deviates)


def of_row(column: Column, columns: Sequence[Column], path: Sequence[str]) -> Column:
    """The column as it is in a row: where no column says a year, a label that ends with one does ('Bokslut 2024')."""
    label = path[-1] if path else ""
    ended = None if any(c.dated for c in columns) or NAMES.search(label) else LAST_YEAR.fullmatch(label)
    if not ended:
        return column
    named = " " not in ended[1] and column.kind is FigureKind.UNKNOWN
    return replace(column, year=int(ended[2]), kind=_kind(ended[1]) if named else column.kind)


def _says_no_money(column: Column) -> bool:
    """Is a column, among some that name their unit of money, one of another thing?"""
    told = column.kind is not FigureKind.UNKNOWN or years_in(column.name)
    return not (column.unit or told or names_money(column.name))


def grouped(header: Sequence[str]) -> list[str]:
    """The heads of columns, a repeated year under its group: of 'Barn 2024', '2025', 'Vuxna 2024', '2025'."""
    out: list[str] = []
    group = ""
    for name in header:
        repeated = YEAR_ALONE.fullmatch(name) is not None and header.count(name) > 1
        named = OF_YEAR.fullmatch(name)
        group = group if repeated else named[1] if named else ""
        out.append(f"{group} {name}".strip() if repeated else name)
    return out


def _column(name: str, period: str, year: int | None, caption: str) -> Column:
    kind, own = _kind(name), year_of_header(name)
    whole = own is not None or WHOLE_YEAR.search(fold(name)) or kind in (FigureKind.GOAL, FigureKind.COMMITMENT)
    unit = unit_of_column(name, caption)
    named = period_of_header(name) or ("" if whole else period)
    return Column(name, kind, own or year, named, unit, dated=own is not None)


def _kind(name: str) -> FigureKind:
    return next((kind for cue, kind in KINDS if re.search(cue, fold(name))), FigureKind.UNKNOWN)
