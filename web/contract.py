"""One answer as JSON, in the shape of `plansvar ask --batch`."""

from dataclasses import asdict

from assistant.models import Answer, Evidence

MOST_CONTEXTS = 20


def as_contract(answer: Answer, seconds: float) -> dict[str, object]:
    """The fields of one line of batch output, but for its id."""
    return {
        "answer": answer.text,
        "status": answer.status.value,
        "abstained": answer.abstained,
        "asks_back": answer.asks_back,
        "reading": asdict(answer.reading),
        "citations": [citation.as_dict() for citation in answer.citations],
        "contexts": [_context(evidence) for evidence in answer.evidence[:MOST_CONTEXTS]],
        "seconds": round(seconds, 3),
    }


def _context(evidence: Evidence) -> dict[str, object]:
    passage = evidence.passage
    page = passage.pages[0] if passage.pages else 1
    return {"document": evidence.document.file, "page": page, "text": passage.text}
