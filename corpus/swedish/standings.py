"""How far a goal or an assignment has come, as its row says it and as questions ask for it, from standings.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.swedish.words import fold

YES, NO = "ja", "nej"  # what a column named after a standing may hold
BETWEEN = r"\s+(?:\w+\s+){0,2}?"  # words between a negation and what it denies
AFTER = r"(?:\s+(?!och\b|eller\b|men\b|som\b|vilk)\w+){0,5}?\s+(?:inte|ej)\b"  # a negation that follows its verb


@dataclass(frozen=True, slots=True)
class Standing:
    """A standing's name, what it is called when it is denied, and the words for it, with a negation before or not."""

    name: str
    denied: str
    told: re.Pattern[str]


def standings_in(text: str) -> dict[str, str]:
    """The standings that a text names, each with the words for it; what is met in part is not met."""
    rest, found = fold(text), dict[str, str]()
    for standing in _standings():
        for match in standing.told.finditer(rest):
            found.setdefault(standing.denied if match["denied"] or match["after"] else standing.name, match.group())
        rest = standing.told.sub(" ", rest)
    return {name: words for name, words in found.items() if name != "met" or "partly" not in found}


def standing_of_cell(column: str, value: str) -> frozenset[str]:
    """The standings that a cell tells, a yes or no of those that its column is named after."""
    if fold(value) not in (YES, NO):
        return frozenset(standings_in(value))
    denied = {standing.name: standing.denied for standing in _standings()}
    named = standings_in(column)
    return frozenset(name if fold(value) == YES else denied.get(name, name) for name in named)


@lru_cache(maxsize=1)
def _standings() -> tuple[Standing, ...]:
    listed = tomllib.loads(Path(__file__).with_name("standings.toml").read_text("utf-8"))
    negation = rf"(?P<denied>\b(?:{'|'.join(listed['negations'])}){BETWEEN})?"
    return tuple(Standing(s["name"], s["not"], _pattern(negation, s["words"])) for s in listed["standing"])


def _pattern(negation: str, words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    forms = "|".join(re.escape(w.rstrip("*")) + (r"\w*" if w.endswith("*") else "") for w in longest_first)
    return re.compile(rf"{negation}\b(?:{forms})\b(?P<after>{AFTER})?")
