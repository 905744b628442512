"""Whether a sentence that names a row speaks of the same thing as one of its cells, so that their values may differ."""

from __future__ import annotations

import re

from corpus.documents import Figure, FigureKind
from corpus.swedish.periods import MONTHS
from corpus.swedish.words import content_tokens, fold, stem
from ingest.column_words import is_month
from ingest.lines import TableLine

GENERIC = frozenset("ack ackumulerad ackumulerat alla totalt total samtliga andel antal antalet procent".split())
WHOLE = GENERIC | frozenset("helår helåret år årets period perioden periodens".split())  # words that narrow no column
KINDS = {stem(kind.value): kind for kind in FigureKind if kind.value}
LONG = 6  # letters of a kind that ends a compound
SEX = re.compile(r"\b(?:kvinn|flick|tjej|män\b|männ|poj|kill)")
MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")


def is_said_of(line: TableLine, cell: Figure, about: str) -> bool:
    """Does a sentence name the column and kind of a cell, and no part of it alone?

    A part is one of the sexes, or a part of the year, where the row and the column name none.
    """
    text, place = fold(about), fold(" ".join((*line.path, cell.column)))
    words = {stem(token) for token in content_tokens(about)}
    kinds = {kind for name, kind in KINDS.items() for word in words if _ends_with(word, name)}
    same_kind = cell.kind in kinds if kinds or cell.kind.value else True
    one_sex = SEX.search(text) and not SEX.search(place)
    part_year = MONTH.search(text) and not cell.period
    return same_kind and names_of(cell) <= words and not one_sex and not part_year


def _ends_with(word: str, kind: str) -> bool:
    """Is a stem the name of a kind, or a compound that ends with a long one: investeringsbudget?"""
    return word == kind or len(kind) >= LONG and word.endswith(kind)


def names_of(cell: Figure) -> set[str]:
    """The stems of what a column is of, beside its kind, its unit and its part of the year."""
    tokens = {token for token in content_tokens(cell.column) if token.isalpha() and not is_month(token)}
    return {stem(token) for token in tokens - WHOLE - {cell.unit}} - set(KINDS)
