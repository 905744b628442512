"""Words that rule each other out (öppen, stängd), from opposites.txt."""

from __future__ import annotations

from functools import lru_cache

from corpus.swedish.words import HERE, read_lines, stem, tokens

Phrase = frozenset[str]


LONG, SHORT = 7, 3  # letters of a word, and of a stem of it that has lost what it says (försenad, för)


@lru_cache(maxsize=20_000)
def stems_in(text: str) -> frozenset[str]:
    """The stems of every word of a text, function words too."""
    return frozenset(stem(t) if len(t) < LONG or len(stem(t)) > SHORT else t for t in tokens(text))


def opposed(asked: str, told: str) -> frozenset[str]:
    """The stems of what a text rules out of a question: it says another side of it, and the question's own less fully.

    'Alla utom en' is another side than 'alla', though it holds that word.
    """
    said, held = stems_in(asked), stems_in(told)
    out: set[str] = set()
    for sides in _lines():
        named = [side for side in sides if _fullest(side, said)]
        if len(named) == 1:
            others = max(_fullest(side, held) for side in sides if side is not named[0])
            if others > _fullest(named[0], held):
                out |= {s for phrase in named[0] if phrase <= said for s in phrase}
    return frozenset(out)


def _fullest(side: tuple[Phrase, ...], stems: frozenset[str]) -> int:
    """How many words the longest phrase of a side has that some stems hold; 0 where they hold none."""
    return max((len(phrase) for phrase in side if phrase <= stems), default=0)


def alike(asked: str, told: str) -> frozenset[str]:
    """The stems of a question for which a text has a word of the same side ('inställd' for 'pausad')."""
    said, held = stems_in(asked), stems_in(told)
    return frozenset(
        s
        for sides in _lines()
        for side in sides
        if any(phrase <= held for phrase in side)
        for phrase in side
        if phrase <= said
        for s in phrase
    )


def direction(text: str) -> int:
    """1 where a text says that something goes up, -1 down; 0 where it says neither, or both."""
    up, down, *_ = (bool(_fullest(side, stems_in(text))) for side in _lines()[0])
    return up - down


@lru_cache(maxsize=1)
def _lines() -> tuple[tuple[tuple[Phrase, ...], ...], ...]:
    lines = [line.split("|") for line in read_lines(HERE / "opposites.txt")]
    return tuple(tuple(tuple(map(stems_in, side.split(","))) for side in sides) for sides in lines)
