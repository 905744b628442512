"""Where a set's evidence stands in the documents, and whether its cases hold what they demand themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from evals.matching import holds, plain, words_of
from evals.models import Case, Piece, Place
from evals.shelf import Shelf, dense


def located(case: Case, shelf: Shelf) -> Case:
    """The case with each piece's places filled in; a piece that no document holds has none."""
    return replace(case, evidence=tuple(replace(p, places=tuple(_places(p, case.docs, shelf))) for p in case.evidence))


def unproved(case: Case) -> Iterator[str]:
    """What is wrong with the evidence of a located case."""
    for piece in case.evidence:
        if not piece.places:
            place = f" på sidan {piece.page}" if piece.page else ""
            what = f"Citatet ”{piece.quote}”" if piece.quote else "Sidan"
            yield f"{what} finns inte i {piece.doc or 'något dokument'}{place}."


def contradicted(case: Case) -> Iterator[str]:
    """Where the expected answer does not hold what the case demands, or holds what it forbids."""
    answer = plain(case.answer)
    if answer and case.answerable:
        yield from (f"Det väntade svaret saknar ”{fact[0]}”." for fact in case.must if not _any(fact, answer))
        yield from (f"Det väntade svaret har ”{form}”, som inte får finnas." for form in case.must_not
                    if holds(form, answer))  # fmt: skip


def _any(forms: Sequence[str], text: str) -> bool:
    return any(holds(form, text) for form in forms)


def _places(piece: Piece, docs: Sequence[str], shelf: Shelf) -> list[Place]:
    """Every page that has the quote; the page that a piece names counts alone."""
    names = _named(piece.doc, docs, shelf)
    if not piece.quote:
        return [(name, piece.page) for name in names if piece.page and piece.page <= len(shelf.pages[name])]
    found = (
        _holding(piece.quote, names, shelf.dense)
        or _holding(piece.quote, names, shelf.joined)
        or _holding_each(piece.quote, names, shelf.words)
        or _holding_each(piece.quote, names, shelf.words_over)
    )
    return [place for place in found if piece.page in (None, place[1])]


def _named(doc: str, docs: Sequence[str], shelf: Shelf) -> list[str]:
    """The files that a piece may stand in: its own, else its case's, else any that the index has."""
    for wanted in ([doc] if doc else [], docs):
        names = [name for name in shelf.pages if any(_is_named(name, w) for w in wanted)]
        if names:
            return names
    return [] if "." in doc else list(shelf.pages)


def _is_named(file: str, wanted: str) -> bool:
    return file == wanted or file.rpartition(".")[0] == wanted or file.startswith(f"{wanted}-")


def _holding(quote: str, names: Sequence[str], texts: Mapping[str, list[str]]) -> list[Place]:
    wanted = dense(quote)
    return [(name, at) for name in names for at, text in enumerate(texts[name], 1) if wanted in text]


def _holding_each(quote: str, names: Sequence[str], words: Mapping[str, list[frozenset[str]]]) -> list[Place]:
    """The pages with every word of a quote in any order: a PDF may keep the lines of a table in one of its own."""
    wanted = frozenset(words_of(quote))
    return [(name, at) for name in names for at, found in enumerate(words.get(name, []), 1) if wanted <= found]
