"""The answer as a model writes it over the program's own: each sentence is checked before it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Protocol

from assistant.briefing import brief
from assistant.cite import renumber
from assistant.llm import ModelUnavailable, Piece
from assistant.models import Answer, Citation, Evidence
from assistant.prompts import reply, version_of
from assistant.replying import said_in, schema_of
from assistant.sheet import Sheet
from assistant.suggest import suggestions
from assistant.support import ground_of


class Writer(Protocol):
    """What is needed of a language model; `room` is the tokens that a prompt may have."""

    name: str
    room: int
    count: Callable[[str], int]

    def write(self, told: str, asked: str, schema: Mapping[str, object] | None = None) -> Iterator[Piece]:
        """The pieces of its text. Raises ModelUnavailable."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """What an answer is written with: the model, and what the program lends it."""

    writer: Writer
    cite: Callable[[Sequence[Evidence]], tuple[Citation, ...]]
    answered: Callable[[str], Answer]


def compose(plain: Answer, desk: Desk) -> Iterator[Answer]:
    """The program's answer at once, then as the model words it, all of it checked; the last is whole."""
    start = perf_counter()
    yield replace(plain, unfinished=True)
    briefing = brief(plain, desk.writer.room, desk.writer.count)
    sheet, failed = Sheet(ground_of(plain, briefing.sources)), ""
    pieces = desk.writer.write(briefing.told, briefing.asked, schema_of(len(briefing.sources)))
    try:
        for said in said_in(_texts(pieces, sheet)):
            if said.text in sheet.heard:
                break  # it goes round in circles
            sheet.heard.append(said.text)
            if said.is_question and not sheet.written:
                break  # what leads on from nothing is no better
            if said.is_question:
                sheet.questions.append(said.text)
            elif sheet.take(said.text):
                sheet.first = sheet.first or perf_counter() - start
                yield replace(_answer(plain, sheet, desk), unfinished=True)
    except ModelUnavailable as error:
        failed = sheet.break_off(str(error))
    failed = failed or sheet.lack
    if not any(sheet.tokens):  # it was broken off, and its server did not come to tell
        sheet.tokens = desk.writer.count(briefing.told + briefing.asked), desk.writer.count(sheet.text)
    yield _whole(_answer(plain, sheet, desk), sheet, desk, (failed, perf_counter() - start))


def _texts(pieces: Iterator[Piece], sheet: Sheet) -> Iterator[str]:
    with closing(pieces):  # type: ignore[type-var]
        for piece in pieces:
            sheet.text += piece.text
            sheet.tokens = (sheet.tokens[0] + piece.tokens_in, sheet.tokens[1] + piece.tokens_out)
            yield piece.text


def _answer(plain: Answer, sheet: Sheet, desk: Desk) -> Answer:
    text, cited = renumber(sheet.shown, sheet.ground.sources)
    evidence = (*cited, *(e for e in plain.evidence if e not in cited))
    return replace(plain, text=text, citations=desk.cite(cited), evidence=evidence)


def _whole(answer: Answer, sheet: Sheet, desk: Desk, ended: tuple[str, float]) -> Answer:
    """The last answer, with what became of the model's sentences and what they cost."""
    failed, seconds = ended
    details = {
        "model": desk.writer.name, "prompt": version_of("answer"),
        "tokens_in": sheet.tokens[0], "tokens_out": sheet.tokens[1],
        "seconds": round(seconds, 3), "first": round(sheet.first or seconds, 3),
        "withheld": len(sheet.withheld), "faults": tuple(sheet.faults),
        "lead": sheet.lead, "fell_back": failed,
    }  # fmt: skip
    line = "" if not failed else "\n" + reply("model", "fell_back", reason=failed)
    asked = suggestions(sheet.questions, answer, desk.answered) if not failed else ()
    withheld = tuple(dict.fromkeys([*answer.withheld, *sheet.withheld]))
    return replace(answer, text=answer.text + line, details=details, suggestions=asked, withheld=withheld)
