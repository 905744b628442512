"""A follow-up that names nothing of its own ('varför då?'): what the documents say on, beside what was told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.evidence import sentences, words_of
from assistant.excerpts import mark
from assistant.followup import cells_told, named_in
from assistant.library import Library
from assistant.models import Draft, Evidence, Intent, Reading, Turn
from assistant.sought import holds_answer
from assistant.verdict import is_point
from corpus.documents import PassageKind
from corpus.swedish.concepts import Concept
from corpus.swedish.numbers import Number, is_year, numbers_in
from corpus.swedish.sorts import asks_sort, tells
from corpus.swedish.statuses import asks_status
from corpus.swedish.verbs import verbs
from corpus.swedish.words import fold

ONWARD = (Intent.REASON, Intent.DATE)  # what running text tells beside a figure or a status
NAMED = 0.6  # a form's weight from which a heading or a sentence names what was asked before
AFTER = re.compile(r"\b(?:sedan|efter att|när) (?:en|ett|den|det|flera|\w+en|\w+et)\b")  # what may be the cause
OF_MONEY = re.compile(
    r"kost|budget|skott|avvik|dyr|billig|tkr|mnkr|kronor|intäkt|resultat|avgift|pris|lägre|högre", re.IGNORECASE
)
LETTERS = re.compile(r"[\W\d_]+")  # what is left out where a heading is set against the name of a row
SMALLEST = 10  # of figures that running text repeats: a smaller one may be another
SOURCES = 3  # of the passages told from, those that are gone on from


@dataclass(frozen=True, slots=True)
class Beside:
    """A passage of running text near what was told: the same one, or one that is headed or opened by its name."""

    source: Evidence
    same: bool
    headed: bool


def told_on(reading: Reading, turns: Sequence[Turn], library: Library) -> Draft | None:
    """The sentences that say it: in the passage that was told from, or in one of its document on the same thing."""
    sort = asks_sort(reading.question)
    if reading.own is None or _things(reading.own) or not (reading.intent in ONWARD or sort):
        return None
    about = _things(turns[-1].reading.subject)
    for place in _beside(turns[-1], about, reading, library):
        every = sentences(place.source.passage)
        every = every[_plain(every[0]) in _rows_of(turns[-1]) :]
        repeated = [n for n, _ in enumerate(every) if place.same and _repeats(reading, turns[-1], every, n)]
        telling = (n for n, _ in enumerate(every) if _tells(reading, place, every, n, about))
        at = repeated[0] if repeated else next(telling, None)
        if at is not None:
            text = every[at]
            after = [line for line in every[at + 1 : at + 2] if reading.intent is Intent.REASON and not is_point(line)]
            room = reading.room - len(text.split())
            whole = " ".join([text, *(line for line in after if len(line.split()) <= room)])
            return None if whole in turns[-1].answer.text else Draft((mark(whole, 1),), (place.source,))
    return None


def _beside(turn: Turn, about: Sequence[Concept], reading: Reading, library: Library) -> Iterator[Beside]:
    """The passages to go on in, nearest first: those told from, then those of the same documents on the same thing."""
    told = turn.answer.evidence[: len(turn.answer.citations)][:SOURCES]
    within = reading.scope.documents
    told = tuple(e for e in told if not within or e.document.id in within)
    for source in told:
        if source.passage.kind is not PassageKind.ROW:
            yield Beside(source, True, False)
    for document in dict.fromkeys(source.document.id for source in told):
        prose = [e for e in library.document(document) if e.passage.kind is not PassageKind.ROW and e not in told]
        rows = _rows_of(turn)
        yield from (Beside(e, False, True) for e in prose if not rows.isdisjoint(map(_plain, _openings(e))))
        yield from (Beside(e, False, True) for e in prose if _named(" ".join(e.passage.headings[-1:]), about))
        yield from (Beside(e, False, False) for e in prose if _named(" ".join(sentences(e.passage)[:1]), about))


def _rows_of(turn: Turn) -> frozenset[str]:
    """The names of the rows of tables that were told, as a heading may repeat them."""
    told = turn.answer.evidence[: len(turn.answer.citations)]
    rows = (match.row for e in told for match, _ in cells_told(e, turn.answer.text, ()))
    return frozenset(_plain(name) for row in rows for name in row) - {""}


def _openings(source: Evidence) -> list[str]:
    return [*source.passage.headings[-1:], *sentences(source.passage)[:1]]


def _plain(text: str) -> str:
    return LETTERS.sub("", fold(text))


def _repeats(reading: Reading, turn: Turn, every: Sequence[str], at: int) -> bool:
    """Does a sentence repeat a figure that was told, and another go on from it, as one that gives its cause does?"""
    told = {abs(number.value) for number in numbers_in(turn.answer.text) if _is_figure(number)}
    said = {abs(number.value) for number in numbers_in(every[at]) if _is_figure(number)}
    goes_on = at + 1 < len(every) and not is_point(every[at + 1])
    return reading.intent is Intent.REASON and not told.isdisjoint(said) and goes_on


def _is_figure(number: Number) -> bool:
    return not is_year(number) and abs(number.value) >= SMALLEST


def _things(text: str) -> list[Concept]:
    """What a text names, less what is done to it and how far that has come."""
    return [c for c in named_in(text) if c.word not in verbs() and not asks_status(c.word)]


def _named(text: str, about: Sequence[Concept]) -> bool:
    words = words_of(text)
    return bool(about) and all(concept.found_in(words) >= NAMED for concept in about)


def _tells(reading: Reading, place: Beside, every: Sequence[str], at: int, about: Sequence[Concept]) -> bool:
    """Does a sentence hold what is asked: under a heading of the thing any first one gives the cause of its figure?"""
    text = every[at]
    if not holds_answer(reading, text):
        return False
    if reading.intent is Intent.REASON and place.same:
        return bool(tells("reason", text) or AFTER.search(text) and _named(text, about))
    if reading.intent is Intent.REASON:
        money = not (reading.figure_kinds or reading.side) or bool(OF_MONEY.search(text))
        near = place.headed or _named(" ".join(every[max(0, at - 1) : at + 1]), about)
        return money and near and (place.headed and at == 0 or bool(tells("reason", text)))
    return not place.same or _named(text, about) or _named(" ".join(every[:at]), about)
