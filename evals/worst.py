"""The cases that went worst, with all that one needs to see why."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.documents import Box
from evals.models import Case, Piece, Place, Run, Score
from evals.reasons import reasons

MOST_SHOWN = 12
MOST_CITED = 3
LONGEST_QUOTE = 600

Pictures = Callable[[str, int, Sequence[Box]], bytes | None]  # a file's page with boxes marked, as WebP


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as it looks; `source` is a data address."""

    caption: str
    source: str


@dataclass(frozen=True, slots=True)
class Miss:
    """One case that went wrong: what was asked, expected and said, why it is wrong, and where it stands."""

    case: Case
    score: Score
    answer: str
    reasons: tuple[str, ...]
    citations: tuple[Mapping[str, Any], ...]
    pictures: tuple[Picture, ...]


def misses(run: Run) -> list[tuple[Case, Score]]:
    """The cases that went wrong, the worst first."""
    scored = zip(run.cases, run.scores, strict=True)
    return sorted(((c, s) for c, s in scored if _badness(s)), key=lambda pair: (-_badness(pair[1]), pair[0].id))


def _badness(score: Score) -> int:
    """A wrong figure is worst, then a figure without a source, a wrong answer, a no that was not needed."""
    if score.values.get("wrong_figure"):
        return 4
    if score.values.get("right") != 0.0:
        return 0
    if score.unsupported:
        return 3
    return 1 if score.values.get("false_abstention") else 2


def worst(run: Run, pictures: Pictures) -> list[Miss]:
    """The worst cases in full."""
    return [_miss(case, score, run.answers[case.id], pictures) for case, score in misses(run)[:MOST_SHOWN]]


def _miss(case: Case, score: Score, answer: Mapping[str, Any], pictures: Pictures) -> Miss:
    citations = [_shortened(citation) for citation in (answer.get("citations") or [])[:MOST_CITED]]
    shown = tuple(_pictures(case, answer, pictures))
    return Miss(case, score, str(answer.get("answer") or ""), tuple(reasons(score)), tuple(citations), shown)


def _shortened(citation: Mapping[str, Any]) -> Mapping[str, Any]:
    quote = str(citation.get("quote") or "")
    return {**citation, "quote": quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE]} …"}


def _pictures(case: Case, answer: Mapping[str, Any], pictures: Pictures) -> Iterator[Picture]:
    """The page that the answer cites first, and the page with the evidence where that is another."""
    shown: list[Place] = []
    for citation in (answer.get("citations") or [])[:1]:
        marks = answer.get("marks", {}).get(str(citation.get("n")), [])
        place = (str(citation.get("document")), int(citation.get("page") or 0))
        shown.append(place)
        boxes = [box for box in (Box(int(mark[0]), *mark[1:]) for mark in marks) if box.page == place[1]]
        yield from _picture("Sidan som svaret hänvisar till", place, boxes, pictures)
    places = [place for piece in case.evidence[:1] for place in _first(piece)]
    for place in places:
        if place not in shown:
            yield from _picture("Sidan med belägget", place, [], pictures)


def _first(piece: Piece) -> tuple[Place, ...]:
    return piece.places[:1]


def _picture(caption: str, place: Place, boxes: Sequence[Box], pictures: Pictures) -> Iterator[Picture]:
    found = pictures(*place, boxes)
    if found:
        source = f"data:image/webp;base64,{b64encode(found).decode()}"
        yield Picture(f"{caption}: {place[0]}, sidan {place[1]}", source)
