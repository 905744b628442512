"""The one to three sentences, or the list, that answer: taken from passages in the documents' own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence import Subject, around, sentences, words_of
from assistant.models import Draft, Evidence, Intent, Reading
from corpus.documents import PassageKind
from corpus.swedish.numbers import numbers_in
from corpus.swedish.periods import MONTHS, years_in
from corpus.swedish.words import fold

LONGEST = 58           # words of an extracted answer
ENOUGH = 0.45          # of the subject that a sentence with its surroundings must cover
PRIOR = 0.15           # what the first passage is worth over the last
DEFINES = re.compile(r"\bstår för\b|\binnebär\b|\bbetyder\b|\bmenas\b|\bär (?:en|ett|den|det|att)\b|\bsyftar till\b|\bsyftet\b|\((?=[A-ZÅÄÖ])")
REASON = re.compile(r"\bpå grund av\b|\bpga\b|\bberor\b|\bförklaras\b|\beftersom\b|\bdärför\b|\borsak|\bdå\b|\btill följd av\b|\bp\.g\.a", re.I)
NAME = re.compile(r"\b[A-ZÅÄÖ][a-zåäöé]+(?: [A-ZÅÄÖ][a-zåäöé]+)+")
NEGATES = re.compile(r"\b(?:inte|ej|ingen|inget|inga|aldrig|utan|saknas|pausad|pausat|avbruten|återremitterat)\b", re.I)
ROLE = re.compile(r"ordförande|chef|ansvarig|kontakt", re.I)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, where it stands, and how well it fits."""

    evidence: Evidence
    at: int
    text: str
    score: float
    covered: float


def best_sentences(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> list[Candidate]:
    """Every sentence of the evidence by how well it answers, best first."""
    found = []
    for place, source in enumerate(evidence):
        if source.passage.figures and reading.intent is Intent.FIGURE:
            continue
        outside = around(source) | words_of(source.passage.text)
        for at, text in enumerate(sentences(source.passage)):
            covered = subject.share(words_of(text), outside)
            score = covered + PRIOR / (1 + place) + _kind_bonus(reading, text)
            found.append(Candidate(source, at, text, score, covered))
    return sorted(found, key=lambda c: -c.score)


def _kind_bonus(reading: Reading, text: str) -> float:
    """What a sentence gains for holding the sort of thing that is asked for."""
    intent = reading.intent
    if intent in (Intent.FIGURE, Intent.COMPUTE):
        return 0.15 if numbers_in(text) else -0.15
    if intent is Intent.DEFINITION:
        return 0.15 if DEFINES.search(text) else 0.0
    if intent is Intent.REASON:
        return 0.15 if REASON.search(text) else 0.0
    if intent is Intent.PERSON:
        return 0.2 if NAME.search(text) and ROLE.search(text) else -0.1
    if intent is Intent.DATE:
        return 0.15 if years_in(text) or any(m in fold(text) for m in MONTHS) else -0.1
    return 0.0


def extract(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> Draft | None:
    """A draft of the sentences that answer, or None where none covers enough of the question."""
    if reading.intent is Intent.LIST:
        listed = _list(reading, evidence, subject)
        if listed:
            return listed
    candidates = best_sentences(reading, evidence, subject)
    if not candidates or candidates[0].covered < ENOUGH:
        return None
    best = candidates[0]
    text = shorten(" ".join(_with_next(best, subject)))
    if reading.intent is Intent.YES_NO:
        text = f"{yes_or_no(reading, text)} {text}".strip()
    return Draft((mark(text, 1),), (best.evidence,))


def _with_next(best: Candidate, subject: Subject) -> list[str]:
    """The sentence with those beside it, as long as the answer stays short."""
    every = sentences(best.evidence.passage)
    chosen = [best.at]
    room = LONGEST - len(best.text.split())
    for at in (best.at + 1, best.at - 1, best.at + 2):
        if 0 <= at < len(every) and len(every[at].split()) <= room:
            chosen.append(at)
            room -= len(every[at].split())
    return [every[at] for at in sorted(chosen)]


def _list(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> Draft | None:
    """The points of the list whose introduction and headings fit the question best."""
    scored = []
    for place, source in enumerate(evidence):
        if source.passage.kind is PassageKind.LIST:
            intro, items = split_list(source.passage.text)
            fit = subject.share(words_of(intro) | words_of(" ".join(source.passage.headings[-1:])), around(source))
            scored.append((fit + PRIOR / (1 + place), fit, source, intro, items))
    if not scored:
        return None
    _, fit, source, intro, items = max(scored, key=lambda row: row[0])
    if fit < ENOUGH or len(items) < 2:
        return None
    lead = intro.rstrip(":") or " ".join(source.passage.headings[-1:])
    text = f"{lead} ({len(items)} av {len(items)}): " + " · ".join(shorten(i, 14).rstrip(".") for i in items)
    return Draft((mark(shorten(text, 110), 1),), (source,))


def split_list(text: str) -> tuple[str, list[str]]:
    """The line that introduces a list, and its points."""
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if line.startswith("• ")), len(lines))
    items = [line.removeprefix("• ") for line in lines[first:] if line.startswith("• ")]
    return (lines[first - 1] if first else ""), items


def yes_or_no(reading: Reading, text: str) -> str:
    """'Nej.' where the answering words negate and the question does not, else 'Ja.'."""
    negated = bool(NEGATES.search(text)) != bool(NEGATES.search(reading.question))
    return "Nej." if negated else "Ja."


def shorten(text: str, words: int = LONGEST) -> str:
    """The text, cut at a word with an ellipsis where it is longer than that many words."""
    parts = text.split()
    return text if len(parts) <= words else " ".join(parts[:words]).rstrip(",;:–- ") + " …"


def mark(text: str, n: int) -> str:
    """The sentence with its marker before the full stop."""
    return f"{text[:-1]} [{n}]." if text.endswith(".") else f"{text} [{n}]"
