"""Several documents or municipalities side by side: one labelled answer for each, at most four."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate

from assistant.asked import EITHER
from assistant.ends import direction, judged
from assistant.figures import rows_of
from assistant.models import Draft, Intent, Reading, Status
from assistant.parting import renumbered
from assistant.prompts import reply
from assistant.scope import place_of
from assistant.tabulated import Line, as_table, makes_table
from assistant.understand import subject_words, telling_words
from assistant.wording import amount, name_of
from corpus.documents import Document, Figure, FigureKind
from corpus.swedish.cues import cue
from corpus.swedish.numbers import MONEY
from corpus.swedish.periods import years_in
from corpus.swedish.words import fold, tokens

MOST = 4
ROOM = 36  # words of each side's answer
PARTED = re.compile(r"\s*[,:;]\s+|\s+(?:eller|jämfört med|mot|än)\s+")  # between what is set side by side
RANKED = re.compile(
    r"\b(?:högst|lägst|störst|minst|flest|mest|fler|färre|mer|mindre|högre|lägre|större|dyrast|billigast|dyrare|billigare)\b"
)


@dataclass(frozen=True, slots=True)
class Told:
    """What one side says under its label; None where it tells nothing."""

    label: str
    place: str
    drafted: Draft | None

    @property
    def draft(self) -> Draft | None:
        """The draft, where it answers."""
        return self.drafted if self.drafted and self.drafted.status is not Status.NOT_IN_DOCUMENTS else None

    @property
    def terms(self) -> list[Figure]:
        """The figures of the one row that the side tells; none where they are computed with."""
        terms = [term for term in self.draft.terms if term.value is not None] if self.draft else []
        computed = self.draft is None or bool(self.draft.computed)
        return terms if len({term.row for term in terms}) == 1 and not computed else []

    @property
    def name(self) -> str:
        """What the side's row is called."""
        rows = [m for source in self.draft.cited for m in rows_of(source)] if self.draft else []
        return next((name_of(match) for match in rows if match.row == self.terms[0].row), "")


Answering = Callable[[Reading], Draft | None]


def sides_of(reading: Reading, documents: Sequence[Document]) -> list[Reading]:
    """The readings that a question asks for side by side; none where it is about one thing in one place."""
    meant = [d for d in documents if d.id in reading.scope.documents]
    places = reading.scope.municipalities
    if len(places) > 1:
        sides = [_within(reading, [d for d in meant if d.municipality == place]) for place in places]
        return [_about(side, place, places, documents) for side, place in zip(sides, places, strict=True)][:MOST]
    if reading.intent is Intent.PERSON and len(telling_words(reading.subject)) == 1:
        boards = {(d.municipality, d.board): d for d in sorted(meant, key=lambda d: d.years)}
        return [_within(reading, [d]) for d in boards.values()][:MOST] if len(boards) > 1 else []
    several = 1 < len(meant) < len(documents) and len({d.municipality for d in meant}) == 1
    if several and reading.intent in (Intent.COMPARE, Intent.STATUS, Intent.FIGURE) and reading.singled_out:
        return [_within(reading, [d]) for d in sorted(meant, key=lambda d: d.years)][:MOST]
    return []


def _within(reading: Reading, documents: Sequence[Document]) -> Reading:
    covered = tuple(y for y in reading.scope.years if any(y in d.years for d in documents))
    years = covered if len(reading.scope.years) > 1 else reading.scope.years
    scope = replace(reading.scope, documents=tuple(d.id for d in documents), municipalities=(), years=years)
    figure = bool(cue("intent", "figure", reading.question))
    choice = EITHER.search(fold(reading.question)) is not None
    beside = reading.intent is Intent.COMPARE or choice and reading.intent is Intent.YES_NO
    intent = (Intent.FIGURE if figure or choice else Intent.FACT) if beside else reading.intent
    return replace(reading, scope=scope, intent=intent, room=ROOM)


def _about(side: Reading, place: str, places: Sequence[str], documents: Sequence[Document]) -> Reading:
    """The side's reading without the part of the question that names another place; what comes first is shared."""
    first, *rest = PARTED.split(side.question)
    named = [(part, {place_of(token, documents) for token in tokens(part)} & set(places)) for part in rest]
    own = " ".join([first, *(part for part, said in named if not said or place in said)])
    years = years_in(own) or side.scope.years
    if not named:
        return side
    return replace(side, question=own, subject=subject_words(own, documents), scope=replace(side.scope, years=years))


