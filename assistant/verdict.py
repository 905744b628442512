"""Yes or no, where a sentence or a row of a table settles which; nothing where it does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.evidence import CELL, Subject, sentences, words_of
from assistant.models import Evidence, Intent, Reading
from corpus.swedish.compounds import siblings
from corpus.swedish.opposites import alike, direction, opposed, stems_in
from corpus.swedish.periods import years_in
from corpus.swedish.standings import standings_in
from corpus.swedish.statuses import answers, status_in
from corpus.swedish.verbs import infinitives
from corpus.swedish.words import fold, tokens

YES, NO = "Ja.", "Nej."
NAMED, HALF, SAME = 0.5, 0.3, 0.85  # a form's weight from which it names a concept, half of it, and the very thing
FOR_YES, FOR_NO, FOR_STATUS = 0.7, 0.45, 0.4  # of what the question says that a text must speak of to settle it so
NEAR = 0.6  # of the first sentence's score that one which says yes or no needs to go before it
OF_CORE = 0.45  # of what names the thing, that a text which says no must name
OWN = 0.4  # of it that the sentence itself must speak of, beside what leads up to it
NEGATES = re.compile(r"\b(?:inte|ej|icke|ingen|inget|inga|aldrig|varken|saknas?|nekas?|nekades)\b", re.I)
SUBORDINATE = re.compile(  # what it negates is not what is told or asked
    r"\b(?:för att|så att|även om|trots att|eftersom|därför att|om|som|när)\b"
    r"(?:\s+[\w-]+){0,5}?\s+(?:inte|ej|aldrig)\b",
    re.IGNORECASE,
)
CHOICE = re.compile(r"\beller\b")  # which of two, that no yes answers
ALREADY = re.compile(r"^\W*(?:är|har|hade|blev|hann|fick|kom|gick|lyckades|antogs|beslutade|genomfördes|var|nådde)\b")
TO_COME = re.compile(r"\b(?:kommer att|komma att|ska|skall|planeras|väntas|avser|beräknas|räknar med att)\b")
AT_YEAR = re.compile(r"(\d+(?:,\d+)?)\s*(?:%|procent|kronor|tkr|mnkr)?\s*(?:år\s|\(|under\s|i\s)\s*((?:19|20)\d\d)\b")
HALTED = {"paused", "stopped"}  # standings of what does not come about
SHARE = re.compile(r"\bandel")  # which may move the other way than the number
GROUPED = re.compile(r"(?<=\d)\s(?=\d{3}\b)")
FULFILS = re.compile(r"\b(?:uppnå|nå|uppfyll|klara)\w*\b[^?]*\bmål|\bmål\w*\b[^?]*\b(?:uppnå|nå|uppfyll|klara)\w*\b")
JUDGED = re.compile(r"\b(?:uppnå|nå(?:s|dd|tt|r)?\b|uppfyll|klara|bidrar|mål\w*uppfyllelse|grön|gult?\b|röd|rött)")
THAN = re.compile(r"\bän \w")  # compares, and asks for nothing to be done
BESIDE_GOAL = re.compile(r"\b(?:når|nådde|uppnådde|uppnår)\s+\d[^.]*\bmål\w*\s+(?:är|var|på)\s+\D{0,9}\d")
PARTLY = re.compile(r"\bdelvis\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence or row with what leads up to it, which may name what it speaks of."""

    text: str
    before: str = ""
    heading: str = ""


def yes_or_no(reading: Reading, told: Told, subject: Subject) -> str:
    """'Ja.', 'Nej.' or 'Delvis.' as one sentence or row settles the question; '' where it does not."""
    question, text = fold(reading.question), told.text
    status, standing = status_in(text) if CELL in text or ": " in text else ("", "")
    if CHOICE.search(question):
        return ""
    if status and _spoken_of(question, text, subject) >= FOR_STATUS:
        return answers(question, status, standing)
    if FULFILS.search(question):
        return _fulfilled(question, told, subject)
    return _told(reading, told, subject)


def settling(reading: Reading, found: Sequence[tuple[float, Told]], subject: Subject) -> int | None:
    """Which of some sentences, each with its score and the one before it, is the best that says yes or no.

    None where that is not asked, or none near the first says it. A row goes first where goals are asked about.
    """
    if reading.intent is not Intent.YES_NO or not found:
        return None
    near = [at for at, (score, *_) in enumerate(found) if score >= NEAR * found[0][0]]
    if FULFILS.search(fold(reading.question)):
        near.sort(key=lambda at: CELL not in found[at][1].text)
    return next((at for at in near if yes_or_no(reading, found[at][1], subject)), None)


