"""Which rows of a table stand beyond a bound: below zero or above it, or from a value that the document says counts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.evidence import CELL, NAMED, Subject, sentences, words_of
from assistant.models import Evidence, Reading
from corpus.swedish.cues import cue
from corpus.swedish.numbers import read_cell
from corpus.swedish.periods import years_in

TOLD = re.compile(
    r"\b(\w*(?:värde|poäng|tal))(?:et|en|t)?\s+(?:på\s+)?(\d+)\s+(?:eller|och)\s+(?:högre|mer|större|däröver|uppåt)\b"
)  # 'värdet 12 eller mer'
READ = 12  # passages in which a document may tell from what value something is done


@dataclass(frozen=True, slots=True)
class Bound:
    """What the figures of the rows meant must be: of a sign, or from a value in a column; and the words that say so."""

    sign: int
    least: Decimal
    column: str
    words: frozenset[str]


def bound_meant(reading: Reading, evidence: Sequence[Evidence], subject: Subject, sort: frozenset[str]) -> Bound | None:
    """The bound that a question names by a sign, or that a sentence sets for what is asked about the sort."""
    for key, sign in (("negative", -1), ("positive", 1)):
        said = cue("rows", key, reading.question)
        if said:
            return Bound(sign, Decimal(0), "", words_of(said))
    others = [c for c in subject.core if sort.isdisjoint(words_of(c.word))]
    for text in (text for source in evidence[:READ] for text in sentences(source.passage)):
        told, words = TOLD.search(text), words_of(text)
        meant = tuple(c for c in others if c.found_in(words) >= NAMED)
        if told and meant and not sort.isdisjoint(words):
            return Bound(0, Decimal(told[2]), told[1], words_of(" ".join(c.word for c in meant)))
    return None


def rows_beyond(lines: Sequence[str], bound: Bound, years: Collection[int]) -> list[int]:
    """The places of the rows with a figure beyond the bound, of the years asked for where the columns are named so."""
    told = {at: list(_figures(line, bound)) for at, line in enumerate(lines)}
    named = any(set(years_in(name)) & set(years) for figures in told.values() for name, _ in figures)
    chosen = {
        at: [value for name, value in figures if not named or set(years_in(name)) & set(years)]
        for at, figures in told.items()
    }
    return [at for at, values in chosen.items() if values and _is_beyond(values[0], bound)]


def _figures(line: str, bound: Bound) -> Iterator[tuple[str, Decimal]]:
    """The figures of a row, of the bound's column where it has one, each with the name of its column."""
    for name, _, value in (cell.partition(": ") for cell in line.split(CELL)[1:]):
        number = read_cell(value)
        if number and name.lower().endswith(bound.column):
            yield name, number.value


def _is_beyond(value: Decimal, bound: Bound) -> bool:
    return value * bound.sign > 0 if bound.sign else value >= bound.least
