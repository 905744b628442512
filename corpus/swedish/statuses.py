"""A question for yes or no about how far a thing has come, answered by the cell of a table that tells it."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import Any

from corpus.swedish.opposites import stems_in
from corpus.swedish.standings import NO, YES, standing_of_cell, standings_in
from corpus.swedish.words import HERE, fold

KINDS = {"met": "met", "done": "met", "begun": "begun", "on time": "begun", "partly": "partly"}  # the others are unmet
APART = re.compile(r" \| | – |, (?=[A-ZÅÄÖ][^,:]*: )")  # between the cells of a row
WHOLE = re.compile(r"[.,;(]|\s+(?=[A-ZÅÄÖ])")  # where what a cell says of a standing ends
LONGEST, BESIDES = 3, 1  # words of that, and of them such as are not the standing's own ('helt uppfyllt')


def status_in(row: str) -> tuple[str, str]:
    """What the first cell of a row says that tells how far the thing has come, and which standing that is."""
    for cell in APART.split(row):
        column, _, value = cell.rpartition(": ") if cell.count(": ") == 1 else cell.partition(": ")
        said = fold(WHOLE.split(value.strip(), maxsplit=1)[0])
        own = [word for words in standings_in(said).values() for word in words.split()]
        names = standing_of_cell(column, said)
        whole = said in (YES, NO) or 0 < len(own) >= len(said.split()) - BESIDES
        if len(names) == 1 and whole and len(said.split()) <= LONGEST:
            return said, next(iter(names))
    return "", ""


def answers(question: str, status: str, standing: str) -> str:
    """'Ja.', 'Nej.' or 'Delvis.' to a question about a thing with that status; '' where that does not settle it."""
    kind, said = KINDS.get(standing, "unmet"), stems_in(question)
    asked = {name: bool(said & stems_in(" ".join(words))) for name, words in _listed().items()}
    if asked["stopped"]:
        return "Ja." if stems_in(status) <= said else "Nej." if kind != "unmet" or standing == "unbegun" else ""
    if kind == "met":
        return "Ja."
    if asked["begun"] and not asked["done"] and not asked["met"]:
        return "Ja." if kind in ("begun", "partly") or standing == "late" else "Nej."
    return {"begun": "Nej." if asked["done"] else "", "partly": "Delvis.", "unmet": "Nej."}[kind]


def asks_status(word: str) -> bool:
    """Does a word of a question only ask how far a thing has come?"""
    asked = stems_in(" ".join(w for words in _listed().values() for w in words))
    return stems_in(word) <= asked


@lru_cache(maxsize=1)
def _listed() -> dict[str, Any]:
    return tomllib.loads((HERE / "statuses.toml").read_text("utf-8"))
