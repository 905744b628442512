"""The one to three sentences, or the list, that answer: taken from passages in the documents' own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asked import measured_in
from assistant.evidence import CELL, Subject, around, sentences, words_of
from assistant.excerpts import asked_cells, mark, readable, trim
from assistant.figures import asks_count, asks_money
from assistant.models import Draft, Evidence, Intent, Reading
from assistant.verdict import is_point, settling, told_at, yes_or_no
from corpus.swedish.cues import cue
from corpus.swedish.numbers import MONEY, WORDS, is_year, numbers_in
from corpus.swedish.periods import MONTHS, years_in
from corpus.swedish.sorts import holds_sort
from corpus.swedish.words import lexicon, stem, tokens

ENOUGH = 0.85  # coverage of the subject's core and likeness together that an answer must reach
ENOUGH_LISTED, SEVERAL = 0.80, 3  # the same for a sentence that names several things, where a list is asked for
OWN, ALIKE = 0.15, 0.6  # of the core that the sentence itself must hold, unless it is as like the question as that
SAID = 0.15  # of the subject that it must hold where the question names nothing but the whole
OWN_FIGURE = 0.4  # of the core that the answer itself must hold where a figure is asked for
FIGURES = 0.25  # what a row of figures loses where words are asked for
TOLD = (Intent.DEFINITION, Intent.FACT, Intent.REASON, Intent.PERSON, Intent.YES_NO)
ALONE = (Intent.PERSON,)  # one sentence tells who; those beside it name others
SAID_OF = 0.3  # a form's weight from which the sentence with its heading is of what is measured
SHORTEST = 2  # words that no answer is made of
READ = 25  # passages that are read sentence by sentence
LIKENESS = 0.5  # what likeness to the question in meaning is worth beside its words
ENUMERATES = 0.2  # what a sentence gains in a list question for naming several things
TERM, OPENING = 0.4, 4  # what a definition gains for opening with its term, and the words that open it
TOPIC = 0.2  # what a sentence gains for naming the subject before a colon
PRIOR = 0.15  # what the first passage is worth over the last
DEFINES = re.compile(
    r"\bstår för\b|\binnebär\b|\bbetyder\b|\bmenas\b|\bär (?:en|ett|den|det|att)\b"
    r"|\bsyftar till\b|\bsyftet\b|\((?=[A-ZÅÄÖ])"
)
REASON = re.compile(
    r"\bpå grund av\b|\bpga\b|\bberor\b|\bförklara[rst]\w*\b|\beftersom\b|\bdärför\b|\borsak|\bdå\b"
    r"|\btill följd av\b|\bp\.g\.a",
    re.I,
)
PROPER = re.compile(
    r"(?<=[^.!?:•–-] )[A-ZÅÄÖ][\w-]+|[”\"«][^”\"»]+[”\"»]|^[A-ZÅÄÖ][\w-]+(?= [A-ZÅÄÖ])|\([A-ZÅÄÖ]{2,}\)"
)  # what may be a name
BRACKETED = re.compile(r"\(([^\W\d_]{2,8})\)")
NAME = re.compile(r"\b[A-ZÅÄÖ][a-zåäöé]+(?: [A-ZÅÄÖ][a-zåäöé]+)+")
COUNT_WORD = re.compile(rf"\b(?:{'|'.join(WORDS[2:])}|hälften|inga|ingen)\b", re.I)
NUMBER_WORD = re.compile(rf"{COUNT_WORD.pattern}|\b(?:halveras|dubbelt)\b", re.I)
TIME = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}|våren|hösten|sommaren|vintern|årsskiftet|tills vidare|månad(?:er|en)?|gånger|klockan|kl"
    rf"|(?:\d|{'|'.join(WORDS)}) år|(?<!i )dag(?:ar|en)?|vecka|veckan|veckor|terminen|kvartalet)\b",
    re.I,
)
DEPUTY = re.compile(r"^\W*(?:\d|\w+e )?\s*(?:vice|ersättare|biträdande)\b", re.I)
ROLE = re.compile(r"ordförande|chef|ansvarig|kontakt", re.I)


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
    places = [
        (place, source, at, text)
        for place, source in enumerate(evidence[:READ])
        if not (source.passage.figures and reading.intent is Intent.FIGURE)
        for at, text in enumerate(sentences(source.passage))
    ]
    alike = subject.likeness([text for *_, text in places])
    found = [_candidate(reading, subject, place, like) for place, like in zip(places, alike, strict=True)]
    return sorted(found, key=lambda c: -c.score)


def _candidate(reading: Reading, subject: Subject, at: tuple[int, Evidence, int, str], like: float) -> Candidate:
    place, source, number, text = at
    covered = subject.share(words_of(text), around(source) | words_of(source.passage.text))
    defines = reading.intent is Intent.DEFINITION and _opens_with_it(subject, text)
    score = (
        TERM * defines
        + covered
        + LIKENESS * like
        + PRIOR / (1 + place)
        + _kind_bonus(reading, text)
        + _topic_bonus(subject, text)
    )
    score -= FIGURES if source.passage.figures and reading.intent in TOLD else 0.0
    return Candidate(source, number, text, score, covered, like)


def _opens_with_it(subject: Subject, text: str) -> bool:
    """Does the sentence open with the term and say what it is ('KA betyder …'), or spell it out: 'styrkort (SK)'?"""
    opening = " ".join(text.split()[:OPENING])
    first = words_of(" ".join(text.split()[:1]))
    named = {stem(t) for term in BRACKETED.findall(text) for t in tokens(term)}
    spelled_out = any(stem(t) in named for c in subject.core for t in tokens(c.word))
    return spelled_out or DEFINES.search(opening) is not None and any(c.found_in(first) >= 1.0 for c in subject.core)


def _topic_bonus(subject: Subject, text: str) -> float:
    """What a sentence gains for opening with its subject and a colon, as 'Heltidsresan: förstudien är klar'."""
    topic, colon, _ = text.partition(":")
    return TOPIC if colon and len(topic.split()) <= 5 and subject.core and subject.core_share(words_of(topic)) else 0.0


def _kind_bonus(reading: Reading, text: str) -> float:
    """What a sentence gains for holding the sort of thing that is asked for."""
    intent = reading.intent
    if reading.side and intent is Intent.FACT:
        return 0.2 if any(n.unit in MONEY for n in numbers_in(text)) else 0.0
    if intent in (Intent.FIGURE, Intent.COMPUTE):
        return 0.15 if numbers_in(text) or NUMBER_WORD.search(text) else -0.15
    if intent is Intent.LIST:
        return ENUMERATES if enumerates(text) else 0.0
    if intent is Intent.DEFINITION:
        return 0.15 if DEFINES.search(text) else 0.0
    if intent is Intent.REASON:
        return 0.25 if REASON.search(text) else 0.0
    if intent is Intent.PERSON:
        other = DEPUTY.search(text) and not DEPUTY.search(reading.question)
        return 0.2 if NAME.search(text) and ROLE.search(text) and not other else -0.1
    if intent is Intent.DATE:
        return 0.15 if years_in(text) or TIME.search(text) else -0.1
    return 0.0


def enumerates(text: str) -> bool:
    """Does the sentence name several things one after the other?"""
    return text.count(",") > 1 or text.count(",") == 1 and re.search(r", [^,]* (?:och|samt) ", text) is not None


def extract(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> Draft | None:
    """A draft of the sentences that answer, or None where none covers enough of the question."""
    holding = (c for c in best_sentences(reading, evidence, subject) if holds_answer(reading, c.text))
    about = [c for c in holding if is_about(reading, c, subject)]
    settles = settling(reading, [(c.score, told_at(c.evidence, c.at)) for c in about], subject)
    best = about[settles] if settles is not None else next(iter(about), None)
    if best is None or settles is None and not _answers(reading, best, subject):
        return None
    chosen = [asked_cells(reading, text) if CELL in text else text for text in _with_next(reading, best, subject)]
    text = readable(best.evidence, trim(" ".join(chosen), subject, reading.room))
    if text.endswith(":") or len(text.split()) <= SHORTEST:
        return None
    text = f"{_said(reading, best, subject)} {text}".strip()
    return Draft((mark(text, 1),), (best.evidence,))


def _said(reading: Reading, best: Candidate, subject: Subject) -> str:
    """The yes or no of the sentence, where that is asked and it settles which."""
    asked = reading.intent is Intent.YES_NO
    return yes_or_no(reading, told_at(best.evidence, best.at), subject) if asked else ""


def holds_answer(reading: Reading, text: str) -> bool:
    """Does the text hold the sort of thing that is asked for: a number, a name, a time?"""
    if not holds_sort(reading.question, text):
        return False
    if reading.intent is Intent.FIGURE or reading.intent is Intent.FACT and (reading.side or reading.figure_kinds):
        money = asks_money(reading)
        counts = asks_count(reading)
        found = [n for n in numbers_in(text) if not is_year(n) and not (counts and n.unit in MONEY)]
        return (
            any(n.unit in MONEY or n.unit == "%" for n in found)
            if money
            else bool(found or (COUNT_WORD if counts else NUMBER_WORD).search(text))
        )
    if reading.intent is Intent.PERSON:
        return bool(NAME.search(text) or ROLE.search(text) or "nämnd" in text)
    if reading.intent is Intent.DATE:
        return bool(years_in(text) or TIME.search(text))
    return len(text.split()) > SHORTEST and not text.endswith(":")


def _answers(reading: Reading, best: Candidate, subject: Subject) -> bool:
    """Does the sentence, with its passage, hold enough of what the question is about?"""
    known = words_of(best.evidence.passage.text) | around(best.evidence)
    if cue("names", "asked", reading.question) and not _names_something(reading, best.text):
        return False
    own = words_of(" ".join([*_with_next(reading, best, subject), *best.evidence.passage.headings[-1:]]))
    if subject.core and subject.core_share(own) < OWN and best.like < ALIKE:
        return False
    enough = ENOUGH_LISTED if reading.intent is Intent.LIST and best.text.count(",") >= SEVERAL else ENOUGH
    return subject.core_share(known) + best.like >= enough


def _names_something(reading: Reading, text: str) -> bool:
    """Does the text hold a name that the question does not: in capitals, in quotes, or an opening word of its own?"""
    known = set(tokens(reading.question))
    opening = [word for word in tokens(text)[:1] if word not in lexicon()]
    return any(not set(tokens(name)) <= known for name in [*PROPER.findall(text), *opening])


def is_about(reading: Reading, candidate: Candidate, subject: Subject) -> bool:
    """Where a figure is asked for: does the sentence with its heading hold enough of the core, and no other years?"""
    if _of_other_years(reading, candidate):
        return False
    if reading.intent is not Intent.FIGURE:
        return True
    own = words_of(" ".join([*_with_next(reading, candidate, subject), *candidate.evidence.passage.headings[-1:]]))
    if any(c.found_in(own) < SAID_OF for c in subject.core if measured_in(reading.question) in c.word.split()):
        return False
    return subject.core_weight(own) >= OWN_FIGURE if subject.core else subject.share(own) >= SAID


def _of_other_years(reading: Reading, candidate: Candidate) -> bool:
    """Where a figure or a date is asked for: is a sentence of other years, by its words or else by its document?"""
    document = () if reading.scope.kinds or reading.operation else candidate.evidence.document.years
    said = set(years_in(candidate.text) or document)
    asks = reading.intent in (Intent.FIGURE, Intent.COMPUTE, Intent.DATE) and bool(reading.scope.years)
    return asks and bool(said) and said.isdisjoint(reading.scope.years)


def _with_next(reading: Reading, best: Candidate, subject: Subject) -> list[str]:
    """The sentence with those beside it, as long as the answer stays short; other figures only of the same thing."""
    every = sentences(best.evidence.passage)
    if reading.intent in ALONE:
        return [best.text]
    chosen = [best.at]
    room = reading.room - len(best.text.split())
    if reading.intent is Intent.LIST and not enumerates(best.text):
        told = next((at for at, text in enumerate(every) if enumerates(text) and len(text.split()) <= room), None)
        return [every[at] for at in sorted({best.at, told})] if told is not None else [best.text]
    for at in (best.at + 1,) if _said(reading, best, subject) else (best.at + 1, best.at - 1, best.at + 2):
        between = every[min(at, best.at) + 1 : max(at, best.at) + 1]
        if reading.intent is not Intent.LIST and any(map(is_point, between)):
            continue
        if 0 <= at < len(every) and _is_of_another(reading, every[at], subject):
            continue
        if 0 <= at < len(every) and len(every[at].split()) <= room and not every[at].endswith(":"):
            chosen.append(at)
            room -= len(every[at].split())
    return [every[at] for at in sorted(chosen)]


def _is_of_another(reading: Reading, text: str, subject: Subject) -> bool:
    """Does a sentence beside the answer hold a figure of something else, where a figure is asked for?"""
    told = bool(subject.core) and subject.core_share(words_of(text)) == 1.0
    return reading.intent is Intent.FIGURE and bool(numbers_in(text)) and not told
