"""All cases of a run as a table, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evals.models import Case, Run, Score
from evals.reasons import outcome, reasons
from evals.texts import measures, words

COLUMNS = ("id", "fråga", "typ", "klass", "område", "väntat svar", "svar", "utfall", "varför", "belägg", "hänvisningar")


def table(run: Run) -> list[list[object]]:
    """Every case as a row, with the answer and each measure; an empty cell is a measure that was not taken."""
    rows = [_row(case, score, run.answers.get(case.id, {})) for case, score in zip(run.cases, run.scores, strict=True)]
    return [[*COLUMNS, *(measure.title for measure in measures().values())], *rows]


def _row(case: Case, score: Score, answer: Mapping[str, Any]) -> list[object]:
    places = "; ".join(f"{name} s. {page}" for piece in case.evidence for name, page in piece.places[:1])
    cited = "; ".join(f"{c.get('document')} s. {c.get('page')}" for c in answer.get("citations") or [])
    values = [score.values.get(name, "") for name in measures()]
    return [case.id, case.question, words("kinds")[case.type], words("classes").get(case.class_, ""), case.category,
            case.answer, str(answer.get("answer") or ""), outcome(score), " ".join(reasons(score)), places, cited,
            *values]  # fmt: skip
