"""Questions to go on with: examples for each role to begin, and what lies near an answer that was given."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked import intent_of
from assistant.models import Answer, Intent, Turn
from web.series import cited_figures

OF_NEWCOMERS = (Intent.DEFINITION, Intent.PERSON, Intent.DATE)
MOST = 3
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def examples_by_role(examples: Sequence[str]) -> dict[str, list[str]]:
    """The example questions by the role that asks such things; a role without any is left out."""
    roles: dict[str, list[str]] = {"politician": [], "newcomer": [], "evaluator": []}
    for question in examples:
        roles[_role(question)].append(question)
    return {role: questions for role, questions in roles.items() if questions}


def _role(question: str) -> str:
    """A figure of one year is for the decision, what words mean and who does what for the newcomer."""
    if intent_of(question) in OF_NEWCOMERS:
        return "newcomer"
    return "politician" if YEAR.search(question) else "evaluator"


def next_questions(turn: Turn) -> list[str]:
    """Those that a model suggests, then the same question for the other years that the cited row has a figure for."""
    return list(dict.fromkeys([*turn.answer.suggestions, *_for_other_years(turn)]))[:MOST]


def _for_other_years(turn: Turn) -> list[str]:
    years = YEAR.findall(turn.question)
    if len(years) != 1:
        return []
    asked = int(years[0])
    others = sorted(_years_of(turn.answer) - {asked}, key=lambda year: (abs(year - asked), year))
    return [YEAR.sub(str(year), turn.question) for year in others]


def _years_of(answer: Answer) -> set[int]:
    return {f.year for figures in cited_figures(answer).values() for f in figures if f.year and f.value is not None}
