"""What happens when a user asks, changes the reading, sets a filter, stops or starts again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from assistant.models import NO_CHOICES, Answer, Choices, Turn
from corpus.documents import Document
from web.chips import FIELDS
from web.conversation import broken, conversation, growing, waiting, welcome
from web.follow import examples_by_role
from web.talks import Said, TalkKey, Talks


class Answering(Protocol):
    """What the page needs of an assistant; it is called from several threads at once."""

    def ask(self, question: str, turns: Sequence[Turn] = (), choices: Choices = NO_CHOICES) -> Answer:
        """One answer, in the light of earlier turns and of what the user chose by hand."""
        ...

    def stream(self, question: str, turns: Sequence[Turn] = (), choices: Choices = NO_CHOICES) -> Iterator[Answer]:
        """The answer as it grows, and last the whole."""
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
    """The steps of a conversation; what has been said is kept with `talks`, never here."""

    assistant: Answering
    talks: Talks

    def shown(self, key: TalkKey) -> str:
        """The conversation as it stands, or how to begin one."""
        said = self.talks.of(key)
        if said.asked:
            return broken(said, "stopped") if said.halted else waiting(said)
        if not said.exchanges:
            return welcome(examples_by_role(self.assistant.examples()))
        return conversation(said, self.assistant.documents())

    def begin(self, key: TalkKey) -> str:
        """An empty conversation; the filters stay."""
        said = self.talks.of(key)
        self.talks.keep(key, Said(filters=said.filters, run=said.run + 1))
        return self.shown(key)

    def ask(self, key: TalkKey, question: str) -> Iterator[str]:
        """The question at once, then its answer as it grows, then its sources."""
        said = self.talks.of(key)
        return self._answer(key, replace(said, asked=question, choices=Choices(pinned=said.filters)))

    def change(self, key: TalkKey, field: str, value: str, to: str) -> Iterator[str]:
        """The last question asked again with one chip of its reading changed, or taken away where `to` is ''."""
        said = self.talks.of(key)
        if not said.exchanges or to and field not in FIELDS:
            return iter(())
        *earlier, last = said.exchanges
        pinned = last.choices.pinned - {(field, value)} | ({(field, to)} if to else set())
        choices = Choices(last.choices.dropped | {(field, value)}, frozenset(pinned))
        before = replace(said, exchanges=tuple(earlier), asked=last.turn.question, choices=choices)
        return self._answer(key, before)

    def filter(self, key: TalkKey, field: str, to: str) -> None:
        """Set what every question to come is about in one field; '' for anything."""
        said = self.talks.of(key)
        others = frozenset(chosen for chosen in said.filters if chosen[0] != field)
        self.talks.keep(key, replace(said, filters=others | ({(field, to)} if to else set())))

    def retry(self, key: TalkKey) -> Iterator[str]:
        """The question that was stopped or failed, asked again."""
        said = self.talks.of(key)
        return self._answer(key, said) if said.asked else iter(())

    def stop(self, key: TalkKey) -> str:
        """The user has had enough: what is shown, and the answer that was on its way is not wanted any more."""
        said = self.talks.of(key)
        return broken(self.talks.keep(key, replace(said, run=said.run + 1, halted=True)), "stopped")

    def failed(self, key: TalkKey) -> str:
        """What is shown when an answer broke off."""
        return broken(self.talks.of(key), "failed")

    def _answer(self, key: TalkKey, said: Said) -> Iterator[str]:
        said = self.talks.keep(key, replace(said, run=said.run + 1, halted=False))
        yield waiting(said)
        answer: Answer | None = None
        for answer in self.assistant.stream(said.asked, said.turns, said.choices):
            if self.talks.of(key).run > said.run:
                yield self.shown(key)
                return
            yield growing(said, answer)
        if answer is None:
            raise RuntimeError("the assistant gave no answer at all")
        done = said.answered(Turn(said.asked, answer.reading, answer))
        done = replace(done, filters=self.talks.of(key).filters)
        yield conversation(self.talks.keep(key, done), self.assistant.documents())
