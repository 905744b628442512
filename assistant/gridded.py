"""The list of what stands in a column of a table, not its first, that is called what a question asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.called import CALLED
from assistant.evidence import CELL, Subject, around, words_of
from assistant.found import Found
from assistant.models import Evidence
from corpus.swedish.compounds import parts
from corpus.swedish.words import stem, tokens

NAMES_LESS = 0.3  # what a column loses whose name and heading hold none of the core
NUMBER = re.compile(r"^[\d.]+\s+")
NUMBERED = re.compile(r"^\d+[:.]\d+\.?\s+(?=[^\W\d])")  # before what a cell says: '5:1 God ekonomi'
Line = tuple[Evidence, str]
Told = tuple[Evidence, str, str]


def column_listed(
    lines: Sequence[Line], meant: Sequence[int], sort: frozenset[str], subject: Subject, prior: float
) -> Iterable[Found]:
    """What stands in that column, of the rows at the places meant or of all, with how well it fits."""
    told = [(at, cell) for at, line in enumerate(lines) for cell in _cells(line, sort)]
    kept = [cell for at, cell in told if not meant or at in meant]
    if len({value for *_, value in kept}) < 2 or len({name for _, name, _ in kept}) > 1:
        return
    source, name, _ = kept[0]
    named = words_of(name) | _joined(name, source, sort)
    share = subject.core_share(named | words_of(" ".join(source.passage.headings[-1:])))
    first = {value: row for row, _, value in reversed(kept)}
    items = tuple(dict.fromkeys(value for *_, value in kept))
    every = len({value for _, (*_, value) in told})
    fit = subject.share(named, around(source)) + prior + CALLED - NAMES_LESS * (1 - share)
    yield Found(NUMBER.sub("", name), items, every, tuple(first[value] for value in items), fit)


def _cells(line: Line, sort: frozenset[str]) -> Iterator[Told]:
    """The cells in words, past the row's first, of a column that is called the sort: row, column and words."""
    row, text = line
    for cell in text.split(CELL)[1:]:
        name, _, value = cell.partition(": ")
        if _is_word(value) and _names(name, row, sort):
            yield row, name, value


def _names(column: str, row: Evidence, sort: frozenset[str]) -> bool:
    """Is a column called the sort in a word of its own, or by the first part of it under a heading of the second?"""
    words = [word for word in tokens(column) if not word.isdigit()]
    return len(words) == 1 and (stem(words[0]) in sort or bool(_joined(column, row, sort)))


def _joined(column: str, row: Evidence, sort: frozenset[str]) -> frozenset[str]:
    """The compounds of the sort that a column and what its table is headed make ('Ekonomi' under 'Mål')."""
    named, heads = words_of(column), words_of(" ".join(row.passage.headings[-1:]))
    split = {word: parts(word) for word in sort}
    return frozenset(w for w, p in split.items() if p and stem(p[0]) in named and stem(p[1]) in heads)


def _is_word(value: str) -> bool:
    bare = NUMBERED.sub("", value)
    return any(c.isalpha() for c in bare) and not bare[:1].isdigit()
