"""Does a written answer still say what the program's own answer says, and does a further sentence add to it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from assistant.binding import kinds_of, numbers_of, years_of
from assistant.check import MARKER, same
from assistant.evidence import words_of
from assistant.models import Evidence
from assistant.phrasing import opens_with_pronoun, subject_of, things_of
from corpus.swedish.concepts import concepts_in
from corpus.swedish.numbers import MONEY, Number
from corpus.swedish.words import stem

NAMED = 0.6  # the weight from which a word names the same thing
VERDICT = re.compile(r"(?:Ja|Nej)\b")
LISTED = " · "  # between the items of a list, which is whole only as the program made it
TABLED = "| "  # before a row of a table, which is whole only with its header
COST = stem("kostnad")
DONE = {"utfall", "bokslut"}  # what a figure is that nothing more is said of
KEPT = 0.5  # of the words of a figure's fact that a sentence has to hold
KEPT_OF_TEXT = 0.8  # of the words of running text, where each may be the reason that is asked for
NEW = 0.4  # of a further sentence's words that nothing shown holds yet
MOST = 72  # words of a whole answer that is longer than the program's own


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence of the program's own answer; `near` says how much of the question it holds.

    One that is `quoted` stands so in running text; where it holds nothing of the question, it is not needed.
    """

    text: str
    near: float
    quoted: bool

    @property
    def needed(self) -> bool:
        """Does it have to be told?"""
        return bool(self.near) or not self.quoted


def fact_of(text: str, question: str, sources: Sequence[Evidence]) -> Fact:
    """A sentence of the program's answer to a question, from the evidence that its labels point to."""
    held = words_of(MARKER.sub("", text))
    near = sum(concept.found_in(held) >= NAMED for concept in concepts_in(question))
    quoted = any(as_told(text) in " ".join(source.passage.text.split()) for source in sources)
    return Fact(text, near, quoted)


def leads(sentence: str, facts: Sequence[Fact], question: str) -> bool:
    """May a sentence stand first: does it tell what is asked, with room for all that is left?

    A list or a table is the program's to tell, and the same words in another order are no better than the program's.
    """
    said = VERDICT.match(facts[0].text) if facts else None
    if said and not sentence.startswith(said[0]) or any(is_whole(fact.text) for fact in facts):
        return False
    if opens_with_pronoun(sentence) or _loses_its_referent(sentence, [fact.text for fact in facts], question):
        return False
    told = [sentence, *missing(facts, [sentence], question)]
    fits = size(told) <= max(MOST, size([fact.text for fact in facts]))
    better = len(told) < len(facts) or not _bare([sentence]) <= _bare([fact.text for fact in facts])
    return fits and better and any(survives(fact.text, [sentence], question) for fact in _asked_for(facts))


def is_whole(fact: str) -> bool:
    """Is it a list or a row of a table, which nobody words anew?"""
    return LISTED in fact or fact.startswith(TABLED)


def _bare(texts: Sequence[str]) -> frozenset[str]:
    return words_of(MARKER.sub("", " . ".join(texts)))


def _loses_its_referent(sentence: str, told: Sequence[str], question: str) -> bool:
    """Would a sentence of the program ('Detta innebär …') come after another than the one that it points to?"""
    left = [fact for fact in told if not survives(fact, [sentence], question)]
    pairs = {fact: before for before, fact in pairwise(told) if fact in left and opens_with_pronoun(fact)}
    return any(
        left[at - 1] != before if (at := left.index(fact)) else not survives(before, [sentence], question)
        for fact, before in pairs.items()
    )


def _asked_for(facts: Sequence[Fact]) -> list[Fact]:
    """The facts that may come first: the nearest to the question, or of running text each that is near it."""
    near = [fact for fact in facts if fact.near]
    return near if all(fact.quoted for fact in facts) and near else sorted(facts, key=lambda f: -f.near)[:1]


def survives(fact: str, shown: Sequence[str], question: str) -> bool:
    """Is a fact still told: all its figures, years and kinds of figure, and enough of its words?"""
    text, told = MARKER.sub("", fact), MARKER.sub("", " ".join(shown))
    if is_whole(text):
        return text in told
    if not set(years_of(text)) <= set(years_of(told)):
        return False
    figures = [number for number in numbers_of(text) if not _is_rounded(number, numbers_of(text))]
    if figures:
        return _figures_survive(figures, text, told, question)
    return kinds_of(text) <= kinds_of(told) and _share(text, told) >= KEPT_OF_TEXT


def _figures_survive(figures: Sequence[Number], text: str, told: str, question: str) -> bool:
    """Are figures still told, each with its kind, and of the same thing?

    Part of what they are figures of may stand in the question alone, but for what that names.
    """
    known = f"{told} . {question}"
    kinds = kinds_of(known) if len(figures) == 1 else kinds_of(told) | DONE
    values = _stated(figures, text) <= _stated(numbers_of(told), text)
    named = things_of(text) & words_of(question) <= words_of(told)
    return values and named and kinds_of(text) <= kinds and _share(text, known) >= KEPT


def _share(text: str, known: str) -> float:
    """How much of a text's words another holds."""
    words = words_of(text)
    return len(words & words_of(known)) / len(words) if words else 1.0


def _stated(numbers: Sequence[Number], fact: str) -> set[Decimal]:
    """The values of numbers, without their signs where a fact tells a cost: -5 tkr then costs 5 tkr."""
    cost = COST in words_of(fact)
    return {abs(number.value) if cost else number.value for number in numbers}


def _is_rounded(number: Number, beside: Sequence[Number]) -> bool:
    """Is it the same money as another figure, in a larger unit ('cirka 74,9 mnkr')?"""
    return any(
        other.unit != number.unit and same(number, other) for other in beside if {number.unit, other.unit} <= {*MONEY}
    )


def missing(facts: Sequence[Fact], shown: Sequence[str], question: str) -> list[str]:
    """The facts that are told no longer and have to be."""
    return [fact.text for fact in facts if fact.needed and not survives(fact.text, shown, question)]


def adds(sentence: str, shown: Sequence[str], question: str) -> bool:
    """Does a further sentence say, of what is shown or asked for, something that neither holds yet?

    Where figures are shown it has none of its own: which of them answers is not the model's to say.
    """
    words, known = _bare([sentence]), _bare(shown) | words_of(question)
    text, told = MARKER.sub("", sentence), MARKER.sub("", " ".join(shown))
    figures, others = numbers_of(told), numbers_of(text)
    if figures and not all(any(same(other, number) for number in figures) for other in others):
        return False
    new, about = words - known, things_of(subject_of(text)) & known
    return size([*shown, sentence]) <= MOST and bool(about) and len(new) >= NEW * len(words)


def as_told(text: str) -> str:
    """A sentence without its labels and marks around it, as it is compared with another."""
    return " ".join(MARKER.sub("", text).split()).strip(" .…")


def size(texts: Sequence[str]) -> int:
    """How many words some texts have, without markers."""
    return len(MARKER.sub("", " ".join(texts)).split())
