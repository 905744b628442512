"""Which word forms are verbs: those of a regular paradigm in the lexicon, and those in verbs.txt."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from corpus.swedish.words import lexicon, read_lines

# The endings of a conjugation: a past form that nouns never have, and what stands beside it.
WEAK = (("ade", ("a", "ar", "ade", "at")), ("dde", ("r", "dde", "tt")), ("de", ("a", "er", "de", "t")),
        ("te", ("a", "er", "te", "t")))  # fmt: skip
PASSIVE = "s"
DOUBLE = re.compile(r"(m|n)\1([dt])")


@lru_cache(maxsize=1)
def verbs() -> frozenset[str]:
    """Finite forms, infinitives and supines, active and passive; no participles, and no word that is a noun as well."""
    known = lexicon()
    lines = read_lines(Path(__file__).with_name("verbs.txt"))
    strong = {form for line in lines if ":" not in line for form in line.split()}
    weak = {form for line in lines if ":" in line for form in _conjugated(line)}
    found = strong | weak | _passive(strong | weak)
    for word, (past, endings) in ((w, pair) for w in known for pair in WEAK if w.endswith(pair[0])):
        base = word.removesuffix(past)
        forms = {base + ending for ending in endings} if len(base) > 2 else set()
        if len(forms & known.keys()) >= len(endings) - 1:
            found |= forms | _passive(forms)
    return frozenset(form for form in found if f"{form}n" not in known or form in strong)


def _conjugated(line: str) -> set[str]:
    """Every form of the weak verbs of a line such as 'er te t: tycka'; a double m or n is single before d and t."""
    endings, _, infinitives = line.partition(":")
    stems = [(word, word.removesuffix("a") if len(word) > 3 else word) for word in infinitives.split()]
    made = {DOUBLE.sub(r"\1\2", base + ending) for _, base in stems for ending in endings.split()}
    return made | {word for word, _ in stems}


def _passive(forms: set[str]) -> set[str]:
    return {base + PASSIVE for form in forms for base in (form, form.removesuffix("er"), form.removesuffix("r"))}
