"""Of a sentence that names many with what each is, the one asked for; and whose sentence it is, by its heading."""

from __future__ import annotations

import re

from assistant.evidence import Subject, sentences, words_of
from assistant.models import Evidence, Intent, Reading
from assistant.sought import NAME, names_something
from corpus.swedish.cues import TYPE_NOUN
from corpus.swedish.sorts import tells
from corpus.swedish.words import fold, stem, tokens

FEWEST = 3  # people named in one sentence, of whom one is meant
UNIT = 2  # words of a text, among which a unit without its name stands: 'inom enheten'
REACH = 4  # sentences back within which a unit is named
OPENING = 4  # words of a text, among which what it is about is named
ITEM = re.compile(r",\s+(?![^()]*\))|\s+och\s+(?=[^,]*$)(?![^()]*\))")  # between things named, not inside brackets
WITHIN = re.compile(r"(?:Inom|Hos|Vid|Under) [A-ZÅÄÖ][\w-]+")  # opens with the unit that the sentences after it are of
LINKING = re.compile(r"^(.*?\b(?:är|ingår|består av|heter|leds av|finns)\b)\s+(.*)", re.S)


def person_meant(reading: Reading, text: str, subject: Subject) -> str:
    """The sentence with only the person whose task the question names, of several with theirs; else the whole."""
    opening = LINKING.match(text)
    items = ITEM.split(opening[2].rstrip(".")) if opening else []
    if reading.intent is not Intent.PERSON or sum(bool(NAME.search(item)) for item in items) < FEWEST:
        return text
    shares = [subject.core_weight(words_of(item)) for item in items]
    best = max(shares)
    meant = [item for item, share in zip(items, shares, strict=True) if share == best]
    alone = best > 0 and len(meant) == 1 and NAME.search(meant[0]) is not None
    return f"{opening[1]} … {meant[0]}." if opening and alone else text


def under_its_heading(reading: Reading, text: str, source: Evidence) -> str:
    """The text after its heading, where it says only 'enheten' of the unit that the question asks the name of."""
    asked = TYPE_NOUN.search(fold(reading.question))
    heading = next(iter(source.passage.headings[-1:]), "")
    if not heading or names_something(reading, " ".join(text.split()[:OPENING])):
        return text
    who = tokens(text)[:UNIT] if reading.intent is Intent.PERSON else []
    said = {stem(token) for token in tokens(text)}
    sorts = {stem(word) for word in ([asked[1]] if asked else who)}
    return f"{heading}: {text}" if sorts & said & words_of(heading) else text


def after_its_name(reading: Reading, text: str, source: Evidence) -> str:
    """The text after the sentence before it that names a unit, where it says only 'ingår i ansvarsområdet'."""
    asked = TYPE_NOUN.search(fold(reading.question))
    every = sentences(source.passage)
    own = [at for at, sentence in enumerate(every) if sentence in text]
    bare = bool(asked) and bool(own) and tells("unnamed", text)
    if not bare or any(WITHIN.match(every[at]) for at in own):
        return text
    before = next((s for s in reversed(every[max(own[0] - REACH, 0) : own[0]]) if WITHIN.match(s)), "")
    return f"{before} … {text}" if before else text
