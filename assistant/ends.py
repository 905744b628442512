"""Which end of a ranking a question asks for: the largest or smallest, the deficits or surpluses, and how many."""

from __future__ import annotations

import re

from corpus.swedish.cues import cue
from corpus.swedish.numbers import WORDS, count_of

FIRST_FEW = re.compile(rf"\b(\d|{'|'.join(WORDS[2:])})\s+(?:\w+\s+)?\w+(?:ast|aste|sta|st)\b")
WENT = re.compile(r"\b(?:gå|går|gick|gått) (?:allra )?(?:bäst|sämst)\b")  # whose result, or deviation, is the best


def orders(question: str, signs: tuple[int, ...]) -> list[tuple[bool, int]]:
    """The ends that are asked for, each with the sign of its values; the largest of each where two signs are named."""
    return [(high, sign) for sign in signs or (0,) for high in (ends(question) if len(signs) < 2 else (True,))]


def ends(question: str) -> tuple[bool, ...]:
    """Whether the largest (True), the smallest (False) or both are asked for, in the order that they are named."""
    named = ((cue("extreme", key, question), key == "high") for key in ("high", "low"))
    return tuple(high for _, high in sorted((question.find(found), high) for found, high in named if found)) or (True,)


def signs_asked(question: str) -> tuple[int, ...]:
    """−1 where those with a deficit are asked for, 1 where those with a surplus are, in the order of the question."""
    named = ((cue("extreme", key, question), sign) for key, sign in (("deficit", -1), ("surplus", 1)))
    return tuple(sign for _, sign in sorted((question.find(found), sign) for found, sign in named if found))


def sign_asked(question: str) -> int:
    """The sign that is asked for first, or 0."""
    return next(iter(signs_asked(question)), 0)


def judged(question: str) -> bool:
    """Is it asked how well something went ('gick sämst'), and not how large it was?"""
    return WENT.search(question) is not None


def direction(question: str) -> int:
    """−1 where what went worst against its budget comes first, 1 where the best does, 0 where neither is asked for."""
    return sign_asked(question) or (1 if ends(question)[0] else -1) * judged(question)


def how_many(question: str) -> int:
    """How many the question asks for: 'de tre dyraste'; 1 where it does not say."""
    match = FIRST_FEW.search(question)
    return count_of(match[1]) if match else 1
