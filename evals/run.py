"""A run: every case asked, its answer kept at once. Scoring is apart (score.py), so that it can be done again."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from time import perf_counter
from typing import Protocol

from assistant.contract import as_contract
from assistant.models import Answer, Turn
from evals.folder import Folder
from evals.models import Case

log = logging.getLogger(__name__)

Progress = Callable[[int, int], bool]  # (cases done, cases in all) -> go on?


class Asked(Protocol):
    """What a run needs of the assistant."""

    def ask(self, question: str, turns: Sequence[Turn] = ()) -> Answer:
        """The answer to one question."""

    def replay(self, questions: Sequence[str]) -> list[Turn]:
        """The turns of a conversation, held again."""


def answer_cases(assistant: Asked, cases: Sequence[Case], folder: Folder, progress: Progress) -> bool:
    """Ask every case that has no answer yet; False where `progress` said to stop before the last."""
    answered = folder.answers()
    left = [case for case in cases if case.id not in answered]
    for done, answer in enumerate(_answers(assistant, left), len(cases) - len(left) + 1):
        folder.add(answer)
        if not progress(done, len(cases)) and done < len(cases):
            return False
    return True


def _answers(assistant: Asked, cases: Sequence[Case]) -> Iterator[dict[str, object]]:
    for case in cases:
        try:
            yield {"id": case.id, **_answer(assistant, case)}
        except Exception as error:
            # One case that fails must not cost the hours of the others; it is told as unscored.
            log.exception("case %s failed", case.id)
            yield {"id": case.id, "error": f"{type(error).__name__}: {error}"}


def _answer(assistant: Asked, case: Case) -> dict[str, object]:
    turns = assistant.replay(case.history)
    start = perf_counter()
    answer = assistant.ask(case.question, turns)
    seconds = perf_counter() - start
    marks = {str(c.n): [(b.page, b.x0, b.top, b.x1, b.bottom) for b in c.boxes] for c in answer.citations}
    told = {"timings": dict(answer.timings), "details": dict(answer.details)}
    rest = {"withheld": list(answer.withheld), **told, "marks": marks}
    return {**as_contract(answer, seconds), **rest}
