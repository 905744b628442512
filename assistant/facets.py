"""What a question sets side by side: kinds of figure and years in the order it names them, and several subjects."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.asked import FIGURE_KINDS, sets_against
from assistant.models import Reading
from corpus.documents import FigureKind
from corpus.swedish.cues import cue, kind_spans
from corpus.swedish.periods import YEARS, years_in
from corpus.swedish.words import fold

JOIN = r",|\b(?:ihop|tillsammans) med\b|\bsamt\b|\bmed den\b|\bmed\b|\brespektive\b|\bplus\b|\bän\b"
PARTED = re.compile(rf"\s*(?:{JOIN})\s*")
SPELLED_SPAN = re.compile(r"\b((?:19|20)\d\d)(?: till(?: och med)?| t\.?o\.?m\.?) ((?:19|20)\d\d)\b")  # of years
SINCE = re.compile(r"\bs(?:edan|en) (?:år )?(?:19|20)\d\d\b")  # a year that is compared with the latest
PARTED_FINER = re.compile(rf"\s*(?:{JOIN}|\boch\b|\bmot\b|\beller\b)\s*")


@dataclass(frozen=True, slots=True)
class Facet:
    """One of the things set side by side; None is what the question leaves open."""

    kind: FigureKind | None
    year: int | None


def facets_of(reading: Reading) -> list[Facet]:
    """The facets in the order that the question names them: a kind takes the year that stands nearest after it."""
    text = fold(reading.question)
    stated = set(reading.scope.years)
    if reading.operation == "sum":
        text = SPELLED_SPAN.sub(r"\1–\2", text)
        stated = set(years_in(text))
    marks: list[tuple[int, FigureKind | int]] = [
        (start, _set_beside(reading, FIGURE_KINDS[key])) for start, key in kind_spans(text) if key in FIGURE_KINDS
    ]
    for match in YEARS.finditer(text):
        named = years_in(match.group())
        years = named if reading.operation == "sum" else (named[0], named[-1]) if reading.operation else named[:1]
        if not match[2] or reading.operation:
            marks += [(match.start() + at, year) for at, year in enumerate(dict.fromkeys(years)) if year in stated]
    out: list[Facet] = []
    for _, mark in sorted(marks, key=lambda m: m[0]):
        out = _with(out, mark)
    found = list(dict.fromkeys(_completed(_with_implied(reading, out))))
    dated = [facet for facet in found if facet.year]
    found = dated if len(dated) == 2 and reading.operation in ("difference", "percent") else found
    if len(found) == 1 and SINCE.search(text) and found[0].year:
        found = [*found, Facet(found[0].kind, None)]
    if reading.operation in ("percent", "share", "rest") and len(found) < 2 and not cue("change", "moved", text):
        year = next(iter(reading.scope.years), None)
        used = FigureKind.FORECAST if FigureKind.FORECAST in reading.figure_kinds else FigureKind.OUTCOME
        return [Facet(used, year), Facet(FigureKind.BUDGET, year)]
    return found


def facet_ways(reading: Reading) -> list[list[Facet]]:
    """The facets as read; then those of a goal with the outcome of any year, and those of two years of any kind."""
    read = facets_of(reading)
    became = [Facet(f.kind, None) if f.kind is FigureKind.OUTCOME else f for f in read]
    to_goal = any(facet.kind is FigureKind.GOAL for facet in read) and len(reading.scope.years) == 1
    years = list(dict.fromkeys(facet.year for facet in read if facet.year))
    moving = reading.operation in ("difference", "percent") and len(years) == 2
    return [read, *([became] if to_goal else []), *([[Facet(None, year) for year in years]] if moving else [])]


def _with_implied(reading: Reading, facets: list[Facet]) -> list[Facet]:
    """The facets with the kind that the question leaves unsaid, before the intention that it is measured by."""
    if reading.operation not in ("difference", "") or not facets:
        return facets
    named = [facet.kind for facet in facets]
    kinds = dict.fromkeys(_set_beside(reading, kind) for kind in reading.figure_kinds)
    return [*(Facet(kind, facets[0].year) for kind in kinds if kind not in named), *facets]


def facets_named(reading: Reading) -> bool:
    """Does a question for a share set two kinds or years of one row side by side, rather than a row and its total?"""
    several = len(reading.figure_kinds) > 1 or len(reading.scope.years) > 1
    return several or FigureKind.DEVIATION in reading.figure_kinds or bool(cue("change", "used", reading.question))


def _set_beside(reading: Reading, kind: FigureKind) -> FigureKind:
    """'Jämfört med budget' is the budget where the amounts of two years are set side by side."""
    several = len(reading.scope.years) > 1 or sets_against(reading.question)
    beside = reading.operation in ("difference", "") and several
    return FigureKind.BUDGET if beside and kind is FigureKind.DEVIATION else kind


def _with(facets: list[Facet], mark: FigureKind | int) -> list[Facet]:
    last = facets[-1] if facets else None
    if isinstance(mark, int):
        open_kind = last is not None and last.year is None
        return [*facets[:-1], Facet(last.kind, mark)] if last and open_kind else [*facets, Facet(None, mark)]
    if last and last.kind is None and last.year is None:
        return [*facets[:-1], Facet(mark, None)]
    return facets if last and last.kind is mark and last.year is None else [*facets, Facet(mark, None)]


def _completed(facets: list[Facet]) -> list[Facet]:
    """Facets that lack a kind take the one before them; years are not borrowed."""
    out: list[Facet] = []
    for facet in facets:
        before = out[-1].kind if out else None
        out.append(Facet(facet.kind or before, facet.year))
    return out


def parts_of(subject: str) -> list[list[str]]:
    """The ways to take a subject apart where it joins several things; 'och' may also stand inside a name."""
    ways = [[part for part in way.split(subject) if part.strip()] for way in (PARTED_FINER, PARTED)]
    return [way for way in ways if len(way) > 1]