def told_at(source: Evidence, at: int) -> Told:
    """A sentence of a passage with its heading and, but for a point of a list, the sentence before."""
    every = sentences(source.passage)
    before = every[at - 1] if at and not is_point(every[at]) else ""
    return Told(every[at], before, " ".join(source.passage.headings[-1:]))


def is_point(text: str) -> bool:
    """Does a sentence open a point of a list, which says nothing of the point before?"""
    return text.startswith("• ")


def _fulfilled(question: str, told: Told, subject: Subject) -> str:
    """Whether a goal is met, as a sentence judges it."""
    text = fold(told.text)
    around = words_of(f"{text} {told.heading} {told.before}")
    if not JUDGED.search(text) or not subject.core or subject.core_share(around) < HALF:
        return ""
    if PARTLY.search(text):
        return "Delvis."
    if BESIDE_GOAL.search(text):
        return ""  # 'når 0,9 procent, medan målet är 1,5' tells which only to whom knows what is good
    return NO if bool(NEGATES.search(text)) != bool(NEGATES.search(question)) else YES


def _told(reading: Reading, told: Told, subject: Subject) -> str:
    """What running text says: the contrary, a negation, what is yet to come, or the same as is asked."""
    question, text, around = fold(reading.question), told.text, f"{told.text} {told.before}"
    said = set(years_in(text))
    of_others = bool(said) and bool(reading.scope.years) and said.isdisjoint(reading.scope.years)
    spoken = _spoken_of(question, around, subject)
    if of_others or spoken < FOR_NO or _spoken_of(question, text, subject) < OWN:
        return ""
    halted = bool(HALTED & standings_in(text).keys()) != bool(HALTED & standings_in(question).keys())
    contrary, named = halted or bool(opposed(question, text)), _names(question, around, subject)
    negated = _negates(fold(text)) != _negates(question)
    if contrary or negated:
        return NO if contrary != negated and named else ""
    if _is_intended(text):
        return ""
    if direction(question) and (not direction(text) or SHARE.search(fold(text)) and not SHARE.search(question)):
        return _moved(question, text)
    to_come = TO_COME.search(fold(text)) and not TO_COME.search(question.partition(" att ")[0])
    if ALREADY.search(question) and to_come and not THAN.search(question):
        return NO if named else ""
    return YES if _spoken_of(question, around, subject, SAME) >= FOR_YES else ""


def _is_intended(text: str) -> bool:
    """Is it a point of what is to be done ('• Utbilda personal')?"""
    first = tokens(text)[:1]
    return is_point(text) and [infinitives().get(word) for word in first] == first


def _negates(text: str) -> bool:
    """Does the main clause of a text negate?"""
    return NEGATES.search(SUBORDINATE.sub(" ", text)) is not None


def _names(question: str, text: str, subject: Subject) -> bool:
    """Does a text name what the question is about, or half of it, and not another sort of it?"""
    held, met = words_of(text), opposed(question, text) | alike(question, text)
    core = [(c, w) for c, w in subject.weighed if c in subject.core and not stems_in(c.word) & met]
    told = sum(w for c, w in core if c.found_in(held) >= HALF and not siblings(c.word, text))
    return told >= OF_CORE * sum(w for _, w in core)


def _moved(question: str, text: str) -> str:
    """Whether something went the way that is asked, by its figures at the two years that the question names."""
    years = [str(year) for year in sorted(years_in(question))]
    values = {year: Decimal(n.replace(",", ".")) for n, year in AT_YEAR.findall(GROUPED.sub("", text))}
    if len(years) != 2 or not set(years) <= values.keys():
        return ""
    change = values[years[1]] - values[years[0]]
    return YES if change * direction(question) > 0 else NO


def _spoken_of(question: str, text: str, subject: Subject, least: float = NAMED) -> float:
    """How much of what the question says a text speaks of, in its words, in others of the same side or against them.

    Where `least` is no more than that, half of a compound counts as half of it.
    """
    held, met = words_of(text), opposed(question, text) | alike(question, text)
    told = 0.0
    for concept, weight in subject.weighed:
        found = concept.found_in(held)
        if found >= least or stems_in(concept.word) & met:
            told += weight
        elif least == NAMED and found >= HALF:
            told += weight / 2
    return told
