"""The bench as the page has it: sets that are brought and edited, runs in the background, reports and comparisons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from corpus.documents import Box
from evals.baseline import read_earlier
from evals.bench import REPORT, Draw, finish, pictures_of, read_set
from evals.compare import Comparison, compare
from evals.folder import Folder
from evals.manifest import manifest
from evals.models import Case, Run
from evals.report import report
from evals.run import Asked
from evals.running import Runs
from evals.shelving import Sets
from settings import Settings
from vectorstore.store import Store

FOLDER = "eval"  # in the data folder


@dataclass(frozen=True, slots=True)
class Workbench:
    """What the page may do; every set is checked against the documents in the index before it is kept."""

    data: Path
    sets: Sets
    runs: Runs
    documents: Callable[[], list[str]]
    pictures: Callable[[], Callable[[str, int, Sequence[Box]], bytes | None]]
    about: Callable[[str, Sequence[Case]], dict[str, object]]

    def start(self, set_name: str) -> str:
        """Start a run of a set, and return the run's name. Raises BadSet or BadRun."""
        cases = self.sets.checked(set_name)
        now = datetime.now().astimezone()
        name = self.runs.unused(f"{now:%Y-%m-%d-%H%M%S}-{set_name}")
        self.runs.begin(name, {**self.about(set_name, cases), "started": f"{now:%Y-%m-%d %H:%M:%S}"}, cases)
        return name

    def compared(self, run: str, earlier: str) -> Comparison:
        """How a run stands to an earlier one."""
        return compare(self.runs.scores(earlier), self.runs.scores(run))

    def report(self, run: str, earlier: str = "") -> str:
        """The report of a run, where it is asked for beside an earlier run. Raises BadRun."""
        folder = self.runs.folder(run)
        if not earlier:
            return folder.written(REPORT).decode()
        before = read_earlier(self.runs.folder(earlier).path, "")
        whole = Run(folder.about(), folder.cases(), folder.answers(), tuple(folder.scores()))
        return report(whole, self.pictures(), before, compare(before.scores, whole.scores))


def open_workbench(store: Store, assistant: Asked, settings: Settings, draw: Draw) -> Workbench:
    """The bench over one index."""
    home = settings.data / FOLDER

    def finished(folder: Folder) -> object:
        return finish(folder, pictures_of(store, draw))

    return Workbench(
        settings.data,
        Sets(home / "sets", lambda path: read_set(path, store)),
        Runs(home / "runs", assistant, finished),
        lambda: [document.file for document in store.documents()],
        lambda: pictures_of(store, draw),
        lambda name, cases: manifest(name, cases, store, settings),
    )
