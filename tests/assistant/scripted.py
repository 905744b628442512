"""A language model that says what the test has it say, a few letters at a time."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.llm import ModelUnavailable, Piece
from assistant.tokens import estimate

LETTERS = 7  # of a piece


@dataclass
class Scripted:
    """Says its texts, one a call, the last again and again; where it has a `failure`, it ends with that."""

    texts: Sequence[str]
    failure: str = ""
    name: str = "skriven:modell"
    room: int = 1800
    prompts: list[str] = field(default_factory=list)

    def count(self, text: str) -> int:
        return estimate(text)

    def write(self, told: str, asked: str, schema: Mapping[str, object] | None = None) -> Iterator[Piece]:
        text = self.texts[min(len(self.prompts), len(self.texts) - 1)]
        self.prompts.append(f"{told}\n{asked}")
        for at in range(0, len(text), LETTERS):
            yield Piece(text[at : at + LETTERS])
        if self.failure:
            raise ModelUnavailable(self.failure)
        yield Piece("", tokens_in=estimate(told + asked), tokens_out=estimate(text))


def says(*sentences: str, questions: Sequence[str] = ()) -> Scripted:
    """A model that answers with JSON after the schema."""
    return Scripted([json.dumps({"meningar": sentences, "fragor": questions}, ensure_ascii=False, indent=1)])
