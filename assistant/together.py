"""One sentence that answers all of several questions in one: a number of something and how long or when."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.candidates import best_sentences, led_up_to
from assistant.evidence import CELL, Subject, words_of
from assistant.excerpts import mark, readable
from assistant.models import Draft, Evidence, Intent, Reading
from assistant.sought import holds_answer

SORTED = (Intent.FIGURE, Intent.DATE)  # what a sentence can be seen to hold
NEAR_BEST = 3  # sentences of which one may hold all that is asked
NAMED = 0.25  # of what is asked about that it, or what it goes on from, must hold


def together(
    reading: Reading, parts: Sequence[Reading], evidence: Sequence[Evidence], subject: Subject
) -> Draft | None:
    """A draft of the one sentence of running text that holds an answer to each; None where none does."""
    if any(part.intent not in SORTED for part in parts):
        return None
    for best in best_sentences(reading, evidence, subject)[:NEAR_BEST]:
        before = led_up_to(best.evidence, best.at)
        named = subject.core_weight(words_of(best.text), words_of(before)) >= NAMED
        if named and CELL not in best.text and all(holds_answer(part, best.text) for part in parts):
            return Draft((mark(readable(best.evidence, best.text), 1),), (best.evidence,))
    return None
