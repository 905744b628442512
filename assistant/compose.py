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
from assistant.orders import is_order
from assistant.prompts import reply, version_of
from assistant.replying import SCHEMA, said_in
from assistant.support import Ground, fault_of, ground_of, heeded_text, under_right_labels, unfounded_words
from assistant.survival import LISTED, adds, leads, missing
from corpus.swedish.numbers import is_year, numbers_in

LONGEST_QUESTION = 16  # words of a question that is suggested
TOLD_OF = 6  # passages whose words a suggested question may use


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
    can_answer: Callable[[str], bool]


@dataclass(slots=True)
class Sheet:
    """What has been written so far: the model's sentences, after the program's text or before what they left out."""

    before: tuple[str, ...] = ()
    written: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    withheld: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    first: float = 0.0
    tokens: tuple[int, int] = (0, 0)

    @property
    def shown(self) -> list[str]:
        """The paragraphs of the answer."""
        return [*self.before, *([" ".join(self.written)] if self.written else []), *self.after]


def compose(plain: Answer, desk: Desk) -> Iterator[Answer]:
    """The answer growing, all of it checked; the last is whole. Where nothing holds, it is the one without a model."""
    start = perf_counter()
    briefing = brief(plain, desk.writer.room, desk.writer.count)
    ground, sheet, failed = ground_of(plain, briefing.sources), Sheet(), ""
    if any(LISTED in line for line in ground.lines):  # a list is the program's: there is nothing to wait for
        sheet.before, sheet.first = ground.lines, perf_counter() - start
        yield _answer(plain, sheet, ground, desk)
    try:
        for said in said_in(_texts(desk.writer.write(briefing.told, briefing.asked, SCHEMA), sheet)):
            if said.text in sheet.heard:
                break  # it goes round in circles
            sheet.heard.append(said.text)
            if said.is_question:
                sheet.questions.append(said.text)
            elif _take(said.text, ground, sheet):
                sheet.first = sheet.first or perf_counter() - start
                yield _answer(plain, sheet, ground, desk)
    except ModelUnavailable as error:
        failed = str(error)
    failed = failed or ("" if sheet.shown else reply("model", "unsupported"))
    _complete(sheet, ground)
    yield _whole(_answer(plain, sheet, ground, desk), sheet, desk, (failed, perf_counter() - start))


def _texts(pieces: Iterator[Piece], sheet: Sheet) -> Iterator[str]:
    with closing(pieces):  # type: ignore[type-var]
        for piece in pieces:
            sheet.tokens = (sheet.tokens[0] + piece.tokens_in, sheet.tokens[1] + piece.tokens_out)
            yield piece.text


def _take(sentence: str, ground: Ground, sheet: Sheet) -> bool:
    """Take a sentence that holds; where the first does not tell what is asked, the program's text goes first."""
    sentence = under_right_labels(sentence, ground)
    fault = fault_of(sentence, ground)
    if fault:
        sheet.withheld.append(sentence)
        sheet.faults.append(fault)
        return False
    first = not sheet.shown
    if first and not leads(sentence, ground.facts):
        sheet.before = ground.lines
    if first and not sheet.before or adds(sentence, sheet.shown, ground.facts):
        sheet.written.append(sentence)
        return True
    return first


def _complete(sheet: Sheet, ground: Ground) -> None:
    """Add what the model left out; all of it where the model wrote nothing that holds."""
    if sheet.written and not sheet.before:
        sheet.after += missing(ground.facts, sheet.written)
    elif not sheet.written:
        sheet.before = ground.lines


def _answer(plain: Answer, sheet: Sheet, ground: Ground, desk: Desk) -> Answer:
    text, cited = renumber(sheet.shown, ground.sources)
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
        "lead": "program" if sheet.before else "model", "fell_back": failed,
    }  # fmt: skip
    line = "" if not failed else "\n" + reply("model", "fell_back", reason=failed)
    asked = tuple(question for question in dict.fromkeys(sheet.questions) if _may_be_asked(question, answer, desk))
    withheld = tuple(dict.fromkeys([*answer.withheld, *sheet.withheld]))
    return replace(answer, text=answer.text + line, details=details, suggestions=asked, withheld=withheld)


def _may_be_asked(question: str, answer: Answer, desk: Desk) -> bool:
    """Is a suggested question a question, in words that the answer's sources have, and one that has an answer?"""
    known = " . ".join([answer.reading.question, *(heeded_text(e) for e in answer.evidence[:TOLD_OF])])
    asks = question.endswith("?") and len(question.split()) <= LONGEST_QUESTION and question != answer.reading.question
    claims = any(not is_year(number) for number in numbers_in(question))
    plain = asks and not claims and not is_order(question)
    return plain and not unfounded_words(question, known) and desk.can_answer(question)
