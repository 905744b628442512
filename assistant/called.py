"""Lists that are called what a question asks for ('vilka uppdrag'), wherever the documents in scope hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.evidence import Subject, words_of
from assistant.library import Library
from assistant.models import Evidence, Reading
from corpus.documents import PassageKind
from corpus.swedish.compounds import parts
from corpus.swedish.cues import cue, cue_words, cues_in
from corpus.swedish.numbers import WORDS, count_of
from corpus.swedish.verbs import verbs
from corpus.swedish.words import fold, stem, stop_words, tokens

NUMBER = rf"(?:(?:\d+|{'|'.join(WORDS)})\s+)?(?:olika\s+)?"
SORT = re.compile(r"\bvad (?:det )?(?:har|hade|finns)\b[^?]*?\bför (?!att\b)(.+)")
OPENING = re.compile(rf"\b(?:vilka|vad heter)\s+{NUMBER}(.+)")  # the words that say what is asked for, and the rest
HETER = "heter"  # asks for names
OWNER = re.compile(r"(?:(?!har |är |ska )[\w:]+ ){0,2}?[\w:]+s ")  # of whom, of some of all ('av fullmäktiges mål')
COUNT = re.compile(rf"\b(?:vilka|de|nämn)\s+(\d\d?|{'|'.join(WORDS[2:])})\s+\w")
WHOSE = re.compile(r"\b(\w{4,}s) (?:egna )?(\w{3,}) ")  # whose things they are
OWN = frozenset(("egna", "andra", "nya", "stora", "små"))
DESCRIBES = re.compile(r"(?!\w*(?:arna|erna|orna)$)\w+a$|\w+(?:[ae]nd|[dgr]r)e$")  # an adjective before the noun
COLUMN = re.compile(r"^([^|:]+): ")  # the name of a table's first column, before the name of the row
CALLED = 0.4  # what a list gains that is called what the question asks for
LAST = 2  # words before a list among which stands what its points are, where no number goes before it
COUNTS = frozenset({*WORDS[2:], "följande", "dessa"})
MOSTLY = 0.6  # of the points that must each be called so


def sort_asked(question: str) -> frozenset[str]:
    """The stems of what a question wants to have listed: named after 'vilka', or meant by how it asks; may be none."""
    match = SORT.search(fold(question))
    named = noun_asked(question) or (_noun(match[1]) if match else "")
    meant = [word for key in cues_in("sort", question) for word in key.split()]
    return frozenset(stem(word) for word in meant or filter(None, [named]))


def noun_asked(question: str) -> str:
    """The noun after 'vilka', past its adjectives and whose the things are ('vilka av nämndens egna mål'), or ''."""
    match = OPENING.search(fold(question))
    rest = match[1] if match else ""
    if rest.startswith("av "):
        rest = OWNER.sub("", rest.removeprefix("av ").removeprefix("de "), count=1)
    return _noun(rest)


def _noun(rest: str) -> str:
    """The first noun of what follows a question word, past its adjectives, or ''."""
    words = tokens(rest)
    small = stop_words() - OWN
    for word, after in pairwise([*words, ""]):
        if DESCRIBES.match(word) and after and after not in small | verbs():
            continue
        return "" if word in small or word in verbs() and after not in verbs() else word
    return ""


def bears_names(question: str) -> bool:
    """Are the things that a question wants to have listed of a sort that has names of its own ('vilka skolor')?"""
    noun = noun_asked(question)
    split = parts(noun)
    return bool(noun) and (HETER in tokens(question) or bool(cue("names", "borne", split[1] if split else noun)))


def count_asked(question: str) -> int:
    """How many things a question says that there are ('vilka tre områden'); 0 where it does not say."""
    match = COUNT.search(fold(question))
    return count_of(match[1]) if match else 0


def of_another(question: str, lead: str) -> bool:
    """Is what introduces a list that of another than the one whose things are asked for ('Nämndens mål')?"""
    asked = WHOSE.search(f"{fold(question)} ")
    told = WHOSE.match(f"{fold(lead)} ")
    if not asked or not told:
        return False
    return asked[2] == told[2] and not asked[1].endswith(told[1])


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
