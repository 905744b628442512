"""The figures that an answer tells, found in its sources; and as series, over years or units."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.models import Answer, Citation
from corpus.documents import Figure, FigureKind

NUMBER = re.compile(r"\d[\d\s\u00a0\u202f]*(?:,\d+)?")
FEWEST = 2  # years that make a picture
FEWEST_UNITS = 3


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series: what it is called in it, its value, how the document writes it, and its citation."""

    label: str
    value: Decimal
    text: str
    told: bool
    n: int


@dataclass(frozen=True, slots=True)
class Series:
    """Figures that can be seen beside each other; `over` is years or units."""

    over: str
    title: str
    unit: str
    points: tuple[Point, ...]


def told_figures(answer: Answer, citation: Citation) -> list[Figure]:
    """The figures of a cited passage that the answer's text tells."""
    told = {_value(found) for found in NUMBER.findall(answer.text)}
    return [f for f in _figures(answer, citation) if f.value is not None and abs(f.value) in told]


def cited_figures(answer: Answer) -> dict[int, list[Figure]]:
    """By citation, every figure of the rows that the answer tells a figure of."""
    rows: dict[int, list[Figure]] = {}
    for citation in answer.citations:
        told = {(f.row, f.unit) for f in told_figures(answer, citation)}
        rows[citation.n] = [f for f in _figures(answer, citation) if (f.row, f.unit) in told]
    return rows


def series_of(answer: Answer) -> list[Series]:
    """A series for each row that the answer tells a figure of over several years; else the units that it tells of."""
    found: list[Series] = []
    for citation in answer.citations:
        told = told_figures(answer, citation)
        rows = dict.fromkeys((f.row, f.unit) for f in told)
        for row, unit in rows:
            figures = [f for f in _figures(answer, citation) if (f.row, f.unit) == (row, unit)]
            points = _points(figures, told, citation.n)
            if len(points) >= FEWEST:
                found.append(Series("years", " – ".join(row), unit, points))
    over_years = list({(s.title, tuple((p.label, p.text) for p in s.points)): s for s in found}.values())
    over_units = _over_units(answer)
    return [over_units] if over_units else over_years


def _over_units(answer: Answer) -> Series | None:
    """The figures of one column that the answer tells of several rows; None where they are few or mixed."""
    told = [(citation.n, figure) for citation in answer.citations for figure in told_figures(answer, citation)]
    columns = Counter((figure.column, figure.unit) for _, figure in told)
    (column, unit), count = max(columns.items(), key=lambda one: one[1], default=(("", ""), 0))
    rows = {figure.row: (n, figure) for n, figure in told if (figure.column, figure.unit) == (column, unit)}
    if len(rows) < FEWEST_UNITS or 2 * count <= len(told):
        return None
    same = set.intersection(*(set(row) for row in rows))
    points = tuple(
        Point(" – ".join(part for part in row if part not in same), figure.value or Decimal(0), figure.text, True, n)
        for row, (n, figure) in rows.items()
    )
    return Series("units", column, unit, points)


def _points(figures: Sequence[Figure], told: Sequence[Figure], n: int) -> tuple[Point, ...]:
    """The figures in order of their years; none unless they are of different years."""
    apart = (FigureKind.DEVIATION, FigureKind.CHANGE)
    plain = [f for f in figures if f.value is not None and f.year and f.kind not in apart]
    known = sorted(plain, key=lambda f: (f.year or 0, f.column))
    if len({f.year for f in known}) < FEWEST:
        return ()
    return tuple(Point(f.column or str(f.year), f.value, f.text, f in told, n) for f in known if f.value is not None)


def _figures(answer: Answer, citation: Citation) -> tuple[Figure, ...]:
    return next((e.passage.figures for e in answer.evidence if e.passage.id == citation.passage_id), ())


def _value(number: str) -> Decimal:
    """A number of an answer as its value: the answer says 90,0 where a document says 90.0."""
    return Decimal(re.sub(r"\s", "", number).replace(",", "."))
