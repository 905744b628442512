"""What the documents say to one question: computed, or told by a list, a row or their own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.caveats import with_caveats
from assistant.compute import compute
from assistant.contrast import contrast
from assistant.everywhere import everywhere
from assistant.evidence import Subject, gather, subject_of
from assistant.extract import enumerated, extract
from assistant.growth import grown_most
from assistant.library import Library
from assistant.lists import list_items
from assistant.lookup import look_up
from assistant.models import Draft, Evidence, Reading
from assistant.namesakes import keeps_names
from assistant.prose_share import share_told
from assistant.ranking import rank
from assistant.told_change import change_told
from corpus.documents import Document
from vectorstore.search import Searcher


@dataclass(frozen=True, slots=True)
class Sources:
    """What an answer is drafted from: the search, whole tables and documents, and the catalogue."""

    searcher: Searcher
    library: Library
    documents: Sequence[Document]


@dataclass(frozen=True, slots=True)
class Gathered:
    """A reading with what it is about and the evidence that was found for it, best first."""

    reading: Reading
    subject: Subject
    evidence: Sequence[Evidence]


def find(reading: Reading, sources: Sources) -> Gathered:
    """What a question is about, and the passages that may answer it."""
    subject = subject_of(reading, sources.searcher)
    return Gathered(reading, subject, gather(reading, subject, sources.searcher, sources.documents))


def draft(reading: Reading, sources: Sources) -> Draft | None:
    """What the documents in scope say: computed, or else told; None where nothing does."""
    found = find(reading, sources)
    return computed(found, sources) or told(found, sources)


def computed(found: Gathered, sources: Sources) -> Draft | None:
    """What arithmetic on the evidence says, where that is what is asked for."""
    return (
        grown_most(found.reading, found.evidence, found.subject, sources.library)
        or rank(found.reading, found.evidence, found.subject, sources.library)
        or change_told(found.reading, found.evidence, found.subject)
        or compute(found.reading, found.evidence, found.subject, sources.library)
        or share_told(found.reading, found.evidence, found.subject)
    )


def told(found: Gathered, sources: Sources) -> Draft | None:
    """What the evidence says without arithmetic: listed, looked up or in its own words."""
    reading, evidence, subject = found.reading, found.evidence, found.subject
    drafted = (
        list_items(reading, evidence, subject, sources.library)
        or contrast(reading, evidence, subject)
        or enumerated(reading, evidence, subject)
        or with_caveats(_looked_up(found, sources), reading, evidence, subject, sources.library)
        or extract(reading, evidence, subject)
    )
    return drafted if drafted is None or keeps_names(reading, drafted) else None


def _looked_up(found: Gathered, sources: Sources) -> Draft | None:
    """The cells that are asked for, those of every municipality where none is named."""

    def within(reading: Reading) -> Draft | None:
        there = find(reading, sources)
        return look_up(there.reading, there.evidence, there.subject)

    row = look_up(found.reading, found.evidence, found.subject)
    return everywhere(found.reading, row, found.subject, sources.documents, within)
