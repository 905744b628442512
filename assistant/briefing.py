"""What a model is given to write from: the question, the facts, and fenced passages, cut by rank to its prompt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.check import MARKER
from assistant.models import Answer, Evidence
from assistant.orders import is_order
from assistant.prompts import prompt
from assistant.quoting import Known, worth_reading
from assistant.replying import labelled
from assistant.survival import as_told, is_whole
from assistant.tabulated import RULE
from assistant.tokens import Counter
from corpus.documents import PassageKind

BESIDE = 1  # passages of running text beside those that the facts stand in
FENCE = "| "  # before every line out of a document: nothing in it can end the quotation
LINK = re.compile(r"\b(?:https?://|www\.)\S+|\S+@\S+\.\w+|(?:[A-Za-z]:\\|(?<![\w.])/)(?:[\w.-]+[/\\])+[\w.-]*")
LONGEST_QUESTION = 300  # letters of a question that the model sees


@dataclass(frozen=True, slots=True)
class Briefing:
    """The two halves of a prompt, and the evidence that its labels [1] … [n] point to."""

    told: str
    asked: str
    sources: tuple[Evidence, ...]


def brief(plain: Answer, room: int, count: Counter) -> Briefing:
    """The briefing for an answer that was made without a model, at most `room` tokens long."""
    facts = told_apart(plain.text)
    known = Known(plain.reading.question, as_told(" ".join(facts)))
    cited = plain.evidence[: len(plain.citations)]
    told, sources = prompt("answer"), (*cited, *_beside(plain, cited, known))
    head = _head(plain, facts)
    left = room - count(told) - count(head)
    shown = list(_fitting([f"[{n}] {_quoted(source, known)}" for n, source in enumerate(sources, 1)], left, count))
    return Briefing(told, "\n".join([head, *shown]), sources)


def told_apart(text: str) -> list[str]:
    """The sentences of the program's own text, each under its labels; a list is one, and so is a row of a table."""
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith(RULE)]
    return [sentence for line in lines for sentence in ([line] if is_whole(line) else labelled(line))]


def _beside(plain: Answer, cited: Sequence[Evidence], known: Known) -> list[Evidence]:
    """Running text beside running text that the facts have told all of."""
    if not all(map(_is_prose, cited)) or any(worth_reading(e, known) for e in cited):
        return []
    return [e for e in plain.evidence[len(cited) :] if _is_prose(e) and worth_reading(e, known)][:BESIDE]


def _is_prose(source: Evidence) -> bool:
    """Rows of figures stay with the program: a model is given those that it found, and nothing else beside them."""
    return source.passage.kind is not PassageKind.ROW and not source.passage.figures


def _head(plain: Answer, facts: Sequence[str]) -> str:
    reading = " · ".join(chip.label for chip in plain.reading.chips)
    lines = [f'FRÅGA: "{_one_line(plain.reading.question)}"', f"TOLKAD SOM: {reading}" if reading else ""]
    return "\n".join([*filter(None, lines), "FAKTA:", *(f"- {fact}" for fact in facts), "UNDERLAG:"])


def _one_line(question: str) -> str:
    return " ".join(question.replace('"', "”").split())[:LONGEST_QUESTION]


def _quoted(source: Evidence, known: Known) -> str:
    """A passage as the model sees it: whole sentences and rows, without links and without what gives orders."""
    named = [part for part in (source.document.title, *source.passage.headings[-1:]) if not is_order(part)]
    lines = (FENCE + MARKER.sub("", line) for line in worth_reading(source, known))
    return LINK.sub("…", "\n".join([" – ".join(named), *lines]))


def _fitting(texts: Sequence[str], room: int, count: Counter) -> Iterator[str]:
    """The texts in order as far as there is room; one that does not fit is left out whole."""
    for text in texts:
        if count(text) < room:
            room -= count(text) + 1
            yield text
