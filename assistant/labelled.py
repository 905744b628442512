"""Lists whose things open lines or sentences of their own: 'Mål 1: …', a name and a colon, 'Den första är …'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from assistant.called import CALLED
from assistant.evidence import Subject, around, split_sentences, words_of
from assistant.found import Found, apart
from assistant.headed import HEADED
from assistant.library import Library
from assistant.models import Evidence, Reading
from corpus.documents import PassageKind
from corpus.swedish.compounds import parts
from corpus.swedish.numbers import WORDS, count_of
from corpus.swedish.words import fold, stem

NUMBERED = re.compile(r"^(?:• )?([^\W\d]+) (\d+)[.:]\s+(\w.+)")  # 'Mål 3: God hälsa. …'
LABEL = re.compile(r"^(?:• )?([^.:;!?]{3,80}):\s+\S")
ORDINAL = re.compile(
    r"^(?:för )?(?:den|det) (?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde)\b"
    r"(?: \w+)? (?:är|gäller|handlar om|rör|avser)\s+(?:att\s+)?(.+)",
    re.I,
)
PROMISE = rf"\b({'|'.join(WORDS[2:])})\s+(?:\w+\s+){{0,2}}?(\w{{3,}})"
CLAUSE = re.compile(r",\s+(?:där|som|vilket|vilka|eftersom)\b")  # what only adds to the thing named before it
FEWEST = 2
MOSTLY = 0.5  # of what the question is about that the list, or what stands around it, must tell
AFTER = 12  # sentences after the one that counts things within which they are all named


def labelled_lists(reading: Reading, subject: Subject, sort: frozenset[str], library: Library) -> Iterable[Found]:
    """The lists of the sort asked for that open lines of their own, in the documents in scope, each with its fit."""
    for document in reading.scope.documents if sort else ():
        told = [s for s in library.document(document) if s.passage.kind is not PassageKind.ROW]
        for _, same in groupby(told, lambda source: source.passage.headings):
            section = [(line, source) for source in same for line in source.passage.text.split("\n")]
            yield from _numbered(section, sort, subject)
            yield from _counted(section, sort, subject)


def _numbered(section: Sequence[tuple[str, Evidence]], sort: frozenset[str], subject: Subject) -> Iterator[Found]:
    """The lines that each open with the sort and a number; what introduces them is the line before the first."""
    matches = [(at, match) for at, (line, _) in enumerate(section) if (match := NUMBERED.match(line))]
    kept = [(at, match) for at, match in matches if stem(fold(match[1])) in sort]
    if len({match[2] for _, match in kept}) < FEWEST:
        return
    items = tuple(f"{match[2]} {split_sentences(match[3])[0]}" for _, match in kept)
    before = section[max(kept[0][0] - 1, 0)][0]
    share = _share(subject, f"{before} {' '.join(items)}", section[0][1])
    sources = apart(tuple(section[at][1] for at, _ in kept))
    yield Found(kept[0][1][1], items, 0, sources, HEADED + (1 - HEADED) * share + CALLED)


def _counted(section: Sequence[tuple[str, Evidence]], sort: frozenset[str], subject: Subject) -> Iterator[Found]:
    """As many names before a colon, or sentences that count on, as the sentence before them counts of the sort."""
    told = [(text, source) for line, source in section for text in split_sentences(line)]
    lines = [line for line, _ in section]
    for at, (sentence, source) in enumerate(told):
        number, name = _promise(sentence, sort)
        if number < FEWEST:
            continue
        ends = next((n + 1 for n, line in enumerate(lines) if line.endswith(sentence)), len(lines))
        items = _ordinals([text for text, _ in told[at + 1 : at + AFTER]]) or _labels(lines[ends:])
        share = _share(subject, f"{sentence} {' '.join(items)}", source)
        if number == len(items) and share >= MOSTLY:
            fit = HEADED + (1 - HEADED) * share + CALLED
            yield Found(name[:1].upper() + name[1:], tuple(items), number, (source,), fit)


def _promise(sentence: str, sort: frozenset[str]) -> tuple[int, str]:
    """How many things of the sort a sentence says that there are, and its word for them; 0 and '' where it does not."""
    for match in re.finditer(PROMISE, sentence, re.I):
        after = sentence[match.start(2) :].split()[:2]
        name = next((word for word in (each.strip(".,:") for each in after) if _is_sort(word, sort)), "")
        if name:
            return count_of(match[1].lower()), name
    return 0, ""


def _is_sort(word: str, sort: frozenset[str]) -> bool:
    """Is a word the sort asked for, or a compound that ends with it (utvecklingsområden of områden)?"""
    split = parts(fold(word))
    return stem(fold(word)) in sort or bool(split) and stem(split[1]) in sort


def _ordinals(sentences: Sequence[str]) -> list[str]:
    matches = [ORDINAL.match(sentence) for sentence in sentences]
    told = [CLAUSE.split(match[1])[0] for match in matches if match]
    return [text[:1].upper() + text[1:] for text in told]


def _labels(lines: Sequence[str]) -> list[str]:
    labels = (LABEL.match(line) for line in lines)
    return [match[1] for match in takewhile(bool, labels) if match]


def _share(subject: Subject, text: str, source: Evidence) -> float:
    """How much of what the question is about a list tells, with the headings that it stands under."""
    return subject.core_share(words_of(text) | around(source)) if subject.core else 1.0
