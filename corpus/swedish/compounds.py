"""Swedish compounds taken apart: hemtjänsttimmar -> hemtjänst + timmar."""

from __future__ import annotations

from functools import lru_cache
from math import log

from corpus.swedish.words import lexicon, stem, tokens

SHORTEST = 3  # letters of a part
LONG = 9  # letters of a part that may be a compound itself
SHORTEST_WHOLE = 7  # letters of a word worth taking apart
COMMON = 40  # a three-letter part must be at least this common, or half of all endings would split
PLACES = frozenset("tabell tabellen avsnitt avsnittet kapitel kapitlet lista listan".split())  # where a thing is told
SUFFIXES = frozenset(
    "ande ende are arna arnas else elser else ens erna ernas het heter heten ing ingen ingar ling ning ningar "
    "isk iska lig liga ligt tion ast aste bar bara lös mässig som sam samt hets ade ades ats ska skt het".split()
)  # fmt: skip


@lru_cache(maxsize=100_000)
def parts(word: str) -> tuple[str, ...]:
    """The two halves of a compound (its linking s dropped), or () where the word is not one."""
    if len(word) < SHORTEST_WHOLE or not word.isalpha():
        return ()
    best = max((_split(word, at) for at in range(SHORTEST, len(word) - SHORTEST + 1)), key=lambda s: s[0])
    return best[1]


def halves(word: str) -> tuple[str, ...]:
    """The same, or what is told and the word for where, though no list knows the first ('styrtal' in a 'tabell')."""
    told = ((word.removesuffix(place).removesuffix("s"), place) for place in PLACES if word.endswith(place))
    return parts(word) or next((each for each in told if len(each[0]) >= SHORTEST), ())


def siblings(word: str, text: str) -> list[str]:
    """The words of a text that name another sort of the same thing (avfallstaxa, where vattentaxa is asked about)."""
    split = parts(word)
    others = [(token, parts(token)) for token in tokens(text)] if split else []
    return [t for t, o in others if o and stem(o[1]) == stem(split[1]) and stem(o[0]) != stem(split[0])]


def _split(word: str, at: int) -> tuple[float, tuple[str, ...]]:
    """How likely a split at that letter is, and its parts; zero and none where it is not possible."""
    head, tail = word[:at], word[at:]
    first = max((head, *_unlinked(head)), key=_count)
    if tail in SUFFIXES or not _possible(first) or not _possible(tail):
        return 0.0, ()
    return log(_count(first) + 2) * log(_count(tail) + 2) * min(len(first), len(tail), 5), (first, tail)


def _unlinked(head: str) -> tuple[str, ...]:
    """What a first part may be without its linking sound: omsorgs- omsorg, vile- vila, gatu- gata."""
    if len(head) <= SHORTEST:
        return ()
    return (head[:-1],) if head[-1] == "s" else (f"{head[:-1]}a",) if head[-1] in "eu" else ()


def _possible(part: str) -> bool:
    """A word of the lexicon, common if it is short, or a compound itself."""
    known = _count(part) >= (COMMON * 50 if len(part) <= SHORTEST else COMMON if len(part) <= 4 else 1)
    return known or len(part) >= LONG and bool(parts(part))


def _count(part: str) -> int:
    return lexicon().get(part, 0)
