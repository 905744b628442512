"""Questions that no document is asked for: empty, too long, off the subject, instructions, opinions, greetings."""

from __future__ import annotations

import re

from assistant.models import Status
from assistant.prompts import reply
from corpus.swedish.cues import cue, cues_in
from corpus.swedish.words import content_tokens, tokens

LONGEST = 2000
ENGLISH = frozenset(
    "the what how who when where why does did is are was were of and for much many which budget in to".split()
)
SWEDISH = frozenset("hur vad vem när var varför vilka vilken vilket är och för i på av till som det den har".split())
KINDS = {
    "instruction": Status.OUT_OF_SCOPE, "offtopic": Status.OUT_OF_SCOPE, "opinion": Status.OUT_OF_SCOPE,
    "private": Status.OUT_OF_SCOPE, "legal": Status.OUT_OF_SCOPE,
}  # fmt: skip
PERSON = re.compile(r"\b[A-ZÅÄÖ][a-zåäöé]+ [A-ZÅÄÖ][a-zåäöé]+")
PRIVATE = re.compile(r"\b(?:\w*lön|hemadress|bor|telefonnummer|personnummer|gammal|ålder|gift|sjuk|skulder|inkomst)\b")
LETTERS = re.compile(r"\b[a-zåäö]*[åäö]")  # in a word that is no name
SHORT = 2  # content words of a message that can be a greeting or thanks and nothing else


def refusal(question: str) -> tuple[Status, str] | None:
    """The status and the short reply for a question that is not for the documents; None for any other."""
    words = tokens(question)
    if not words:
        return Status.NEEDS_CLARIFICATION, reply("refusal", "empty")
    if len(question) > LONGEST:
        return Status.OUT_OF_SCOPE, reply("refusal", "too_long", length=len(question), limit=LONGEST)
    if is_english(question):
        return Status.OUT_OF_SCOPE, reply("refusal", "english")
    if PERSON.search(question) and PRIVATE.search(question.lower()):
        return KINDS["private"], reply("refusal", "private")
    found = cues_in("refusal", question)
    kind = next((kind for kind in KINDS if kind in found), "")
    if kind:
        return KINDS[kind], reply("refusal", {"offtopic": "off_topic"}.get(kind, kind))
    chat = next((k for k in ("help", "greeting", "thanks") if cue("refusal", k, question)), "")
    if chat and len(content_tokens(question)) <= SHORT:
        return Status.OUT_OF_SCOPE, reply("refusal", chat)
    return None


def is_english(question: str) -> bool:
    """More English than Swedish function words, and no å, ä or ö but in names."""
    words = tokens(question)
    english, swedish = (sum(w in known for w in words) for known in (ENGLISH, SWEDISH))
    return english >= 2 and english > 2 * swedish and LETTERS.search(question) is None
