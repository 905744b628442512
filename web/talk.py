"""What happens when a user asks, takes a chip away or starts again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from assistant.models import NO_CHOICES, Answer, Choices, Turn
from corpus.documents import Document
from web.answer_text import sentence_count
from web.conversation import Exchange, conversation, failed, waiting, welcome

Exchanges = tuple[Exchange, ...]
Shown = tuple[str, Exchanges]


class Answering(Protocol):
    """What the page needs of an assistant; it is called from several threads at once."""

    def ask(self, question: str, turns: Sequence[Turn] = (), choices: Choices = NO_CHOICES) -> Answer:
        """One answer, in the light of earlier turns and of what the user chose by hand."""
        ...

    def examples(self) -> list[str]:
        """Questions that the indexed documents can answer."""
        ...

    def documents(self) -> list[Document]:
        """What is in the index."""
        ...

    def file_of(self, document_id: str) -> Path | None:
        """The document's file on disk, if it is there."""
        ...


@dataclass(frozen=True, slots=True)
class Talk:
    """The steps of a conversation; what has been said is passed in and out, never kept here."""

    assistant: Answering

    def begin(self) -> Shown:
        """An empty conversation with example questions."""
        return welcome(self.assistant.examples()), ()

    def ask(self, question: str, exchanges: Exchanges) -> Iterator[Shown]:
        """The question at once, then its answer sentence by sentence, then its sources."""
        return self._answer(question, exchanges, NO_CHOICES)

    def ask_without(self, field: str, value: str, exchanges: Exchanges) -> Iterator[Shown]:
        """The last question asked again without one chip of its reading."""
        *earlier, last = exchanges
        choices = replace(last.choices, dropped=last.choices.dropped | {(field, value)})
        return self._answer(last.turn.question, tuple(earlier), choices)

    def fail(self, exchanges: Exchanges) -> str:
        """What is shown when an answer broke off."""
        return failed(exchanges)

    def _answer(self, question: str, earlier: Exchanges, choices: Choices) -> Iterator[Shown]:
        yield waiting(earlier, question), earlier
        turns = [exchange.turn for exchange in earlier]
        answer = self.assistant.ask(question, turns, choices)
        said = (*earlier, Exchange(Turn(question, answer.reading, answer), choices))
        for sentences in range(1, sentence_count(answer) + 1):
            yield conversation(said, sentences), said
        yield conversation(said), said
