"""Sets and scored cases as files: JSONL, CSV, XLSX and the templates. No cell can be run by a spreadsheet."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from evals.cases import as_fields
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
    write_rows(path, "Fall", [head, *([_cell(case, name) for name in headings()] for case in cases)])


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


def _cell(case: Case, name: str) -> str:
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


EXAMPLES = (
    Case("exempel-1", "Vad kostar hemtjänsten i Timrå 2022?", "table", category="budget", persona="politiker",
         docs=("timra-socialnamnden-verksamhetsplan-2022-2024-sammandrag.pdf",), answer="−74 922 tkr netto.",
         must=(("74 922", "74,9 mnkr", "74,9 miljoner"), ("tkr", "tusen", "mnkr", "miljoner")), must_not=("77 949",),
         evidence=(Piece("timra-socialnamnden-verksamhetsplan-2022-2024-sammandrag.pdf", "", 6),), difficulty=1),
    Case("exempel-2", "Vad kostar hemtjänsten i Kiruna 2022?", "unanswerable", class_="uncovered_place",
         answer="Det framgår inte.", note="Kommunen finns inte bland dokumenten."),
    Case("exempel-3", "Och året därpå?", "followup", ("Vad kostar hemtjänsten i Timrå 2022?",), category="budget",
         must=(("76 420",),), note="Tidigare frågor skrivs en per rad."),
)  # fmt: skip


def write_templates(folder: Path) -> list[Path]:
    """Write a template with three examples in each form that a set may have."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"mall.{ending}" for ending in ("xlsx", "csv", "jsonl")]
    for path in paths:
        write_cases(path, EXAMPLES)
    return paths
