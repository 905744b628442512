"""What a case must have to be judged at all, by its kind."""

from __future__ import annotations

from collections.abc import Iterator

from evals.faults import Fault
from evals.models import Case
from evals.rows import Row


def contradictions(case: Case, row: Row) -> Iterator[Fault]:
    """What of a case goes against its kind."""
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
