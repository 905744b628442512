"""Runs in the background: one at a time, stopped where they are, and what breaks them is told."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from assistant.models import Answer, Turn
from evals.folder import BadRun, Folder
from evals.models import Case
from evals.running import Runs, State
from tests.evals.literals import ABOUT, Told

CASES = tuple(Case(f"f{n}", f"hemtjänsten {n}?", "lookup", must=(("74 922",),)) for n in range(3))
THREE = {**ABOUT, "cases": 3}


class Waiting(Told):
    """Answers each question once it is let."""

    def __init__(self) -> None:
        super().__init__(hemtjänsten="74 922 tkr [1].")
        self.begun, self.let = Event(), Event()

    def ask(self, question: str, turns: Sequence[Turn] = ()) -> Answer:
        self.begun.set()
        assert self.let.wait(10)
        return super().ask(question, turns)


def waited(runs: Runs, name: str) -> State:
    while runs.state(name).going:
        sleep(0.005)
    return runs.state(name)


def test_a_run_is_stopped_after_the_case_that_it_is_at_and_goes_on_from_there(tmp_path: Path) -> None:
    assistant, finished = Waiting(), list[str]()
    runs = Runs(tmp_path, assistant, lambda folder: finished.append(folder.path.name))
    runs.begin("ett", THREE, CASES)
    assert assistant.begun.wait(10)
    assert runs.state("ett") == State(0, 3, going=True)
    runs.stop("ett")
    assistant.let.set()
    assert waited(runs, "ett") == State(1, 3, going=False)
    assert finished == []
    runs.go_on("ett")
    assert waited(runs, "ett").finished
    assert (finished, [question for question, _ in assistant.asked]) == (["ett"], [case.question for case in CASES])


def test_two_runs_never_go_on_at_once(tmp_path: Path) -> None:
    assistant = Waiting()
    runs = Runs(tmp_path, assistant, lambda folder: None)
    runs.begin("ett", THREE, CASES)
    with pytest.raises(BadRun, match="En körning pågår redan"):
        runs.begin("två", THREE, CASES)
    assert not (tmp_path / "två").exists()
    assistant.let.set()
    waited(runs, "ett")
    runs.begin("två", THREE, CASES)
    waited(runs, "två")
    assert (runs.names(), runs.unused("ett"), runs.unused("tre")) == (["två", "ett"], "ett-2", "tre")


def test_a_run_that_breaks_off_says_why_and_loses_no_answer(tmp_path: Path) -> None:
    def broken(_folder: Folder) -> None:
        raise OSError("skivan är full")

    runs = Runs(tmp_path, Told(hemtjänsten="74 922 tkr [1]."), broken)
    runs.begin("ett", THREE, CASES)
    state = waited(runs, "ett")
    assert (state.done, state.error, state.finished) == (3, "OSError: skivan är full", False)
    assert runs.folder("ett").count() == 3


@pytest.mark.parametrize("name", ["borta", "..", "../ett", ""])
def test_a_run_that_is_not_there_is_said_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadRun, match="Ingen körning heter"):
        Runs(tmp_path, Told(), lambda folder: None).folder(name)
