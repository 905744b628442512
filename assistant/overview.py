"""The whole of a list of headings, where an overview of lines that stand alike names more of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from assistant.found import Found, apart
from assistant.models import Evidence
from corpus.documents import PassageKind
from corpus.swedish.words import fold

FEWEST = 2  # titles that must stand in an overview
LONGEST = 9  # words of a line that is a title
ENDS = (".", ":", ";", ",", "?", "!")  # what no title ends with
STEPS = (1, 2)  # a title on every line, or each followed by a line that tells of it
Line = tuple[str, Evidence]


def told_whole(found: Found, passages: Sequence[Evidence]) -> Found:
    """The list with the lines beside its titles in the section that names most of them; itself where none has more."""
    titles = {fold(item) for item in found.items}
    known = {_title(heading) for source in passages for heading in source.passage.headings}
    runs = [run for section in _sections(passages) for run in _runs(section, titles, known)]
    longest = max(runs, key=len, default=[])
    if len(longest) <= len(found.items):
        return found
    items = tuple(text for text, _ in longest)
    total = len(items) if all(fold(item) in known for item in items) else 0  # else no heading proves where it ends
    return replace(found, items=items, total=total, sources=apart(tuple(source for _, source in longest)))


def _sections(passages: Sequence[Evidence]) -> list[list[Line]]:
    """The lines of prose of each section, in order."""
    prose = [source for source in passages if source.passage.kind is PassageKind.PROSE]
    grouped = groupby(prose, lambda source: source.passage.headings)
    return [[(line, source) for source in same for line in source.passage.text.split("\n")] for _, same in grouped]


def _runs(lines: Sequence[Line], titles: Collection[str], known: Collection[str]) -> list[list[Line]]:
    """The lines that stand as the titles do: one after the other, or each before a line that tells of it."""
    at = [place for place, (line, _) in enumerate(lines) if fold(line) in titles]
    if len({fold(lines[place][0]) for place in at}) < FEWEST:
        return []
    return [_run(lines, at, step, known) for step in STEPS if all(b - a == step for a, b in pairwise(at))]


def _run(lines: Sequence[Line], at: Sequence[int], step: int, known: Collection[str]) -> list[Line]:
    """The titles at these places, and those before and after them at the same step."""

    def stands_alike(place: int) -> bool:
        line = lines[place][0]
        told = fold(line) in known if step == 1 else place + 1 < len(lines) and lines[place + 1][0].endswith(".")
        return told and len(line.split()) <= LONGEST and not line.endswith(ENDS)

    first, last = at[0], at[-1]
    while first - step >= 0 and stands_alike(first - step):
        first -= step
    while last + step < len(lines) and stands_alike(last + step):
        last += step
    return [lines[place] for place in range(first, last + 1, step)]


def _title(heading: str) -> str:
    """A heading as it stands in an overview, without what it says it is."""
    kind, colon, title = heading.partition(":")
    return fold(title.strip() if colon and title.strip() else kind)
