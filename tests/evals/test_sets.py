"""The project's own sets: large enough, of every kind, and every evidence stands in the documents."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from random import Random

import pypdfium2
import pytest

from evals.baseline import read_earlier
from evals.cases import SETS, read_cases
from evals.compare import compare
from evals.evidence import contradicted, located, unproved
from evals.gate import objections
from evals.models import Case, Score
from evals.shelf import Shelf
from evals.templates import EXAMPLES
from evals.texts import words

ROOT = SETS.parent.parent


@lru_cache
def bundled() -> Shelf:
    """The pages of the documents that come with the project, read by another library than the program's own."""
    return Shelf({path.name: pages(path) for path in sorted((ROOT / "corpus" / "pdf").glob("*.pdf"))})


def pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def cases_of(name: str) -> tuple[Case, ...]:
    return read_cases(SETS / name / "questions.jsonl")


def test_the_own_set_has_many_cases_of_every_kind_and_class() -> None:
    cases = cases_of("own")
    assert len(cases) >= 150
    assert set(words("kinds")) - {case.type for case in cases} <= {"retrieval"}
    assert {case.class_ for case in cases if case.type == "unanswerable"} == set(words("classes"))


def test_the_two_sets_share_no_question() -> None:
    own, rare = ({case.question.lower() for case in cases_of(name)} for name in ("own", "rare"))
    assert own & rare == set()


@pytest.mark.parametrize("name", ["own", "rare"])
def test_every_evidence_stands_in_a_document_and_every_expected_answer_is_right(name: str) -> None:
    found = [located(case, bundled()) for case in cases_of(name)]
    assert [(case.id, said) for case in found for said in (*unproved(case), *contradicted(case))] == []


def test_the_templates_examples_are_about_the_bundled_documents() -> None:
    (piece,) = EXAMPLES[0].evidence
    assert piece.page
    assert "74 922" in bundled().pages[piece.doc][piece.page - 1].replace("\u00a0", " ")


def test_the_baseline_is_of_the_own_set_as_it_is() -> None:
    kept = {score.id: score.digest for score in read_earlier(SETS.parent / "baseline.json", "own").scores}
    assert kept == {case.id: case.digest for case in cases_of("own")}


def test_five_answers_that_are_lost_of_the_baselines_are_caught_and_none_lost_passes() -> None:
    """Ten trials with five of the right answers turned wrong at random, and one with none."""
    before = list(read_earlier(SETS.parent / "baseline.json", "own").scores)
    right = [score.id for score in before if score.values.get("right")]
    caught = [bool(list(objections(compare(before, losing(before, Random(n).sample(right, 5)))))) for n in range(10)]
    assert caught == [True] * 10
    assert list(objections(compare(before, before))) == []


def losing(scores: list[Score], ids: list[str]) -> list[Score]:
    return [replace(score, values={**score.values, "right": 0.0}) if score.id in ids else score for score in scores]
