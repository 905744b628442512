"""Answers, ledgers and lists as text on a terminal."""

from __future__ import annotations

import json
import sys
import textwrap
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.models import Answer, Citation
    from ingest.pipeline import Entry

OUTCOMES = {"read": "läst", "unchanged": "oförändrad", "unread": "INTE LÄST", "removed": "borttagen"}
COUNTED = {"read": "lästa", "unchanged": "oförändrade", "unread": "inte lästa", "removed": "borttagna"}
WIDTH = 96


def print_answer(answer: Answer) -> None:
    """The answer, how the question was read, and the sources."""
    print(answer.text)
    print("\nTolkat som:", " · ".join(chip.label for chip in answer.reading.chips)) if answer.reading.chips else None
    for citation in answer.citations:
        _print_citation(citation)


def _print_citation(citation: Citation) -> None:
    place = f"s. {citation.page_label or citation.page}"
    print(f"\n[{citation.n}] {', '.join(part for part in (citation.title, place, citation.section) if part)}")
    print(f"    {citation.document}, sidan {citation.page} i filen")
    print(textwrap.indent(textwrap.fill(f"”{citation.quote}”", WIDTH), "    "))


def print_ledger(ledger: Sequence[Entry]) -> None:
    """What became of each file, what of it was not understood, and how many there were of each."""
    for entry in ledger:
        size = f" ({entry.pages} sidor, {entry.passages} textställen, {entry.figures} siffror)" if entry.pages else ""
        print(f"{OUTCOMES[entry.outcome]:<11} {entry.file}{size}", *entry.doubts, sep="\n            – ")
    counts = Counter(entry.outcome for entry in ledger)
    total = ", ".join(f"{counts[o]} {word}" for o, word in COUNTED.items() if counts[o])
    print(f"{len(ledger)} dokument: {total}") if ledger else None


def print_document(about: dict[str, Any], with_doubts: bool) -> None:
    """One document in the index, on a line."""
    doubts = about["doubts"]
    print(f"{about['id']}  {about['title']} ({about['file']}, {about['pages']} sidor, {len(doubts)} oklara ställen)")
    for doubt in doubts if with_doubts else ():
        print(f"            – {doubt}")


def print_json(value: object) -> None:
    """A value for another program to read."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def say(*sentences: str) -> None:
    """Tell the user something that is no part of the output."""
    for sentence in sentences:
        print(sentence, file=sys.stderr)
