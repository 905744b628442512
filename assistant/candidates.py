"""Every sentence of the evidence, by how well it may answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asked import asks_how
from assistant.enumerated import alike_by_lead, before_things, enumerates, introduced
from assistant.evidence import CELL, Subject, around, sentences, words_of
from assistant.models import Evidence, Intent, Reading
from assistant.nuances import is_its_section, nuance_bonus
from assistant.sought import sort_bonus
from corpus.swedish.periods import years_in
from corpus.swedish.sorts import tells
from corpus.swedish.words import stem, tokens

FIGURES = 0.25  # what a row of figures loses where words are asked for
TOLD = (Intent.DEFINITION, Intent.FACT, Intent.REASON, Intent.PERSON, Intent.YES_NO)
IN_WORDS = (Intent.DEFINITION, Intent.REASON)  # what no row of bare figures tells
READ, READ_FOR_LISTS = 25, 60  # passages that are read sentence by sentence
LIKENESS = 0.5  # what likeness to the question in meaning is worth beside its words
NAMED_BY = " – "  # between the name of a row and one of its cells
TERM, OPENING = 0.4, 4  # what a definition gains for opening with its term, and the words that open it
GLOSSARY = 0.15  # and for being a line of a list of terms
SECTION = 0.3  # what the first sentence under the name of what is asked about gains
BEFORE = 2  # sentences that one goes on from
TOPIC = 0.2  # what a sentence gains for naming the subject before a colon
PRIOR = 0.15  # what the first passage is worth over the last
GLOSSED = re.compile(r"^[•\s]*[\w-]+\s*(?::|=|[–-] )\s*\w")  # 'IKE: interkommunal ersättning'
MEANT_BY = re.compile(r"^\W*(?:med|en|ett|för)\s+", re.IGNORECASE)  # before a term: 'Med skolskjuts avses …'
EXPANDED = r"\b{term}\b\s*\((?=[^)]{{12,}}\))"  # 'BPSD (beteendemässiga …)'
VALUED = re.compile(r"[^\W\d_]{5,}")  # a word in a cell, which a unit is not
BRACKETED = re.compile(r"\(([^\W\d_]{2,8})\)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, where it stands, and how well it fits."""

    evidence: Evidence
    at: int
    text: str
    score: float
    covered: float
    like: float


def best_sentences(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> list[Candidate]:
    """Every sentence of the evidence by how well it answers, best first."""
    in_words = reading.intent in IN_WORDS or asks_how(reading.question)
    places = [
        (place, source, at, text)
        for place, source in enumerate(evidence[: READ_FOR_LISTS if reading.intent is Intent.LIST else READ])
        if not (source.passage.figures and reading.intent is Intent.FIGURE)
        for at, text in enumerate(sentences(source.passage))
        if not (in_words and source.passage.figures and _is_figures_alone(text))
        and not (source.passage.figures and _is_of_another_year(reading, text))
    ]
    texts = [text for *_, text in places]
    alike = alike_by_lead(texts, subject) if reading.intent is Intent.LIST else subject.likeness(texts)
    found = [_candidate(reading, subject, place, like) for place, like in zip(places, alike, strict=True)]
    return sorted(found, key=lambda c: -c.score)


def _candidate(reading: Reading, subject: Subject, at: tuple[int, Evidence, int, str], like: float) -> Candidate:
    place, source, number, text = at
    lists = reading.intent is Intent.LIST and enumerates(text)
    before = before_things(sentences(source.passage), number) if lists else ""
    known = around(source) | words_of(source.passage.text)
    beside = () if lists else words_of(led_up_to(source, number))
    covered = subject.share(words_of(f"{before} {text}"), known, beside)
    defines = reading.intent is Intent.DEFINITION and opens_with_term(subject, text)
    score = (
        TERM * defines
        + GLOSSARY * (defines and GLOSSED.match(text) is not None)
        + covered
        + LIKENESS * like
        + PRIOR / (1 + place)
        + sort_bonus(reading, text)
        + nuance_bonus(reading, text)
        + SECTION * (number == 0 and is_its_section(reading, source, subject))
        + _topic_bonus(subject, text)
        + (introduced(reading.question, subject, text) if lists else 0.0)
    )
    score -= FIGURES if source.passage.figures and reading.intent in TOLD else 0.0
    return Candidate(source, number, text, score, covered, like)


def _is_of_another_year(reading: Reading, text: str) -> bool:
    """Is a text the name of a row with one cell, of a year that is not asked for ('Bryggor – 2030: 4')?"""
    column = text.rpartition(NAMED_BY)[2].partition(": ")[0] if CELL not in text else ""
    told, asked = set(years_in(column)), set(reading.scope.years)
    return bool(told and asked) and told.isdisjoint(asked)


def _is_figures_alone(text: str) -> bool:
    """Is a text a row in which no cell but the first holds words?"""
    _, *cells = text.split(CELL)
    return bool(cells) and not any(VALUED.search(cell.partition(": ")[2]) for cell in cells)


def led_up_to(source: Evidence, at: int) -> str:
    """What a sentence goes on from: the heading that it stands under and the sentences just before it."""
    return " ".join([*source.passage.headings[-1:], *sentences(source.passage)[max(at - BEFORE, 0) : at]])


def opens_with_term(subject: Subject, text: str) -> bool:
    """Does the sentence open with the term and say what it is ('KA betyder …'), or spell it out: 'styrkort (SK)'?"""
    opening = " ".join(text.split()[:OPENING])
    first = words_of(" ".join(MEANT_BY.sub("", text).split()[:1]))
    named = {stem(t) for term in BRACKETED.findall(text) for t in tokens(term)}
    spelled_out = any(
        stem(t) in named or re.search(EXPANDED.format(term=re.escape(t)), text, re.IGNORECASE)
        for c in subject.core
        for t in tokens(c.word)
    )
    told = tells("definition", opening) or GLOSSED.match(text) is not None
    return spelled_out or told and any(c.found_in(first) >= 1.0 for c in subject.core)


def _topic_bonus(subject: Subject, text: str) -> float:
    """What a sentence gains for opening with its subject and a colon, as 'Heltidsresan: förstudien är klar'."""
    topic, colon, _ = text.partition(":")
    return TOPIC if colon and len(topic.split()) <= 5 and subject.core and subject.core_share(words_of(topic)) else 0.0
