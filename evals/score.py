"""One answer judged against its case, by rules that a reader can follow; no model is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from evals.matching import figures_of, holds, plain, plain_answer, supports, unsupported
from evals.models import Case, Piece, Score
from evals.retrieval import DEEPEST, retrieval

LONGEST, LONGER_BY_FACT = 60, 12  # words of an answer, and how many more for each fact that it must tell
ITS_OWN_FIGURES = ("compute", "compare", "followup", "ambiguous")  # kinds whose figures need stand in no source

Answer = Mapping[str, Any]  # one line of `plansvar ask --batch`, as it was stored


def score_all(cases: Iterable[Case], answers: Mapping[str, Answer]) -> list[Score]:
    """A score for each case, in order."""
    return [score(case, answers.get(case.id)) for case in cases]


def score(case: Case, answer: Answer | None) -> Score:
    """How one case went. Without an answer it is not scored, which is not the same as wrong."""
    if answer is None or answer.get("error"):
        reason = str(answer["error"]) if answer else "Fallet har inget svar."
        return _of(case, unscored=reason)
    text = plain_answer(str(answer.get("answer") or ""))
    missing = tuple(fact[0] for fact in case.must if not any(holds(form, text) for form in fact))
    bad = tuple(form for form in case.must_not if holds(form, text))
    quotes = [str(citation.get("quote") or "") for citation in answer.get("citations") or []]
    figures = [] if case.type in ITS_OWN_FIGURES else figures_of(case.question, text)
    without = tuple(unsupported(figures, plain(" ".join(quotes))))
    values = _told(case, answer, text, (missing, bad)) | _receipt(case, len(figures), len(without))
    values |= _sources(case, answer, right=bool(values.get("right")))
    return _of(case, values=values, missing=missing, bad=bad, unsupported=without)


def _of(case: Case, **found: Any) -> Score:
    documents = tuple(dict.fromkeys(name for piece in case.evidence for name, _ in piece.places)) or case.docs
    return Score(case.id, case.digest, case.type, case.class_, case.category, documents, **found)


def _told(case: Case, answer: Answer, text: str, faults: tuple[Sequence[str], Sequence[str]]) -> dict[str, float]:
    """Right or wrong, the wrong figures, saying no, length and time."""
    missing, bad = faults
    abstained = bool(answer.get("abstained"))
    length = len(text.split())
    values = {"wrong_figure": float(bool(bad)), "words": float(length)}
    if isinstance(answer.get("seconds"), int | float):
        values["seconds"] = float(answer["seconds"])
    if case.type == "unanswerable":
        values |= {"right": float(abstained), "abstention_recall": float(abstained)}
    elif case.answerable:
        too_long = length > LONGEST + LONGER_BY_FACT * len(case.must)
        right = _asked_back(case, missing, bad) if _asks_back(case, answer) else not (
            abstained or missing or bad or too_long)  # fmt: skip
        values |= {"right": float(right), "right_answerable": float(right)}
        values |= {"false_abstention": float(abstained), "too_long": float(too_long)}
    if abstained and case.type != "retrieval":
        values["abstention_precision"] = float(not case.answerable)
    return values


def _asks_back(case: Case, answer: Answer) -> bool:
    return case.type == "ambiguous" and bool(answer.get("asks_back"))


def _asked_back(case: Case, missing: Sequence[str], bad: Sequence[str]) -> bool:
    """A question back is right where it names at least two of the alternatives."""
    return len(missing) <= max(0, len(case.must) - 2) and not bad


def _receipt(case: Case, figures: int, without: int) -> dict[str, float]:
    if case.type in ITS_OWN_FIGURES:
        return {}
    share = {"receipt": 1 - without / figures} if figures else {}
    return {"unsupported_figure": float(without > 0)} | share


def _sources(case: Case, answer: Answer, right: bool) -> dict[str, float]:
    """Citations and search against the evidence; nothing for a case that has none."""
    if not case.evidence:
        return {}
    contexts = (answer.get("contexts") or [])[:DEEPEST]
    values = retrieval([[_holds(piece, context) for context in contexts] for piece in case.evidence])
    if not case.answerable:
        return values
    citations = answer.get("citations") or []
    held = [[_holds(piece, citation) for citation in citations] for piece in case.evidence]
    on_page = [[_on_page(piece, citation) for citation in citations] for piece in case.evidence if piece.places]
    values |= _covered("citation", held) | _covered("page", on_page)
    return values | ({"cited": float(any(map(any, held)))} if right else {})


def _covered(name: str, held: Sequence[Sequence[bool]]) -> dict[str, float]:
    """Precision over the citations and recall over the pieces, of a table piece × citation."""
    if not held:
        return {}
    recall = {f"{name}_recall": sum(map(any, held)) / len(held)}
    hits = [any(column) for column in zip(*held, strict=True)]
    return recall | ({f"{name}_precision": sum(hits) / len(hits)} if hits else {})


def _holds(piece: Piece, source: Mapping[str, Any]) -> bool:
    """Does a citation or a hit hold a piece: by its words, or by its page where it has no quote?"""
    if piece.quote:
        return supports(piece.quote, str(source.get("quote") or source.get("text") or ""))
    return source.get("page") == piece.page and (not piece.places or _on_page(piece, source))


def _on_page(piece: Piece, citation: Mapping[str, Any]) -> bool:
    return (citation.get("document"), citation.get("page")) in piece.places
