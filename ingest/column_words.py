"""Words that name columns, and lines that may be part of a header."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache

from corpus.swedish.periods import MONTHS, period_in
from corpus.swedish.words import HERE as SWEDISH
from corpus.swedish.words import fold

YEAR = re.compile(r"(?:19[5-9]|20\d)\d(?:[-–/](?:\d{4}|\d\d))?")
IN_BRACKETS = re.compile(r"\([^)]*\)")
SMALL = re.compile(r"-$|[(/]|[-–’'´]\d\d$|\d{1,2}[,.]?$")  # what may stand in a header and names nothing
MARKS = re.compile(r"^[(*]+|[),.:*¹²³⁴⁵⁰]+$")
ENDINGS = ("erat", "erad", "en", "et", "t", "r", "s")
MOST_WORDS = 40  # words of a header at most
MOST_BELOW = 12  # words of one of its lines below the first


def names_in(line: str) -> int:
    """How many words of a line may begin the name of a column of figures."""
    words = line.split()
    return sum(starts_figures(word) for word in words) if len(words) <= MOST_WORDS else 0


def begins_unlabelled(line: str) -> bool:
    """Does a line begin with the name of a column of figures, its blank cell for the rows' own name not shown?"""
    words = line.split()
    return bool(words) and starts_figures(words[0]) and not line.startswith("  ")


def carries_on_header(line: str) -> bool:
    """Is the line made up of what can stand in a header below its first line: years, column words, small words?"""
    words = IN_BRACKETS.sub("", line).split() or line.split()
    named = [w for w in words if is_year(w) or starts_figures(w) or starts_words(w)]
    small = [w for w in words if w[:1].islower() or SMALL.match(w) or is_month(w)]
    whole = len({*named, *small}) == len(set(words)) and line.rstrip()[-1:] != "."
    return whole and 0 < len(words) <= MOST_BELOW


def starts_figures(word: str) -> bool:
    """May it begin the name of a column of figures?"""
    return is_year(word) or word[:1].isupper() and (_plain(word) in column_words()["figures"] or period_in(word) != "")


def starts_words(word: str) -> bool:
    """May it begin the name of a column of words?"""
    return word[:1].isupper() and fold(word).strip("(),.:*") in column_words()["words"]


def is_year(word: str) -> bool:
    """Is it a year or a span of years?"""
    return YEAR.fullmatch(word.strip("(),.:*")) is not None


def is_month(word: str) -> bool:
    """Is it a month, or a span of months?"""
    plain = fold(word).strip("().,")
    return period_in(plain) != "" or len(plain) > 2 and any(month.startswith(plain) for month in MONTHS)


def _plain(word: str) -> str:
    """The word without its ending and marks, where that is a word that names columns."""
    bare = MARKS.sub("", fold(word))
    known = column_words()["figures"]
    return next((form for form in (bare, *(bare.removesuffix(end) for end in ENDINGS)) if form in known), bare)


@lru_cache(maxsize=1)
def column_words() -> dict[str, frozenset[str]]:
    """Words that begin the name of a column, of figures or of words, from column_words.toml."""
    lists = tomllib.loads((SWEDISH / "column_words.toml").read_text("utf-8"))
    return {kind: frozenset(words) for kind, words in lists.items()}
