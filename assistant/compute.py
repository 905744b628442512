"""Questions that are computed: the terms that a question sets side by side, found in table rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.arithmetic import OPERATIONS, PLANNED, Term, between, difference, in_time, part_of_whole, ranked
from assistant.asked import CHOICE
from assistant.beside import rows_beside
from assistant.cells import asks_period, choose_cells, named_of, names_part
from assistant.columns import alike, expects, of_all_years, stands_for_outcome, together
from assistant.evidence import Subject
from assistant.facets import Facet, facets_named, facets_of
from assistant.figures import RowMatch, match_rows, rows_of, side_of_label
from assistant.library import Library
from assistant.models import Draft, Evidence, Intent, Reading
from corpus.documents import TOTALS, Figure, FigureKind, is_total
from corpus.swedish.cues import cue, opens_with
from corpus.swedish.words import fold, tokens

LIKE = 0.75  # of the best row's score that a row needs to be a term beside it
NEAR = 0.6  # the same for a row that holds them all itself
MOVES = re.compile(r"ök|stig|steg|minsk|sjunk|sjönk")  # says how a value moves over time, and not which of two is more
NAMED = 0.4  # what a cell gains for each word of its column that the question says
LATEST = 0.0001  # of its year, what a cell gains where no year is asked for
ASIDE = (FigureKind.DEVIATION, FigureKind.GOAL, FigureKind.CHANGE)  # what is no amount of its own
SAME_ROW = 0.8  # what a cell gains for standing in the row of the term before it


def compute(reading: Reading, evidence: Sequence[Evidence], subject: Subject, library: Library) -> Draft | None:
    """A draft with the computed value, or None where the question's terms are not found."""
    part = reading.intent is Intent.FIGURE and bool(cue("comparison", "part_of", reading.question))
    if reading.intent not in (Intent.COMPUTE, Intent.COMPARE) and not part:
        return None
    if reading.operation in ONE_PLACE and len(reading.scope.municipalities) > 1 or reading.operation == "extreme":
        return None
    matches = match_rows(reading, evidence, subject)
    if reading.operation in ("share", "percent") and matches and _is_told_as_share(matches[0]):
        return None
    if reading.operation in ("share", "percent") and not facets_named(reading):
        return part_of_whole(part_and_whole(reading, matches, library))
    if part:
        whole = [m for m in matches[:1] if m.named == 1.0 and not _in_percent(m)]
        return part_of_whole(part_and_whole(reading, whole, library))
    choice = reading.intent is Intent.COMPARE and CHOICE.search(fold(reading.question)) is not None
    joins = choice or reading.operation == "sum" or len(facets_of(reading)) < 2
    several = _numbered(rows_beside(reading, evidence, subject)) if joins else []
    terms = several or (find_terms(reading, matches) if matches else [])
    places = {term.match.evidence.document.municipality for term in terms}
    if len(terms) < 2 or len(reading.scope.municipalities) > 1 and (len(places) < 2 or not reading.operation):
        return None  # places that are only set side by side are told side by side
    if (several or _are_columns_of_one_time(terms)) and reading.operation != "sum":
        return ranked(terms) if several and choice else with_verdict(reading.question, terms, between(terms))
    drafted = OPERATIONS.get(reading.operation, difference)(terms)
    return with_verdict(reading.question, terms, drafted) if reading.operation in ("", "difference") else drafted


def with_verdict(question: str, terms: Sequence[Term], draft: Draft | None) -> Draft | None:
    """The draft with a yes or no before it, where the question is whether the first of two is more, or less."""
    more, less = (cue("change", key, question) for key in ("up", "down"))
    if draft is None or not opens_with("intent", "yesno_first_words", question) or not (more or less):
        return draft
    if more and less:  # 'dyrare eller billigare'
        word = more if abs(terms[0].value) > abs(terms[-1].value) else less
        return replace(draft, sentences=(f"{word.capitalize()}. {draft.sentences[0]}", *draft.sentences[1:]))
    first, second = in_time(terms[0], terms[-1])[::-1] if MOVES.match(more or less) else (terms[0], terms[-1])
    holds = abs(first.value) > abs(second.value) if more else abs(first.value) < abs(second.value)
    return replace(draft, sentences=(f"{'Ja' if holds else 'Nej'}. {draft.sentences[0]}", *draft.sentences[1:]))


def _are_columns_of_one_time(terms: Sequence[Term]) -> bool:
    """Are two terms cells of one row for the same year and of the same kind, as the own value and that of others?"""
    first, last = terms[0], terms[-1]
    alike = (first.figure.year, first.figure.period, first.figure.kind) == (
        last.figure.year, last.figure.period, last.figure.kind
    )  # fmt: skip
    return len(terms) == 2 and first.match.row == last.match.row and first.figure.year is not None and alike


