"""The terms that a question computes with: a figure for each thing that it sets side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.arithmetic import PLANNED, Term
from assistant.cells import choose_cells, named_of
from assistant.columns import alike, asks_period, expects, names_part, of_all_years, stands_for_outcome, together
from assistant.facets import Facet, facet_ways
from assistant.figures import RowMatch, side_of_row
from assistant.models import Reading
from corpus.documents import Figure, FigureKind, is_total
from corpus.swedish.cues import cue
from corpus.swedish.words import fold

SHALL = re.compile(r"\bska(?:ll)?\b")
LIKE = 0.75  # of the best row's score that a row needs to be a term beside it
NEAR = 0.6  # the same for a row that holds them all itself
NAMED = 0.4  # what a cell gains for each word of its column that the question says
LATEST = 0.0001  # of its year, what a cell gains where no year is asked for
ASIDE = (FigureKind.DEVIATION, FigureKind.GOAL, FigureKind.CHANGE)  # what is no amount of its own
MOVING = ("", "difference", "percent")  # what is computed of how a value differs
SAME_ROW = 0.8  # what a cell gains for standing in the row of the term before it


def find_terms(reading: Reading, matches: Sequence[RowMatch]) -> list[Term]:
    """One figure for each facet of the question, or for each of two documents, in rows that mean the same."""
    best = [m for m in matches if m.score >= LIKE * matches[0].score]
    near = [m for m in matches if m.score >= NEAR * best[0].score and m.named >= best[0].named]
    near = [m for m in near if side_of_row(m) == side_of_row(best[0])]
    ways = facet_ways(reading)
    found = next((pairs for way in ways for m in [*best, *near] if (pairs := _within_one_row(reading, m, way))), [])
    found = found or [pair for pair in dict.fromkeys(_across_rows(reading, best, ways[0])) if pair]
    if len(found) < 2 and len(reading.scope.municipalities) > 1:
        found = _one_a_place(reading, best, ways[0])
    if len(found) < 2 and reading.operation in MOVING:
        found = next((pairs for m in best if (pairs := _two_columns(reading, m))), found)
    if len(found) < 2 and reading.operation in ("difference", "percent") and len(reading.scope.years) < 2:
        found = _until_goal(reading, best[0]) or _since_before(reading, best[0]) or found
    if len(found) < 2 and reading.operation == "sum":
        found = _columns_of(reading, best[0]) or found
    if len(found) < 2 and reading.singled_out:
        found = _one_a_document(reading, matches, ways[0]) or found
    return numbered(found) if _is_of_the_years(reading, found) else []


def _is_of_the_years(reading: Reading, found: Sequence[tuple[RowMatch, Figure]]) -> bool:
    """Are the figures of both years, where a question sets two years against each other?"""
    years = {figure.year for _, figure in found}
    asked = set(reading.scope.years)
    return len(asked) != 2 or reading.operation not in MOVING or None in years or asked <= years


def _one_a_document(
    reading: Reading, matches: Sequence[RowMatch], facets: Sequence[Facet]
) -> list[tuple[RowMatch, Figure]]:
    """The cell of the best row of each of two documents that the question names; none where one has no such row."""
    facet = facets[0] if len(facets) == 1 else Facet(None, next(iter(reading.scope.years), None))
    named = reading.scope.documents
    rows = [[m for m in matches if m.evidence.document.id == document][:1] for document in named]
    found = [pair for here in rows if (pair := _best_cell(reading, here, facet))]
    return found if len(named) == len(found) == 2 else []


def _two_columns(reading: Reading, match: RowMatch) -> list[tuple[RowMatch, Figure]]:
    """The cells of the two columns that the question names in words of their own ('liknande kommuner'), or of one."""
    years = reading.scope.years
    cells = [f for f in match.figures if f.value is not None and (not years or f.year in (None, *years))]
    said = [named_of(f, reading.question) for f in cells]
    own = [words - frozenset[str]().union(*(o for o in said if o != words)) for words in said]
    named = [f for f, words in zip(cells, own, strict=True) if words]
    others = [f for f in cells if f not in named and f.kind is not FigureKind.DEVIATION]
    last = [f for f in named if f.year == max((other.year or 0 for other in named), default=0)]
    named = last if len(named) > 2 and not years else named
    pair = named if len(named) == 2 else [*others, *named] if len(named) == len(others) == 1 else []
    return [(match, f) for f in pair] if len({of_all_years(f) for f in pair}) == 1 else []


def _columns_of(reading: Reading, match: RowMatch) -> list[tuple[RowMatch, Figure]]:
    """The cells of a row that a sum may be of: several for one year, of one unit and kind, none of them a total."""
    cells = [cell for cell in choose_cells(reading, match) if cell.value is not None]
    same = {(cell.year, cell.period, cell.unit, cell.kind) for cell in cells}
    total = any(is_total((cell.column,), match.evidence.document) for cell in match.figures)
    return [(match, cell) for cell in cells] if len(cells) > 1 and len(same) == 1 and not total else []


def _until_goal(reading: Reading, match: RowMatch) -> list[tuple[RowMatch, Figure]]:
    """The latest outcome of a row before its one goal, where it is asked how far something shall move."""
    filled = [f for f in match.figures if f.value is not None]
    goals = [f for f in filled if f.kind is FigureKind.GOAL and f.year in (None, *reading.scope.years)]
    actual = sorted((f for f in filled if f.kind is FigureKind.OUTCOME), key=lambda f: f.year or 0)
    if len(goals) != 1 or not actual or not SHALL.search(fold(reading.question)) or actual[-1].unit != goals[0].unit:
        return []
    return [(match, actual[-1]), (match, goals[0])]


def _since_before(reading: Reading, match: RowMatch) -> list[tuple[RowMatch, Figure]]:
    """The cell of the one year that a question of a change means, after the same cell of the year before it."""
    chosen = [figure for figure in choose_cells(reading, match) if figure.value is not None and figure.year]
    dated = reading.scope.years or cue("period", "last_year", reading.question)
    if len(chosen) != 1 or len(reading.figure_kinds) > 1 or not dated or not cue("change", "any", reading.question):
        return []
    after = chosen[0]
    before = [f for f in match.figures if f.value is not None and (f.year or 0) == (after.year or 0) - 1]
    same = [f for f in before if alike(f, after) == 1.0 and f.unit == after.unit and f.kind not in ASIDE]
    same = [f for f in same if f.kind is after.kind] if reading.figure_kinds else same
    return [(match, same[0]), (match, after)] if len(same) == 1 else []


def numbered(pairs: Sequence[tuple[RowMatch, Figure]]) -> list[Term]:
    """The figures as terms, each with the marker of its source."""
    sources = list(dict.fromkeys(match.evidence for match, _ in pairs))
    return [Term(match, figure, sources.index(match.evidence) + 1) for match, figure in pairs]


def _within_one_row(reading: Reading, match: RowMatch, facets: Sequence[Facet]) -> list[tuple[RowMatch, Figure]]:
    """A cell of the row for each of several facets, those that go together best; none where the row lacks one."""
    filled = [figure for figure in match.figures if figure.value is not None]
    each = [[(fit, f) for f in filled if (fit := _facet_fit(reading, match, f, facet)) > 0] for facet in facets]
    weigh = 0.0 if reading.operation == "share" else 1.0  # what is used so far is a share of the whole year's budget
    cells = together(each, weigh) if len(facets) > 1 and all(each) else []
    return [(match, cell) for cell in cells] if len(set(map(id, cells))) == len(facets) else []


def _across_rows(
    reading: Reading, matches: Sequence[RowMatch], facets: Sequence[Facet]
) -> list[tuple[RowMatch, Figure] | None]:
    chosen: list[tuple[RowMatch, Figure] | None] = []
    for facet in facets:
        first = next((pair[0] for pair in chosen if pair), None)
        chosen.append(_best_cell(reading, matches, facet, first))
    return chosen


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
    forecast = _is_forecast_of(reading, match, figure, kind)
    if kind and not same and not forecast and figure.kind is not FigureKind.UNKNOWN:
        return 0.0
    exact = 1.5 if figure.kind is kind else (1.5 if expects(reading.question) else 0.4) if forecast else 0.0
    exact += 0.3 if facet.year and str(facet.year) in figure.column else 0.0
    part = 0.5 if bool(figure.period) == asks_period(reading) else 0.0
    aside = -0.8 if figure.kind in ASIDE and kind is not figure.kind else 0.0
    latest = (figure.year or 0) * LATEST if facet.year is None else 0.0
    named = NAMED * len(named_of(figure, reading.question))
    return 1.0 + exact + part + aside + latest + named + match.score


def _is_forecast_of(reading: Reading, match: RowMatch, figure: Figure, kind: FigureKind | None) -> bool:
    """Does a forecast tell the outcome that is asked for, since no part of the year is and no other tells the whole?"""
    whole = kind is FigureKind.OUTCOME and not names_part(reading)
    return whole and stands_for_outcome(figure, match.figures)
