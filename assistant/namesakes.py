"""Names that a question gives, and whether an answer is of what bears them and not of its neighbour or its whole."""

from __future__ import annotations

import re

from assistant.models import Draft, Evidence, Reading
from corpus.catalogue import municipalities, municipalities_in
from corpus.documents import Document
from corpus.swedish.words import fold

NAME = re.compile(r"(?<=[a-zåäö0-9,)] )[A-ZÅÄÖ][a-zåäöé]{3,}")  # a capital that no beginning of a sentence explains
STEM, PLACE = 5, 4  # letters by which a name is known again in its other forms, and a place by its short one


def keeps_names(reading: Reading, draft: Draft) -> bool:
    """Does every name of the question stand in the answer or in what it cites, but for that of a place in its scope?"""
    told = fold(" ".join([*draft.sentences, *map(_whole, draft.cited)]))
    places = {fold(source.document.municipality)[:PLACE] for source in draft.cited}
    names = [fold(name) for name in NAME.findall(reading.question) if not _is_place(name)]
    return all(name[:STEM] in told or name[:PLACE] in places for name in names)


def _is_place(name: str) -> bool:
    """Is it a municipality or a county, which the scope of the question hears?"""
    counties = set(municipalities().values())
    return bool(municipalities_in(name)) or any(fold(c).startswith(fold(name).rstrip("s")) for c in counties)


def _whole(source: Evidence) -> str:
    return " ".join([source.passage.text, *source.passage.headings, *_named(source.document)])


def _named(document: Document) -> tuple[str, ...]:
    return document.title, document.municipality, document.board
