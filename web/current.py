"""The assistant over the index as it is now: opened again, between two questions, once documents came or went."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from assistant.models import NO_CHOICES, Answer, Choices, Turn
from corpus.documents import Document
from web.talk import Answering


class Current:
    """An assistant that can be exchanged while it is asked; a question keeps the one it began with."""

    def __init__(self, reopen: Callable[[], Answering]) -> None:
        self._reopen = reopen
        self._assistant = reopen()

    def renew(self) -> None:
        """Take in what the index holds now."""
        self._assistant = self._reopen()

    def ask(self, question: str, turns: Sequence[Turn] = (), choices: Choices = NO_CHOICES) -> Answer:
        """One answer of the assistant as it is now."""
        return self._assistant.ask(question, turns, choices)

    def stream(self, question: str, turns: Sequence[Turn] = (), choices: Choices = NO_CHOICES) -> Iterator[Answer]:
        """One growing answer of the assistant as it is now."""
        return self._assistant.stream(question, turns, choices)

    def replay(self, questions: Sequence[str]) -> list[Turn]:
        """The turns of a conversation, held again with the assistant as it is now."""
        turns: list[Turn] = []
        for question in questions:
            answer = self.ask(question, turns)
            turns.append(Turn(question, answer.reading, answer))
        return turns

    def examples(self) -> list[str]:
        """Questions that the indexed documents can answer."""
        return self._assistant.examples()

    def documents(self) -> list[Document]:
        """What is in the index."""
        return self._assistant.documents()

    def file_of(self, document_id: str) -> Path | None:
        """The document's file on disk, if it is there."""
        return self._assistant.file_of(document_id)
