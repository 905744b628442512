"""Differences, shares, sums and means of figures: exact, rounded at the end, with their terms and sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.ends import direction, ends
from assistant.evidence import words_of
from assistant.figures import RowMatch, side_of_label
from assistant.models import Draft, Status
from assistant.prompts import reply
from assistant.wording import amount, column_name, row_name
from corpus.documents import Figure, FigureKind, is_total
from corpus.swedish.numbers import MONEY, write_number
from corpus.swedish.words import fold

HALF = 0.5  # share of two rows' words that they must have in common to be the same thing
PLANNED = (FigureKind.BUDGET, FigureKind.PLAN)


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


def difference(terms: Sequence[Term]) -> Draft | None:
    """The change from the earlier or planned term to the later, in its unit and in percent."""
    first, second = in_time(terms[0], terms[-1])
    deviations = {t.figure.kind is FigureKind.DEVIATION for t in (first, second)}
    if len(deviations) > 1 or _kind_of_unit(first) != _kind_of_unit(second) or not _same_thing(first, second):
        return None
    unit = second.figure.unit
    change = second.value - first.value
    cost = first.value < 0 and second.value < 0
    grows = (change < 0) if cost else (change > 0)
    percent = abs(change) / abs(first.value) * 100 if first.value else None
    shown = f"{_written(abs(change))}\u00a0{_unit_of_change(unit, change)}".strip()
    share = f" ({write_number(percent, 1)}\u00a0%)" if percent is not None and unit != "%" else ""
    verb = "är lika" if not change else "ökar" if grows else "minskar"
    work = f"{_written(second.value)} − {_bracketed(first.value)} = {_written(change)}"
    name = row_name(tuple(p for p in second.match.row if not side_of_label(p))) or row_name(second.match.row)
    cites = _cites((first, second))
    span = f"från {_labelled(first, second)} till {_labelled(second, first)}"
    text = f"{_sided(name, second)} {verb} med {shown}{share}, {span}: {work} {cites}."
    return _draft([text], terms, [shown, share, work])


def in_time(a: Term, b: Term) -> tuple[Term, Term]:
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


def _unit_of_change(unit: str, change: Decimal) -> str:
    points = "procentenhet" if abs(change) == 1 else "procentenheter"
    return points if unit == "%" else unit


def _written(value: Decimal) -> str:
    """The value as a reader writes it, whole where nothing but zeros stands behind the comma."""
    return write_number(value, 0 if value == value.to_integral_value() else None)


def _bracketed(value: Decimal) -> str:
    return f"({_written(value)})" if value < 0 else _written(value)


def _percent(terms: Sequence[Term]) -> Draft | None:
    """One term in percent of the other: a deviation of its budget, or the change between two."""
    deviation = [t for t in terms if t.figure.kind is FigureKind.DEVIATION]
    if not deviation:
        return difference(terms)
    others = sorted((t for t in terms if t is not deviation[0]), key=lambda t: t.figure.kind not in PLANNED)
    return _share([deviation[0], others[0]])


def between(terms: Sequence[Term]) -> Draft | None:
    """By how much the larger of two rows is above the smaller, signs of costs aside."""
    if len({_kind_of_unit(t) for t in terms}) > 1 or len(terms) != 2:
        return None
    apart = terms[0].value * terms[1].value < 0  # a surplus and a deficit
    more, less = sorted(terms, key=lambda t: -(t.value if apart else abs(t.value)))
    values = [t.value if apart else abs(t.value) for t in (more, less)]
    gap = values[0] - values[1]
    shown = f"{_written(gap)}\u00a0{_unit_of_change(more.figure.unit, gap)}".strip()
    work = f"{_written(values[0])} − {_bracketed(values[1])} = {_written(gap)}"
    pair = {"more": _named(more), "less": _named(less)}
    text = reply("compute", "between", value=shown, work=work, cites=_cites(terms), **pair)
    return _draft([text], terms, [shown, work])


def part_of_whole(terms: Sequence[Term]) -> Draft | None:
    """A row in percent of the total of its table."""
    return _share(terms) if len(terms) == 2 else None


def _share(terms: Sequence[Term]) -> Draft | None:
    """The smaller term in percent of the larger."""
    part, whole = sorted(terms[:2], key=lambda t: abs(t.value))
    if not whole.value:
        return None
    share = f"{write_number(abs(part.value) / abs(whole.value) * 100, 1)}\u00a0%"
    work = f"{_written(abs(part.value))} / {_written(abs(whole.value))} = {share}"
    named = [t.label if _rows((part, whole)) == 1 else _named(t) for t in (part, whole)]
    terms_shown = f"{' av '.join(named)}, {work}"
    text = reply("compute", "share", value=share, terms=terms_shown, cites=_cites((part, whole)))
    return _draft([text], terms, [share, work])


def _sum(terms: Sequence[Term]) -> Draft | None:
    if len({_kind_of_unit(t) for t in terms}) > 1:
        return None
    total = sum((t.value for t in terms), Decimal(0))
    unit = terms[0].figure.unit
    shown = f"{_written(total)}\u00a0{unit}".strip()
    work = " + ".join(_bracketed(t.value) for t in terms) + f" = {_written(total)}"
    named = ", ".join(map(_named, terms)) if _rows(terms) > 1 else row_name(terms[0].match.row)
    text = reply("compute", "sum", value=shown, terms=f"{named}: {work}", cites=_cites(terms))
    return _draft([text], terms, [shown, work])


def ranked(terms: Sequence[Term], question: str) -> Draft | None:
    """The terms from the end that is asked for, signs of costs aside; deviations by their signs."""
    if len({_kind_of_unit(t) for t in terms}) > 1:
        return None
    sign = direction(fold(question)) if all(t.figure.kind is FigureKind.DEVIATION for t in terms) else 0
    low = ends(fold(question)) == (False,)
    key = ("worst" if sign < 0 else "best") if sign else "low" if low else "high"
    first, *others = sorted(terms, key=lambda t: -sign * t.value if sign else abs(t.value) * (1 if low else -1))
    rest = ", ".join(map(_named, others))
    text = reply("compute", key, first=_named(first), rest=rest, cites=_cites(terms))
    apart = between(terms) if len(terms) == 2 else None
    if apart is None:
        return _draft([text], terms, [])
    value, work = apart.computed
    gap = reply("compute", "gap", value=value, work=work, cites=_cites(terms))
    return _draft([text, gap], terms, apart.computed)


def _named(term: Term) -> str:
    """The term after its row, apart from a number that the row's name ends with ('över 65: 520')."""
    name = row_name(term.match.row)
    return f"{name}{':' if name[-1:].isdigit() else ''} {term.label}"


