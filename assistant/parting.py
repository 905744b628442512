"""Several questions in one: taken apart where they ask for different sorts of answer, and answered one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.check import MARKER
from assistant.models import Draft, Intent, Reading, Status
from assistant.understand import telling_words
from corpus.swedish.cues import cue, cues_in, opens_with

ASKS = r"(?=(?:hur|vad|vem|vems|vilken|vilket|vilka|när|var|varför)\b)"
PARTED = re.compile(rf"(?<=[?!])\s+(?=\w)|,?\s+(?:och|o|samt|&|men)\s+{ASKS}", re.IGNORECASE)
MOST = 3  # questions answered of one
ROOM = 36  # words of each one's answer
FIGURES = (Intent.FIGURE, Intent.COMPUTE, Intent.COMPARE)
LOOSE = (Intent.LIST, Intent.FACT)  # what a question may seem to ask for that only goes on
SHORTEST = 2  # words that a question has at least, but for one that leans on the question before it
LEANING = re.compile(r"(?:när|varför|vem)\W*", re.IGNORECASE)


def separate(question: str) -> list[str]:
    """The questions that a text holds, in order; one where it holds no more."""
    if cue("rows", "amounts", question):
        return [question]  # 'vilka projekt ingår och hur mycket kostar de' asks for one list
    parts = [part.strip(" ,") for part in PARTED.split(question) if _stands(part)]
    return parts[:MOST] if len(parts) > 1 and all(map(_asks, parts)) else [question]


def _stands(part: str) -> bool:
    return len(part.split()) >= SHORTEST or LEANING.fullmatch(part.strip()) is not None


def _asks(part: str) -> bool:
    named = opens_with("names", "asked", part) or opens_with("intent", "yesno_first_words", part)
    return named or bool(cues_in("intent", part))


def ask_apart(readings: Sequence[Reading]) -> bool:
    """Do they ask for different sorts of answer, so that no one sentence or row can be meant to hold them all?"""
    sorts = {Intent.FIGURE if reading.intent in FIGURES else reading.intent for reading in readings}
    more = any(r.own is not None and not telling_words(r.own) and r.intent in LOOSE for r in readings)
    return len(sorts) == len(readings) > 1 and not more  # 'och vad ska de ner till?' asks for more of the same row


def joined(drafts: Sequence[Draft]) -> Draft:
    """The drafts one after the other, their sources numbered on; what is said twice is said once."""
    sentences: list[str] = []
    cited = tuple(source for draft in drafts for source in draft.cited)
    start = 0
    for draft in drafts:
        moved = [renumbered(sentence, start) for sentence in draft.sentences]
        said = " ".join(MARKER.sub("", sentence) for sentence in sentences)
        sentences += [sentence for sentence in moved if MARKER.sub("", sentence).rstrip(" .") not in said]
        start += len(draft.cited)
    computed = tuple(value for draft in drafts for value in draft.computed)
    terms = tuple(term for draft in drafts for term in draft.terms)
    whole = all(draft.status is Status.ANSWERED for draft in drafts)
    return Draft(tuple(sentences), cited, terms, computed, Status.ANSWERED if whole else Status.PARTLY_ANSWERED)


def renumbered(text: str, start: int) -> str:
    """The text with its markers counted on from those before it."""
    return MARKER.sub(lambda match: f"[{int(match[1]) + start}]", text)
