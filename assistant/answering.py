"""One question, step by step: from what was typed to a cited, checked answer. Decides the Status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter

from assistant.absence import beside_earlier, is_of_board_asked, not_found, outside_scope
from assistant.asked import intent_of
from assistant.check import check
from assistant.cite import citations_of, renumber
from assistant.compose import Desk, Writer, compose
from assistant.drafting import Gathered, Sources, computed, draft, find, told
from assistant.examples import example_questions
from assistant.followup import beside_told
from assistant.library import Library
from assistant.models import NO_CHOICES, Answer, Choices, Citation, Draft, Evidence, Reading, Scope, Status, Turn
from assistant.onward import told_on
from assistant.parting import ROOM, ask_apart, joined, separate
from assistant.premise import unfounded
from assistant.prompts import reply
from assistant.refuse import refusal
from assistant.rewrite import in_full
from assistant.sides import side_by_side, sides_of
from assistant.together import together
from assistant.understand import understand
from corpus.documents import Document, Page
from vectorstore.search import Searcher
from vectorstore.store import Store

TOLD = (Status.ANSWERED, Status.PARTLY_ANSWERED)  # what a model may word; the rest is the program's alone


class Assistant:
    """Answers questions over one index; keeps no conversation of its own."""

    def __init__(self, store: Store, searcher: Searcher, writer: Writer | None = None) -> None:
        self._store, self._searcher, self._writer = store, searcher, writer
        self._documents = store.documents()
        self._sources = Sources(searcher, Library(store, self._documents), self._documents)

    def ask(self, question: str, turns: Sequence[Turn] = (), choices: Choices = NO_CHOICES) -> Answer:
        """The answer to a question in the light of earlier turns and of what the user chose by hand."""
        *_, last = self.stream(question, turns, choices)
        return last

    def stream(self, question: str, turns: Sequence[Turn] = (), choices: Choices = NO_CHOICES) -> Iterator[Answer]:
        """The answer as it grows, all of it checked, and last the whole; without a language model that alone."""
        start = perf_counter()
        plain = self._plainly(question, turns, choices)
        if self._writer and plain.status in TOLD:
            answers = compose(plain, Desk(self._writer, self._cited, self._without_model))
        else:
            answers = iter([plain])
        for answer in answers:
            yield replace(answer, timings={"seconds": perf_counter() - start})

    def _plainly(self, question: str, turns: Sequence[Turn], choices: Choices) -> Answer:
        """The answer without a model, which decides the status; a model may only word a follow-up in full."""
        refused = refusal(question)
        if refused:
            return _plain(question, *refused)
        if not self._documents:
            return _plain(question, Status.NOT_IN_DOCUMENTS, reply("refusal", "no_documents"))
        reading = understand(question, self._documents, turns, choices)
        plain = self._answered(reading, turns, choices)
        if not (self._writer and turns and plain.status is Status.NOT_IN_DOCUMENTS):
            return plain
        full = understand(in_full(question, turns, self._writer), self._documents, turns, choices)
        again = self._answered(replace(full, scope=reading.scope, chips=reading.chips), turns, choices)
        return again if again.status is Status.ANSWERED else plain

    def _answered(self, reading: Reading, turns: Sequence[Turn], choices: Choices) -> Answer:
        """The steps from a reading to its checked answer, the first that has something to say."""
        found = find(reading, self._sources)
        mentions = partial(self._searcher.mentions, reading.scope.documents)
        outside = outside_scope(reading, self._documents, mentions, found.evidence)
        if outside:
            return Answer(Status.NOT_IN_DOCUMENTS, outside, reading)
        answer = (
            self._apart(found, turns, choices)
            or unfounded(reading, found.evidence, found.subject, self._documents)
            or beside_told(reading, turns, self._sources.library)
            or told_on(reading, turns, self._sources.library)
            or computed(found, self._sources)
            or side_by_side(sides_of(reading, self._documents), partial(draft, sources=self._sources), self._documents)
            or told(found, self._sources)
            or beside_earlier(reading, turns, self._documents)
            or not_found(reading, found.evidence, self._documents)
        )
        return self._checked(reading, answer, found.evidence)

    def _without_model(self, question: str) -> Answer:
        return self._plainly(question, (), NO_CHOICES)

    def _apart(self, found: Gathered, turns: Sequence[Turn], choices: Choices) -> Draft | None:
        """Several questions in one answered one by one, each in the light of those before; None unless all are."""
        asked: list[Turn] = []
        for part in separate(found.reading.question):
            understood = replace(understand(part, self._documents, [*turns, *asked], choices), room=ROOM)
            asked.append(Turn(part, understood, _plain(part, Status.ANSWERED, "")))
        if not ask_apart([turn.reading for turn in asked]):
            return None
        whole = together(found.reading, [turn.reading for turn in asked], found.evidence, found.subject)
        if whole:
            return whole
        drafts = [each for turn in asked if (each := draft(turn.reading, self._sources))]
        return joined(drafts) if len(drafts) == len(asked) else None

    def _checked(self, reading: Reading, drafted: Draft, evidence: Sequence[Evidence]) -> Answer:
        """The draft with only what its sources hold; nothing left means that the documents do not tell."""
        receipt = check(drafted)
        if not receipt.kept or not is_of_board_asked(reading, drafted.cited, self._documents):
            drafted = not_found(reading, evidence, self._documents)
            receipt = replace(check(drafted), withheld=receipt.withheld)
        text, cited = renumber(receipt.kept, drafted.cited)
        ordered = tuple(cited) + tuple(e for e in evidence if e not in cited)
        return Answer(drafted.status, text, reading, self._cited(cited), ordered, receipt.withheld)

    def _cited(self, cited: Sequence[Evidence]) -> tuple[Citation, ...]:
        return citations_of(cited, self._store)

    def search(self, text: str, most: int = 10) -> list[Evidence]:
        """The passages that a question or some words find, best first, within the documents that they name."""
        return list(find(understand(text, self._documents), self._sources).evidence[:most]) if self._documents else []

    def page(self, document_id: str, index: int) -> Page | None:
        """One page of a document, by its place in the file."""
        return next((page for page in self._store.pages_of(document_id) if page.index == index), None)

    def replay(self, questions: Sequence[str]) -> list[Turn]:
        """The turns of a conversation, asked again from the first question on."""
        turns: list[Turn] = []
        for question in questions:
            answer = self._plainly(question, turns, NO_CHOICES)
            turns.append(Turn(question, answer.reading, answer))
        return turns

    def examples(self) -> list[str]:
        """Questions to begin with, made from what is in the index."""
        return example_questions(self._documents, self._sources.library)

    def documents(self) -> list[Document]:
        """The documents that can be asked about."""
        return list(self._documents)

    def file_of(self, document_id: str) -> Path | None:
        """The file of a document on disk."""
        return self._store.path_of(document_id)


def _plain(question: str, status: Status, text: str) -> Answer:
    return Answer(status, text, Reading(question, "", intent_of(question), Scope()))
