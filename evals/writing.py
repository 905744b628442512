"""Sets and scored cases as files: JSONL, CSV, XLSX and the templates. No cell can be run by a spreadsheet."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from evals.models import Case, Piece
from evals.sheets import write_sheet
from evals.texts import headings, words

RUNNABLE = re.compile(r"[=+@\t\r-]")  # how a cell begins that a spreadsheet may run, or would be read as guarded
FIGURE = re.compile(r"-[\d\s.,]+%?")  # a figure below zero is none

Rows = Sequence[Sequence[object]]


def write_cases(path: Path, cases: Iterable[Case]) -> None:
    """Write a set as its file's name says: .jsonl, .csv or .xlsx."""
    if path.suffix == ".jsonl":
        lines = [json.dumps(as_fields(case), ensure_ascii=False) for case in cases]
        path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        return
    head = [names[0] for names in headings().values()]
    write_rows(path, "Fall", [head, *([cell_of(case, name) for name in headings()] for case in cases)])


def write_rows(path: Path, title: str, rows: Rows) -> None:
    """Write a table as .csv or .xlsx."""
    if path.suffix == ".xlsx":
        write_sheet(path, title, rows)
        return
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows([[_guarded(cell) for cell in row] for row in rows])


def _guarded(cell: object) -> object:
    """A text that a spreadsheet would run gets an apostrophe before it."""
    if not isinstance(cell, str) or FIGURE.fullmatch(cell):
        return cell
    return f"'{cell}" if RUNNABLE.match(cell.removeprefix("'")) else cell


def cell_of(case: Case, name: str) -> str:
    """One field of a case as a cell of a table has it."""
    match name:
        case "type":
            return words("kinds")[case.type]
        case "class":
            return words("classes").get(case.class_, "")
        case "history":
            return "\n".join(case.history)
        case "must":
            return "; ".join(" | ".join(_escaped(form) for form in fact) for fact in case.must)
        case "must_not" | "docs":
            return "; ".join(_escaped(item) for item in getattr(case, name))
        case "evidence":
            return "\n".join(_line(piece) for piece in case.evidence)
    return str(getattr(case, name) or "")


def _escaped(text: str) -> str:
    return text.replace(";", r"\;").replace("|", r"\|")


def _line(piece: Piece) -> str:
    page = str(piece.page or "")
    quote = " ".join(piece.quote.split())
    return " | ".join([piece.doc, page, quote] if quote else [piece.doc, page])


def as_fields(case: Case) -> dict[str, object]:
    """A case as one line of JSONL has it; empty fields are left out."""
    fields = {name: getattr(case, name) for name in ("id", "question", "history", "persona", "category", "type")}
    fields |= {"class": case.class_, "docs": case.docs, "answer": case.answer, "must": case.must}
    fields |= {"must_not": case.must_not, "evidence": [_piece(piece) for piece in case.evidence]}
    fields |= {"difficulty": case.difficulty, "note": case.note}
    return {name: value for name, value in fields.items() if value}


def _piece(piece: Piece) -> dict[str, object]:
    return {name: value for name in ("doc", "quote", "page") if (value := getattr(piece, name))}
