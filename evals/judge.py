"""A language model's opinion of each answer, beside the mechanical score and never in its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.compose import Writer
from assistant.llm import ModelUnavailable
from assistant.prompts import prompt, version_of
from evals.folder import Folder
from evals.models import Case
from evals.run import Progress

RIGHT, WHY = "ratt", "varfor"
SCHEMA: dict[str, object] = {
    "type": "object",
    "properties": {WHY: {"type": "string"}, RIGHT: {"type": "boolean"}},
    "required": [WHY, RIGHT],
    "additionalProperties": False,
}
NO_ANSWER = "Det framgår inte av dokumenten."
OBJECT = re.compile(r"\{.*\}", re.DOTALL)


def judge_cases(writer: Writer, cases: Sequence[Case], folder: Folder, progress: Progress) -> str:
    """Ask the judge of every answer that has no verdict yet; returns why it had to stop, or ''."""
    answers, heard = folder.answers(), folder.opinions()
    left = [case for case in cases if case.type != "retrieval" and case.id in answers and case.id not in heard]
    try:
        for done, opinion in enumerate(_opinions(writer, left, answers), 1):
            folder.add_opinion(opinion)
            if not progress(done, len(left)):
                break
    except ModelUnavailable as error:
        return str(error)
    return ""


def _opinions(writer: Writer, cases: Sequence[Case], answers: Mapping[str, Any]) -> Iterator[dict[str, object]]:
    for case in cases:
        text = str(answers[case.id].get("answer") or "")
        said = "".join(piece.text for piece in writer.write(prompt("judge"), asked(case, text), SCHEMA))
        right, why = read_verdict(said)
        yield {"id": case.id, "right": right, "why": why, "model": writer.name, "prompt": version_of("judge")}


def asked(case: Case, answer: str) -> str:
    """What the judge is given of a case; every text is written as JSON, so that none can pass for another part."""
    parts: dict[str, object] = {
        "samtal": case.history, "fråga": case.question, "väntat svar": _expected(case), "måste finnas": case.must,
        "får inte finnas": case.must_not, "svar att granska": answer,
    }  # fmt: skip
    return "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in parts.items() if value)


def _expected(case: Case) -> str:
    return case.answer or (NO_ANSWER if case.type == "unanswerable" else "")


def read_verdict(said: str) -> tuple[bool | None, str]:
    """The verdict in what a model wrote; None where there is none."""
    found = OBJECT.search(said)
    try:
        fields = json.loads(found[0]) if found else {}
    except ValueError:
        fields = {}
    right = fields.get(RIGHT) if isinstance(fields, dict) else None
    return (right, str(fields.get(WHY) or "")) if isinstance(right, bool) else (None, "")
