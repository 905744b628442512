"""Small cases, answers and scores for the tests of the bench."""

from collections.abc import Sequence
from typing import Any

from assistant.models import Answer, Citation, Evidence, Intent, Reading, Scope, Status, Turn
from corpus.documents import Box, Document, Passage, PassageKind
from evals.models import Case, Piece, Run, Score

PLAN = Document("p", "plan.pdf", "Plan", "Timrå", "socialnämnden", "plan", (2022,), "0" * 64)
ROW = "Hemtjänst NETTO −74 922 −76 420"
HOME_CARE = Case(
    "hemtjänst",
    "Vad kostar hemtjänsten 2022?",
    "table",
    category="budget",
    answer="-74 922 tkr",
    must=(("74 922", "74,9 mnkr"), ("tkr", "mnkr")),
    must_not=("76 420",),
    evidence=(Piece("plan.pdf", ROW, None, (("plan.pdf", 6),)),),
)
KIRUNA = Case("kiruna", "Vad kostar hemtjänsten i Kiruna?", "unanswerable", class_="uncovered_place")
CASES = (HOME_CARE, KIRUNA)

ABOUT = {
    "set": "liten",
    "cases": 2,
    "cases_digest": "c",
    "documents": {"plan.pdf": "0" * 64},
    "seed": 1,
    "code": "k",
    "index": {"format": "4"},
    "settings": {"embedder": "m"},
    "prompts": {},
    "versions": {"python": "3.11"},
}


def answer(text: str, **fields: Any) -> dict[str, Any]:
    """A stored answer that cites the row of home care."""
    cited = {"n": 1, "document": "plan.pdf", "page": 6, "quote": ROW}
    found = {"document": "plan.pdf", "page": 6, "text": ROW}
    return {"answer": text, "abstained": False, "asks_back": False, "citations": [cited], "contexts": [found],
            "seconds": 0.5, **fields}  # fmt: skip


def score(name: str, right: bool, wrong_figure: bool = False, **fields: Any) -> Score:
    """A score of a case that is the same in every run."""
    values = {"right": float(right), "wrong_figure": float(wrong_figure)}
    return Score(name, "d", "table", values=values, **fields)


def run_of(*scores: Score, cases: tuple[Case, ...] = CASES, **answers: dict[str, Any]) -> Run:
    """A run of small cases."""
    return Run(ABOUT, cases, answers, scores)


class Told:
    """An assistant that answers from a list of texts, remembers what it was asked, and fails on "krasch"."""

    def __init__(self, **texts: str) -> None:
        self.texts, self.asked = texts, list[tuple[str, int]]()

    def ask(self, question: str, turns: Sequence[Turn] = ()) -> Answer:
        """The text whose name stands in the question, with its citation."""
        self.asked.append((question, len(turns)))
        if "krasch" in question:
            raise ZeroDivisionError("krasch")
        text = next((text for name, text in self.texts.items() if name in question), "")
        passage = Passage("x", "p", PassageKind.ROW, ("Budget",), ROW, (6,), 0, boxes=(Box(6, 1, 2, 3, 4),))
        citation = Citation(1, "plan.pdf", "Plan", 6, "5", "Budget", ROW, "p", "x", passage.boxes)
        status = Status.ANSWERED if text else Status.NOT_IN_DOCUMENTS
        reading = Reading(question, question, Intent.FIGURE, Scope())
        cited = ((citation,), (Evidence(passage, PLAN, 1.0),)) if text else ((), ())
        return Answer(status, text or "Det framgår inte.", reading, *cited)

    def replay(self, questions: Sequence[str]) -> list[Turn]:
        """The turns of a conversation, asked again."""
        answers = [self.ask(question) for question in questions]
        return [Turn(question, a.reading, a) for question, a in zip(questions, answers, strict=True)]
