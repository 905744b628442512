"""Doubts of prose: parts that do not make their whole, and a bound that a table has the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from corpus.documents import Doubt, Passage, PassageKind
from corpus.swedish.numbers import DIGITS, is_year, numbers_in, write_number
from corpus.swedish.words import content_tokens, stem
from ingest.lines import TableLine, difference

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”\"•]|\d{4}\b)|\n")
BOUND = re.compile(rf"\b(minst|högst|max|min)\.?\s+({DIGITS}(?:,\d+)?)(?![\d])", re.IGNORECASE)
AT_MOST = ("högst", "max")
MEN, WOMEN = "män|pojkar|killar", "kvinnor|kv|flickor|tjejer"
COUNT = rf"({DIGITS})\s+(?:[\w.]+\s+){{0,2}}?"
PARTS = re.compile(
    rf"{COUNT}(?:(?:{MEN})\b\W*(?:och|samt)?\s*{COUNT}(?:{WOMEN})|(?:{WOMEN})\b\W*(?:och|samt)?\s*{COUNT}(?:{MEN}))\b",
    re.IGNORECASE,
)
NEAR = Decimal("0.2")  # of a whole: parts further from it are parts of something else
LONG_WORD = 6  # letters of a word that a sentence and a row may share by chance


def part_doubts(passages: Sequence[Passage]) -> Iterator[Doubt]:
    """Women and men that do not make the whole said before them in the same sentence."""
    for passage, sentence in sentences_in(passages):
        for match in PARTS.finditer(sentence):
            a, b = (_whole(group) for group in match.groups() if group)
            before = [n for n in numbers_in(sentence[: match.start()]) if not n.unit and not is_year(n)]
            wholes = [n for n in before if n.value > max(a, b)]
            if wholes and all(n.value != a + b for n in wholes) and is_near(a + b, wholes[-1].value, NEAR):
                text = (
                    f"Texten anger {wholes[-1].text}, men delarna ”{match.group()}” är tillsammans "
                    f"{write_number(a + b)}; {difference(a + b, wholes[-1].value)}."
                )
                yield Doubt(passage.pages[0], "parts", text, (passage.id,))


def bound_doubts(lines: Sequence[TableLine], passages: Sequence[Passage]) -> Iterator[Doubt]:
    """A goal of at most so much in a table that the prose of its section calls at least so much."""
    for line in lines:
        for cell in line.cells.values():
            bound = BOUND.search(cell.text)
            for passage, sentence in sentences_in(passages) if bound else ():
                said = next((m for m in BOUND.finditer(sentence) if bound and _opposed(bound, m)), None)
                if bound and said and _same_place(line, passage) and _long_words(line.label) & _long_words(sentence):
                    text = (
                        f"{cell.column} för ”{line.path[-1]}” är {bound.group()} i tabellen på sidan {cell.page}, "
                        f"men texten på sidan {passage.pages[0]} säger {said.group()}."
                    )
                    yield Doubt(cell.page, "bound", text, (line.passage.id, passage.id))


def _opposed(a: re.Match[str], b: re.Match[str]) -> bool:
    """Is one at most, and the other at least, the same number?"""
    return (a[1].lower() in AT_MOST) != (b[1].lower() in AT_MOST) and _whole(a[2]) == _whole(b[2])


def _same_place(line: TableLine, passage: Passage) -> bool:
    return line.passage.headings[: len(passage.headings)] == passage.headings


def _long_words(text: str) -> set[str]:
    return {stem(token) for token in content_tokens(text) if len(token) >= LONG_WORD}


def is_near(a: Decimal, b: Decimal, share: Decimal) -> bool:
    """Do two amounts differ by no more than a share of the larger?"""
    return abs(a - b) <= share * max(abs(a), abs(b))


def _whole(text: str) -> Decimal:
    return Decimal(re.sub(r"\s", "", text).replace(",", "."))


def sentences_in(passages: Sequence[Passage]) -> Iterator[tuple[Passage, str]]:
    """The sentences of prose and lists, each with its passage."""
    for passage in passages:
        if passage.kind is not PassageKind.ROW:
            yield from ((passage, part.strip()) for part in SENTENCE.split(passage.text) if part.strip())
