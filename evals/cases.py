"""A test set as cases: read strictly from JSONL, CSV or XLSX. All its faults are told, and nothing is half read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evals.demands import contradictions
from evals.faults import BadSet, Fault, NoSet
from evals.fields import Reader
from evals.models import Case
from evals.rows import Row
from evals.set_files import read_rows

SETS = Path(__file__).resolve().parent / "sets"


def find_set(named: str) -> Path:
    """The file of a set: a file, a folder with questions.jsonl, or the name of one of the project's own."""
    for place in (Path(named).expanduser(), SETS / named):
        for path in (place, place / "questions.jsonl"):
            if path.is_file():
                return path
    own = sorted(folder.name for folder in SETS.iterdir() if (folder / "questions.jsonl").exists())
    raise NoSet(named, f"Ange en fil, eller någon av {', '.join(own)}.")


def name_of(path: Path) -> str:
    """What a set is called: its file's name, or its folder's."""
    return path.parent.name if path.name == "questions.jsonl" else path.stem


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a file. Raises BadSet with every fault where there is any."""
    rows, faults = read_rows(path)
    read = [read_case(row) for row in rows]
    faults += [fault for _, found in read for fault in found]
    faults += _repeated([(row, case.id) for row, (case, _) in zip(rows, read, strict=True)])
    if faults:
        raise BadSet(path.name, sorted(faults, key=lambda fault: fault.line))
    return tuple(case for case, _ in read)


def read_case(row: Row) -> tuple[Case, list[Fault]]:
    """The case of one row, and what is wrong with it."""
    read = Reader(row)
    case = Case(
        id=read.text("id", required=True),
        question=read.text("question", required=True),
        type=read.one_of("kinds", "type", required=True),
        history=read.lines("history"),
        class_=read.one_of("classes", "class"),
        category=read.text("category"),
        persona=read.text("persona"),
        docs=read.items("docs"),
        answer=read.text("answer"),
        must=read.facts("must"),
        must_not=read.items("must_not"),
        evidence=read.evidence("evidence"),
        difficulty=read.whole("difficulty"),
        note=read.text("note"),
        line=row.line,
    )
    return case, read.faults + ([] if read.faults else list(contradictions(case, row)))


def _repeated(ids: list[tuple[Row, str]]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for row, name in ids:
        if name and name in first:
            yield row.fault("id", f"”{name}” står redan på rad {first[name]}.")
        first.setdefault(name, row.line)
