"""A test set as cases: read strictly from JSONL, CSV or XLSX. All its faults are told, and nothing is half read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evals.fields import Reader
from evals.models import BadSet, Case, Fault, Piece
from evals.tables import Row, read_rows

SETS = Path(__file__).resolve().parent / "sets"


def find_set(named: str) -> Path:
    """The file of a set: a file, a folder with questions.jsonl, or the name of one of the project's own."""
    for place in (Path(named).expanduser(), SETS / named):
        for path in (place, place / "questions.jsonl"):
            if path.is_file():
                return path
    own = sorted(folder.name for folder in SETS.iterdir() if (folder / "questions.jsonl").exists())
    raise BadSet(named, [Fault(0, "", f"Uppsättningen finns inte. Ange en fil, eller någon av {', '.join(own)}.")])


def name_of(path: Path) -> str:
    """What a set is called: its file's name, or its folder's."""
    return path.parent.name if path.name == "questions.jsonl" else path.stem


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a file. Raises BadSet with every fault where there is any."""
    rows, faults = read_rows(path)
    read = [_case(row) for row in rows]
    faults += [fault for _, found in read for fault in found]
    faults += _repeated([(row, case.id) for row, (case, _) in zip(rows, read, strict=True)])
    if faults:
        raise BadSet(path.name, sorted(faults, key=lambda fault: fault.line))
    return tuple(case for case, _ in read)


def _case(row: Row) -> tuple[Case, list[Fault]]:
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
    return case, read.faults + ([] if read.faults else list(_contradictions(case, row)))


def _contradictions(case: Case, row: Row) -> Iterator[Fault]:
    if case.answerable and not case.must:
        yield row.fault("must", "Fallet har inget som måste finnas, så varje svar skulle räknas som rätt.")
    if case.type == "unanswerable" and case.must:
        yield row.fault("must", "En obesvarbar fråga kan inte ha något som måste finnas.")
    if case.class_ and case.type != "unanswerable":
        yield row.fault("class", "Bara en obesvarbar fråga har en klass.")
    if case.type == "followup" and not case.history:
        yield row.fault("history", "En följdfråga måste ha minst en tidigare fråga.")
    if case.type == "retrieval" and not case.evidence:
        yield row.fault("evidence", "Ett fall som bara prövar sökningen måste ha belägg.")


def _repeated(ids: list[tuple[Row, str]]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for row, name in ids:
        if name and name in first:
            yield row.fault("id", f"”{name}” står redan på rad {first[name]}.")
        first.setdefault(name, row.line)


def as_fields(case: Case) -> dict[str, object]:
    """A case as one line of JSONL has it; empty fields are left out."""
    fields = {name: getattr(case, name) for name in ("id", "question", "history", "persona", "category", "type")}
    fields |= {"class": case.class_, "docs": case.docs, "answer": case.answer, "must": case.must}
    fields |= {"must_not": case.must_not, "evidence": [_piece(piece) for piece in case.evidence]}
    fields |= {"difficulty": case.difficulty, "note": case.note}
    return {name: value for name, value in fields.items() if value}


def _piece(piece: Piece) -> dict[str, object]:
    return {name: value for name in ("doc", "quote", "page") if (value := getattr(piece, name))}
