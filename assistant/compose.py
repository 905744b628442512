"""The answer as a model writes it over the program's own: each sentence is checked before it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import Protocol

from assistant.briefing import brief
from assistant.cite import renumber
from assistant.llm import ModelUnavailable, Piece
from assistant.models import Answer, Citation, Evidence
from assistant.prompts import reply, version_of
from assistant.replying import said_in, schema_of
from assistant.suggest import suggestions
from assistant.support import Ground, fault_of, ground_of, under_right_labels
from assistant.survival import adds, leads, missing


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


@dataclass(slots=True)
class Sheet:
    """What has been written so far: the model's sentences, after the program's text or in its place."""

    ground: Ground
    leads: bool = False
    sound: bool = False  # has any sentence held?
    written: list[str] = field(default_factory=list)
    withheld: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    first: float = 0.0
    tokens: tuple[int, int] = (0, 0)
    text: str = ""

    @property
    def lead(self) -> str:
        """Whose words come first, the model's or the program's; or the program's are alone."""
        return ("model" if self.leads else "program") if self.written else "alone"

    @property
    def shown(self) -> list[str]:
        """The paragraphs of the answer, whole at any time: what the model has not told again, the program tells."""
        told, ground = [" ".join(self.written)] if self.written else [], self.ground
        return [*told, *missing(ground.facts, told, ground.question)] if self.leads and told else [*ground.lines, *told]


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
            if said.is_question and not sheet.sound:
                break  # what it leads on to is no better
            if said.is_question:
                sheet.questions.append(said.text)
            elif _take(said.text, sheet):
                sheet.first = sheet.first or perf_counter() - start
                yield replace(_answer(plain, sheet, desk), unfinished=True)
    except ModelUnavailable as error:
        failed = str(error)
        sheet.written.clear()  # half of what it meant to say is nobody's answer
    failed = failed or _nothing_held(sheet)
    if not any(sheet.tokens):  # it was broken off, and its server did not come to tell
        sheet.tokens = desk.writer.count(briefing.told + briefing.asked), desk.writer.count(sheet.text)
    yield _whole(_answer(plain, sheet, desk), sheet, desk, (failed, perf_counter() - start))


def _texts(pieces: Iterator[Piece], sheet: Sheet) -> Iterator[str]:
    with closing(pieces):  # type: ignore[type-var]
        for piece in pieces:
            sheet.text += piece.text
            sheet.tokens = (sheet.tokens[0] + piece.tokens_in, sheet.tokens[1] + piece.tokens_out)
            yield piece.text


def _take(sentence: str, sheet: Sheet) -> bool:
    """Take a sentence that holds, and that leads or adds something; returns whether it is shown."""
    ground = sheet.ground
    sentence = under_right_labels(sentence, ground)
    fault = fault_of(sentence, ground)
    if fault:
        sheet.withheld.append(sentence)
        sheet.faults.append(fault)
        return False
    sheet.sound = True
    if not sheet.written and leads(sentence, ground.facts, ground.question):
        sheet.leads = True
    elif not (sheet.leads and _tells_more(sentence, sheet) or adds(sentence, sheet.shown, ground.question)):
        return False
    sheet.written.append(sentence)
    return True


def _tells_more(sentence: str, sheet: Sheet) -> bool:
    """Does a further sentence tell what the program would have to add?"""
    facts, question = sheet.ground.facts, sheet.ground.question
    left = missing(facts, sheet.written, question)
    return len(missing(facts, [*sheet.written, sentence], question)) < len(left)


def _nothing_held(sheet: Sheet) -> str:
    """Why nothing of what the model wrote is shown, where that is for the reader to know."""
    if sheet.sound:
        return ""
    return reply("model", "unsupported" if sheet.heard else "empty")


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
    asked = suggestions(sheet.questions, answer, desk.answered) if sheet.sound and not failed else ()
    withheld = tuple(dict.fromkeys([*answer.withheld, *sheet.withheld]))
    return replace(answer, text=answer.text + line, details=details, suggestions=asked, withheld=withheld)
