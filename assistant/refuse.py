"""Questions that no document is asked for: empty, too long, off the subject, instructions, opinions, greetings."""

from __future__ import annotations

import re

from assistant.asked import bare
from assistant.models import Status
from assistant.prompts import reply
from corpus.swedish.cues import cue, cues_in, opens_with
from corpus.swedish.words import content_tokens, light_words, tokens

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
    first = "opinion" if opens_with("refusal", "opinion_first", bare(question)) else ""
    kind = next((kind for kind in KINDS if kind in found), first)
    if kind:
        return KINDS[kind], reply("refusal", {"offtopic": "off_topic"}.get(kind, kind))
    chat = next((k for k in ("help", "greeting", "thanks") if cue("refusal", k, question)), "")
    if chat and not _asks_besides(question, chat):
        return Status.OUT_OF_SCOPE, reply("refusal", chat)
    return None


def _asks_besides(question: str, chat: str) -> bool:
    """Is there more to a greeting, thanks or a question about the assistant than just that?"""
    words = content_tokens(question)
    rest = bare(question)
    telling = [word for word in content_tokens(rest) if word not in light_words()]
    asks = bool(cues_in("intent", rest)) or bool(telling) and opens_with("before", "polite", question)
    return len(words) > SHORT or rest != question and asks and not cue("refusal", chat, rest)


def is_english(question: str) -> bool:
    """More English than Swedish function words, and no å, ä or ö but in names."""
    words = set(tokens(question))
    english, swedish = (sum(w in known for w in words) for known in (ENGLISH, SWEDISH))
    return english >= 2 and english > 2 * swedish and LETTERS.search(question) is None
