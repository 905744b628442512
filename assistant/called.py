"""Lists that are called what a question asks for ('vilka uppdrag'), wherever the documents in scope hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.evidence import Subject, words_of
from assistant.library import Library
from assistant.models import Evidence, Reading
from corpus.documents import PassageKind
from corpus.swedish.cues import cue_words, cues_in
from corpus.swedish.numbers import WORDS
from corpus.swedish.words import fold, stem

NUMBER = rf"(?:(?:\d+|{'|'.join(WORDS)})\s+)?(?:olika\s+)?"
VILKA = rf"\bvilka\s+{NUMBER}(\w+)"  # of what: 'vilka fem enheter'
SORT = re.compile(rf"{VILKA}|\bvad (?:har|hade|finns)\b[^?]*?\bför (?!att\b)(\w+)")
COLUMN = re.compile(r"^([^|:]+): ")  # the name of a table's first column, before the name of the row
CALLED = 0.4  # what a list gains that is called what the question asks for
LAST = 2  # words before a list among which stands what its points are, where no number goes before it
COUNTS = frozenset({*WORDS[2:], "följande", "dessa"})
MOSTLY = 0.6  # of the points that must each be called so


def sort_asked(question: str) -> frozenset[str]:
    """The stems of what a question wants to have listed: named after 'vilka', or meant by how it asks; may be none."""
    match = SORT.search(fold(question))
    named = [word for word in match.groups() if word] if match else []
    meant = [word for key in cues_in("sort", question) for word in key.split()]
    return frozenset(stem(word) for word in meant or named)


def besides_sort(question: str, subject: Subject) -> Subject:
    """The subject less the words that only mean the sort asked for ('få stopp på')."""
    words = cue_words(("sort",), question)
    return subject.without([c for c in subject.concepts if set(c.word.split()) <= words])


def lists_called(sort: frozenset[str], reading: Reading, library: Library) -> Iterator[Evidence]:
    """The passages of the documents in scope that hold points, or the first row of a table, called so."""
    tables: set[str] = set()
    for document in reading.scope.documents if sort else ():
        for source in library.document(document):
            passage = source.passage
            if passage.kind is PassageKind.LIST and _introduces(passage.text, sort):
                yield source
            if passage.kind is PassageKind.ROW and passage.table not in tables and heads(passage.text, sort):
                tables.add(passage.table)
                yield source


def heads(row: str, sort: frozenset[str]) -> bool:
    """Is the first column of a table, of which this is a row, named after the sort?"""
    name = COLUMN.match(row)
    return name is not None and not sort.isdisjoint(words_of(name[1]))


def called(intro: str, items: Sequence[str], sort: frozenset[str]) -> bool:
    """Does what introduces some points end with what they are, or does each of them say it ('Mål A: …')?"""
    if not sort:
        return False
    so = [item for item in items if _says(item, sort)]
    return _ends(intro, sort) or len(so) > MOSTLY * len(items)


def _introduces(text: str, sort: frozenset[str]) -> bool:
    """Does a passage hold a line that ends with the sort, or points that say it?"""
    return any(_says(line, sort) if line.startswith("• ") else _ends(line, sort) for line in text.split("\n"))


def _ends(line: str, sort: frozenset[str]) -> bool:
    """Does a line end with the sort, or count it ('Tre risker bedöms som allvarliga')?"""
    words = fold(line).rstrip(":. ").split()
    after = [words_of(" ".join(words[at + 1 : at + 3])) for at, word in enumerate(words) if word in COUNTS]
    last = words_of(" ".join(words[-LAST:])) if words and words[-1] != "att" else frozenset[str]()
    return any(not sort.isdisjoint(near) for near in (*after, last))


def _says(point: str, sort: frozenset[str]) -> bool:
    name, colon, _ = point.partition(":")
    return bool(colon) and not sort.isdisjoint(words_of(name))
