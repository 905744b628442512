"""A list that may answer: its items with their count, each with its source."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.excerpts import mark, shorten
from assistant.models import Draft, Evidence

ITEM, WHOLE = 16, 130  # words of one item and of the whole answer


@dataclass(frozen=True, slots=True)
class Found:
    """A list that may answer: what introduces it, its items, of how many (0: not told), where it stands, its fit."""

    lead: str
    items: tuple[str, ...]
    total: int
    sources: tuple[Evidence, ...]
    fit: float


def apart(sources: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The source of each item, or the one source of them all."""
    return sources if len(set(map(id, sources))) > 1 else sources[:1]


def draft_of(found: Found) -> Draft:
    """The list as one sentence; items from rows of their own are each marked with theirs."""
    items = [shorten(item, ITEM).rstrip(".;,") for item in found.items]
    counts = (str(len(items)), str(found.total))
    lead = f"{found.lead} ({counts[0]} av {counts[1]})" if found.total else f"{found.lead} ({counts[0]})"
    if len(found.sources) == len(items):
        marked = [f"{item} [{n}]" for n, item in enumerate(items, 1)]
        return Draft((f"{lead}: {' · '.join(marked)}.",), found.sources, computed=(*counts, found.lead))
    text = mark(shorten(f"{lead}: {' · '.join(items)}", WHOLE), 1)
    return Draft((text,), found.sources[:1], computed=(*counts, found.lead))
