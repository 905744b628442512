"""The glossary that the documents make: their abbreviations and other words, as they themselves explain them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.documents import PassageKind
from web.lessons import Place, cues, sentences, under
from web.parts import cells_of

SHORT = r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,6}[A-ZÅÄÖ]"
BEHIND = re.compile(rf"\(({SHORT})\)")
WORD = re.compile(r"[^\W\d_]+(?:-(?=\s))?")
FARTHEST = 9  # words before an abbreviation that it can stand for
LONGEST = 220  # letters of a meaning


@dataclass(frozen=True, slots=True)
class Term:
    """A word, what it means, and where that is explained."""

    short: str
    meaning: str
    place: Place


def terms_in(places: Sequence[Place]) -> list[Term]:
    """The words that are explained somewhere, each once, by letter; a section of explanations goes before the rest."""
    found: dict[str, list[Term]] = {}
    for term in [*_all(places, _glossed), *_all(places, _spelled_out)]:
        found.setdefault(term.short.lower(), []).append(term)
    return [_likeliest(found[short]) for short in sorted(found)]


def _likeliest(terms: Sequence[Term]) -> Term:
    """The meaning that most places give; in its plain form where some have it as 'familjeomsorgs'."""
    if under(terms[0].place, "glossary") >= 0:
        return terms[0]
    forms = [_plain(term.meaning) for term in terms]
    often = max(forms, key=forms.count)
    same = [term for term, form in zip(terms, forms, strict=True) if form == often]
    return min(same, key=lambda term: len(term.meaning))


def _plain(meaning: str) -> str:
    return meaning.lower().removesuffix("s").removesuffix("en").removesuffix("et")


def _all(places: Iterable[Place], explained: Callable[[Place], Iterator[tuple[str, str]]]) -> list[Term]:
    return [Term(short, _short(meaning), place) for place in places for short, meaning in explained(place)]


def _short(meaning: str) -> str:
    """Without what a sentence ends with, and cut at a word where it is long."""
    meaning = meaning.strip(" .,;:")
    return meaning if len(meaning) <= LONGEST else f"{meaning[:LONGEST].rsplit(' ', 1)[0]} …"


def _glossed(place: Place) -> Iterator[tuple[str, str]]:
    """The words of a section that explains words: rows of two cells, lines of a list, or sentences."""
    if under(place, "glossary") < 0:
        return
    if place.passage.kind is PassageKind.ROW:
        row = [value for _, value in cells_of(place.passage.text)]
        if len(row) > 1 and row[0] and row[1]:
            yield row[0], row[1]
        return
    lines = place.passage.text.splitlines()
    for said in lines if place.passage.kind is PassageKind.LIST else sentences(place.passage.text):
        match = next((m for pattern in cues("glossed") if (m := pattern.match(said.strip(" •")))), None)
        if match:
            yield match["short"], match["meaning"]


def _spelled_out(place: Place) -> Iterator[tuple[str, str]]:
    """The abbreviations that stand beside words which they are made of."""
    text = "\n".join([*place.passage.headings[-1:], place.passage.text])
    for match in BEHIND.finditer(text):
        yield from [(match[1], meaning)] if (meaning := _before(text[: match.start()], match[1])) else []
    for pattern in cues("spelled_out", SHORT):
        for match in pattern.finditer(text):
            if _fits(match["meaning"].strip(), match["short"]):
                yield match["short"], match["meaning"].strip()


def _before(before: str, short: str) -> str:
    """The fewest words right before an abbreviation that it can be made of; '' where none can."""
    line = re.split(r"\n|[:|] ", before)[-1]
    words = list(WORD.finditer(line))[-FARTHEST:]
    if not words or line[words[-1].end() :].strip():
        return ""
    spans = (line[word.start() :].strip() for word in reversed(words))
    return next((span for span in spans if _fits(span, short)), "")


def _fits(meaning: str, short: str) -> bool:
    """Can the abbreviation be made of the words: the same first letter, and all its letters in order?"""
    letters = iter(meaning.lower())
    made_of = all(letter in letters for letter in short.lower())
    return made_of and meaning[0].lower() == short[0].lower() and len(meaning) > 2 * len(short)
