"""Which documents a question is about: municipality, years, kind and board, by rule and shown as chips."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.models import Chip, Scope
from corpus.catalogue import BOARD, municipalities_in
from corpus.documents import Document
from corpus.swedish.periods import period_in, years_in
from corpus.swedish.words import fold, stem, tokens

SPAN = re.compile(r"((?:19|20)\d\d)\s*(?:[-–—]|till)\s*((?:19|20)?\d\d)")
KIND_WORDS = {
    "delårsrapport": ("delårsrapport", "delårsrapporten", "delåret", "delår", "delårsbokslutet", "tertialrapporten"),
    "årsredovisning": ("årsredovisning", "årsredovisningen"),
    "årsbokslut": ("årsbokslut", "årsbokslutet"),
    "styrkort": ("styrkort", "styrkortet", "styrkorten", "styrkorts"),
    "verksamhetsplan": ("verksamhetsplan", "verksamhetsplanen"),
    "verksamhetsberättelse": ("verksamhetsberättelse", "verksamhetsberättelsen"),
}
SOURCE = re.compile(r"\b(?:enligt|i|ur|från|av)\s+(?:\w+\s+){0,5}?(\w*(?:plan|planen|rapport|rapporten|styrkort|styrkortet))\b")
PLAN = re.compile(r"\bplan(?:en)?(?:s)?\s+(?:för\s+|inför\s+)?(?:åren\s+)?(?=(?:19|20)\d\d)")
FOR_YEAR = re.compile(r"\b(?:inför|för)\s+((?:19|20)\d\d)")
Places = dict[str, str]


def places(documents: Sequence[Document]) -> Places:
    """Lower-case stem -> place, for every place that the documents cover."""
    return {stem(word): d.municipality for d in documents for word in tokens(d.municipality)}


def read_scope(question: str, documents: Sequence[Document], dropped: Collection[tuple[str, str]] = ()) -> Scope:
    """The scope that a question states, against the documents that there are."""
    here, elsewhere = _municipalities(question, documents, dropped)
    years = tuple(y for y in years_in(question) if ("year", str(y)) not in dropped)
    kinds = tuple(k for k in _kinds(question, documents) if ("kind", k) not in dropped)
    boards = tuple(b for b in _boards(question, documents) if ("board", b) not in dropped)
    uncovered = () if here else elsewhere
    scope = Scope((), here, years, boards, kinds, uncovered)
    return replace(scope, documents=_fitting(question, scope, documents))


def _municipalities(
    question: str, documents: Sequence[Document], dropped: Collection[tuple[str, str]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    known = places(documents)
    said = [known[stem(t)] for t in tokens(question) if stem(t) in known]
    close = [known[s] for t in tokens(question) for s in known if _nearly(t, s)]
    here = tuple(dict.fromkeys(m for m in [*said, *close] if ("municipality", m) not in dropped))
    elsewhere = tuple(m for m in municipalities_in(question) if m not in known.values())
    return here, elsewhere


def _nearly(word: str, place: str) -> bool:
    """Is the word the place with a letter left out or doubled, or å ä ö without their marks?"""
    plain = str.maketrans("åäö", "aao")
    short, full = word.translate(plain).removesuffix("s"), place.translate(plain)
    return len(full) > 4 and short != full and re.sub(r"(.)\1", r"\1", short) == re.sub(r"(.)\1", r"\1", full) or (
        short == full and word.removesuffix("s") != place
    )


def _kinds(question: str, documents: Sequence[Document]) -> tuple[str, ...]:
    low = set(tokens(question))
    held = {d.kind for d in documents}
    return tuple(kind for kind, words in KIND_WORDS.items() if kind in held and low & set(words))


def _boards(question: str, documents: Sequence[Document]) -> tuple[str, ...]:
    """Boards named in the question that some document is of."""
    low = fold(question)
    return tuple(dict.fromkeys(d.board for d in documents if d.board and d.board.rstrip("s") in low))


def foreign_boards(question: str, documents: Sequence[Document]) -> tuple[str, ...]:
    """Boards named in the question that no document is of."""
    known = " ".join(d.board for d in documents)
    return tuple(b for b in BOARD.findall(fold(question)) if b not in known)


def _fitting(question: str, scope: Scope, documents: Sequence[Document]) -> tuple[str, ...]:
    """Ids of the documents that fit, each condition kept only where some document meets it."""
    left = [d for d in documents if not scope.municipalities or d.municipality in scope.municipalities]
    left = _narrow(left, [d for d in left if d.kind in scope.kinds])
    left = _narrow(left, [d for d in left if d.years and _span_of(d) in _spans(question)])
    if PLAN.search(fold(question)) or FOR_YEAR.search(fold(question)) and "plan" in fold(question):
        left = _narrow(left, [d for d in left if "plan" in d.kind and d.years and d.years[0] in scope.years])
    if scope.kinds and scope.years:
        left = _narrow(left, [d for d in left if set(d.years) & set(scope.years)])
    period = period_in(question)
    if period and scope.years:
        left = _narrow(left, [d for d in left if d.period == period and set(d.years) & set(scope.years)])
    return tuple(d.id for d in left)


def _narrow(before: list[Document], after: list[Document]) -> list[Document]:
    return after or before


def _span_of(document: Document) -> tuple[int, int]:
    return document.years[0], document.years[-1]


def _spans(question: str) -> set[tuple[int, int]]:
    found = set()
    for first, last in SPAN.findall(question):
        end = int(last) if len(last) == 4 else int(first[:2] + last)
        found.add((int(first), end))
    return found


def chips_of(scope: Scope, earlier: Scope | None = None) -> tuple[Chip, ...]:
    """The scope as chips; what only an earlier question said is marked."""
    fields = (("municipality", scope.municipalities), ("kind", scope.kinds), ("board", scope.boards),
              ("year", tuple(map(str, scope.years))))  # fmt: skip
    before = set(chip_values(earlier)) if earlier else set()
    return tuple(Chip(name, value, value, (name, value) in before) for name, values in fields for value in values)


def chip_values(scope: Scope) -> list[tuple[str, str]]:
    """(field, value) of every chip of a scope."""
    return [(chip.field, chip.value) for chip in chips_of(scope)]