def _mean(terms: Sequence[Term]) -> Draft | None:
    mean = sum((t.value for t in terms), Decimal(0)) / len(terms)
    shown = f"{write_number(mean, 1)}\u00a0{terms[0].figure.unit}".strip()
    work = f"({' + '.join(_bracketed(t.value) for t in terms)}) / {len(terms)}"
    text = reply("compute", "mean", value=shown, terms=f"{row_name(terms[0].match.row)}: {work}", cites=_cites(terms))
    return _draft([text], terms, [shown, work])


def _rest(terms: Sequence[Term]) -> Draft | None:
    """What is left of the larger of two terms of one row when the smaller is taken from it."""
    part, whole = sorted(terms[:2], key=lambda t: abs(t.value))
    if len({_kind_of_unit(t) for t in terms}) > 1 or part.value * whole.value < 0:
        return None
    left = abs(whole.value) - abs(part.value)
    shown = f"{_written(left)}\u00a0{whole.figure.unit}".strip()
    work = f"{_written(abs(whole.value))} − {_written(abs(part.value))} = {_written(left)}"
    named = f"{row_name(whole.match.row)}, {whole.label} mot {part.label}"
    text = reply("compute", "rest", value=shown, terms=f"{named}, {work}", cites=_cites((part, whole)))
    return _draft([text], terms, [shown, work])


def _rows(terms: Sequence[Term]) -> int:
    return len({t.match.row for t in terms})


def _cites(terms: Sequence[Term]) -> str:
    return "".join(f"[{n}]" for n in sorted({t.n for t in terms}))


def _draft(sentences: Sequence[str], terms: Sequence[Term], computed: Sequence[str]) -> Draft:
    sources = list(dict.fromkeys(t.match.evidence for t in terms))
    return Draft(tuple(sentences), tuple(sources), tuple(t.figure for t in terms), tuple(computed), Status.ANSWERED)


OPERATIONS: dict[str, Callable[[Sequence[Term]], Draft | None]] = {
    "difference": difference, "percent": _percent, "share": _share, "sum": _sum, "mean": _mean, "rest": _rest,
}  # fmt: skip
