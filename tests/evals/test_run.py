"""A run is a folder that explains itself; it can be stopped, taken up again and scored again."""

import json
from pathlib import Path
from typing import Any

import pytest

from evals.baseline import keep_baseline, read_earlier
from evals.bench import finish, no_pictures, score_folder
from evals.folder import BadRun, Folder
from evals.models import Case, score_of
from evals.run import answer_cases
from tests.evals.literals import ABOUT, CASES, HOME_CARE, KIRUNA, Told, score

RIGHT = "Hemtjänsten kostar −74 922 tkr 2022 [1]."
FOLLOWUP = Case("följd", "Och hemtjänsten?", "followup", ("Vad kostar parkerna?",), must=(("74 922",),))


def go_on(_done: int, _all: int) -> bool:
    return True


def begun(path: Path, cases: tuple[Case, ...] = CASES) -> Folder:
    folder = Folder(path)
    folder.begin({**ABOUT, "started": "2026-01-01"}, cases)
    return folder


def test_a_run_keeps_every_answer_with_its_evidence_and_time(tmp_path: Path) -> None:
    folder = begun(tmp_path / "run")
    assert answer_cases(Told(hemtjänsten=RIGHT), (HOME_CARE,), folder, go_on)
    kept = folder.answers()["hemtjänst"]
    assert (kept["answer"], kept["status"], kept["citations"][0]["page"]) == (RIGHT, "answered", 6)
    assert kept["contexts"] == [{"document": "plan.pdf", "page": 6, "text": HOME_CARE.evidence[0].quote}]
    assert kept["marks"] == {"1": [[6, 1, 2, 3, 4]]}
    assert kept["seconds"] >= 0


def test_a_history_is_held_again_before_the_question(tmp_path: Path) -> None:
    told = Told(hemtjänsten=RIGHT)
    answer_cases(told, (FOLLOWUP,), begun(tmp_path / "run", (FOLLOWUP,)), go_on)
    assert told.asked == [("Vad kostar parkerna?", 0), ("Och hemtjänsten?", 1)]


def test_a_stopped_run_goes_on_where_it_was(tmp_path: Path) -> None:
    cases = tuple(Case(f"f{n}", f"hemtjänsten {n}", "lookup", must=(("74 922",),)) for n in range(4))
    folder = begun(tmp_path / "run", cases)
    assert not answer_cases(Told(hemtjänsten=RIGHT), cases, folder, lambda done, _all: done < 2)
    told, seen = Told(hemtjänsten=RIGHT), list[tuple[int, int]]()
    again = begun(tmp_path / "run", cases)
    assert answer_cases(told, cases, again, lambda *progress: seen.append(progress) is None)
    assert [question for question, _ in told.asked] == ["hemtjänsten 2", "hemtjänsten 3"]
    assert seen == [(3, 4), (4, 4)]
    assert list(again.answers()) == ["f0", "f1", "f2", "f3"]


def test_an_answer_that_was_cut_off_is_asked_for_again(tmp_path: Path) -> None:
    folder = begun(tmp_path / "run")
    answer_cases(Told(hemtjänsten=RIGHT), CASES, folder, go_on)
    path = tmp_path / "run" / "answers.jsonl"
    whole = path.read_text("utf-8")
    path.write_text(whole[:-20], "utf-8")
    assert list(folder.answers()) == ["hemtjänst"]
    answer_cases(Told(hemtjänsten=RIGHT), CASES, folder, go_on)
    assert list(folder.answers()) == ["hemtjänst", "kiruna"]


def test_a_case_that_fails_costs_no_other_case_and_is_told(tmp_path: Path) -> None:
    cases = (Case("k", "krasch?", "lookup", must=(("7",),)), HOME_CARE)
    folder = begun(tmp_path / "run", cases)
    answer_cases(Told(hemtjänsten=RIGHT), cases, folder, go_on)
    scores = score_folder(folder).scores
    assert [(s.id, s.unscored, s.values.get("right")) for s in scores] == [
        ("k", "ZeroDivisionError: krasch", None),
        ("hemtjänst", "", 1.0),
    ]


def test_a_folder_with_another_run_or_other_files_is_left_alone(tmp_path: Path) -> None:
    folder = begun(tmp_path / "run")
    with pytest.raises(BadRun, match="har en annan körning: koden är inte desamma"):
        folder.begin({**ABOUT, "code": "other", "started": "2026-01-02"}, CASES)
    (tmp_path / "notes.txt").write_text("viktigt", "utf-8")
    with pytest.raises(BadRun, match="är inte tom och är ingen körning"):
        Folder(tmp_path).begin(ABOUT, CASES)
    with pytest.raises(BadRun, match="kan inte skapas"):
        Folder(tmp_path / "notes.txt" / "run").begin(ABOUT, CASES)


def test_a_run_that_is_scored_again_has_the_same_scores(tmp_path: Path) -> None:
    folder = begun(tmp_path / "run")
    answer_cases(Told(hemtjänsten=RIGHT), CASES, folder, go_on)
    first = finish(folder, no_pictures).run
    assert Folder(tmp_path / "run").cases() == CASES
    assert finish(Folder(tmp_path / "run"), no_pictures).run == first
    assert tuple(folder.scores()) == first.scores
    written = sorted(path.name for path in (tmp_path / "run").iterdir())
    assert written == ["answers.jsonl", "cases.csv", "cases.jsonl", "cases.xlsx", "places.json", "report.html",
                       "run.json", "scores.jsonl"]  # fmt: skip


def test_a_baseline_is_read_as_it_was_kept_beside_those_of_other_sets(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    timed = score("a", right=True, missing=("74 922",))
    timed = score_of({**timed.as_dict(), "values": {**timed.values, "seconds": 0.5, "mrr": 1 / 3}})
    keep_baseline(path, {**ABOUT, "started": "2026-01-01"}, [timed])
    keep_baseline(path, {**ABOUT, "set": "annan"}, [score("b", right=False)])
    earlier = read_earlier(path, "liten")
    assert earlier.about == ABOUT
    assert [(s.id, s.missing, s.values) for s in earlier.scores] == [
        ("a", ("74 922",), {"right": 1.0, "wrong_figure": 0.0, "mrr": 1 / 3})
    ]
    assert [s.id for s in read_earlier(path, "annan").scores] == ["b"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (None, "finns inte"),
        ("{", "är ingen baslinje"),
        ("[]", "är ingen baslinje"),
        ("{}", "har ingen baslinje för liten"),
        (json.dumps({"liten": {"about": {}, "scores": [{"nej": 1}]}}), "är ingen baslinje"),
    ],
)
def test_a_file_that_is_no_baseline_is_refused_in_words(tmp_path: Path, content: Any, fault: str) -> None:
    path = tmp_path / "baseline.json"
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(BadRun, match=fault):
        read_earlier(path, "liten")


def test_a_folder_that_is_no_run_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(BadRun, match=r"är ingen körning: run\.json saknas eller är skadad"):
        read_earlier(tmp_path, "liten")
    begun(tmp_path / "run", (KIRUNA,))
    with pytest.raises(BadRun, match="är ingen körning med poäng"):
        read_earlier(tmp_path / "run", "liten")
