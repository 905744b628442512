"""Of a sentence that names many with what each is, the one asked for; and whose sentence it is, by its heading."""

from __future__ import annotations

import re

from assistant.evidence import Subject, words_of
from assistant.models import Evidence, Intent, Reading
from assistant.sought import NAME, names_something
from corpus.swedish.cues import TYPE_NOUN
from corpus.swedish.words import fold, stem, tokens

FEWEST = 3  # people named in one sentence, of whom one is meant
OPENING = 4  # words of a text, among which what it is about is named
ITEM = re.compile(r",\s+(?![^()]*\))|\s+och\s+(?=[^,]*$)(?![^()]*\))")  # between things named, not inside brackets
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
    if not asked or not heading or names_something(reading, " ".join(text.split()[:OPENING])):
        return text
    sort = stem(asked[1])
    bare = sort in {stem(t) for t in tokens(text)} and sort in words_of(heading)
    return f"{heading}: {text}" if bare else text
