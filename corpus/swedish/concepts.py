"""What a question is about: its words, each with the forms that documents may use for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.swedish.compounds import parts
from corpus.swedish.verbs import kin
from corpus.swedish.words import content_tokens, fold, light_words, read_lines, stem, stop_words, tokens

HERE = Path(__file__).parent
WHOLE, COMPOUND, SYNONYM, NAME, WIDER, PART_SYNONYM, PART = 1.0, 0.95, 0.9, 0.7, 0.6, 0.6, 0.35
KIN = 0.84  # of another form of a verb, or of the noun for what it says
HYPHENED = re.compile(r"(?<![\w-])([^\W\d_]{2,})-([^\W\d_]{3,})(?![\w-])")
LONGEST_PHRASE = 5
CHOICE = "eller"  # a phrase with 'och' is none where a question lets choose between its words
Form = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that a question names: its word and every form (stems that must all occur) with a weight."""

    word: str
    forms: Mapping[Form, float]

    def found_in(self, bag: frozenset[str] | set[str]) -> float:
        """The weight of the best form whose stems are all in the bag; 0 where none is."""
        return max((w for form, w in self.forms.items() if all(s in bag for s in form)), default=0.0)


def bag_of(text: str) -> frozenset[str]:
    """Every stem of a text, of the parts of its compounds, and of what a long one is in the end (boendeplatser)."""
    found = content_tokens(text)
    halves = [half for t in found for half in parts(t)]
    last = [part for half in halves[1::2] for part in parts(half)[1:]]
    return frozenset(map(stem, [*found, *halves, *last]))


def concepts_in(question: str) -> tuple[Concept, ...]:
    """The concepts of a question in order: hyphened names, known phrases, then single words."""
    text = fold(question)
    pairs = [m for m in HYPHENED.finditer(text) if not {m[1], m[2]} & light_words()]
    named = [_hyphened(m) for m in pairs]
    for match in reversed(pairs):
        text = f"{text[: match.start()]} {text[match.end() :]}"
    words = tokens(text)
    found: list[Concept] = [concept for concept in named if concept]
    at = 0
    while at < len(words):
        length = _longest_phrase(words, at)
        chunk = words[at : at + max(length, 1)]
        at += len(chunk)
        if length > 1 or chunk[0] not in stop_words():
            found.append(_concept(chunk))
    return tuple({tuple(sorted(c.forms)): c for c in found}.values())


def _hyphened(match: re.Match[str]) -> Concept:
    """A name joined to a common word ('TUFF-träffarna'): the name alone nearly tells it."""
    name, word = stem(match[1]), stem(match[2])
    return Concept(match.group(), {(name, word): WHOLE, (name,): NAME})


def _longest_phrase(words: list[str], at: int) -> int:
    """How many words from here on are one phrase of the synonym files; 0 where none is."""
    if words[at] in stop_words():
        return 0
    for length in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
        if CHOICE in words[at : at + length]:
            continue
        if words[at + length - 1] not in stop_words() and _key(words[at : at + length]) in synonyms():
            return length
    return 0


def _concept(chunk: list[str]) -> Concept:
    key = _key(chunk)
    forms: dict[Form, float] = {key: WHOLE}
    if len(chunk) == 1:
        split = tuple(stem(p) for p in parts(chunk[0]))
        forms |= {split: COMPOUND} if split else {}
        forms |= {(s,): PART for s in split if len(s) > 3}
        for form, weight in synonyms().get(split[:1], {}).items():
            forms[form] = max(PART * weight, forms.get(form, 0.0))
            forms[(*form, *split[1:])] = max(PART_SYNONYM * weight, forms.get((*form, *split[1:]), 0.0))
    for form, weight in synonyms().get(key, {}).items():
        forms[form] = max(weight, forms.get(form, 0.0))
    for other in kin(chunk[0]) if len(chunk) == 1 else ():
        forms.setdefault((stem(other),), KIN)
    return Concept(" ".join(chunk), forms)


def _key(words: Iterable[str]) -> Form:
    """The stems of the words that are not stop words, or of all where they are nothing else (man)."""
    given = list(words)
    return tuple(stem(w) for w in given if w not in stop_words()) or tuple(map(stem, given))


@lru_cache(maxsize=1)
def synonyms() -> dict[Form, dict[Form, float]]:
    """Stems of a word or phrase -> stems of what documents may write instead, with a weight."""
    table: dict[Form, dict[Form, float]] = {}
    for left, right, weight in _pairs():
        key, form = _key(tokens(left)), _key(tokens(right))
        if key and form and key != form:
            known = table.setdefault(key, {})
            known[form] = max(weight, known.get(form, 0.0))
    return table


def _pairs() -> Iterator[tuple[str, str, float]]:
    for line in read_lines(HERE / "synonyms.txt"):
        if "->" in line:
            left, _, right = line.partition("->")
            yield from ((left, form, WIDER) for form in right.split(","))
        else:
            yield from _each_with_each(line.split("="))
    for name in ("abbreviations.txt", "boards.txt"):
        for line in read_lines(HERE / name):
            yield from _each_with_each(line.split("="))


def _each_with_each(group: list[str]) -> Iterator[tuple[str, str, float]]:
    yield from ((a, b, SYNONYM) for a in group for b in group if a is not b)
