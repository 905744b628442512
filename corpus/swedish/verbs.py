"""Which word forms are verbs: those of a regular paradigm in the lexicon, and those in verbs.txt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from corpus.swedish.words import lexicon, read_lines

# The endings of a conjugation: a past form that nouns never have, and what stands beside it.
WEAK = (("ade", ("a", "ar", "ade", "at")), ("dde", ("r", "dde", "tt")), ("de", ("a", "er", "de", "t")),
        ("te", ("a", "er", "te", "t")))  # fmt: skip
PASSIVE = "s"
NOUN = re.compile(r"(?<=\w\w)(?:ing|an)(?:en|ens|ar|arna|arnas|s)?$")  # of a noun for doing what a verb says
DOUBLE = re.compile(r"(m|n)\1([dt])")


@lru_cache(maxsize=1)
def verbs() -> frozenset[str]:
    """Finite forms, infinitives and supines, active and passive; no participles, and no word that is a noun as well."""
    return frozenset(infinitives())


@lru_cache(maxsize=1)
def infinitives() -> dict[str, str]:
    """The infinitive of every form in `verbs`: höjdes -> höja."""
    known = lexicon()
    lines = read_lines(Path(__file__).with_name("verbs.txt"))
    strong = dict(pair for line in lines if ":" not in line for pair in _told(line.split()))
    weak = dict(pair for line in lines if ":" in line for pair in _conjugated(line))
    regular: dict[str, str] = {}
    for word, (past, endings) in ((w, pair) for w in known for pair in WEAK if w.endswith(pair[0])):
        base = word.removesuffix(past)
        forms = {base + ending for ending in endings} if len(base) > 2 else set()
        if len(forms & known.keys()) >= len(endings) - 1:
            regular |= dict.fromkeys(forms, base if past == "dde" else f"{base}a")
    found = regular | weak | strong
    found = _passive(found) | found
    return {form: base for form, base in found.items() if f"{form}n" not in known or form in strong}


def _told(forms: list[str]) -> Iterator[tuple[str, str]]:
    """Each form of a line with the infinitive before it: a form in -a, or one that the next makes with an r."""
    base = ""
    for form, following in zip(forms, [*forms[1:], ""], strict=True):
        base = form if len(form) > 2 and form.endswith("a") or following == f"{form}r" else base or form
        yield form, base


def _conjugated(line: str) -> Iterator[tuple[str, str]]:
    """Every form of the weak verbs of a line such as 'er te t: tycka'; a double m or n is single before d and t."""
    endings, _, listed = line.partition(":")
    for word in listed.split():
        base = word.removesuffix("a")
        yield from ((DOUBLE.sub(r"\1\2", base + ending), word) for ending in endings.split())
        yield word, word


def _passive(active: dict[str, str]) -> dict[str, str]:
    return {f"{base}{PASSIVE}": word for form, word in active.items()
            for base in (form, form.removesuffix("er"), form.removesuffix("r"))}  # fmt: skip


@lru_cache(maxsize=1)
def _families() -> dict[str, frozenset[str]]:
    families: dict[str, set[str]] = {}
    for form, base in infinitives().items():
        families.setdefault(base, set()).add(form)
    return {base: frozenset(forms | _nouns(base)) for base, forms in families.items()}


def _nouns(infinitive: str) -> set[str]:
    """What doing a verb may be called: höja -> höjning, anmäla -> anmälan."""
    root = infinitive.removesuffix("a")
    made = {f"{root}ning", f"{root}ing", f"{infinitive}n"} if root != infinitive else set()
    return made & lexicon().keys()


def kin(word: str) -> frozenset[str]:
    """The other forms of a verb and the nouns for doing it; those of its verb for such a noun; none for other words."""
    root = NOUN.sub("", word)
    of_noun = (f"{root.removesuffix('n')}a", f"{root}a") if root != word else ()
    bases = (infinitives().get(word, ""), *of_noun)
    return next((_families()[base] for base in bases if base in _families()), frozenset()) - {word}
