"""Runs in the background, one at a time: how far they have come, stopped and taken up again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread
from time import monotonic
from typing import Any

from evals.folder import BadRun, Folder
from evals.models import Case, Score
from evals.run import Asked, answer_cases

NAME = re.compile(r"[\w-]{1,100}")

Finish = Callable[[Folder], object]  # scores a run and writes its report


@dataclass(frozen=True, slots=True)
class State:
    """How far a run has come; `seconds_left` is None before the first answer, `error` is why it broke off."""

    done: int
    total: int
    going: bool
    seconds_left: float | None = None
    error: str = ""

    @property
    def finished(self) -> bool:
        """Has every case an answer, and the run its report?"""
        return not self.going and not self.error and self.done >= self.total


@dataclass(slots=True)
class _Going:
    name: str
    state: State
    stopped: bool = False


class Runs:
    """The runs of one folder."""

    def __init__(self, folder: Path, assistant: Asked, finish: Finish) -> None:
        self._folder, self._assistant, self._finish = folder, assistant, finish
        self._going: _Going | None = None
        self._lock = Lock()

    def names(self) -> list[str]:
        """Every run, the latest first."""
        found = [path.parent for path in self._folder.glob("*/run.json")]
        return [path.name for path in sorted(found, key=lambda path: path.name, reverse=True)]

    def unused(self, name: str) -> str:
        """The name, or one like it that no run has."""
        later = (f"{name}-{at}" for at in range(2, 10_000))
        return next(n for n in (name, *later) if not (self._folder / n).exists())

    def folder(self, name: str) -> Folder:
        """The folder of a run. Raises BadRun where there is none."""
        if not NAME.fullmatch(name) or not (self._folder / name / "run.json").exists():
            raise BadRun(f"Ingen körning heter ”{name}”.")
        return Folder(self._folder / name)

    def scores(self, name: str) -> list[Score]:
        """The scores of a run, none where it has not been scored."""
        folder = self.folder(name)
        return folder.scores() if (folder.path / "scores.jsonl").exists() else []

    def begin(self, name: str, about: Mapping[str, Any], cases: Sequence[Case]) -> None:
        """Start a run. Raises BadRun where another is going on."""
        folder = Folder(self._folder / name)
        self._start(name, folder, cases, lambda: folder.begin(about, cases))

    def go_on(self, name: str) -> None:
        """Take up a run that was stopped."""
        folder = self.folder(name)
        self._start(name, folder, folder.cases(), lambda: None)

    def stop(self, name: str) -> None:
        """Stop a run after the case that it is at."""
        going = self._going
        if going and going.name == name:
            going.stopped = True

    def state(self, name: str) -> State:
        """How far a run has come."""
        going = self._going
        if going and going.name == name:
            return going.state
        folder = self.folder(name)
        return State(folder.count(), int(folder.about()["cases"]), going=False)

    def _start(self, name: str, folder: Folder, cases: Sequence[Case], prepare: Callable[[], None]) -> None:
        with self._lock:
            if self._going and self._going.state.going:
                raise BadRun("En körning pågår redan. Vänta tills den är klar, eller stoppa den.")
            prepare()
            going = _Going(name, State(len(folder.answers()), len(cases), going=True))
            self._going = going
        Thread(target=self._work, args=(going, folder, cases), daemon=True).start()

    def _work(self, going: _Going, folder: Folder, cases: Sequence[Case]) -> None:
        start, before = monotonic(), going.state.done

        def progress(done: int, total: int) -> bool:
            pace = (monotonic() - start) / max(1, done - before)
            going.state = State(done, total, going=True, seconds_left=pace * (total - done))
            return not going.stopped

        try:
            if answer_cases(self._assistant, cases, folder, progress):
                self._finish(folder)
            going.state = State(going.state.done, len(cases), going=False)
        except Exception as error:
            # The thread's end: what went wrong is told where the run is shown.
            going.state = State(going.state.done, len(cases), going=False, error=f"{type(error).__name__}: {error}")
