"""Files of questions, one a line as JSON, and their answers in the same order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from assistant.answering import Assistant
from assistant.contract import as_contract


class BadQuestions(Exception):
    """A file of questions that cannot be used; the message names the file, the line and the fault."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a file, with the user's earlier questions, oldest first."""

    id: object
    question: str
    history: tuple[str, ...] = ()


def answered(assistant: Assistant, question: str, history: tuple[str, ...] = ()) -> dict[str, object]:
    """The answer as the contract has it, after a conversation that is really held again."""
    turns = assistant.replay(history)
    start = perf_counter()
    answer = assistant.ask(question, turns)
    return as_contract(answer, perf_counter() - start)


def read_questions(path: Path) -> list[Asked]:
    """The questions of a file. Raises BadQuestions before any of them is asked."""
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except OSError as error:
        raise BadQuestions(f"{path} kan inte läsas: filen finns inte eller är inte läsbar.") from error
    except UnicodeError as error:
        raise BadQuestions(f"{path} kan inte läsas: filen är inte UTF-8.") from error
    return list(_read_lines(lines, path.name))


def _read_lines(lines: list[str], name: str) -> Iterator[Asked]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _read_line(line, f"{name}, rad {number}")


def _read_line(line: str, where: str) -> Asked:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadQuestions(f"{where}: raden är inte giltig JSON.") from error
    if not isinstance(fields, dict) or not isinstance(fields.get("question"), str) or "id" not in fields:
        raise BadQuestions(f"{where}: raden ska ha fälten ”id” och ”question”.")
    history = fields.get("history") or []
    if not isinstance(history, list) or not all(isinstance(turn, str) for turn in history):
        raise BadQuestions(f"{where}: ”history” ska vara en lista med frågor.")
    return Asked(fields["id"], fields["question"], tuple(history))
