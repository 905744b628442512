"""A change that running text tells itself: 'har minskat med 70 hushåll per månad'."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asked import asks_money
from assistant.candidates import best_sentences
from assistant.evidence import Subject, words_of
from assistant.excerpts import mark, trim
from assistant.extract import is_about
from assistant.models import Draft, Evidence, Intent, Reading
from corpus.swedish.cues import cue
from corpus.swedish.numbers import MONEY, is_year, numbers_in

ALIKE = 0.65  # how like the question the sentence must be


def change_told(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> Draft | None:
    """The sentence that says by how much something has changed, where all that the question names is in it."""
    if reading.intent is not Intent.COMPUTE or reading.operation != "difference" or not subject.core:
        return None
    told = [c for c in best_sentences(reading, evidence, subject) if not c.evidence.passage.figures]
    best = next(iter(told), None)
    if best is None or best.like < ALIKE or subject.core_share(words_of(best.text)) < 1.0:
        return None
    moved = cue("change", "any", best.text) or cue("comparison", "than", best.text)
    counted = [n for n in numbers_in(best.text) if not is_year(n)]
    money = asks_money(reading) and all(number.unit not in MONEY for number in counted)
    if not moved or len(counted) != 1 or money or not is_about(reading, best, subject):
        return None
    return Draft((mark(trim(best.text, subject, reading.room), 1),), (best.evidence,))
