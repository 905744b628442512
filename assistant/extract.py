"""The one to three sentences, or the list, that answer: taken from passages in the documents' own words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from assistant.asked import measured_in
from assistant.called import bears_names
from assistant.candidates import GLOSSED, Candidate, best_sentences, led_up_to, opens_with_term
from assistant.enumerated import enumerates, listed, names_listed, points_of
from assistant.evidence import CELL, Subject, around, sentences, words_of
from assistant.excerpts import asked_cells, mark, readable, trim
from assistant.models import Draft, Evidence, Intent, Reading
from assistant.nuances import tells_state
from assistant.scope import mentions
from assistant.singling import after_its_name, person_meant, under_its_heading
from assistant.sought import SHORTEST, holds_answer, names_something, settled_by_form
from assistant.verdict import is_point, settling, told_at, yes_or_no
from corpus.swedish.cues import cue
from corpus.swedish.numbers import numbers_in
from corpus.swedish.periods import years_in
from corpus.swedish.words import light_words

ENOUGH = 0.85  # coverage of the subject's core and likeness together that an answer must reach
ENOUGH_LISTED, SEVERAL = 0.80, 3  # the same for a sentence that names several things, where a list is asked for
ENOUGH_NAMED = 0.65  # the same for one that names them by names, where the things asked for bear such
OWN, ALIKE = 0.15, 0.6  # of the core that the sentence itself must hold, unless it is as like the question as that
COVERED = 0.5  # of the subject that a sentence which names things, with its passage, must hold
SAID = 0.15  # of the subject that it must hold where the question names nothing but the whole
OWN_FIGURE = 0.4  # of the core that the answer itself must hold where a figure is asked for
OWN_FIGURE_ALIKE, VERY_ALIKE = 0.3, 0.75  # or less, of a sentence that is as like the question as that
NEARLY_BEST = 0.15  # what a sentence that answers may score less than one which is more like the question
HALF = 0.5  # of the core that it must itself hold
LISTED = (Intent.FACT, Intent.LIST)  # what may be told by all the points of a list
ALONE = (Intent.PERSON,)  # one sentence tells who; those beside it name others
SAID_OF = 0.3  # a form's weight from which the sentence with its heading is of what is measured
BESIDE = (Intent.PERSON, Intent.YES_NO)  # what is told by one passage
LIKE_OF = {Intent.COMPUTE: 0.33, Intent.COMPARE: 0.33, Intent.FIGURE: 0.22, Intent.PERSON: 0.22}  # see is_like
NEAR_BEST, ADDS = 0.5, 0.12  # what one from elsewhere may score less than the best, and must add of the subject
AS_GOOD, MORE = 0.2, 8  # what one that may be as right scores less, and words more that both may have together
LOOKED_AT = 8  # sentences of which one may stand beside the best


def extract(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> Draft | None:
    """A draft of the sentences that answer, or None where none covers enough of the question."""
    found = (c for c in best_sentences(reading, evidence, subject) if holds_answer(reading, c.text))
    most = None if reading.intent is Intent.YES_NO else LOOKED_AT  # what says yes or no may stand far down
    about = list(islice((c for c in found if is_about(reading, c, subject)), most))
    settles = settling(reading, [(c.score, told_at(c.evidence, c.at)) for c in about], subject)
    near = about[:1] + [c for c in about[1:] if _is_as_near(reading, c, about[0], subject)]
    best = about[settles] if settles is not None else next((c for c in near if _answers(reading, c, subject)), None)
    if best is None:
        return None
    beside = (person_meant(reading, text, subject) for text in _with_next(reading, best, subject))
    chosen = [asked_cells(reading, text) if CELL in text else text for text in beside]
    text = readable(best.evidence, trim(" ".join(chosen), subject, reading.room))
    if text.endswith(":") and not settled_by_form(reading, text) or len(text.split()) <= SHORTEST:
        return None
    if not is_like(reading, text, subject):
        return None
    text = after_its_name(reading, under_its_heading(reading, text.rstrip(":"), best.evidence), best.evidence)
    text = f"{_said(reading, best, subject)} {text}".strip()
    further = _further(reading, text, about, subject)
    if further:
        return Draft((mark(text, 1), mark(further.text, 2)), (best.evidence, further.evidence))
    return Draft((mark(text, 1),), (best.evidence,))


def is_like(reading: Reading, text: str, subject: Subject) -> bool:
    """Is an answer as like the question in meaning as answers of its sort are, where they differ in that from others?

    The least values are from 2,000 answers to questions put to the plans they are about, and to those of other places.
    """
    least = LIKE_OF.get(Intent.COMPUTE if reading.operation else reading.intent)
    return least is None or max(subject.likeness([text])) >= least


def enumerated(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> Draft | None:
    """The sentence that names several things, where a list is asked for and none says more of the question."""
    best = next(iter(best_sentences(reading, evidence, subject)), None) if reading.intent is Intent.LIST else None
    told = best is not None and CELL not in best.text and enumerates(best.text)
    return extract(reading, evidence, subject) if told else None


def _further(reading: Reading, text: str, about: Sequence[Candidate], subject: Subject) -> Candidate | None:
    """A sentence from elsewhere, nearly as good as the best, that holds something of the question which it does not.

    One that is as good, where no figure is asked for, is told whatever it holds: either may be what is meant.
    """
    if reading.intent in BESIDE or _lists_names(reading, about[0].text):
        return None
    lists = reading.intent is Intent.LIST and enumerates(about[0].text)  # beside a list stands nothing but another
    shown = words_of(text)
    for other in about[1:LOOKED_AT]:
        as_good = reading.intent is not Intent.FIGURE and other.score >= about[0].score - AS_GOOD
        room = reading.room + MORE * as_good
        fits = len(text.split()) + len(other.text.split()) <= room and CELL not in other.text
        adds = as_good or subject.share(shown | words_of(other.text)) - subject.share(shown) >= ADDS
        if lists and not enumerates(other.text) or not _same_state(reading, text, other):
            continue
        if fits and adds and other.score >= about[0].score - NEAR_BEST and other.text not in text:
            return other
    return None


def _same_state(reading: Reading, text: str, other: Candidate) -> bool:
    """Do both tell the state that what is counted is in ('tomma'), where one does?"""
    return tells_state(reading.question, other.text) or not tells_state(reading.question, text)


def _is_as_near(reading: Reading, other: Candidate, best: Candidate, subject: Subject) -> bool:
    """May a sentence answer in the place of the best: nearly as good, itself of the subject, and no name asked for?"""
    if cue("names", "asked", reading.question) or not subject.core:
        return False
    return other.score >= best.score - NEARLY_BEST and subject.core_share(words_of(other.text)) >= HALF


def _said(reading: Reading, best: Candidate, subject: Subject) -> str:
    """The yes or no of the sentence, where that is asked and it settles which."""
    asked = reading.intent is Intent.YES_NO
    return yes_or_no(reading, told_at(best.evidence, best.at), subject) if asked else ""


def _answers(reading: Reading, best: Candidate, subject: Subject) -> bool:
    """Does the sentence, with its passage, hold enough of what the question is about?"""
    known = words_of(best.evidence.passage.text) | around(best.evidence)
    if cue("names", "asked", reading.question) and not names_something(reading, best.text):
        return False
    own = words_of(" ".join([*_with_next(reading, best, subject), *best.evidence.passage.headings[-1:]]))
    names = reading.intent is Intent.LIST and enumerates(best.text) and best.covered >= COVERED
    if subject.core and subject.core_share(own) < OWN and best.like < ALIKE and not names:
        return False
    if _lists_names(reading, best.text):
        return subject.core_share(known) + best.like >= ENOUGH_NAMED
    enough = ENOUGH_LISTED if reading.intent is Intent.LIST and best.text.count(",") >= SEVERAL else ENOUGH
    return subject.core_share(known) + best.like >= enough


def _lists_names(reading: Reading, text: str) -> bool:
    """Does a sentence list names, where a list of things that bear such is asked for?"""
    return reading.intent is Intent.LIST and bears_names(reading.question) and names_listed(text) > 1


def is_about(reading: Reading, candidate: Candidate, subject: Subject) -> bool:
    """Where a figure is asked for: does the sentence with its heading hold enough of the core, and no other years?"""
    if _of_other_years(reading, candidate):
        return False
    if reading.intent is not Intent.FIGURE:
        return True
    own = words_of(" ".join([*_with_next(reading, candidate, subject), *candidate.evidence.passage.headings[-1:]]))
    measured = measured_in(reading.question)
    if any(c.found_in(own) < SAID_OF for c in subject.core if measured in c.word.split() and _is_noun(measured)):
        return False
    beside = words_of(led_up_to(candidate.evidence, candidate.at))
    enough = OWN_FIGURE_ALIKE if candidate.like >= VERY_ALIKE else OWN_FIGURE
    return subject.core_weight(own, beside) >= enough if subject.core else subject.share(own) >= SAID


def _is_noun(word: str) -> bool:
    """Can a word be the thing that is counted, and is not how it is ('hur många ordinarie ledamöter')?"""
    return word not in light_words()


def _of_other_years(reading: Reading, candidate: Candidate) -> bool:
    """Where a figure or a date is asked for: is a sentence of other years, by its words or else by its document?"""
    if not reading.scope.years or reading.intent not in (Intent.FIGURE, Intent.COMPUTE, Intent.DATE):
        return False
    document = () if reading.scope.kinds or reading.operation else candidate.evidence.document.years
    said = set(years_in(candidate.text) or document)
    before = sentences(candidate.evidence.passage)[max(candidate.at - 1, 0) : candidate.at]
    said |= set(years_in(" ".join(before)))
    naming = {year for _, years in mentions(reading.question) for year in years}  # 'delårsrapporten 2021'
    asked = set(reading.scope.years) - naming
    return bool(asked and said) and said.isdisjoint(asked)


def _with_next(reading: Reading, best: Candidate, subject: Subject) -> list[str]:
    """The sentence with those beside it, as long as the answer stays short; other figures only of the same thing."""
    every = sentences(best.evidence.passage)
    defines = reading.intent is Intent.DEFINITION and opens_with_term(subject, best.text)
    if reading.intent in ALONE or defines and GLOSSED.match(best.text):
        return [best.text]
    points = points_of(every, best.at, subject, " ".join(best.evidence.passage.headings[-1:]), reading.room)
    if points and reading.intent in LISTED:
        return points
    chosen = [best.at]
    room = reading.room - len(best.text.split())
    if reading.intent is Intent.LIST:
        return listed(every, best.at, subject, reading.room)
    for at in (best.at + 1,) if defines or _said(reading, best, subject) else (best.at + 1, best.at - 1, best.at + 2):
        between = every[min(at, best.at) + 1 : max(at, best.at) + 1]
        if any(map(is_point, between)):
            continue
        if 0 <= at < len(every) and _is_of_another(reading, best.text, every[at], subject):
            continue
        if 0 <= at < len(every) and len(every[at].split()) <= room and not every[at].endswith(":"):
            chosen.append(at)
            room -= len(every[at].split())
    return [every[at] for at in sorted(chosen)]


def _is_of_another(reading: Reading, answer: str, text: str, subject: Subject) -> bool:
    """Is what stands beside the answer another row, or a figure of something else where a figure is asked for?"""
    if CELL in answer and CELL in text:
        return True
    told = bool(subject.core) and subject.core_share(words_of(text)) == 1.0
    return reading.intent is Intent.FIGURE and bool(numbers_in(text)) and not told
