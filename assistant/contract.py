"""An answer as JSON: the shape that the command line, the page's own interface and the evaluators share."""

from __future__ import annotations

from dataclasses import asdict

from assistant.models import Answer, Evidence, Reading

MOST_CONTEXTS = 20


def as_contract(answer: Answer, seconds: float) -> dict[str, object]:
    """The fields of one line of batch output, but for its id."""
    return {
        "answer": answer.text,
        "status": answer.status.value,
        "abstained": answer.abstained,
        "asks_back": answer.asks_back,
        "reading": _reading(answer.reading),
        "citations": [citation.as_dict() for citation in answer.citations],
        "contexts": [_context(evidence) for evidence in answer.evidence[:MOST_CONTEXTS]],
        "seconds": round(seconds, 4),
    }


def _reading(reading: Reading) -> dict[str, object]:
    """The reading with its scope's parts beside it: intent, municipalities, years, kinds, boards, chips …"""
    fields = asdict(reading)
    return {**fields.pop("scope"), **fields}


def _context(evidence: Evidence) -> dict[str, object]:
    passage = evidence.passage
    return {"document": evidence.document.file, "page": min(passage.pages, default=1), "text": passage.text}
