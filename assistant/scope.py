"""Which documents a question is about: municipality, years, kind and board, by rule and shown as chips."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz.distance.DamerauLevenshtein import distance

from assistant.models import NO_CHOICES, Chip, Choices, Scope
from corpus.catalogue import municipalities_in
from corpus.documents import Document
from corpus.swedish.boards import also_called
from corpus.swedish.periods import NAMES, period_in, years_in
from corpus.swedish.words import fold, tokens

LONG, SLIPS = 9, 2  # letters of a word that may hold slips, and how many
SPAN = re.compile(r"((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)?\d\d)")
KIND_WORDS = {
    "delårsrapport": ("delårsrapport", "delårsrapporten", "delåret", "delår", "delårsbokslutet", "tertialrapporten"),
    "årsredovisning": ("årsredovisning", "årsredovisningen"),
    "årsbokslut": ("årsbokslut", "årsbokslutet"),
    "styrkort": ("styrkort", "styrkortet", "styrkorten", "styrkorts"),
    "verksamhetsplan": ("verksamhetsplan", "verksamhetsplanen"),
    "plan": ("plan", "planen", "planens", "plans"),
    "verksamhetsberättelse": ("verksamhetsberättelse", "verksamhetsberättelsen"),
}
BOARD = re.compile(r"\b((?:\w+-,? (?:\w+-,? )?och )?\w{3,}nämnd|tekniska nämnd)(?:en|ens|s)?\b")
WORD = re.compile(r"[^\W\d_]+")
WINDOW = 32  # letters after the name of a document in which its years stand


def place_of(word: str, documents: Sequence[Document]) -> str:
    """The place that a word names, genitive and small slips included; '' for any other word."""
    for document in documents:
        for part in tokens(document.municipality):
            if word in (part, f"{part}s") or _nearly(word, part):
                return document.municipality
    return ""


def read_scope(question: str, documents: Sequence[Document], choices: Choices = NO_CHOICES) -> Scope:
    """The scope that a question states and the user chose, against the documents that there are."""
    within = chosen(documents, choices)
    said = [place_of(token, documents) for token in tokens(question)]
    here = _kept("municipality", dict.fromkeys(place for place in said if place), choices)
    left = tuple(place for place in here if any(d.municipality == place for d in within))
    scope = Scope(
        municipalities=left,
        years=tuple(map(int, _kept("year", map(str, stated_years(question, _of_place(within, left))), choices))),
        boards=_kept("board", _boards(question, documents), choices),
        kinds=_kept("kind", _kinds(question, documents), choices),
        uncovered=() if left else here or _elsewhere(question, documents),
    )
    if not within:
        return replace(scope, uncovered=(" · ".join(sorted(value for _, value in choices.pinned)),))
    return replace(scope, documents=_fitting(question, scope, within))


def _of_place(documents: Sequence[Document], places: Sequence[str]) -> list[Document]:
    return [d for d in documents if not places or d.municipality in places]


def chosen(documents: Sequence[Document], choices: Choices) -> list[Document]:
    """The documents that the user's choices leave; a year that no document covers is looked for in all of them."""
    for field in ("municipality", "board", "kind"):
        values = choices.pinned_of(field)
        documents = [d for d in documents if not values or getattr(d, field) in values]
    years = set(map(int, choices.pinned_of("year")))
    return [d for d in documents if years & set(d.years)] or list(documents)


def _kept(field: str, said: Iterable[str], choices: Choices) -> tuple[str, ...]:
    """What the user set for a field, else what the question says of it less what was taken away."""
    return choices.pinned_of(field) or tuple(value for value in said if (field, value) not in choices.dropped)


def _elsewhere(question: str, documents: Sequence[Document]) -> tuple[str, ...]:
    covered = {d.municipality for d in documents}
    return tuple(m for m in municipalities_in(question) if m not in covered)


def _nearly(word: str, place: str) -> bool:
    """Is the word the place with a letter doubled or not, or å ä ö without their marks?"""
    short, full = _bare(word.removesuffix("s")), _bare(place)
    return len(full) > 4 and short == full


def _bare(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word.translate(str.maketrans("åäö", "aao")))


def _kinds(question: str, documents: Sequence[Document]) -> tuple[str, ...]:
    held = {d.kind for d in documents}
    named = {kind_of(token) for token in tokens(question)}
    return tuple(kind for kind in KIND_WORDS if kind in held and kind in named)


def kind_of(token: str) -> str:
    """The kind of document that a word names, with a slip or two in a long word; '' for any other."""
    for kind, words in KIND_WORDS.items():
        if (
            token in words
            or len(token) >= LONG
            and token[:3] == words[0][:3]
            and any(distance(token, word) <= SLIPS for word in words)
        ):
            return kind
    return ""


