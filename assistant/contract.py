"""An answer as JSON: the shape that the command line, the page's own interface and the evaluators share."""

from __future__ import annotations

from dataclasses import asdict

from assistant.models import Answer, Evidence, Reading

MOST_CONTEXTS = 20
CELL = " | "
BLANK = "–"


def as_contract(answer: Answer, seconds: float) -> dict[str, object]:
    """The fields of one line of batch output, but for its id."""
    return {
        "answer": answer.text,
        "status": answer.status.value,
        "abstained": answer.abstained,
        "asks_back": answer.asks_back,
        "reading": _reading(answer.reading),
        "citations": [{**c.as_dict(), "quote": with_rows(c.quote)} for c in answer.citations],
        "contexts": [_context(evidence) for evidence in answer.evidence[:MOST_CONTEXTS]],
        "seconds": round(seconds, 4),
    }


def _reading(reading: Reading) -> dict[str, object]:
    """The reading with its scope's parts beside it: intent, municipalities, years, kinds, boards, chips …"""
    fields = asdict(reading)
    return {**fields.pop("scope"), **fields}


def _context(evidence: Evidence) -> dict[str, object]:
    passage = evidence.passage
    return {"document": evidence.document.file, "page": min(passage.pages, default=1), "text": with_rows(passage.text)}


def with_rows(text: str) -> str:
    """A passage with its table rows once more as they are printed: the cells alone, without their headers."""
    rows = [_as_printed(line) for line in text.split("\n") if CELL in line]
    return "\n".join([text, *rows])


def _as_printed(line: str) -> str:
    label, *cells = line.split(CELL)
    values = [cell.rpartition(": ")[2] for cell in cells]
    return " ".join([label.partition(": ")[2] or label, *(value for value in values if value != BLANK)])
