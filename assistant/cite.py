"""Citations: markers numbered as they are read, each with document, page, section and the passage as it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.check import MARKER
from assistant.models import Citation, Evidence
from vectorstore.store import Store

SEVERAL = re.compile(r"\](\[\d+\])")


def renumber(sentences: Sequence[str], cited: Sequence[Evidence]) -> tuple[str, list[Evidence]]:
    """The answer's text with markers 1, 2, … in reading order, and the evidence in that order."""
    order: list[Evidence] = []

    def number(match: re.Match[str]) -> str:
        source = cited[int(match[1]) - 1]
        if source not in order:
            order.append(source)
        return f"[{order.index(source) + 1}]"

    return "\n".join(MARKER.sub(number, sentence) for sentence in sentences), order


def citations_of(cited: Sequence[Evidence], store: Store) -> tuple[Citation, ...]:
    """One citation for each piece of evidence, in order."""
    return tuple(_citation(n, source, store) for n, source in enumerate(cited, 1))


def _citation(n: int, source: Evidence, store: Store) -> Citation:
    passage, document = source.passage, source.document
    page = passage.pages[0]
    labels = {p.index: p.label for p in store.pages_of(document.id)}
    return Citation(n, document.file, document.title, page, labels.get(page, str(page)), passage.section,
                    passage.text, document.id, passage.id, passage.boxes)  # fmt: skip
