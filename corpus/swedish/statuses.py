"""How far a thing has come, as a cell of a table says it (Klart, Försenat, Rött), from statuses.toml."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import Any

from corpus.swedish.opposites import stems_in
from corpus.swedish.words import HERE, fold

MET, BEGUN, PARTLY, UNMET = "met", "begun", "partly", "unmet"
APART = re.compile(r" \| | – |, (?=[A-ZÅÄÖ][^,:]*: )")  # between the cells of a row
NEGATED = re.compile(r"(?:ej|inte|icke)\b")
AFTER = r"(?=$|[.,;(]|\s+(?-i:[A-ZÅÄÖ]))"  # a status is the whole cell, or what comes after it is another sentence


def status_in(row: str) -> str:
    """The word of the first cell of a row that says how far the thing has come, lower case; '' where none does."""
    for cell in APART.split(row):
        value = cell.rpartition(": ")[2].strip() if cell.count(": ") == 1 else cell.partition(": ")[2].strip()
        found = _known().match(value)
        if found:
            return fold(found.group())
    return ""


def kind_of_status(status: str) -> str:
    """MET, BEGUN, PARTLY or UNMET; '' for what is no status."""
    if NEGATED.match(status):
        return UNMET
    return next((kind for kind in (MET, BEGUN, PARTLY, UNMET) if status in _listed()[kind]), "")


def answers(question: str, status: str) -> str:
    """'Ja.', 'Nej.' or 'Delvis.' to a question about a thing with that status; '' where that does not settle it."""
    kind, said = kind_of_status(status), stems_in(question)
    asked = {name: bool(said & stems_in(" ".join(words))) for name, words in _listed()["asked"].items()}
    if asked["stopped"]:
        same = stems_in(status) <= said
        return "Ja." if same else "Nej." if kind in (MET, BEGUN) or NEGATED.match(status) else ""
    if kind == MET:
        return "Ja."
    if asked["begun"] and not asked["done"]:
        return "Ja." if kind in (BEGUN, PARTLY) or status in _listed()["late"] else "Nej."
    return {BEGUN: "Nej." if asked["done"] else "", PARTLY: "Delvis.", UNMET: "Nej."}.get(kind, "")


@lru_cache(maxsize=1)
def _known() -> re.Pattern[str]:
    words = [word for kind in (MET, BEGUN, PARTLY, UNMET) for word in _listed()[kind]]
    listed = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?:(?:ej|inte|icke) \w+|(?:{listed})){AFTER}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _listed() -> dict[str, Any]:
    return tomllib.loads((HERE / "statuses.toml").read_text("utf-8"))
