"""Lines made whole: running heads and page numbers dropped, words broken over lines joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corpus.swedish.compounds import parts
from corpus.swedish.words import fold, lexicon
from ingest.blocks import Line, RawPage
from ingest.contents import without_contents

MARGIN = 0.12  # of the page's height, where running heads and page numbers stand
LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d*\s*$|…{2,}")
PAGE_NUMBER = re.compile(r"(?:sida|sid\.?|s\.)?\s*\d+\s*(?:\(\d+\)|av\s+\d+|/\s*\d+)?", re.IGNORECASE)
BROKEN_DATE = re.compile(r"\b\d{4}-(?:\d\d-\|\d\d\b|\|\d\d-\d\d\b)")
DIGITS = re.compile(r"\d+")
TRAILING_WORD = re.compile(r"([A-Za-zÅÄÖåäöéÉ]+)([-‐]?)$")
SET_HYPHEN = "‐"  # what typesetting breaks a word with; a hyphen that is written is another character
SCRAP = 2  # letters of the end of a word that stands on a line by itself
LEADING_WORD = re.compile(r"^([a-zåäöé]+)")
KEEPS_HYPHEN = frozenset({"och", "eller", "samt", "respektive"})


def drop_margins(pages: Sequence[RawPage]) -> list[RawPage]:
    """The pages without running heads, page numbers and lines of a table of contents."""
    seen = Counter(key for page in pages for key in {_key(line) for line in page.lines if _in_margin(line, page)})
    often = max(3, len(pages) // 4)
    running = {key for key, count in seen.items() if count >= often}
    titles = Counter(title for page in pages for title in {fold(line.text) for line in page.lines})
    kept = [without_contents(page.parts, _titles_beside(page, titles)) for page in pages]
    return [
        replace(page, parts=tuple(part for part in parts if not _dropped(part, page, running)))
        for page, parts in zip(pages, kept, strict=True)
    ]


def _titles_beside(page: RawPage, titles: Counter[str]) -> frozenset[str]:
    """The lines of the other pages."""
    own = {fold(line.text) for line in page.lines}
    return frozenset(title for title, count in titles.items() if count > (title in own))


def _dropped(part: object, page: RawPage, running: set[str]) -> bool:
    if not isinstance(part, Line):
        return False
    if LEADERS.search(part.text):
        return True
    return _in_margin(part, page) and (_key(part) in running or PAGE_NUMBER.fullmatch(part.text.strip()) is not None)


def _in_margin(line: Line, page: RawPage) -> bool:
    return line.box.bottom < MARGIN * page.height or line.box.top > (1 - MARGIN) * page.height


def _key(line: Line) -> str:
    return f"{DIGITS.sub('#', line.text)}@{round(line.box.top / 8)}"


def join_lines(lines: Sequence[str]) -> str:
    """Lines of one paragraph or cell as one text, words broken over two lines made whole."""
    out = lines[0] if lines else ""
    for line in lines[1:]:
        out = _join(out, line)
    return re.sub(r"[ \t\u00a0\u202f]+", " ", out).strip()


def _join(left: str, right: str) -> str:
    if BROKEN_DATE.search(f"{left}|{right}"):
        return left + right
    tail, head = TRAILING_WORD.search(left), LEADING_WORD.match(right)
    if not tail or not head or head[1] in KEEPS_HYPHEN:
        return f"{left} {right}"
    whole = (tail[1] + head[1]).lower()
    if tail[2]:
        return left[:-1] + right if tail[2] == SET_HYPHEN or known(whole) else left + right
    if len(head[1]) == len(right) <= SCRAP and known(whole) and not known(head[1]):
        return left + right
    broken = known(whole) and not (known(tail[1].lower()) and known(head[1]))
    return left + right if broken and whole in lexicon() else f"{left} {right}"


def known(word: str) -> bool:
    """True for a word of the lexicon and for a compound of two such words."""
    return word in lexicon() or bool(parts(word))
