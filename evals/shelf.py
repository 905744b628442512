"""The pages of the documents, so written that a quote is found on them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from evals.matching import DASHES, words_of
from vectorstore.store import Store

MARK = re.compile(r"[^\w%-]+")


@dataclass(frozen=True)
class Shelf:
    """The pages of every document, as text without spaces: no line break or hyphen hides a quote."""

    pages: Mapping[str, Sequence[str]]

    @cached_property
    def joined(self) -> Mapping[str, list[str]]:
        """Each page with the beginning of the next, for a quote that goes on there."""
        return {name: [dense(first + second) for first, second in _pairs(pages)] for name, pages in self.pages.items()}

    @cached_property
    def dense(self) -> Mapping[str, list[str]]:
        """Each page by itself."""
        return {name: [dense(page) for page in pages] for name, pages in self.pages.items()}

    @cached_property
    def words(self) -> Mapping[str, list[frozenset[str]]]:
        """The words of each page."""
        return {name: [frozenset(words_of(page)) for page in pages] for name, pages in self.pages.items()}

    @cached_property
    def words_over(self) -> Mapping[str, list[frozenset[str]]]:
        """The words of each page and the next, whose feet and heads a quote may run over."""
        return {name: [a | b for a, b in zip(w, [*w[1:], w[-1]], strict=True)] for name, w in self.words.items() if w}


def shelf_of(store: Store) -> Shelf:
    """The pages of the documents in an index."""
    return Shelf({d.file: [page.text for page in store.pages_of(d.id)] for d in store.documents()})


def dense(text: str) -> str:
    """Letters, figures and minus signs alone; a minus sign only where a figure follows."""
    text = MARK.sub("", text.translate(DASHES).casefold())
    return re.sub(r"-(?!\d)", "", text)


def _pairs(pages: Sequence[str]) -> Iterator[tuple[str, str]]:
    return zip(pages, [*pages[1:], ""], strict=True)
