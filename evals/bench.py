"""One evaluation from set to report: what the command line and the page share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.documents import Box
from evals.agreement import judged
from evals.baseline import Earlier
from evals.cases import read_cases
from evals.compare import Comparison, compare
from evals.evidence import contradicted, located, unproved
from evals.faults import BadSet, Fault
from evals.folder import Folder
from evals.listing import table
from evals.models import Case, Run
from evals.report import report
from evals.score import score_all
from evals.shelf import shelf_of
from evals.worst import Pictures
from evals.writing import write_rows
from vectorstore.store import Store

REPORT = "report.html"
TABLES = ("cases.csv", "cases.xlsx")

Draw = Callable[[Path, int, Sequence[Box]], bytes]  # a page of a PDF with boxes marked, as WebP


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished evaluation, and how it stands to an earlier one."""

    folder: Folder
    run: Run
    comparison: Comparison | None


def read_set(path: Path, store: Store) -> tuple[Case, ...]:
    """A set whose every piece of evidence has been found in the documents. Raises BadSet with every fault."""
    shelf = shelf_of(store)
    cases = tuple(located(case, shelf) for case in read_cases(path))
    faults = [Fault(case.line, "evidence", f"{case.id}: {said}") for case in cases for said in unproved(case)]
    if faults:
        raise BadSet(path.name, faults)
    return cases


def doubts(cases: Sequence[Case]) -> list[Fault]:
    """Cases whose expected answer would itself be scored as wrong: no fault of form, but worth a look."""
    return [Fault(case.line, "answer", f"{case.id}: {said}") for case in cases for said in contradicted(case)]


def score_folder(folder: Folder) -> Run:
    """Score the stored answers of a run, and keep the scores in the place of earlier ones."""
    cases, answers = folder.cases(), folder.answers()
    scores = tuple(judged(score_all(cases, answers), folder.opinions()))
    folder.keep_scores(scores)
    return Run(folder.about(), cases, answers, scores)


def finish(folder: Folder, pictures: Pictures, earlier: Earlier | None = None) -> Outcome:
    """Score a run, compare it with an earlier one where that is given, and write its report and tables."""
    run = score_folder(folder)
    comparison = compare(earlier.scores, run.scores) if earlier else None
    (folder.path / REPORT).write_text(report(run, pictures, earlier, comparison), "utf-8")
    rows = table(run)
    for name in TABLES:
        write_rows(folder.path / name, "Fall", rows)
    return Outcome(folder, run, comparison)


def pictures_of(store: Store, draw: Draw) -> Pictures:
    """Pictures of the pages of the documents in an index; None for a page that cannot be drawn."""
    paths: Mapping[str, Path | None] = {d.file: store.path_of(d.id) for d in store.documents()}

    def picture(file: str, page: int, boxes: Sequence[Box]) -> bytes | None:
        path = paths.get(file)
        if path is None or path.suffix.lower() != ".pdf" or not path.exists():
            return None
        try:
            return draw(path, page, boxes)
        except LookupError:  # a stored answer may cite a page that the document no longer has
            return None

    return picture


def no_pictures(file: str, page: int, boxes: Sequence[Box]) -> Any:  # noqa: ARG001 - stands where pictures may
    """Draws nothing: for a run whose documents are not at hand."""
    return None
