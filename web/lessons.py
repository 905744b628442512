"""What a newcomer can learn from the documents: what abbreviations mean, who does what, which goals there are."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.documents import Document, Figure, FigureKind, Passage, PassageKind

CUES = Path(__file__).with_name("lessons.toml")
SHORT = re.compile(r"\(([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,7})\)")
WORD = re.compile(r"[^\W\d_]+(?:-(?=\s))?")
FARTHEST = 9  # words before an abbreviation that it can stand for
GOAL = re.compile(r"mål\b[^:]*:\s|\(\w*mål \d+\)")
SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]*)*[.!?]?")
MONEY = ("tkr", "mnkr", "kr")
LONGEST = 320  # letters of a sentence that is quoted


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands."""

    document: Document
    passage: Passage


@dataclass(frozen=True, slots=True)
class Term:
    """An abbreviation, what it stands for, and where that is written out."""

    short: str
    meaning: str
    place: Place


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a document about its organisation."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal as a heading names it."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row that a goal is measured by, with its figures as the document writes them."""

    name: str
    figures: tuple[Figure, ...]
    place: Place


def terms_in(places: Sequence[Place]) -> list[Term]:
    """The abbreviations that are written out somewhere, each once, by letter."""
    found: dict[str, Term] = {}
    for place in places:
        for match in SHORT.finditer(place.passage.text):
            meaning = _meaning(place.passage.text[: match.start()], match[1])
            if meaning:
                found.setdefault(match[1], Term(match[1], meaning, place))
    return sorted(found.values(), key=lambda term: term.short.lower())


def _meaning(before: str, short: str) -> str:
    """The fewest words right before an abbreviation that it can be made of; '' where none can."""
    line = re.split(r"\n|[:|] ", before)[-1]
    words = list(WORD.finditer(line))[-FARTHEST:]
    if not words or line[words[-1].end() :].strip():
        return ""
    for word in reversed(words):
        span = line[word.start() :].strip()
        if word[0][0].lower() == short[0].lower() and _holds(span, short) and len(span) > 2 * len(short):
            return span
    return ""


def _holds(span: str, short: str) -> bool:
    """Do the letters stand in the words in order?"""
    letters = iter(span.lower())
    return all(letter in letters for letter in short.lower())


def said_of_organisation(places: Iterable[Place], kind: str) -> list[Said]:
    """The sentences that say who leads ('people') or what is done where ('duties'), each once."""
    pattern = _cues(kind)
    found: dict[str, Said] = {}
    for place in places:
        if place.passage.kind is not PassageKind.ROW:
            for sentence in _sentences(place.passage.text):
                if pattern.search(sentence) and len(sentence) <= LONGEST:
                    found.setdefault(sentence.lower(), Said(sentence, place))
    return list(found.values())


def _sentences(text: str) -> Iterator[str]:
    return (match[0].strip(" •–-") for match in SENTENCE.finditer(text) if len(match[0].split()) > 2)


def question_about(sort: str, **values: str) -> str:
    """The question that an entry leads to, in Swedish as all questions are."""
    return str(_file()["questions"][sort]).format(**values)


@cache
def _cues(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(_file()[kind]))


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(CUES.read_text("utf-8"))


def goals_in(places: Iterable[Place]) -> list[Goal]:
    """The goals that headings name, each where its section begins."""
    found: dict[str, Goal] = {}
    for place in places:
        for heading in place.passage.headings:
            if GOAL.search(heading) and not heading.startswith("Tabell"):
                found.setdefault(heading.lower(), Goal(heading, place))
    return list(found.values())


def indicators_in(places: Iterable[Place]) -> list[Indicator]:
    """The rows with a goal or a promised value that is not money, with all their figures."""
    found: list[Indicator] = []
    for place in places:
        rows = dict.fromkeys(figure.row for figure in place.passage.figures if _is_aim(figure))
        for row in rows:
            figures = tuple(f for f in place.passage.figures if f.row == row and f.value is not None)
            found.append(Indicator(row[-1], figures, place))
    return found


def _is_aim(figure: Figure) -> bool:
    aim = figure.kind in (FigureKind.GOAL, FigureKind.COMMITMENT)
    return aim and figure.value is not None and figure.unit not in MONEY
