"""Does a sentence tell its source again: of the same thing, the same way round, and not put together out of many?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence import words_of
from assistant.phrasing import opens_with_pronoun, phrasing, subject_of, things_of
from assistant.survival import NAMED
from corpus.swedish.concepts import Concept, concepts_in
from corpus.swedish.numbers import IN_PROSE

RETOLD = 0.9  # of a sentence's words, that two sentences of its sources hold together
PART = 1 / 3  # of a source sentence, that one which tells it again holds
ALIKE = 0.5  # of a sentence's words: a source sentence that holds as much is what it tells again
NEGATES = re.compile(r"\b(?:inte|ej|icke|ingen|inget|inga|aldrig|varken|saknas?|utan)\b", re.IGNORECASE)


def retells(text: str, told: Sequence[str], around: str) -> bool:
    """Does a sentence tell again what one or two sentences tell, and not words of many put together anew?"""
    words = _stating(text)
    held = [{c.word for c in words if c.found_in(words_of(f"{line} . {around}")) >= NAMED} for line in told]
    most = max((len(one | other) for one in held for other in held), default=0)
    said = words_of(text)
    part = max((len(said & words_of(line)) / len(words_of(line)) for line in told if words_of(line)), default=0.0)
    return most >= RETOLD * len(words) and part >= PART


def turns(text: str, told: Sequence[str]) -> bool:
    """Does a sentence deny what its nearest source says, or say what that denies?"""
    nearest = _nearest(text, told)
    if bool(NEGATES.search(text)) == bool(NEGATES.search(nearest)):
        return False
    return bool(NEGATES.search(text)) or len(words_of(text) & words_of(nearest)) >= ALIKE * len(words_of(text))


def points_back(text: str, told: Sequence[str]) -> bool:
    """Does a sentence begin with a pronoun where its source names the thing, so that it may point to another?"""
    first = text.lower().split()[:1]
    return opens_with_pronoun(text) and _nearest(text, told).lower().split()[:1] != first


def is_of_another(text: str, told: Sequence[str], of_rows: bool = False) -> bool:
    """Does a sentence say of one thing what its source says of another: is its subject not its source's?

    A row's source names its thing in a few words, and the sentence may name it by its table or its document as well.
    """
    subject, nearest, known = subject_of(text), words_of(_nearest(text, told)), words_of(" . ".join(told))
    if of_rows:
        named = things_of(subject)
        return bool(named) and not named & known
    held = all(c.found_in(known) >= NAMED for c in _stating(subject))
    return bool(words_of(subject)) and not (held and words_of(subject) & nearest)


def _stating(text: str) -> list[Concept]:
    return [c for c in concepts_in(IN_PROSE.sub(" ", text)) if not set(c.word.split()) <= phrasing()]


def _nearest(text: str, told: Sequence[str]) -> str:
    """The source sentence that a sentence tells again; '' where there is none."""
    words = words_of(text)
    return max(told, key=lambda line: len(words & words_of(line)), default="")
