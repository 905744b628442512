"""What a question asks more closely than its subject: a state of what is counted, a limit, or that a thing was done."""

from __future__ import annotations

import re

from assistant.evidence import Subject, words_of
from assistant.models import Evidence, Intent, Reading
from corpus.swedish.sorts import tells
from corpus.swedish.verbs import verbs
from corpus.swedish.words import content_tokens, fold, light_words, stem, tokens

STATE = re.compile(
    r"\bhur många (?:[\w-]+ ){1,8}?(?:är|var|står|stod|ligger|låg|blev|blivit|varit)"
    r" (?:i dag |\w+ )?(\w{3,}a)\b(?! (?:än|av))"
)
LIMIT = re.compile(r"\bsom (?:mest|längst|högst)\b|\bmax(?:imalt)?\b")
DOES = re.compile(r"^\W*(?:och )?(?:vad|hur|vilka uppgifter) (?:gör|jobbar|arbetar|sysslar|ansvarar|har)\b")
WHEN_DONE = re.compile(r"^\W*när (\w+)")
DONE = re.compile(r"(?:(?:a|d)?des?|tes?|[aitd]ts)$")
TOLD_CLOSELY = 0.2  # what a sentence gains for telling it
TOLD_AHEAD = -0.3  # and loses for telling what is to be done, or would be


def nuance_bonus(reading: Reading, text: str) -> float:
    """What a sentence gains or loses for what the question asks more closely."""
    question = fold(reading.question)
    if reading.intent is Intent.DATE:
        asked = WHEN_DONE.match(question)
        return TOLD_AHEAD if asked and _says_done(asked[1]) and _is_ahead(text) else 0.0
    if reading.intent is not Intent.FIGURE:
        return TOLD_AHEAD * is_assumed(question, text)
    limited = bool(LIMIT.search(question)) and tells("limit", text)
    return TOLD_CLOSELY * (limited or tells_state(question, text))


def is_its_section(reading: Reading, source: Evidence, subject: Subject) -> bool:
    """Where it is asked what something is or does: does a passage stand under its name, and that alone?"""
    described = reading.intent is Intent.DEFINITION or DOES.search(fold(reading.question)) is not None
    heading = content_tokens(" ".join(source.passage.headings[-1:])) if described and subject.core else []
    named = {stem(token) for token in content_tokens(reading.question)}
    alone = bool(heading) and all(stem(token) in named for token in heading)
    return alone and subject.core_share(words_of(" ".join(heading))) == 1.0


def state_asked(question: str) -> str:
    """What the things that are counted are: 'tomma' of 'hur många bostäder står tomma'; '' where nothing is said."""
    found = STATE.search(fold(question))
    return found[1] if found and found[1] not in light_words() and content_tokens(found[1]) else ""


def tells_state(question: str, text: str) -> bool:
    """Does a text say the state that is asked for?"""
    state = state_asked(question)
    return bool(state) and stem(state) in {stem(token) for token in tokens(text)}


def is_assumed(question: str, text: str) -> bool:
    """Does a text say what would follow if something changed ('ändras med 10 öre'), where that is not asked?"""
    return tells("assumed", text) and not tells("changing", question)


def is_of_a_part(question: str, heading: str) -> bool:
    """Is a table, by its heading, of investments, measures or the like, where the question names none of them?"""
    return tells("part", heading) and not tells("part", question)


def _says_done(text: str) -> bool:
    """Does a text hold a past form, or one that makes a perfect?"""
    return tells("done", text) or any(DONE.search(word) and word in verbs() for word in tokens(text))


def _is_ahead(text: str) -> bool:
    """Is all that a text says done now or later?"""
    return not _says_done(text) and any(word in verbs() for word in tokens(text))