def side_by_side(sides: Sequence[Reading], answer: Answering, documents: Sequence[Document]) -> Draft | None:
    """The answers of the sides under their labels; a side without one is said to have none."""
    titles = {d.id: d for d in documents}
    meant = [[titles[d] for d in side.scope.documents] for side in sides]
    told = [Told(label_of(d), d[0].municipality, answer(side)) for d, side in zip(meant, sides, strict=True)]
    found = [one for one in told if one.draft]
    if not found:
        return None
    sentences = _under_labels(told)
    if RANKED.search(fold(sides[0].question)) or judged(fold(sides[0].question)):
        sentences = _weighed(told, sides[0], sentences) if len(found) == len(told) else sentences
    drafts = [one.draft for one in found if one.draft]
    computed = [one.label for one in told] + [value for draft in drafts for value in draft.computed]
    status = Status.ANSWERED if len(found) == len(told) else Status.PARTLY_ANSWERED
    cited = tuple(source for draft in drafts for source in draft.cited)
    return Draft(tuple(sentences), cited, computed=tuple(computed), status=status)


def _under_labels(told: Sequence[Told]) -> list[str]:
    """What each side says under its label; figures that make one as a table, with what is said of them besides."""
    lines = _lines(told)
    table = as_table(lines) if makes_table(lines) else ()
    said = [(one, one.draft.sentences[bool(table) :] if one.draft else (reply("sides", "none"),)) for one in told]
    starts = _starts(told)
    texts = [(one.label, renumbered(" ".join(some), n - 1)) for (one, some), n in zip(said, starts, strict=True)]
    return [*table, *(f"{label}: {text}" for label, text in texts if text)]


def _starts(told: Sequence[Told]) -> list[int]:
    """The marker of each side's first source."""
    counts = (len(one.draft.cited) if one.draft else 0 for one in told)
    return list(accumulate(counts, initial=1))[: len(told)]


def _lines(told: Sequence[Told]) -> list[Line]:
    """A line of figures for each side that answers; none where one of them tells something else."""
    found = [(one, n) for one, n in zip(told, _starts(told), strict=True) if one.draft]
    if not all(one.terms for one, _ in found):
        return []
    return [Line(one.label, one.name, tuple(one.terms), n) for one, n in found]


def _weighed(told: Sequence[Told], reading: Reading, sentences: list[str]) -> list[str]:
    """Which is the most, or the least, then the sides and what is not alike; the sides alone where none is."""
    terms = [(one.place, term) for one, term in zip(told, _alike(told, reading), strict=False)]
    units = {"money" if term.unit in MONEY else term.unit for _, term in terms}
    if len(terms) < len(told) or len(units) > 1:
        return sentences
    key, of = _order(reading.question, [term for _, term in terms])
    (first, most), *others = [(place, amount(term)) for place, term in sorted(terms, key=lambda t: of(t[1]))]
    rest = ", ".join(f"{place} ({value})" for place, value in others)
    cites = "".join(f"[{n}]" for n in _starts(told))
    weighed = reply("sides", key, first=first, value=most, rest=rest, cites=cites)
    return [weighed, *sentences, *_unlike([term for _, term in terms])]


def _order(question: str, terms: Sequence[Figure]) -> tuple[str, Callable[[Figure], Decimal]]:
    """How the figures are ordered, and the sentence that says so; deviations by their signs where these are asked."""
    sign = direction(fold(question)) if all(term.kind is FigureKind.DEVIATION for term in terms) else 0
    if sign:
        return ("worst" if sign < 0 else "best"), lambda term: -sign * _value(term)
    low = bool(cue("extreme", "low", question))
    return ("low" if low else "high"), lambda term: abs(_value(term)) * (1 if low else -1)


def _alike(told: Sequence[Told], reading: Reading) -> list[Figure]:
    """The figure of each side, of several that of the kind which every side has; [] where there is none such."""
    if all(len(one.terms) == 1 for one in told):
        return [one.terms[0] for one in told]
    shared = set.intersection(*({term.kind for term in one.terms} for one in told))
    if FigureKind.DEVIATION in shared & set(reading.figure_kinds):
        shared = {FigureKind.DEVIATION}
    return [next(t for t in one.terms if t.kind in shared) for one in told] if shared else []


def _unlike(terms: Sequence[Figure]) -> list[str]:
    """What a reader must know of figures that are set side by side: of other lengths of time, or of other kinds."""
    times = [" ".join(filter(None, (term.period, str(term.year or "")))) for term in terms]
    kinds = list(dict.fromkeys(term.kind.value for term in terms))
    lines = [reply("sides", "times", times=" och ".join(times))] if len({bool(t.period) for t in terms}) > 1 else []
    return lines + ([reply("sides", "kinds", kinds=" och ".join(kinds))] if len(kinds) > 1 and all(kinds) else [])


def _value(term: Figure) -> Decimal:
    return (term.value or Decimal(0)) * MONEY.get(term.unit, Decimal(1))


def label_of(documents: Sequence[Document]) -> str:
    """What a side is called: its document's title, or the municipality of several."""
    return documents[0].title if len(documents) == 1 else documents[0].municipality or documents[0].title
