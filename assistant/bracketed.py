"""Lists in brackets after what they are of: 'fyra enheter (A, B, C och D)'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.evidence import Subject, around, split_sentences, words_of
from assistant.found import Found
from assistant.models import Evidence
from corpus.swedish.numbers import WORDS, count_of

ENOUGH = 0.38  # a form's weight from which the words before the bracket are what is asked for
MOSTLY = 0.5  # of the core that the sentence must hold
FEWEST, LONGEST = 3, 5  # things in a bracket, and words of one
READ = 20  # passages looked at
SO_CALLED = 0.5  # what things gain that stand right after what is asked for
BRACKET = re.compile(rf"(?:\b({'|'.join(WORDS[2:])})\s+)?\b(\w+(?: \w+)?) \(([^()\d]+)\)", re.IGNORECASE)
COMMA, AND = re.compile(r",\s+"), re.compile(r"\s+(?:och|samt)\s+")


def bracketed_lists(evidence: Sequence[Evidence], subject: Subject, sort: frozenset[str]) -> Iterable[Found]:
    """The lists in brackets after a name of the sort asked for, each with how well it fits."""
    named = [c for c in subject.core if not sort.isdisjoint(words_of(c.word))]
    for source in evidence[:READ] if named else ():
        for sentence in split_sentences(source.passage.text):
            share = subject.core_share(words_of(sentence) | around(source))
            for number, name, items in _brackets(sentence) if share >= MOSTLY else ():
                if all(c.found_in(words_of(name)) >= ENOUGH for c in named):
                    fit = subject.share(words_of(sentence), around(source)) + SO_CALLED
                    yield Found(name[:1].upper() + name[1:], items, count_of(number) or len(items), (source,), fit)


def _brackets(sentence: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each bracket that holds things: the number before it or '', the words that name them, and the things."""
    for match in BRACKET.finditer(sentence):
        *first, last = COMMA.split(match[3])
        items = (*first, *AND.split(last))
        if len(items) >= FEWEST and len(items) > len(first) + 1 and all(len(i.split()) <= LONGEST for i in items):
            yield (match[1] or "").lower(), match[2], items
