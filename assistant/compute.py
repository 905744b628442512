"""Questions that are computed: the terms that a question sets side by side, found in table rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.arithmetic import OPERATIONS, PLANNED, Term, between, difference, part_of_whole, ranked
from assistant.cells import asks_period, choose_cells
from assistant.evidence import Subject, around, words_of
from assistant.facets import Facet, facets_named, facets_of, parts_of
from assistant.figures import RowMatch, match_rows, row_label, rows_of, side_of_label, unasked
from assistant.library import Library
from assistant.models import Draft, Evidence, Intent, Reading
from corpus.documents import Figure, FigureKind, is_total

LIKE = 0.75  # of the best row's score that a row needs to be a term beside it
NEARLY_ALL = 0.8  # of the subject's core that the rows of a sum must name together
CHOICE = re.compile(r"\beller\b", re.IGNORECASE)  # which of two: 'mest på a eller på b'
SAME_ROW = 0.8  # what a cell gains for standing in the row of the term before it


def compute(reading: Reading, evidence: Sequence[Evidence], subject: Subject, library: Library) -> Draft | None:
    """A draft with the computed value, or None where the question's terms are not found."""
    if reading.intent not in (Intent.COMPUTE, Intent.COMPARE):
        return None
    if reading.operation in ONE_PLACE and len(reading.scope.municipalities) > 1 or reading.operation == "extreme":
        return None
    matches = match_rows(reading, evidence, subject)
    if not matches:
        return None
    if reading.operation in ("share", "percent") and not facets_named(reading):
        return part_of_whole(part_and_whole(reading, matches, library))
    choice = reading.intent is Intent.COMPARE and CHOICE.search(reading.question) is not None
    joins = choice or reading.operation == "sum" or len(facets_of(reading)) < 2
    several = _several_rows(reading, evidence, subject) if joins else []
    terms = several or find_terms(reading, matches)
    if len(terms) < 2:
        return None
    if several and reading.operation != "sum":
        return ranked(terms) if choice else between(terms)
    return OPERATIONS.get(reading.operation, difference)(terms)


def part_and_whole(reading: Reading, matches: Sequence[RowMatch], library: Library) -> list[Term]:
    """The cell that the question means, and that of the total in the same column of its table."""
    for match in matches:
        cell = next((c for c in choose_cells(reading, match) if c.value is not None), None)
        if cell is None or is_total(match.row, match.evidence.document):
            continue
        rows = [m for source in library.table(match.evidence) for m in rows_of(source)]
        whole = [(m, f) for m in rows if is_total(m.row, m.evidence.document) for f in m.figures if f.value is not None]
        same = [(m, f) for m, f in whole if f.column == cell.column and _side(m) in ("", _side(match))]
        return [Term(match, cell, 1), Term(*same[0], 2)] if same else []
    return []


def _side(match: RowMatch) -> str:
    return side_of_label(match.row[-1])


def find_terms(reading: Reading, matches: Sequence[RowMatch]) -> list[Term]:
    """One figure for each facet of the question, or for each of two documents, in rows that mean the same."""
    best = [m for m in matches if m.score >= LIKE * matches[0].score]
    facets = facets_of(reading)
    chosen: list[tuple[RowMatch, Figure] | None] = []
    for facet in facets:
        first = next((pair[0] for pair in chosen if pair), None)
        chosen.append(_best_cell(reading, best, facet, first))
    found = [pair for pair in dict.fromkeys(chosen) if pair]
    if len(found) < 2 and len(reading.scope.municipalities) > 1:
        found = _one_a_place(reading, best, facets)
    sources = list(dict.fromkeys(match.evidence for match, _ in found))
    return [Term(match, figure, sources.index(match.evidence) + 1) for match, figure in found]


