"""What words do in a sentence: those that state nothing, those that point back, verbs, and what opens one."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from assistant.evidence import words_of
from corpus.swedish.verbs import verbs
from corpus.swedish.words import light_words, read_lines

PHRASING = Path(__file__).with_name("phrasing.txt")
WORD = re.compile(r"[^\W\d_]+")
VERBAL = re.compile(r"(?:ade|[^r]ras|des|tes|äts)$")


@lru_cache(maxsize=1)
def phrasing() -> frozenset[str]:
    """The words that state nothing."""
    return (light_words() | listed("+")) - listed("!")


@lru_cache(maxsize=8)
def listed(sign: str) -> frozenset[str]:
    """The words of the lines of phrasing.txt that begin with a sign."""
    return frozenset(word for line in read_lines(PHRASING) if line.startswith(sign) for word in line[1:].split())


def is_verb(word: str) -> bool:
    """Is a word, in small letters, a verb in a form that a sentence can be built on?"""
    return word not in listed("~") and (word in verbs() or word in listed("=") or bool(VERBAL.search(word)))


def opens_with_pronoun(text: str) -> bool:
    """Does a sentence begin with a word for what was said before: 'Detta innebär …', but not 'Det finns …'?"""
    first, second, *_ = [*WORD.findall(text.lower()), "", ""]
    return first in listed("@") and is_verb(second) and second not in listed("&")


def things_of(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, not how that is measured or when."""
    return frozenset(w for w in words_of(text) - words_of(" ".join(listed("%"))) if not w.isdigit())


def subject_of(text: str) -> str:
    """What a sentence is about: what stands before its verb, or after it where the sentence opens otherwise."""
    words = list(WORD.finditer(text))
    opens = [m for m in words if m[0].lower() in listed("^")]
    verbs_at = [m for m in words if is_verb(m[0].lower())]
    start = verbs_at[0].end() if opens[:1] == words[:1] and verbs_at else 0
    ends = [m.start() for m in (*opens, *verbs_at) if m.start() >= start]
    return text[start : min(ends, default=len(text))].strip()
