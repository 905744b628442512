"""Lists with their count: points under an introduction, rows of a table that meet a condition, headings of a kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.amounts import with_amounts
from assistant.asked import asks_count
from assistant.bracketed import bracketed_lists
from assistant.called import CALLED, besides_sort, called, count_asked, lists_called, of_another, sort_asked
from assistant.candidates import PRIOR, best_sentences
from assistant.conditions import rows_that
from assistant.enumerated import counts, enumerates
from assistant.evidence import WHOLE, Subject, around, split_sentences, words_of
from assistant.found import Found, draft_of
from assistant.headed import HEADED, headed_lists
from assistant.labelled import labelled_lists
from assistant.library import Library
from assistant.models import Draft, Evidence, Intent, Reading
from assistant.standing import UNTOLD, standing_asked
from assistant.tabled import tabled_lists
from corpus.documents import PassageKind
from corpus.swedish.standings import standings_in

ENOUGH = 0.38  # of the subject that a list's introduction and headings must cover
SURE = 0.6  # how well a list fits that no sentence goes before
NAMES_LESS = 0.3  # what a table loses whose head names none of the core
MOSTLY = 0.5  # of the subject's core that points which name a thing asked for must hold together
READ = 20  # passages looked at for points of lists
OF_THAT_YEAR = 0.1  # what a list gains whose document covers a year that is asked for
COUNTED = 0.2  # what a list gains that is as long as the question says
BOARD = re.compile(r"s?nämnd(?:en)?\b")  # what stands after the name of a board


def list_items(reading: Reading, evidence: Sequence[Evidence], subject: Subject, library: Library) -> Draft | None:
    """A draft with the items asked for and their count, or None where no list fits."""
    counts = reading.intent is Intent.FIGURE and asks_count(reading)
    if reading.intent is not Intent.LIST and not counts:
        return None
    meeting = rows_that(reading, evidence, subject, library)
    if meeting or counts:
        return draft_of(meeting) if meeting else None
    sort = sort_asked(reading.question)
    subject = _besides(reading, evidence, subject) if sort else subject
    sources = [*evidence, *(e for e in lists_called(sort, reading, library) if e not in evidence)]
    told = (
        *(_so_far(reading, found) for found in _points(sources, subject, sort)),
        *tabled_lists(reading, sources, subject, library),
        *headed_lists(reading, subject, library),
        *bracketed_lists(sources, subject, sort),
        *labelled_lists(reading, subject, sort, library),
    )
    count = count_asked(reading.question)
    years = set(reading.scope.years)

    def fit(found: Found) -> float:
        covers = any(not years.isdisjoint(source.document.years) for source in found.sources[:1])
        other = CALLED * of_another(reading.question, found.lead)
        return found.fit + COUNTED * (len(found.items) == count) + OF_THAT_YEAR * covers - other

    found = max(told, key=fit, default=None)
    if not found or found.fit < ENOUGH or not found.items:
        return None
    if found.fit < SURE and _told_in_text(reading, evidence, subject, found):
        return None
    return draft_of(with_amounts(found, reading))


def _told_in_text(reading: Reading, evidence: Sequence[Evidence], subject: Subject, found: Found) -> bool:
    """Does the best sentence name several things, and hold more of what the question is about than the list's lead?"""
    best = next(iter(best_sentences(reading, evidence, subject)), None)
    lead = words_of(f"{found.lead} {' '.join(found.sources[0].passage.headings[-1:])}")
    if best is None or not enumerates(best.text):
        return False
    return subject.core_share(words_of(best.text)) > subject.core_share(lead)


def _besides(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> Subject:
    """What a list of a sort is about: not the whole board or its name, nor the words that mean the sort."""
    asked = words_of(reading.question)
    boards = [words_of(BOARD.sub(" ", e.document.board)) for e in evidence[:1]]
    named = [c for c in subject.concepts for board in boards if board and board <= asked and words_of(c.word) <= board]
    return besides_sort(reading.question, subject.without([WHOLE, *named]))


def _so_far(reading: Reading, found: Found) -> Found:
    """The list, as fitting less where it does not tell how far its points have come, and that is asked."""
    standing = standing_asked(reading.question)
    told = standing is None or standing.name in standings_in(found.lead)
    return found if told else replace(found, fit=found.fit - UNTOLD)


def _points(evidence: Sequence[Evidence], subject: Subject, sort: frozenset[str]) -> Iterable[Found]:
    for place, source in enumerate(evidence):
        for before, items in split_lists(source.passage.text) if source.passage.kind is PassageKind.LIST else ():
            if place < READ:
                yield from _named_points(items, source, subject, place)
            intro, heading = _introduction(before), " ".join(source.passage.headings[-1:])
            words = words_of(f"{intro} {heading}")
            share = subject.core_share(words)
            so_called = called(before, items, sort)
            if share == 0 or len(items) < 2 or place >= READ and not so_called:
                continue
            fit = subject.share(words, around(source)) + PRIOR / (1 + place) - NAMES_LESS / 2 * (1 - share)
            fit = max(fit, HEADED + (1 - HEADED) * share + CALLED) if so_called else fit
            yield Found(intro.rstrip(":.") or heading, tuple(items), len(items), (source,), fit)


def _introduction(before: str) -> str:
    """The last sentence before some points that introduces them: it counts them, or does not end as one; or ''."""
    every = split_sentences(before)
    return next((text for text in reversed(every) if counts(text) or not text.endswith(".")), "")


def _named_points(items: Sequence[str], source: Evidence, subject: Subject, place: int) -> Iterable[Found]:
    """The points that all name the thing asked for, of a list about several things."""
    for concept in subject.core:
        named = tuple(item for item in items if concept.found_in(words_of(item)) >= ENOUGH)
        share = subject.core_share(words_of(" ".join([*named, *source.passage.headings[-1:]])))
        if len(named) > 1 and share >= MOSTLY:
            fit = subject.share(words_of(concept.word), around(source)) + PRIOR / (1 + place) - NAMES_LESS * (1 - share)
            yield Found(concept.word.capitalize(), named, len(named), (source,), fit)


def split_lists(text: str) -> list[tuple[str, list[str]]]:
    """Each list of a passage: the line that introduces it, and its points."""
    out: list[tuple[str, list[str]]] = []
    before = ""
    for line in text.split("\n"):
        if not line.startswith("• "):
            before = line
        elif before or not out:
            out.append((before, [line[2:]]))
            before = ""
        else:
            out[-1][1].append(line[2:])
    return out
