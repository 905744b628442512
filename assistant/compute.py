"""Differences, shares, sums and comparisons of figures: exact, rounded at the end, with their terms and sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.evidence import Subject, around, words_of
from assistant.facets import Facet, facets_of, parts_of
from assistant.figures import RowMatch, asks_period, match_rows, side_of_label
from assistant.models import Draft, Evidence, Intent, Reading, Status
from assistant.prompts import reply
from assistant.wording import amount, column_name, row_name
from corpus.documents import Figure, FigureKind, is_total
from corpus.swedish.numbers import MONEY, write_number

LIKE = 0.75  # of the best row's score that a row needs to be a term beside it
HALF = 0.5            # share of two rows' words that they must have in common to be the same thing
HALF = 0.5  # share of two rows' words that they must have in common to be the same thing
NEARLY_ALL = 0.8  # of the subject's core that the rows of a sum must name together
SAME_ROW = 0.8  # what a cell gains for standing in the row of the term before it


@dataclass(frozen=True, slots=True)
class Term:
    """A figure that is computed with, the row it stands in and its marker."""

    match: RowMatch
    figure: Figure
    n: int

    @property
    def value(self) -> Decimal:
        """The figure's value; terms always have one."""
        return self.figure.value or Decimal(0)

    @property
    def label(self) -> str:
        """The term as a reader sees it: its value and its column."""
        return f"{amount(self.figure)} ({column_name(self.figure) or row_name(self.match.row)})"


