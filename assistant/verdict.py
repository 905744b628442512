"""Yes or no, where a sentence or a row of a table settles which; nothing where it does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.evidence import CELL, Subject, sentences, words_of
from assistant.models import Evidence, Intent, Reading
from corpus.swedish.opposites import alike, direction, opposed, stems_in
from corpus.swedish.periods import years_in
from corpus.swedish.statuses import answers, status_in
from corpus.swedish.words import fold

YES, NO = "Ja.", "Nej."
NAMED, HALF, SAME = 0.5, 0.3, 0.85  # a form's weight from which it names a concept, half of it, and the very thing
FOR_YES, FOR_NO, FOR_STATUS = 0.7, 0.45, 0.4  # of what the question says that a text must speak of to settle it so
NEAR = 0.6  # of the first sentence's score that one which says yes or no needs to go before it
OWN = 0.4  # of it that the sentence itself must speak of, beside what leads up to it
NEGATES = re.compile(r"\b(?:inte|ej|icke|ingen|inget|inga|aldrig|varken|utan|saknas?|nekas?|nekades)\b", re.I)
CHOICE = re.compile(r"\beller\b")  # which of two, that no yes answers
ALREADY = re.compile(r"^\W*(?:är|har|hade|blev|hann|fick|kom|gick|lyckades|antogs|beslutade|genomfördes|var|nådde)\b")
TO_COME = re.compile(r"\b(?:kommer att|komma att|ska|skall|planeras|väntas|avser|beräknas|räknar med att)\b")
AT_YEAR = re.compile(r"(\d+(?:,\d+)?)\s*(?:%|procent|kronor|tkr|mnkr)?\s*(?:år\s|\(|under\s|i\s)\s*((?:19|20)\d\d)\b")
GROUPED = re.compile(r"(?<=\d)\s(?=\d{3}\b)")
FULFILS = re.compile(r"\b(?:uppnå|nå|uppfyll|klara)\w*\b[^?]*\bmål|\bmål\w*\b[^?]*\b(?:uppnå|nå|uppfyll|klara)\w*\b")
JUDGED = re.compile(r"\b(?:uppnå|nå(?:s|dd|tt|r)?\b|uppfyll|klara|bidrar|mål\w*uppfyllelse|grön|gult?\b|röd|rött)")
PARTLY = re.compile(r"\bdelvis\b")


def yes_or_no(reading: Reading, text: str, subject: Subject, before: str = "") -> str:
    """'Ja.', 'Nej.' or 'Delvis.' as one sentence or row settles the question; '' where it does not.

    `before` is the sentence that leads up to it, which may name what it speaks of.
    """
    question = fold(reading.question)
    status = status_in(text) if CELL in text or ": " in text else ""
    if CHOICE.search(question):
        return ""
    if status and _spoken_of(question, text, subject) >= FOR_STATUS:
        return answers(question, status)
    if FULFILS.search(question):
        return _fulfilled(question, fold(text), subject)
    return _told(question, text, subject, before)


def settling(reading: Reading, found: Sequence[tuple[float, str, str]], subject: Subject) -> int | None:
    """Which of some sentences, each with its score and the one before it, is the best that says yes or no.

    None where that is not asked, or none near the first says it. A row goes first where goals are asked about.
    """
    if reading.intent is not Intent.YES_NO or not found:
        return None
    near = [at for at, (score, *_) in enumerate(found) if score >= NEAR * found[0][0]]
    if FULFILS.search(fold(reading.question)):
        near.sort(key=lambda at: CELL not in found[at][1])
    return next((at for at in near if yes_or_no(reading, found[at][1], subject, found[at][2])), None)


def leading(source: Evidence, at: int) -> str:
    """The sentence that leads up to another one of its passage, '' where none does."""
    every = sentences(source.passage)
    return every[at - 1] if at and not is_point(every[at]) else ""


def is_point(text: str) -> bool:
    """Does a sentence open a point of a list, which says nothing of the point before?"""
    return text.startswith("• ")


def _fulfilled(question: str, told: str, subject: Subject) -> str:
    """Whether a goal is met, as a sentence judges it."""
    if not JUDGED.search(told) or subject.core_share(words_of(told)) < HALF:
        return ""
    if PARTLY.search(told):
        return "Delvis."
    return NO if bool(NEGATES.search(told)) != bool(NEGATES.search(question)) else YES


def _told(question: str, text: str, subject: Subject, before: str) -> str:
    """What running text says: the contrary, a negation, what is yet to come, or the same as is asked."""
    spoken = _spoken_of(question, f"{text} {before}", subject)
    if spoken < FOR_NO or _spoken_of(question, text, subject) < OWN:
        return ""
    contrary = bool(opposed(question, text))
    negated = bool(NEGATES.search(fold(text))) != bool(NEGATES.search(question))
    if contrary or negated:
        return NO if contrary != negated else ""
    if direction(question) and not direction(text):
        return _moved(question, text)
    if ALREADY.search(question) and TO_COME.search(fold(text)) and not TO_COME.search(question.partition(" att ")[0]):
        return NO
    return YES if _spoken_of(question, f"{text} {before}", subject, SAME) >= FOR_YES else ""


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