def _several_rows(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> list[Term]:
    """The same cell of each row that a sum joins ('äldreomsorgen med hälso- och sjukvården')."""
    facets = facets_of(reading)
    if len({f.year for f in facets}) > 1:
        return []
    facet = facets[0] if facets else Facet(None, None)
    ways = [_rows_of_parts(reading, evidence, subject, (parts, facet)) for parts in parts_of(reading.subject)]
    asked = words_of(reading.question)
    strange = [sum(unasked(row_label(match), subject, asked) for match, _ in way) for way in ways]
    found = max(zip(ways, strange, strict=True), key=lambda w: (-w[1], len(w[0])), default=([], 0.0))[0]
    sources = list(dict.fromkeys(match.evidence for match, _ in found))
    terms = [Term(match, figure, sources.index(match.evidence) + 1) for match, figure in found]
    return terms if len(terms) > 1 else []


def _rows_of_parts(
    reading: Reading, evidence: Sequence[Evidence], subject: Subject, asked: tuple[Sequence[str], Facet]
) -> list[tuple[RowMatch, Figure]]:
    """The cell of each part's row, where the row names the part."""
    parts, facet = asked
    matches = [match_rows(replace(reading, question=part), evidence, subject.part(part)) for part in parts]
    named = [[m for m in way if not _is_whole(m)] for way in matches]
    pairs = [_best_cell(reading, m[:3], facet) for m in named if m and m[0].named == 1.0]
    unique = {(pair[0].evidence.document.id, pair[0].row, pair[1].column): pair for pair in pairs if pair}
    found = list(unique.values())
    told = frozenset(s for m, _ in found for s in words_of(" ".join(m.row)) | around(m.evidence))
    return found if subject.core_share(told) > NEARLY_ALL else []


def _is_whole(match: RowMatch) -> bool:
    """Is the row the total of its table, which no sum of its parts may hold?"""
    return is_total(match.row, match.evidence.document)


def _one_a_place(
    reading: Reading, matches: Sequence[RowMatch], facets: Sequence[Facet]
) -> list[tuple[RowMatch, Figure]]:
    found = []
    for place in reading.scope.municipalities:
        here = [m for m in matches if m.evidence.document.municipality == place]
        pair = _best_cell(reading, here, facets[0] if facets else Facet(None, None))
        found += [pair] if pair else []
    return found


def _best_cell(
    reading: Reading, matches: Sequence[RowMatch], facet: Facet, beside: RowMatch | None = None
) -> tuple[RowMatch, Figure] | None:
    """The cell that fits a facet best; the row of the term before it goes first where it has one."""
    pairs = [
        (_facet_fit(reading, m, f, facet) + (SAME_ROW if m is beside else 0.0), -at, m, f)
        for at, m in enumerate(matches)
        for f in m.figures
        if _facet_fit(reading, m, f, facet) > 0
    ]
    fitting = [pair for pair in pairs if pair[0] > 0 and pair[3].value is not None]
    if not fitting:
        return None
    _, _, match, figure = max(fitting, key=lambda p: p[:2])
    return match, figure


def _facet_fit(reading: Reading, match: RowMatch, figure: Figure, facet: Facet) -> float:
    """How well a cell is what the facet asks for; 0 or less where its year or kind gainsays it."""
    if facet.year and figure.year != facet.year:
        return 0.0
    kind = facet.kind
    same = figure.kind is kind or kind in (FigureKind.BUDGET, FigureKind.PLAN) and figure.kind in PLANNED
    if kind and not same and figure.kind is not FigureKind.UNKNOWN:
        return 0.0
    exact = 1.5 if figure.kind is kind else 0.0
    exact += 0.3 if facet.year and str(facet.year) in figure.column else 0.0
    part = 0.5 if bool(figure.period) == asks_period(reading.question) else 0.0
    deviation = -0.8 if figure.kind is FigureKind.DEVIATION and kind is not FigureKind.DEVIATION else 0.0
    return 1.0 + exact + part + deviation + match.score


ONE_PLACE = ("percent", "share", "sum", "mean")  # never computed with terms of two municipalities