def _boards(question: str, documents: Sequence[Document]) -> tuple[str, ...]:
    """Boards named in the question that some document is of."""
    low = fold(question)
    return tuple(dict.fromkeys(d.board for d in documents if d.board and d.board.rstrip("s") in low))


def other_boards(question: str, documents: Sequence[Document]) -> list[str]:
    """Boards named in the question, in base form, that none of the documents is of."""
    named = [match[1] for match in BOARD.finditer(fold(question))]
    own = {name for d in documents if d.board for name in also_called(d.board.removesuffix("en"))}
    return [f"{name}en" for name in named if not any(name in board or board in name for board in own)]


def without_boards(question: str, documents: Sequence[Document]) -> str:
    """The question without the names of the documents' boards, in any form."""
    boards = {name for d in documents if d.board for name in also_called(d.board.removesuffix("en"))}
    names = sorted(boards | {b.replace("nämnd", "förvaltning") for b in boards}, key=len, reverse=True)
    pattern = "|".join(rf"\b{re.escape(name)}(?:e?förvaltning)?(?:en|ens|s)?\b" for name in names)
    return re.sub(pattern, " ", fold(question)) if names else question


def _fitting(question: str, scope: Scope, documents: Sequence[Document]) -> tuple[str, ...]:
    """Ids of the documents that fit; in each municipality those that the question singles out, if any."""
    places = scope.municipalities or ("",)
    chosen: list[Document] = []
    for place in places:
        here = [d for d in documents if not place or d.municipality == place]
        chosen += singled_out(question, here) or here
    period = period_in(question)
    if period and scope.years:
        same = [d for d in chosen if d.period == period and set(d.years) & set(scope.years)]
        chosen = same if len(places) == 1 and same else chosen
    return tuple(dict.fromkeys(d.id for d in chosen))


def singled_out(question: str, documents: Sequence[Document]) -> list[Document]:
    """The documents that the question names by kind, with their years where it gives them, or by their span."""
    spans = _spans(question)
    named = [d for kind, years in mentions(question) for d in documents if _is_meant(d, kind, years)]
    named = named or [d for d in documents if len(d.years) > 1 and _span_of(d) in spans]
    return [d for d in documents if d in named]


def mentions(question: str) -> list[tuple[str, tuple[int, ...]]]:
    """Each kind of document that the question names, with the years that follow right after it."""
    words = list(WORD.finditer(fold(question)))
    kinds = [(m.start(), m.end(), kind) for m in words if (kind := kind_of(m.group()))]
    ends = [*(start for start, _, _ in kinds[1:]), len(question)]
    text = fold(question)
    return [
        (kind, years_in(text[end : min(end + WINDOW, until)]))
        for (_, end, kind), until in zip(kinds, ends, strict=False)
    ]


def _is_meant(document: Document, kind: str, years: tuple[int, ...]) -> bool:
    if kind == "plan":
        return "plan" in document.kind and bool(years) and (years == document.years or years == document.years[:1])
    if kind != document.kind:
        return False
    if len(years) > 1 and len(document.years) > 1:
        return years == document.years
    return not years or not set(years).isdisjoint(document.years)


def stated_years(question: str, documents: Sequence[Document]) -> tuple[int, ...]:
    """The years that a question is about; a span that is a document's own ('planen 2022–2024') names the document."""
    own = {_span_of(d) for d in documents if len(d.years) > 1}
    text = SPAN.sub(lambda m: " " if _ends(m) in own else m.group(), question)
    return years_in(NAMES.sub(" ", text))


def _ends(match: re.Match[str]) -> tuple[int, int]:
    first, last = match.groups()
    return int(first), int(last if len(last) == 4 else first[:2] + last)


def _span_of(document: Document) -> tuple[int, int]:
    return document.years[0], document.years[-1]


def _spans(question: str) -> set[tuple[int, int]]:
    return {_ends(match) for match in SPAN.finditer(question)}


def chips_of(scope: Scope, earlier: Scope | None = None) -> tuple[Chip, ...]:
    """The scope as chips; what only an earlier question said is marked."""
    fields = (("municipality", scope.municipalities), ("kind", scope.kinds), ("board", scope.boards),
              ("year", tuple(map(str, scope.years))))  # fmt: skip
    before = set(chip_values(earlier)) if earlier else set()
    return tuple(Chip(name, value, value, (name, value) in before) for name, values in fields for value in values)


def chip_values(scope: Scope) -> list[tuple[str, str]]:
    """(field, value) of every chip of a scope."""
    return [(chip.field, chip.value) for chip in chips_of(scope)]
