"""A document's own words made short enough to show: cut at clauses, rows as sentences, each with its marker."""

from __future__ import annotations

import re

from assistant.evidence import CELL, Subject, words_of
from assistant.models import Evidence, Intent, Reading
from corpus.documents import PassageKind
from corpus.swedish.words import fold

DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2} (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)", re.IGNORECASE)
NAMED = re.compile(r"\b[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)? [A-ZÅÄÖ][a-zåäöé]+")
ENDS = (re.compile(r"klar|färdig|slut|senast|avslut"), re.compile(r"start|börja|påbörja|från|beslut"))  # of a time
CLAUSE = re.compile(r"(?<=[,;.])\s+")


def trim(text: str, subject: Subject, room: int) -> str:
    """A text that is too long cut down to the clauses beside each other that hold most of the subject."""
    if len(text.split()) <= room:
        return text
    clauses = CLAUSE.split(text)
    runs = [clauses[a:b] for a in range(len(clauses)) for b in range(a + 1, len(clauses) + 1)]
    fitting = [run for run in runs if sum(len(c.split()) for c in run) <= room]
    if not fitting:
        return shorten(text, room)
    best = max(fitting, key=lambda run: (round(subject.share(words_of(" ".join(run))), 2), sum(map(len, run))))
    joined = " ".join(best).rstrip(",;")
    return ("… " if best[0] is not clauses[0] else "") + joined + (" …" if best[-1] is not clauses[-1] else "")


def asked_cells(reading: Reading, line: str) -> str:
    """A table row with only the cells that can answer: those with a date or a name, where that is asked for."""
    label, *cells = line.split(CELL)
    holds = {Intent.DATE: DATED, Intent.PERSON: NAMED}.get(reading.intent)
    kept = [cell for cell in cells if holds and holds.search(cell.partition(": ")[2])]
    meant = [cell for cell in kept if _is_asked(reading.question, cell.partition(": ")[0])]
    return CELL.join([label, *(meant or kept or cells)])


def _is_asked(question: str, column: str) -> bool:
    """Does a question name a column, or the end of a time that it tells ('klart' for Slutdatum)?"""
    ends = any(end.search(fold(question)) and end.search(fold(column)) for end in ENDS)
    return ends or bool(words_of(column) & words_of(question))


def readable(source: Evidence, text: str) -> str:
    """A table row as a sentence: its label, then each column that has a value."""
    if source.passage.kind is not PassageKind.ROW or CELL not in text:
        return text
    label, *cells = [part.strip() for part in text.split("\n")[0].split(CELL)]
    rest = [line for line in text.split("\n")[1:] if CELL not in line]
    filled = [cell for cell in cells if not cell.endswith("–")]
    return ". ".join([f"{label} – {', '.join(filled)}" if filled else label, *rest]).replace("..", ".")


def shorten(text: str, words: int) -> str:
    """The text, cut at a word with an ellipsis where it is longer than that many words."""
    parts = text.split()
    return text if len(parts) <= words else " ".join(parts[:words]).rstrip(",;:–- ") + " …"


def mark(text: str, n: int) -> str:
    """The sentence with its marker before the full stop."""
    return f"{text[:-1]} [{n}]." if text.endswith(".") else f"{text} [{n}]"
