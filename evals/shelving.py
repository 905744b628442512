"""The test sets that evaluators have brought: kept in the data folder as JSONL, each change whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from evals.cases import SETS, name_of, read_cases
from evals.faults import BadSet, Fault, NoSet
from evals.models import Case
from evals.writing import write_cases

NAME = re.compile(r"[\w-]{1,60}")
UNNAMED = re.compile(r"[^\w-]+")
ENDINGS = (".xlsx", ".csv", ".jsonl")

Check = Callable[[Path], tuple[Case, ...]]  # reads a set whose evidence is found; raises BadSet


class Sets:
    """The sets of one folder, and the project's own beside them, which can be read but not changed."""

    def __init__(self, folder: Path, check: Check) -> None:
        self._folder, self._check = folder, check
        self._lock = Lock()  # two evaluators may change a set at once: neither change is lost

    def names(self) -> list[str]:
        """The sets that evaluators have brought, by name."""
        return sorted(path.stem for path in self._folder.glob("*.jsonl"))

    def own(self, documents: Sequence[str]) -> list[str]:
        """The project's own sets that are about some of these documents alone."""
        paths = sorted(SETS.glob("*/questions.jsonl"))
        return [name_of(path) for path in paths if _are_about(read_cases(path), frozenset(documents))]

    def cases(self, name: str) -> tuple[Case, ...]:
        """The cases of a set, in order. Raises BadSet where there is no such set."""
        return read_cases(self.path(name))

    def checked(self, name: str) -> tuple[Case, ...]:
        """The cases of a set, with the places of their evidence. Raises BadSet where one is not in the documents."""
        return self._check(self.path(name))

    def path(self, name: str) -> Path:
        """The file of a set. Raises BadSet where there is none."""
        places = (self._folder / f"{name}.jsonl", SETS / name / "questions.jsonl")
        found = next((path for path in places if NAME.fullmatch(name) and path.is_file()), None)
        if found is None:
            raise NoSet(name)
        return found

    def bring(self, file: str, content: bytes) -> str:
        """Keep a set from a file that was sent, under a name of its own. Raises BadSet, and then keeps nothing."""
        sent = Path(file.replace("\\", "/"))
        stem = UNNAMED.sub("-", sent.stem).strip("-")[:40] or "fall"
        with TemporaryDirectory() as folder:
            path = Path(folder) / f"{stem}{sent.suffix.lower()}"
            path.write_bytes(content)
            cases = self._check(path)
        with self._lock:
            taken = {*self.names(), *(folder.name for folder in SETS.iterdir())}
            name = next(n for n in (stem, *(f"{stem}-{at}" for at in range(2, 10_000))) if n not in taken)
            self._keep(name, cases)
        return name

    def put(self, name: str, case: Case, was: str = "") -> None:
        """Put a case in the place of the one whose id was `was`, or last; makes the set where there is none."""
        with self._lock:
            cases = list(self.cases(name)) if name in self.names() else []
            at = next((n for n, one in enumerate(cases) if was and one.id == was), len(cases))
            self._keep(name, [*cases[:at], case, *cases[at + 1 :]], checked=True)

    def drop(self, name: str, case_id: str) -> None:
        """Take a case out."""
        with self._lock:
            self._keep(name, [case for case in self.cases(name) if case.id != case_id])

    def remove(self, name: str) -> None:
        """Take a set away; runs of it keep their own copy of its cases."""
        if name in self.names():
            self.path(name).unlink()

    def written(self, name: str, ending: str) -> bytes:
        """A set as a file."""
        with TemporaryDirectory() as folder:
            path = Path(folder) / f"{name}{ending}"
            write_cases(path, self.cases(name))
            return path.read_bytes()

    def _keep(self, name: str, cases: Sequence[Case], checked: bool = False) -> None:
        if not NAME.fullmatch(name) or (SETS / name).exists():
            said = "Uppsättningen följer med programmet eller har ett namn som inte går. Välj en annan."
            raise BadSet(name, [Fault(0, "", said)])
        self._folder.mkdir(parents=True, exist_ok=True)
        new = self._folder / f"{name}.new.jsonl"
        write_cases(new, [replace(case, line=0) for case in cases])
        try:
            if checked:
                self._check(new)
            new.replace(self._folder / f"{name}.jsonl")
        finally:
            new.unlink(missing_ok=True)


def _are_about(cases: Sequence[Case], documents: frozenset[str]) -> bool:
    named = {doc for case in cases for doc in case.docs}
    return bool(named) and named <= documents
