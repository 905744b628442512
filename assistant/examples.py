"""Example questions made from what is in the index, one of each sort that a newcomer may try."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.figures import rows_of, side_of_label
from assistant.library import Library
from assistant.models import Evidence
from corpus.documents import Document, is_total

MOST = 6
LONGEST_ROW = 45  # letters of a row's name that reads well in a question
ABBREVIATION = re.compile(r"\(([A-ZÅÄÖ]{2,6})\)")


def example_questions(documents: Sequence[Document], library: Library) -> list[str]:
    """Questions that the documents answer: the newest document first, no two of a sort from one document."""
    newest = sorted(documents, key=lambda d: (-max(d.years, default=0), d.title))
    found = [list(_of(document, library.document(document.id))) for document in newest]
    turns = max(map(len, found), default=0)
    mixed = [questions[at] for at in range(turns) for questions in found if at < len(questions)]
    return list(dict.fromkeys(mixed))[:MOST]


def _of(document: Document, passages: Sequence[Evidence]) -> Iterator[str]:
    place = f" i {document.municipality}" if document.municipality else ""
    row = next((name for name in _net_rows(document, passages)), "")
    if row:
        yield f"Vad kostar {row[:1].lower()}{row[1:]}{place} {document.years[0]}?"
    indicator = next((name for name in _counted(passages)), "")
    if indicator:
        yield f"Hur ser det ut med {indicator[:1].lower()}{indicator[1:]}{place}?"
    if any("ordförande" in source.passage.text.lower() for source in passages):
        yield f"Vem är ordförande i {document.board or 'nämnden'}{place}?"
    short = next((m[1] for source in passages for m in ABBREVIATION.finditer(source.passage.text)), "")
    if short:
        yield f"Vad betyder {short}?"


def _net_rows(document: Document, passages: Sequence[Evidence]) -> Iterator[str]:
    for match in (m for source in passages for m in rows_of(source)):
        named = len(match.row) > 1 and side_of_label(match.row[-1]) == "net" and not is_total(match.row, document)
        known = document.years and any(f.year == document.years[0] and f.value is not None for f in match.figures)
        if named and known and len(match.row[0]) <= LONGEST_ROW:
            yield match.row[0].split(" - ")[-1].split(" – ")[-1]


def _counted(passages: Sequence[Evidence]) -> Iterator[str]:
    for match in (m for source in passages for m in rows_of(source)):
        name = match.row[-1]
        plain = len(name) <= LONGEST_ROW and not any(c.isdigit() for c in name)
        if name.lower().startswith("antal") and plain and any(f.value for f in match.figures):
            yield name
