"""Sorts of answer that a question may ask for so narrowly that text without one is no answer (an age, a month)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.swedish.numbers import WORDS
from corpus.swedish.periods import MONTHS
from corpus.swedish.words import clean_text, fold

STANDS_FOR = {"<month>": "|".join(MONTHS), "<number>": rf"\b(?:\d+|{'|'.join(WORDS)})", "<word>": r"\w+"}


@dataclass(frozen=True, slots=True)
class Sort:
    """How questions ask for a sort of answer, what such an answer holds, and whether the asking words are empty."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    empty: bool


def holds_sort(question: str, text: str) -> bool:
    """Does the text hold what the question asks for so narrowly? True where it asks for nothing such."""
    asked = fold(question)
    return all(sort.told.search(clean_text(text)) for sort in _sorts() if sort.asked.search(asked))


def asks_sort(question: str) -> bool:
    """Does a question ask for one of these sorts of answer?"""
    return any(sort.asked.search(fold(question)) for sort in _sorts())


def without_sorts(question: str) -> str:
    """The question without the words that only say what sort of answer it wants ('vilka åldrar')."""
    for sort in _sorts():
        question = re.sub(sort.asked.pattern, " ", question, flags=re.IGNORECASE) if sort.empty else question
    return question


def tells(sort: str, text: str) -> bool:
    """Does the text hold a thing of one of the sorts under [told], by its name there?"""
    return _told()[sort].search(clean_text(text)) is not None


@lru_cache(maxsize=1)
def _listed() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("answer_sorts.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _told() -> dict[str, re.Pattern[str]]:
    return {name: _pattern(told) for name, told in _listed()["told"].items()}


@lru_cache(maxsize=1)
def _sorts() -> tuple[Sort, ...]:
    return tuple(
        Sort(re.compile(sort["asked"]), _pattern(sort["told"]), sort.get("empty", False)) for sort in _listed()["sort"]
    )


def _pattern(told: str) -> re.Pattern[str]:
    for name, stands in STANDS_FOR.items():
        told = told.replace(name, stands)
    return re.compile(told, re.IGNORECASE)
