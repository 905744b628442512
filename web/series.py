"""The figures that an answer tells, found in its sources, and the rows that they stand in as series over the years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.models import Answer, Citation
from corpus.documents import Figure, FigureKind

NUMBER = re.compile(r"\d[\d\s\u00a0\u202f]*(?:,\d+)?")
FEWEST = 2  # points that make a picture


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series: its column, its value and how the document writes it."""

    label: str
    value: Decimal
    text: str
    told: bool


@dataclass(frozen=True, slots=True)
class Series:
    """A row of a cited table over its years; `n` is the citation."""

    n: int
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
    """A series for each row that the answer tells a figure of and that has figures of several years."""
    found: list[Series] = []
    for citation in answer.citations:
        told = told_figures(answer, citation)
        rows = dict.fromkeys((f.row, f.unit) for f in told)
        for row, unit in rows:
            figures = [f for f in _figures(answer, citation) if (f.row, f.unit) == (row, unit)]
            points = _points(figures, told)
            if len(points) >= FEWEST:
                found.append(Series(citation.n, " – ".join(row), unit, points))
    return list({(s.title, s.points): s for s in found}.values())


def _points(figures: Sequence[Figure], told: Sequence[Figure]) -> tuple[Point, ...]:
    """The figures in order of their years; none unless they are of different years."""
    plain = [f for f in figures if f.value is not None and f.year and f.kind is not FigureKind.DEVIATION]
    known = sorted(plain, key=lambda f: (f.year or 0, f.column))
    if len({f.year for f in known}) < FEWEST:
        return ()
    return tuple(Point(f.column or str(f.year), f.value, f.text, f in told) for f in known if f.value is not None)


def _figures(answer: Answer, citation: Citation) -> tuple[Figure, ...]:
    return next((e.passage.figures for e in answer.evidence if e.passage.id == citation.passage_id), ())


def _value(number: str) -> Decimal:
    """A number of an answer as its value: the answer says 90,0 where a document says 90.0."""
    return Decimal(re.sub(r"\s", "", number).replace(",", "."))
