"""What a question takes for granted, and whether the documents say it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import corpus.swedish
from assistant.absence import QUOTED, nearest, searched
from assistant.asked import bare
from assistant.evidence import Subject, sentences, words_of
from assistant.excerpts import shorten
from assistant.models import Draft, Evidence, Intent, Reading, Status
from assistant.prompts import reply
from corpus.documents import Document
from corpus.swedish.cues import opens_with
from corpus.swedish.opposites import direction
from corpus.swedish.words import fold

PREMISES = Path(corpus.swedish.__file__).with_name("premises.toml")
GRANTED = (Intent.REASON, Intent.DATE, Intent.PERSON, Intent.FIGURE, Intent.FACT)
GAP = r"(?: \S+){0,3}? "  # between the words of a phrase: 'lade kommunen ner'
NEAR = 0.6  # of the subject's core that a clause must hold to be about it
CLAUSE = re.compile(r"\s(?:när|medan|men|eftersom|vilket)\s")  # what is said beyond it is of something else


@dataclass(frozen=True, slots=True)
class Premise:
    """A thing taken for granted: how questions say it and how documents do."""

    asked: re.Pattern[str]
    told: re.Pattern[str]


def unfounded(
    reading: Reading, evidence: Sequence[Evidence], subject: Subject, documents: Sequence[Document]
) -> Draft | None:
    """The draft that says so where the question takes for granted what no sentence on its subject says, else None."""
    turned = _turned(reading, evidence, subject)
    if turned:
        return turned
    question = fold(reading.question)
    grants = reading.intent in GRANTED or reading.operation == "difference"
    held = [p for p in _premises() if p.asked.search(question)] if grants else []
    if all(_is_told(premise, evidence, subject) for premise in held):
        return None
    text = reply("not_found", "premise", where=searched(reading, documents))
    return Draft((text, *nearest(evidence)), tuple(evidence[:1]), status=Status.NOT_IN_DOCUMENTS)


def _turned(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> Draft | None:
    """The draft that says so where a cause is asked of a rise and the documents tell only of a fall, or the reverse."""
    asked = direction(reading.question) if opens_with("intent", "reason", bare(reading.question)) else 0
    told = list(_ways(evidence, subject)) if asked and subject.core else []
    if not told or any(way == asked for _, _, way in told):
        return None
    source, text, _ = told[0]
    quote = reply("not_found", "nearest", quote=f"”{shorten(text.rstrip('.'), QUOTED)}”")
    return Draft((reply("not_found", "turned"), quote), (source,), status=Status.NOT_IN_DOCUMENTS)


def _ways(evidence: Sequence[Evidence], subject: Subject) -> Iterator[tuple[Evidence, str, int]]:
    """The sentences of running text that say of the subject that it rises (1) or falls (-1)."""
    for source in evidence:
        for text in sentences(source.passage) if not source.passage.figures else ():
            clause = next((c for c in CLAUSE.split(text) if subject.core_weight(words_of(c)) >= NEAR), "")
            if direction(clause):
                yield source, text, direction(clause)


def _is_told(premise: Premise, evidence: Sequence[Evidence], subject: Subject) -> bool:
    clauses = (c for source in evidence for s in sentences(source.passage) for c in CLAUSE.split(s))
    return any(premise.told.search(fold(c)) and subject.core_share(words_of(c)) >= NEAR for c in clauses)


@lru_cache(maxsize=1)
def _premises() -> tuple[Premise, ...]:
    listed = tomllib.loads(PREMISES.read_text("utf-8"))["premise"]
    return tuple(Premise(_any_of(p["asked"]), _any_of(p["told"])) for p in listed)


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted(map(fold, phrases), key=len, reverse=True)
    parts = (GAP.join(map(re.escape, phrase.split())) for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
