"""What users have reported as wrong, as drafts of cases: what is right is for the evaluator to fill in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from evals.models import Case, Piece

REPORTS, DRAFTS = "reports.jsonl", "draft-cases.jsonl"  # in the data folder, as the page writes them
MISPLACED = frozenset({"page", "document"})  # reasons for which what was cited proves nothing


def drafts(folder: Path) -> list[Case]:
    """A draft for each answer that a user has said is wrong or asked to have as a case, the latest first."""
    found = [_of_report(at, line) for at, line in _lines(folder / REPORTS) if not line.get("good")]
    return [*(_of_draft(line) for _, line in _lines(folder / DRAFTS)), *found][::-1]


def _of_report(at: int, line: Mapping[str, Any]) -> Case:
    reasons = [str(reason) for reason in line.get("reasons") or []]
    cited = [] if MISPLACED & set(reasons) else line.get("citations") or []
    evidence = [{"doc": c.get("document"), "quote": c.get("quote"), "page": c.get("page")} for c in cited]
    note = [str(line.get("comment") or ""), f"Svaret var: {line.get('answer') or ''}"]
    return _draft(f"rapport-{at}", line, evidence, " · ".join(part for part in note if part))


def _of_draft(line: Mapping[str, Any]) -> Case:
    return _draft(str(line.get("id")), line, line.get("evidence") or [], str(line.get("note") or ""))


def _draft(name: str, line: Mapping[str, Any], evidence: list[dict[str, Any]], note: str) -> Case:
    pieces = tuple(_piece(piece) for piece in evidence)
    docs = tuple(dict.fromkeys(piece.doc for piece in pieces if piece.doc))
    history = tuple(str(question) for question in line.get("history") or [])
    kind = "followup" if history else "lookup"
    return Case(name, str(line.get("question") or ""), kind, history, docs=docs, evidence=pieces, note=note)


def _piece(piece: Mapping[str, Any]) -> Piece:
    """The first line of a quote: the rest is the page's own way of writing a row once more."""
    return Piece(str(piece.get("doc") or ""), str(piece.get("quote") or "").split("\n")[0], piece.get("page"))


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The lines of a file that can be read; one that was cut off is passed over."""
    for at, line in enumerate(path.read_text("utf-8").split("\n") if path.exists() else [], 1):
        try:
            fields = json.loads(line)
        except ValueError:
            continue
        if isinstance(fields, dict):
            yield at, fields