def part_and_whole(reading: Reading, matches: Sequence[RowMatch], library: Library) -> list[Term]:
    """The cell that the question means, and that of the total in the same column of its table."""
    for match in matches:
        cells = sorted(choose_cells(reading, match), key=lambda c: c.kind is not FigureKind.OUTCOME)
        cell = next((c for c in cells if c.value), None)
        if cell is None or is_sum_of_all(match):
            continue
        sources = [*library.table(match.evidence), *library.document(match.evidence.document.id)]
        rows = [m for source in sources for m in rows_of(source) if is_total(m.row, m.evidence.document)]
        same = [(m, f) for m in rows if _side(m) in ("", _side(match)) for f in m.figures if _is_whole_of(f, cell)]
        bare = [(m, f) for m, f in same if is_sum_of_all(m)]
        return [Term(match, cell, 1), Term(*(bare or same)[0], 2)] if same else []
    return []


def is_sum_of_all(match: RowMatch) -> bool:
    """Is a row the total of all its table, and not of a part with a name of its own ('Summa gator')?"""
    named = [token for token in tokens(match.row[-1]) if not token.startswith(TOTALS)]
    return is_total(match.row, match.evidence.document) and (not named or "hela" in named or len(match.row) < 2)


def _is_whole_of(figure: Figure, cell: Figure) -> bool:
    """Is a figure of the same column and sign as a cell, and no smaller?"""
    if figure.value is None or cell.value is None or (figure.column, figure.unit) != (cell.column, cell.unit):
        return False
    return figure.value * cell.value > 0 and abs(figure.value) >= abs(cell.value)


def _is_told_as_share(match: RowMatch) -> bool:
    """Does the row hold the share itself, in percent, beside the amounts that it is made of?"""
    return _in_percent(match) and len({figure.unit for figure in match.figures if figure.value is not None}) > 1


def _in_percent(match: RowMatch) -> bool:
    return any(figure.unit == "%" for figure in match.figures if figure.value is not None)


def _side(match: RowMatch) -> str:
    return side_of_label(match.row[-1])


def find_terms(reading: Reading, matches: Sequence[RowMatch]) -> list[Term]:
    """One figure for each facet of the question, or for each of two documents, in rows that mean the same."""
    best = [m for m in matches if m.score >= LIKE * matches[0].score]
    facets = facets_of(reading)
    near = [m for m in matches if m.score >= NEAR * best[0].score and m.named >= best[0].named]
    near = [m for m in near if _side(m) == _side(best[0])]
    found = next((pairs for m in [*best, *near] if (pairs := _within_one_row(reading, m, facets))), [])
    found = found or [pair for pair in dict.fromkeys(_across_rows(reading, best, facets)) if pair]
    if len(found) < 2 and len(reading.scope.municipalities) > 1:
        found = _one_a_place(reading, best, facets)
    if len(found) < 2 and reading.operation in ("", "difference", "percent"):
        found = next((pairs for m in best if (pairs := _two_columns(reading, m))), found)
    if len(found) < 2 and reading.operation in ("difference", "percent") and len(reading.scope.years) == 1:
        found = _since_before(reading, best[0]) or found
    return _numbered(found)


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


def _since_before(reading: Reading, match: RowMatch) -> list[tuple[RowMatch, Figure]]:
    """The cell of the one year that a question of a change names, after the same cell of the year before it."""
    chosen = [figure for figure in choose_cells(reading, match) if figure.value is not None and figure.year]
    if len(chosen) != 1 or reading.figure_kinds or not cue("change", "any", reading.question):
        return []
    after = chosen[0]
    before = [f for f in match.figures if f.value is not None and (f.year or 0) == (after.year or 0) - 1]
    same = [f for f in before if alike(f, after) == 1.0 and f.unit == after.unit and f.kind not in ASIDE]
    return [(match, same[0]), (match, after)] if len(same) == 1 else []


def _numbered(pairs: Sequence[tuple[RowMatch, Figure]]) -> list[Term]:
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
    part = 0.5 if bool(figure.period) == asks_period(reading.question) else 0.0
    aside = -0.8 if figure.kind in ASIDE and kind is not figure.kind else 0.0
    latest = (figure.year or 0) * LATEST if facet.year is None else 0.0
    named = NAMED * len(named_of(figure, reading.question))
    return 1.0 + exact + part + aside + latest + named + match.score


def _is_forecast_of(reading: Reading, match: RowMatch, figure: Figure, kind: FigureKind | None) -> bool:
    """Does a forecast tell the outcome that is asked for, since no part of the year is and no other tells the whole?"""
    whole = kind is FigureKind.OUTCOME and not names_part(reading.question)
    return whole and stands_for_outcome(figure, match.figures)


ONE_PLACE = ("percent", "share", "sum", "mean")  # never computed with terms of two municipalities
