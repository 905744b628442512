"""Lists with their count: points under an introduction, rows of a table that meet a condition, headings of a kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.asked import asks_count
from assistant.called import CALLED, besides_sort, called, lists_called, sort_asked
from assistant.candidates import PRIOR
from assistant.conditions import rows_that
from assistant.evidence import WHOLE, Subject, around, split_sentences, words_of
from assistant.found import Found, draft_of
from assistant.headed import HEADED, headed_lists
from assistant.library import Library
from assistant.models import Draft, Evidence, Intent, Reading
from assistant.standing import UNTOLD, standing_asked
from assistant.tabled import tabled_lists
from corpus.documents import PassageKind
from corpus.swedish.numbers import WORDS, count_of
from corpus.swedish.standings import standings_in
from corpus.swedish.words import fold

ENOUGH = 0.38  # of the subject that a list's introduction and headings must cover
NAMES_LESS = 0.3  # what a table loses whose head names none of the core
MOSTLY = 0.5  # of the subject's core that points which name a thing asked for must hold together
READ = 20  # passages looked at for points of lists
COUNTED = 0.2  # what a list gains that is as long as the question says
BOARD = re.compile(r"s?nämnd(?:en)?\b")  # what stands after the name of a board
COUNT = re.compile(rf"\b(?:vilka|de|nämn)\s+(\d\d?|{'|'.join(WORDS[2:])})\s+\w")


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
    )
    count = _count_asked(reading.question)
    found = max(told, key=lambda f: f.fit + COUNTED * (len(f.items) == count), default=None)
    if not found or found.fit < ENOUGH or not found.items:
        return None
    return draft_of(found)


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


def _count_asked(question: str) -> int:
    """How many things a question says that there are ('vilka tre områden'); 0 where it does not say."""
    match = COUNT.search(fold(question))
    return count_of(match[1]) if match else 0


def _points(evidence: Sequence[Evidence], subject: Subject, sort: frozenset[str]) -> Iterable[Found]:
    for place, source in enumerate(evidence):
        if source.passage.kind is PassageKind.LIST:
            for intro, items in split_lists(source.passage.text):
                heading = " ".join(source.passage.headings[-1:])
                fit = subject.share(words_of(f"{intro} {heading}"), around(source))
                so_called = called(intro, items, sort)
                if place < READ:
                    yield from _named_points(items, source, subject, place)
                elif not so_called:
                    continue
                share = subject.core_share(words_of(f"{intro} {heading}"))
                if share > 0 and len(items) > 1:
                    lead = _introduction(intro).rstrip(":") or heading
                    fit += PRIOR / (1 + place) - NAMES_LESS / 2 * (1 - share)
                    fit = max(fit, HEADED + (1 - HEADED) * share + CALLED) if so_called else fit
                    yield Found(lead, tuple(items), len(items), (source,), fit)


def _introduction(intro: str) -> str:
    """The last sentence of what stands before some points, or the last but one that ends with a colon."""
    every = split_sentences(intro)
    return next((text for text in reversed(every) if text.endswith(":")), every[-1] if every else "")


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
