"""The questions that a model suggests, those that lead on: sound ones, with an answer that is not shown already."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assistant.evidence import words_of
from assistant.models import Answer, Status
from assistant.orders import is_order
from assistant.phrasing import WORD, listed
from assistant.support import heeded_text, unfounded_words
from corpus.swedish.numbers import is_year, numbers_in
from corpus.swedish.words import stop_words

LONGEST = 16  # words of a question
TOLD_OF = 6  # passages whose words it may use
SAME = 0.9  # the weight of a word in another form of itself, and of no other word


def suggestions(questions: Sequence[str], answer: Answer, answered: Callable[[str], Answer]) -> tuple[str, ...]:
    """Those of a model's questions that may be suggested after an answer; `answered` answers without a model."""
    return tuple(_leading_on([q for q in dict.fromkeys(questions) if _is_sound(q, answer)], answer, answered))


def _leading_on(questions: Sequence[str], answer: Answer, answered: Callable[[str], Answer]) -> Iterator[str]:
    told = [answered(answer.reading.question).text]
    for question in questions:
        found = answered(question)
        if found.status is Status.ANSWERED and found.text not in told:
            told.append(found.text)
            yield question


def _is_sound(question: str, answer: Answer) -> bool:
    """Is it a question that can be understood alone, a new one, in words that the answer's sources have?"""
    known = " . ".join([answer.reading.question, *(heeded_text(e) for e in answer.evidence[:TOLD_OF])])
    words = WORD.findall(question.lower())
    asks = question.endswith("?") and 1 < len(words) <= LONGEST and not is_order(question)
    clear = listed("@").isdisjoint(words) and words[-1:] and words[-1] not in stop_words()
    claims = any(not is_year(number) for number in numbers_in(question))
    new = not words_of(question) <= words_of(answer.reading.question)
    return asks and bool(clear) and not claims and new and not unfounded_words(question, known, SAME)
