"""The receipt of a sentence that a model wrote: labels, figures, years and words found again in what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.binding import is_bound, numbers_of, years_of
from assistant.briefing import LINK, told_apart
from assistant.check import MARKER
from assistant.evidence import sentences, words_of
from assistant.models import Answer, Evidence
from assistant.orders import is_order
from assistant.phrasing import WORD, is_verb, listed, phrasing
from assistant.prompts import prompt
from assistant.retelling import is_of_another, points_back, retells, turns
from assistant.survival import NAMED, Fact, fact_of
from corpus.swedish.concepts import concepts_in
from corpus.swedish.numbers import IN_PROSE
from corpus.swedish.words import stop_words, tokens

FOREIGN = re.compile(r"[\u0250-\u1fff\u2c00-\U0010ffff]")  # letters of another script
WHOLE = re.compile(r"[\w”\"–(].*[.!”]")
DIGIT = re.compile(r"\d")
SHORTEST = 3  # words of a sentence
RUN = 5  # words on end of what the model was told that no sentence may hold


@dataclass(frozen=True, slots=True)
class Ground:
    """What an answer stands on: the program's text, its sentences, the passages [1] … [n], the question, its years."""

    lines: tuple[str, ...]
    facts: tuple[Fact, ...]
    sources: tuple[Evidence, ...]
    question: str = ""
    years: tuple[int, ...] = ()


def ground_of(plain: Answer, sources: Sequence[Evidence]) -> Ground:
    """The ground that an answer made without a model gives to one that is written."""
    lines = tuple(line for line in plain.text.split("\n") if line.strip())
    facts = tuple(fact_of(sentence, plain.reading.question, sources) for sentence in told_apart(plain.text))
    return Ground(lines, facts, tuple(sources), plain.reading.question, plain.reading.scope.years)


def under_right_labels(sentence: str, ground: Ground) -> str:
    """The sentence under the labels that bear it: its own, or else the first passage that does; its own if none."""
    if not fault_of(sentence, ground):
        return sentence
    bare = " ".join(MARKER.sub("", sentence).split()).rstrip(" .")
    others = (f"{bare} [{n}]." for n in range(1, len(ground.sources) + 1))
    return next((other for other in others if not fault_of(other, ground)), sentence)


def without_padding(sentence: str, ground: Ground) -> str:
    """A sentence on rows alone, without a last clause that holds no figure: of what a figure is, rows tell nothing."""
    labels = MARKER.findall(sentence)
    told, comma, clause = MARKER.sub("", sentence).rstrip(" .").rpartition(", ")
    cited = [ground.sources[int(n) - 1] for n in labels if 1 <= int(n) <= len(ground.sources)]
    of_rows = bool(cited) and all(source.passage.figures for source in cited)
    opens = clause.partition(" ")[0].lower() in listed("<") and not DIGIT.search(clause)
    padded = of_rows and bool(comma) and opens and bool(numbers_of(told))
    return f"{told} {''.join(f'[{n}]' for n in labels)}." if padded else sentence


def fault_of(sentence: str, ground: Ground) -> str:
    """What a sentence lacks (label, order, figure, year, words, negation), or '' where it may be shown."""
    labels = [int(n) for n in MARKER.findall(sentence)]
    text = MARKER.sub("", sentence)
    if not labels or not all(1 <= n <= len(ground.sources) for n in labels):
        return "label"
    told = list(_told(labels, ground))
    if not _is_whole(sentence, text, told):
        return "words"
    if is_order(text) or LINK.search(text) or _of_the_prompt(text):
        return "order"
    if FOREIGN.search(text) or points_back(text, told):
        return "words"
    if not all(is_bound(number, text, told, ground.years) for number in numbers_of(text)):
        return "figure"
    if not set(years_of(text)) <= _years(labels, told, ground):
        return "year"
    if unfounded_words(text, " . ".join([*told, *(heeded_text(ground.sources[n - 1]) for n in labels)])):
        return "words"
    return _faulty_telling(text, told, labels, ground)


def _years(labels: Sequence[int], told: Sequence[str], ground: Ground) -> set[int]:
    """The years that may be named: those told, those asked for, and those in the titles of what is cited."""
    titles = [ground.sources[n - 1].document.title for n in labels]
    return {year for line in (*told, *titles) for year in years_of(line)} | set(ground.years)


def _told(labels: Sequence[int], ground: Ground) -> Iterator[str]:
    """What may be told again: the facts that share a label, then the sentences of cited running text."""
    for fact in ground.facts:
        if {int(n) for n in MARKER.findall(fact.text)} & set(labels):
            yield MARKER.sub("", fact.text)
    for n in dict.fromkeys(labels):
        if not ground.sources[n - 1].passage.figures:
            yield from sentences(ground.sources[n - 1].passage)


def heeded_text(source: Evidence) -> str:
    """What a citation shows, less the lines that give orders."""
    named = [part for part in (source.document.title, *source.passage.headings) if not is_order(part)]
    lines = [line for line in sentences(source.passage) if not is_order(line)]
    figures = [f"{f.text} {f.unit}" for f in source.passage.figures]
    return " . ".join([*named, source.document.municipality, source.document.board, *lines, *figures])


def _of_the_prompt(text: str) -> bool:
    """Does a text give away what the model was told?"""
    told, said = tokens(prompt("answer").partition("\n\nExempel")[0]), tokens(text)
    runs = {tuple(told[at : at + RUN]) for at in range(len(told) - RUN + 1)}
    return any(tuple(said[at : at + RUN]) in runs for at in range(len(said) - RUN + 1))


def unfounded_words(text: str, known: str, least: float = NAMED) -> list[str]:
    """The words of a text that its sources neither hold nor have another word for, of that weight at least."""
    held = words_of(known)
    found = concepts_in(IN_PROSE.sub(" ", text))
    return [c.word for c in found if c.found_in(held) < least and not set(c.word.split()) <= phrasing()]


def _faulty_telling(text: str, told: Sequence[str], labels: Sequence[int], ground: Ground) -> str:
    """Does a sentence mix words of many, say of one thing what is told of another, or turn what is told?"""
    cited = [ground.sources[n - 1] for n in labels]
    around = " . ".join(f"{s.document.title} {s.document.municipality} {s.passage.section}" for s in cited)
    of_rows = any(source.passage.figures for source in cited)
    if not retells(text, told, around) or is_of_another(text, told, of_rows):
        return "mixture"
    return "negation" if turns(text, told) else ""


def _is_whole(sentence: str, text: str, told: Sequence[str]) -> bool:
    """Is it a sentence: with a verb, and not broken off at a word that wants another, but where its source ends so?"""
    words = [word for word in WORD.findall(text.lower()) if len(word) > 1]
    last = text.rstrip(" .!”)").rpartition(" ")[2].lower()
    broken = last in stop_words() or len(last) == 1 and last.isalpha()
    broken = broken and not any(line.rstrip(" .!").lower().endswith(f" {last}") for line in told)
    return bool(WHOLE.fullmatch(sentence)) and len(words) >= SHORTEST and any(map(is_verb, words)) and not broken