def compute(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> Draft | None:
    """A draft with the computed value, or None where the question's terms are not found."""
    if reading.intent not in (Intent.COMPUTE, Intent.COMPARE):
        return None
    if reading.operation in ONE_PLACE and len(reading.scope.municipalities) > 1 or reading.operation == "extreme":
        return None
    matches = match_rows(reading, evidence, subject)
    if not matches:
        return None
    several = _several_rows(reading, evidence, subject) if reading.operation == "sum" else []
    terms = several or find_terms(reading, matches)
    work = OPERATIONS.get(reading.operation, _difference)
    return work(reading, terms) if len(terms) >= 2 else None


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
    found = max(ways, key=len, default=[])
    sources = list(dict.fromkeys(match.evidence for match, _ in found))
    terms = [Term(match, figure, sources.index(match.evidence) + 1) for match, figure in found]
    return terms if len(terms) > 1 else []


def _rows_of_parts(
    reading: Reading, evidence: Sequence[Evidence], subject: Subject, asked: tuple[Sequence[str], Facet]
) -> list[tuple[RowMatch, Figure]]:
    """The cell of each part's row, where the row names the part."""
    parts, facet = asked
    matches = [match_rows(replace(reading, question=part), evidence, subject.part(part)) for part in parts]
    pairs = [_best_cell(reading, m[:3], facet) for m in matches if m and m[0].named == 1.0]
    found = [pair for pair in dict.fromkeys(pairs) if pair]
    told = frozenset(s for m, _ in found for s in words_of(" ".join(m.row)) | around(m.evidence))
    return found if subject.core_share(told) > NEARLY_ALL else []


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
PLANNED = (FigureKind.BUDGET, FigureKind.PLAN)


def _difference(reading: Reading, terms: Sequence[Term]) -> Draft | None:
    """The change from the earlier or planned term to the later, in its unit and in percent."""
    first, second = _in_time(terms[0], terms[1])
    deviations = {t.figure.kind is FigureKind.DEVIATION for t in (first, second)}
    if len(deviations) > 1 or _kind_of_unit(first) != _kind_of_unit(second) or not _same_thing(first, second):
        return None
    unit = second.figure.unit
    change = second.value - first.value
    cost = first.value < 0 and second.value < 0
    grows = (change < 0) if cost else (change > 0)
    percent = abs(change) / abs(first.value) * 100 if first.value else None
    shown = f"{write_number(abs(change))}\u00a0{_unit_of_change(unit)}".strip()
    share = f" ({write_number(percent, 1)}\u00a0%)" if percent is not None and unit != "%" else ""
    verb = "är lika" if not change else "ökar" if grows else "minskar"
    work = f"{write_number(second.value)} − {_bracketed(first.value)} = {write_number(change)}"
    name = row_name(tuple(p for p in second.match.row if not side_of_label(p))) or row_name(second.match.row)
    cites = _cites((first, second))
    text = f"{_sided(name, second)} {verb} med {shown}{share}, från {_labelled(first, second)} till {_labelled(second, first)}: {work} {cites}."
    return _draft([text], terms, [shown, share, work])


def _in_time(a: Term, b: Term) -> tuple[Term, Term]:
    """The two terms with the earlier, or the planned before the actual, first."""
    rank = {FigureKind.COMMITMENT: 0, FigureKind.BUDGET: 0, FigureKind.PLAN: 1, FigureKind.GOAL: 1}
    keys = [((t.figure.year or 0), rank.get(t.figure.kind, 2)) for t in (a, b)]
    return (b, a) if keys[1] < keys[0] else (a, b)


def _same_thing(a: Term, b: Term) -> bool:
    """Do two terms stand in one table, or in rows of the same name with a unit?"""
    if a.match.evidence.passage.table == b.match.evidence.passage.table:
        return True
    names = [words_of(" ".join(p for p in t.match.row if not side_of_label(p))) for t in (a, b)]
    shared = len(names[0] & names[1]) / max(len(names[0] | names[1]), 1)
    totals = all(is_total(t.match.row, t.match.evidence.document) for t in (a, b))
    return bool(a.figure.unit) and (shared > HALF or totals)


def _same_thing(a: Term, b: Term) -> bool:
    """Do two terms stand in one table, or in rows of the same name with a unit?"""
    if a.match.evidence.passage.table == b.match.evidence.passage.table:
        return True
    names = [words_of(" ".join(p for p in t.match.row if not side_of_label(p))) for t in (a, b)]
    shared = len(names[0] & names[1]) / max(len(names[0] | names[1]), 1)
    totals = all(is_total(t.match.row, t.match.evidence.document) for t in (a, b))
    return bool(a.figure.unit) and (shared > HALF or totals)


def _labelled(term: Term, other: Term) -> str:
    """The term with its column, and its document where the two stand in different ones."""
    if term.match.evidence.document == other.match.evidence.document:
        return term.label
    return f"{amount(term.figure)} ({column_name(term.figure)}, {term.match.evidence.document.title})"


def _sided(name: str, term: Term) -> str:
    side = {"net": "Nettokostnaden", "cost": "Kostnaden", "income": "Intäkten"}.get(side_of_label(term.match.row[-1]))
    return f"{side} för {name}" if side else name


def _kind_of_unit(term: Term) -> str:
    return "money" if term.figure.unit in MONEY else term.figure.unit


def _unit_of_change(unit: str) -> str:
    return "procentenheter" if unit == "%" else unit


def _bracketed(value: Decimal) -> str:
    return f"({write_number(value)})" if value < 0 else write_number(value)


def _percent(reading: Reading, terms: Sequence[Term]) -> Draft | None:
    """One term in percent of the other: a deviation of its budget, or the change between two."""
    deviation = [t for t in terms if t.figure.kind is FigureKind.DEVIATION]
    if not deviation:
        return _difference(reading, terms)
    others = sorted((t for t in terms if t is not deviation[0]), key=lambda t: t.figure.kind not in PLANNED)
    return _share(reading, [deviation[0], others[0]])


def _share(reading: Reading, terms: Sequence[Term]) -> Draft | None:
    """The smaller term in percent of the larger."""
    part, whole = sorted(terms[:2], key=lambda t: abs(t.value))
    if not whole.value:
        return None
    share = f"{write_number(abs(part.value) / abs(whole.value) * 100, 1)}\u00a0%"
    work = f"{write_number(abs(part.value))} / {write_number(abs(whole.value))} = {share}"
    text = reply(
        "compute", "share", value=share, terms=f"{part.label} av {whole.label}, {work}", cites=_cites((part, whole))
    )
    return _draft([text], terms, [share, work])


def _sum(reading: Reading, terms: Sequence[Term]) -> Draft | None:
    if len({_kind_of_unit(t) for t in terms}) > 1:
        return None
    total = sum((t.value for t in terms), Decimal(0))
    unit = terms[0].figure.unit
    shown = f"{write_number(total)}\u00a0{unit}".strip()
    work = " + ".join(_bracketed(t.value) for t in terms) + f" = {write_number(total)}"
    named = (
        ", ".join(f"{row_name(t.match.row)} {t.label}" for t in terms)
        if _rows(terms) > 1
        else row_name(terms[0].match.row)
    )
    text = reply("compute", "sum", value=shown, terms=f"{named}: {work}", cites=_cites(terms))
    return _draft([text], terms, [shown, work])


def _mean(reading: Reading, terms: Sequence[Term]) -> Draft | None:
    mean = sum((t.value for t in terms), Decimal(0)) / len(terms)
    shown = f"{write_number(mean, 1)}\u00a0{terms[0].figure.unit}".strip()
    work = f"({' + '.join(_bracketed(t.value) for t in terms)}) / {len(terms)}"
    text = reply("compute", "mean", value=shown, terms=f"{row_name(terms[0].match.row)}: {work}", cites=_cites(terms))
    return _draft([text], terms, [shown, work])


def _rows(terms: Sequence[Term]) -> int:
    return len({t.match.row for t in terms})


def _cites(terms: Sequence[Term]) -> str:
    return "".join(f"[{n}]" for n in sorted({t.n for t in terms}))


def _draft(sentences: Sequence[str], terms: Sequence[Term], computed: Sequence[str]) -> Draft:
    sources = list(dict.fromkeys(t.match.evidence for t in terms))
    return Draft(tuple(sentences), tuple(sources), tuple(t.figure for t in terms), tuple(computed), Status.ANSWERED)


OPERATIONS: dict[str, Callable[[Reading, Sequence[Term]], Draft | None]] = {
    "difference": _difference, "percent": _percent, "share": _share, "sum": _sum, "mean": _mean,
}  # fmt: skip
