"""What tells two things apart ('skillnaden mellan gruppboende och servicebostad'): how the documents explain each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.candidates import best_sentences
from assistant.evidence import Subject, words_of
from assistant.excerpts import mark, readable, trim
from assistant.facets import parts_of
from assistant.models import Draft, Evidence, Intent, Reading
from assistant.sought import holds_answer
from corpus.swedish.sorts import tells
from corpus.swedish.words import fold

ASKED = re.compile(r"\b(?:skillnad(?:en)? (?:mellan|på)|skiljer (?:sig )?(?:\w+ )?(?:från|mellan|åt))\b")
ROOM = 36  # words of each one's explanation


def contrast(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> Draft | None:
    """A draft with a sentence of its own for each of the two, or None where the documents explain only one."""
    if not ASKED.search(fold(reading.question)):
        return None
    for texts in parts_of(reading.subject):
        parts = [(text, part) for text in texts if (part := subject.part(text)).core]
        told = [_explained(reading, evidence, text, (part, other)) for (text, part), (_, other) in _pairs(parts)]
        found = [one for one in told if one]
        if len(parts) == len(found) == 2:
            sources = tuple(dict.fromkeys(source for source, _ in found))
            lines = [mark(text, sources.index(source) + 1) for source, text in found]
            return Draft(tuple(dict.fromkeys(lines)), sources)
    return None


def _pairs(parts: list[tuple[str, Subject]]) -> list[tuple[tuple[str, Subject], tuple[str, Subject]]]:
    """Each of two parts with the other; nothing of more or fewer."""
    return list(zip(parts, reversed(parts), strict=True)) if len(parts) == 2 else []


def _explained(
    reading: Reading, evidence: Sequence[Evidence], text: str, parts: tuple[Subject, Subject]
) -> tuple[Evidence, str] | None:
    """The sentence that explains one of the two best, with where it stands; of both only one that tells them apart."""
    part, other = parts
    asked = replace(reading, question=text, subject=text, intent=Intent.DEFINITION)
    found = [c for c in best_sentences(asked, evidence, part) if part.core_share(words_of(c.text)) == 1.0]
    alone = [c for c in found if tells("apart", c.text) or other.core_share(words_of(c.text)) < 1.0]
    best = next((c for c in alone if holds_answer(asked, c.text)), None)
    return (best.evidence, readable(best.evidence, trim(best.text, part, ROOM))) if best else None
