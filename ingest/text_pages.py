"""A text cut into its pages: by form feeds, or by the page numbers printed in it; running heads are left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.running_heads import EDGE, HALF, TextPage, blanked, edges_of, without_heads

NUMBER = re.compile(
    r"(?:sida|sid\.?|page)?\s*(?P<bare>\d{1,3})(?:\s*(?:\(\d{1,3}\)|av\s+\d{1,3}|/\s*\d{1,3}))?", re.IGNORECASE
)
MARKED = re.compile(r"sid|page|av|\(|/", re.IGNORECASE)
FEWEST = 3  # pages whose numbers must follow each other; twice as many where they are bare figures
SHORTEST_PAGE = 12  # lines from one page number to the next


def pages_of(text: str) -> list[TextPage]:
    """The pages of a text, page numbers and running heads blanked out."""
    if "\f" in text:
        parts = text.removesuffix("\f").split("\f")
        pages = [TextPage(str(at), tuple(part.split("\n"))) for at, part in enumerate(parts, 1)]
        return without_heads(_labelled(pages))
    return without_heads(_cut(text.split("\n")))


def _labelled(pages: Sequence[TextPage]) -> list[TextPage]:
    """The pages with the numbers printed at their edges, where most of them have one that follows on the last."""
    places = [[(at, number) for at in edges_of(page) if (number := _number(page.lines[at]))][:1] for page in pages]
    steps = Counter(number - index for index, found in enumerate(places) for _, number in found)
    shift, count = steps.most_common(1)[0] if steps else (0, 0)
    if count < max(2, HALF * len(pages)):
        return list(pages)
    return [
        _with_label(page, found, index + shift) for index, (page, found) in enumerate(zip(pages, places, strict=True))
    ]


def _with_label(page: TextPage, found: Sequence[tuple[int, int]], number: int) -> TextPage:
    own = [at for at, printed in found if printed == number]
    return replace(page, label=str(number), lines=blanked(page.lines, own)) if number > 0 else page


def _cut(lines: Sequence[str]) -> list[TextPage]:
    """Pages cut at the page numbers that stand alone on a line and follow each other."""
    marks = _run([(at, number) for at, line in enumerate(lines) if (number := _number(line))], lines)
    if not marks:
        return [TextPage("1", tuple(lines))]
    on_top = sum(bool(line.strip()) for line in lines[: marks[0][0]]) <= EDGE
    blank = blanked(lines, [at for at, _ in marks])
    places = [at for at, _ in marks]
    cuts = [0, *places[1:], len(lines)] if on_top else [0, *(at + 1 for at in places), len(lines)]
    labels = [number for _, number in marks] if on_top else [*(n for _, n in marks), marks[-1][1] + 1]
    parts = [blank[a:b] for a, b in pairwise(cuts)]
    return [TextPage(str(n), part) for n, part in zip(labels, parts, strict=True) if any(line.strip() for line in part)]


def _run(found: Sequence[tuple[int, int]], lines: Sequence[str]) -> list[tuple[int, int]]:
    """The longest run of page numbers, each the one after the last; bare figures must be marked as pages or many."""
    best: list[tuple[int, int]] = []
    for start in range(len(found)):
        run = [found[start]]
        for at, number in found[start + 1 :]:
            if number == run[-1][1] + 1 and at - run[-1][0] >= SHORTEST_PAGE:
                run.append((at, number))
        best = run if len(run) > len(best) else best
    marked = all(MARKED.search(lines[at]) for at, _ in best)
    return best if len(best) >= (FEWEST if marked else 2 * FEWEST) else []


def _number(line: str) -> int:
    match = NUMBER.fullmatch(line.strip(" -–"))
    return int(match["bare"]) if match else 0
