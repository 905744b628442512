"""Lines at the edges of pages that stand on many of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

DIGITS = re.compile(r"\d+")
EDGE = 3  # lines at the head and foot of a page where its number and running head stand
FEWEST = 3  # pages that a running head stands on
HALF = 0.5  # of the pages that a running head stands on


@dataclass(frozen=True, slots=True)
class TextPage:
    """One page: its printed label and its lines."""

    label: str
    lines: tuple[str, ...]


def without_heads(pages: Sequence[TextPage]) -> list[TextPage]:
    """The pages without the lines that stand, but for their figures, at the edges of many of them."""
    seen = Counter(key for page in pages for key in {_key(page.lines[at]) for at in edges_of(page)})
    often = {key for key, count in seen.items() if count >= max(FEWEST, HALF * len(pages))}
    return [
        replace(page, lines=blanked(page.lines, [at for at in edges_of(page) if _key(page.lines[at]) in often]))
        for page in pages
    ]


def edges_of(page: TextPage) -> Iterator[int]:
    """The places of the first and the last lines with text."""
    filled = [at for at, line in enumerate(page.lines) if line.strip()]
    yield from dict.fromkeys([*filled[:EDGE], *filled[-EDGE:]])


def blanked(lines: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    """The lines, those at some places made empty."""
    return tuple("" if at in places else line for at, line in enumerate(lines))


def _key(line: str) -> str:
    return DIGITS.sub("#", " ".join(line.split()))
