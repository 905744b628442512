"""A follow-up question worded in full by a model, in words of the conversation alone."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.compose import Writer
from assistant.evidence import words_of
from assistant.llm import ModelUnavailable
from assistant.models import Turn
from assistant.orders import is_order
from assistant.prompts import prompt

REMEMBERED = 3  # earlier questions that the model sees
LONGEST = 30  # words of a question in full


def in_full(question: str, turns: Sequence[Turn], writer: Writer) -> str:
    """The question as one that can be understood alone, or as it was asked where that does not come out."""
    said = [turn.question for turn in turns[-REMEMBERED:]]
    asked = "\n".join([*(f"| {' '.join(text.split())}" for text in said), f"FÖLJDFRÅGA: {' '.join(question.split())}"])
    try:
        written = "".join(piece.text for piece in writer.write(prompt("rewrite"), asked))
    except ModelUnavailable:
        return question
    line = next((line for line in written.splitlines() if line.strip()), "").strip(' "”“')
    return line if _may_stand(line, [*said, question]) else question


def _may_stand(line: str, said: Sequence[str]) -> bool:
    """Is it a question made of the conversation's words, and no order?"""
    known = words_of(" ".join(said))
    return bool(line) and len(line.split()) <= LONGEST and words_of(line) <= known and not is_order(line)
