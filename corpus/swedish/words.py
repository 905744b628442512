"""Swedish tokens, stems and stop words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

import snowballstemmer

HERE = Path(__file__).parent
STEMMER = snowballstemmer.stemmer("swedish")
TOKEN = re.compile(r"(?<![^\W_])[^\W\d_]-[^\W\d_]{2,}|[^\W_]+")  # e-tjänst is one word
# A hyphen that only breaks a line ("omsorgs-\nförvaltningen"); before "och" it stands for a shared word end.
BROKEN = re.compile(r"(?<=[a-zåäöé])[-‐]\s*\n\s*(?!och\b|eller\b|samt\b)(?=[a-zåäöé])")
NOMINAL = re.compile(r"ering(?:en|ar|arna|ens|s)?$")  # revidering meets revidera
SHORTEST_PART, LONG_PART = 4, 6  # letters of the first and the last part of a compound that is not in the lexicon
NOUN = 40  # times that a noun of nouns.txt is taken to be met
SPACES = re.compile(r"\s+")
DASHES = dict.fromkeys(map(ord, "‐‑‒–—−﹣－"), "-")
NOTE = re.compile(r"(?<=[a-zåäöé]{3})[⁰¹²³⁴-⁹]+(?![^\W_])")  # the mark of a note after a word, and no m² or CO²
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff"))


def clean_text(text: str) -> str:
    """NFKC, without soft hyphens and line-break hyphens, white space as single blanks."""
    text = unicodedata.normalize("NFKC", NOTE.sub("", text)).translate(INVISIBLE)
    return SPACES.sub(" ", BROKEN.sub("", text)).strip()


def fold(text: str) -> str:
    """The text as it is compared: lower case, plain hyphens, single blanks; å ä ö stay."""
    return clean_text(text).translate(DASHES).lower()


def tokens(text: str) -> list[str]:
    """Lower-case words and numbers in order; single letters are left out."""
    return [t.replace("-", "") for t in TOKEN.findall(fold(text)) if len(t) > 1 or t.isdigit()]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The Snowball stem of a lower-case word, definite forms that Snowball misses undone; digits stay as they are."""
    if any(c.isdigit() for c in word):
        return word
    base = _indefinite(word) or word.endswith("s") and _indefinite(word[:-1]) or word
    return _settled(NOMINAL.sub("er", base) if len(base) > 6 else base)


def _settled(word: str) -> str:
    """Stemmed until nothing changes, so that kostnad and kostnader meet."""
    found = STEMMER.stemWord(word)
    return found if found == word else _settled(found)


def _indefinite(word: str) -> str:
    """The known word that this is the definite form of (skolan, boendet, underskottet), or ''."""
    if not word.endswith(("n", "t")) or STEMMER.stemWord(word) != word:
        return ""
    bases = (word[:-1], word[:-2]) if word[-2:] in ("en", "et") else (word[:-1],)
    return next((base for base in bases if len(base) > 3 and _is_known(base) and base[-1] not in "sr"), "")


def _is_known(word: str) -> bool:
    """Is the word in the lexicon, or a compound of two that are (socialpsykiatri)?"""
    cuts = range(SHORTEST_PART, len(word) - LONG_PART + 1)
    return word in lexicon() or any(word[cut:] in lexicon() and word[:cut] in lexicon() for cut in cuts)


@lru_cache(maxsize=1)
def lexicon() -> dict[str, int]:
    """Word forms of Swedish public texts with their counts, and everyday nouns that these rarely hold."""
    lines = (HERE / "lexicon.txt").read_text("utf-8").splitlines()
    counted = (line.split("\t") for line in lines if not line.startswith("#"))
    nouns = {word: NOUN for line in read_lines(HERE / "nouns.txt") for word in line.split()}
    return nouns | {word: int(count) for word, count in counted}


def content_tokens(text: str) -> list[str]:
    """Tokens that carry a subject: all but stop words."""
    return [t for t in tokens(text) if t not in stop_words()]


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Function words that say nothing of what a question is about."""
    return frozenset(read_lines(HERE / "stopwords.txt"))


@lru_cache(maxsize=1)
def light_words() -> frozenset[str]:
    """Everyday verbs, adverbs and words of time that say little of what a question is about."""
    return frozenset(word for line in read_lines(HERE / "lightwords.txt") for word in line.split())


def read_lines(path: Path) -> list[str]:
    """The lines of a data file, without comments and empty ones."""
    lines = (line.split("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line]
