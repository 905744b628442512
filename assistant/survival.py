"""Does a written answer still say what the program's own answer says, and does a further sentence add to it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.binding import numbers_of
from assistant.check import MARKER, same
from assistant.evidence import words_of
from assistant.models import Evidence
from corpus.swedish.concepts import concepts_in
from corpus.swedish.numbers import MONEY, Number
from corpus.swedish.periods import years_in

NAMED = 0.6  # the weight from which a word names the same thing
VERDICT = re.compile(r"(?:Ja|Nej)\b")
LISTED = " · "  # between the items of a list, which is whole only as the program made it
KEPT = 0.5  # of the words of a fact that a sentence has to hold
NEW = 0.4  # of a further sentence's words that nothing shown holds yet
MOST = 72  # words of a whole answer that is longer than the program's own


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence of the program's own answer; `near` says how much of the question it holds.

    It is `needed` but for a sentence of running text that holds nothing of the question.
    """

    text: str
    near: float
    needed: bool


def fact_of(text: str, question: str, sources: Sequence[Evidence]) -> Fact:
    """A sentence of the program's answer to a question, from the evidence that its labels point to."""
    held = words_of(MARKER.sub("", text))
    near = sum(concept.found_in(held) >= NAMED for concept in concepts_in(question))
    bare = " ".join(MARKER.sub("", text).split()).rstrip(" .…").lstrip(" …")
    quoted = any(bare in " ".join(source.passage.text.split()) for source in sources)
    return Fact(text, near, bool(near) or not quoted)


def leads(sentence: str, facts: Sequence[Fact]) -> bool:
    """May a sentence stand first: does it tell the fact that is nearest to the question, with room for the others?"""
    said = VERDICT.match(facts[0].text) if facts else None
    if said and not sentence.startswith(said[0]):
        return False
    nearest = max(facts, key=lambda fact: fact.near, default=None)
    fits = size([sentence, *missing(facts, [sentence])]) <= MOST
    return nearest is not None and fits and survives(nearest.text, [sentence])


def survives(fact: str, shown: Sequence[str]) -> bool:
    """Is a fact still told: all its figures and years, and enough of its words?"""
    text, told = MARKER.sub("", fact), MARKER.sub("", " ".join(shown))
    if LISTED in text:
        return text in told
    figures = {abs(number.value) for number in numbers_of(text) if not _is_rounded(number, numbers_of(text))}
    held = {abs(number.value) for number in numbers_of(told)}
    if not figures <= held or not set(years_in(text)) <= set(years_in(told)):
        return False
    words = words_of(text)
    return len(words & words_of(told)) >= KEPT * len(words)


def _is_rounded(number: Number, beside: Sequence[Number]) -> bool:
    """Is it the same money as another figure, in a larger unit ('cirka 74,9 mnkr')?"""
    return any(
        other.unit != number.unit and same(number, other) for other in beside if {number.unit, other.unit} <= {*MONEY}
    )


def missing(facts: Sequence[Fact], shown: Sequence[str]) -> list[str]:
    """The facts that are told no longer and have to be."""
    return [fact.text for fact in facts if fact.needed and not survives(fact.text, shown)]


def adds(sentence: str, shown: Sequence[str], facts: Sequence[Fact]) -> bool:
    """Does a further sentence say something new of the same thing, with room left for the facts that are to come?"""
    words, known = words_of(MARKER.sub("", sentence)), words_of(MARKER.sub("", " ".join(shown)))
    fits = size([*shown, sentence, *missing(facts, [*shown, sentence])]) <= MOST
    return fits and bool(words & known) and len(words - known) >= NEW * len(words)


def size(texts: Sequence[str]) -> int:
    """How many words some texts have, without markers."""
    return len(MARKER.sub("", " ".join(texts)).split())
