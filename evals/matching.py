"""Does a text hold a fact, a figure or a piece of evidence? One way of writing, so that spelling decides nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

DASHES = dict.fromkeys(map(ord, "‐‑‒–—−﹣－"), "-")
ENOUGH = 0.6  # of the words of a quote, for a passage to count as holding it
SIGNS: dict[int, str | None] = {**DASHES, **dict.fromkeys(map(ord, "*_`"))}
WAYS = (  # what is written, and how it is compared; each begins with a plain letter, which is many times faster
    (re.compile(r" (?<=\d )(?=\d{3}(?!\d))"), ""),  # 74 922 -> 74922
    (re.compile(r"- (?<![\w-]- )(?=\d)"), "-"),  # - 7000 -> -7000
    (re.compile(r" %(?<=\d %)"), "%"),
    (re.compile(" procent"), "%"),
    (re.compile(r",0(?<=\d,0)(?!\d)"), ""),  # 80,0% -> 80%
)
MARKER = re.compile(r"\[\d+(?:, ?\d+)*\]")
FIGURE = re.compile(r"(?<![\w.,])-?\d+(?:,\d+)?(?![\d,])")
YEAR = re.compile(r"(?:19|20)\d\d")
MILLIONS = re.compile(r" ?(?:mnkr|mkr|miljon)")


@lru_cache(maxsize=1 << 14)
def plain(text: str) -> str:
    """Small letters, single spaces, plain minus signs, no emphasis, figures without spaces inside."""
    text = " ".join(unicodedata.normalize("NFKC", text).translate(SIGNS).split()).lower()
    for written, compared in WAYS:
        text = written.sub(compared, text)
    return text


def plain_answer(text: str) -> str:
    """An answer as it is compared: without its markers."""
    return plain(MARKER.sub(" ", text))


def holds(form: str, text: str) -> bool:
    """Does a plain text hold this form? A figure counts only whole: 31 does not stand in 310, nor 7,0 in 17,0."""
    form = plain(form)
    if not form[:1].isdigit() and form[:1] != "-":
        return form in text
    return re.search(rf"(?<![\d.,]){re.escape(form)}(?!\d|[.,]\d)", text) is not None


def supports(quote: str, passage: str) -> bool:
    """Does a passage hold a quote, whole or most of its words?"""
    return plain(quote) in plain(passage) or _shared(quote, passage) >= ENOUGH


def _shared(quote: str, passage: str) -> float:
    needed, found = words_of(quote), frozenset(words_of(passage))
    return sum(word in found for word in needed) / len(needed) if needed else 0.0


@lru_cache(maxsize=1 << 14)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(re.findall(r"\w+", plain(text)))


def figures_of(question: str, answer: str) -> list[re.Match[str]]:
    """The figures of a plain answer that need a source: not single digits, years or those that the question gave."""
    asked = _unsigned(plain(question))
    return [
        found
        for found in FIGURE.finditer(answer)
        if len(_bare(found)) > 1 and not YEAR.fullmatch(_bare(found)) and _bare(found) not in asked
    ]


def unsupported(figures: Sequence[re.Match[str]], quotes: str) -> list[str]:
    """Those of an answer's figures that the plain quotes do not hold, run together or rounded to millions neither."""
    known = _unsigned(quotes)
    together = quotes.replace(" ", "")
    return [
        _bare(figure)
        for figure in figures
        if _bare(figure) not in known
        and not (len(_bare(figure)) > 3 and _bare(figure) in together)
        and not _in_millions(figure, known)
    ]


def _in_millions(figure: re.Match[str], known: set[str]) -> bool:
    if not MILLIONS.match(figure.string, figure.end()):
        return False
    shown = _bare(figure)
    decimals = len(shown.partition(",")[2])
    return any(k.isdigit() and round(int(k) / 1000, decimals) == float(shown.replace(",", ".")) for k in known)


def _unsigned(text: str) -> set[str]:
    return {figure.lstrip("-") for figure in FIGURE.findall(text)}


def _bare(figure: re.Match[str]) -> str:
    return figure.group().lstrip("-")
