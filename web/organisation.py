"""The organisation as the documents describe it: who leads, what the board answers for, what each unit does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.documents import PassageKind
from web.lessons import Place, cue, sentences, under
from web.parts import cells_of

NUMBERED = re.compile(r"^[\d.]+\s+")
FIRST = 4  # sentences among which the one is that tells what a unit does
LONGEST_TITLE = 2  # words of a line that is a title and no sentence
STEM = 8  # letters by which a unit is known again


@dataclass(frozen=True, slots=True)
class Said:
    """What a document says of its organisation; `name` is the unit it is said of, below the unit `above`."""

    sort: str  # people, duties or units
    text: str
    place: Place
    name: str = ""
    above: str = ""


def said_of_organisation(places: Iterable[Place]) -> list[Said]:
    """All that the places say, each thing once: who leads, then what is answered for, then the units in order."""
    found: dict[tuple[str, str], Said] = {}
    sections: set[tuple[str, ...]] = set()
    for place in places:
        begins = place.passage.kind is PassageKind.ROW or place.passage.headings not in sections
        sections.add(place.passage.headings)
        for said in (*_leads(place), *_duties(place), *(_units(place) if begins else ())):
            found.setdefault((said.sort, (said.name or said.text).lower()), said)
    order = ("people", "duties", "units")
    return sorted(found.values(), key=lambda said: order.index(said.sort))


def _leads(place: Place) -> Iterator[Said]:
    yield from _matching(place, "people")


def _duties(place: Place) -> Iterator[Said]:
    depth = _depth(place)
    if 0 <= depth == len(place.passage.headings) - 1:
        yield from _matching(place, "duties")


def _matching(place: Place, sort: str) -> Iterator[Said]:
    if place.passage.kind is not PassageKind.ROW:
        for sentence in sentences(place.passage.text):
            if cue(sort).search(sentence):
                yield Said(sort, sentence, place)


def _units(place: Place) -> Iterator[Said]:
    """A heading below the one of the organisation, with what its text says is done there; or a row of such a table."""
    depth = _depth(place)
    if depth < 0 or under(place, "glossary") >= 0:
        return
    if place.passage.kind is PassageKind.ROW:
        yield from _row(place)
        return
    below = [NUMBERED.sub("", heading).strip(" :") for heading in place.passage.headings[depth + 1 :]]
    said = _what_it_does(below[-1], place.passage.text) if below else ""
    if said and not cue("plain_heading").search(below[-1]):
        yield Said("units", said, place, below[-1], below[-2] if len(below) > 1 else "")


def _what_it_does(name: str, text: str) -> str:
    """The sentence near the beginning that tells it, else the first if it names the unit; '' where neither does."""
    told = [said for said in sentences(text) if not cue("hangs_on").search(said)][:FIRST]
    stem = max(re.findall(r"\w+", name.lower()), key=len, default="")[:STEM]
    titled = len(text.split("\n", 1)[0].split()) <= LONGEST_TITLE
    by_name = [said for said in told[:1] if stem in said.lower() and not titled]
    return next((said for said in (*told, *by_name) if cue("does").search(said) or said in by_name), "")


def _row(place: Place) -> Iterator[Said]:
    """A unit as a row of a table tells it: who leads it, what it answers for, how large it is."""
    (_, name), *told = cells_of(place.passage.text)
    if name and not cue("total").search(name) and any(cue("unit_columns").search(column) for column, _ in told):
        known = (f"{column}: {value}" for column, value in told if value.strip("–- "))
        yield Said("units", " · ".join(known), place, name)


def _depth(place: Place) -> int:
    """How deep the heading of the organisation lies; -1 where there is none, or one below it is of something else."""
    depth = under(place, "organisation")
    return depth if under(place, "not_organisation") < max(depth, 0) else -1
