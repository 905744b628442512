"""What the documents tell a newcomer, and where: the ground of the glossary, the organisation and the goals."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.documents import Document, Passage

CUES = Path(__file__).with_name("lessons.toml")
SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]*)*[.!?]?")
LONGEST = 320  # letters of a sentence that is quoted


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands."""

    document: Document
    passage: Passage


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text that can be quoted, without their bullets."""
    for found in SENTENCE.finditer(text):
        sentence = found[0].strip(" •–-")
        if len(sentence.split()) > 2 and len(sentence) <= LONGEST:
            yield sentence


def question_about(sort: str, **values: str) -> str:
    """The question that an entry leads to, in Swedish as all questions are."""
    return str(_file()["questions"][sort]).format(**values)


@cache
def cue(name: str) -> re.Pattern[str]:
    """The patterns of that name as one."""
    given = _file()[name]
    pattern = given if isinstance(given, str) else "|".join(given)
    return re.compile(pattern)


@cache
def cues(name: str, short: str = "") -> tuple[re.Pattern[str], ...]:
    """The patterns of that name one by one, with what an abbreviation looks like filled in."""
    return tuple(re.compile(pattern.replace("{short}", short), re.MULTILINE) for pattern in _file()[name])


def under(place: Place, name: str) -> int:
    """The number of the lowest heading over a place that the cue fits, counted from 0; -1 where none does."""
    fitting = [n for n, heading in enumerate(place.passage.headings) if cue(name).search(heading)]
    return fitting[-1] if fitting else -1


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(CUES.read_text("utf-8"))
