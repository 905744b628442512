"""Doubts: the places where a document disagrees with itself, each in one plain sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.documents import Document, Doubt, Passage
from ingest.deviations import deviation_doubts
from ingest.lines import lines_of
from ingest.parts import bound_doubts, part_doubts
from ingest.statements import value_doubts
from ingest.sums import account_doubts, sum_doubts
from ingest.twins import twin_doubts


def find_doubts(document: Document, passages: Sequence[Passage]) -> list[Doubt]:
    """Every place where the document disagrees with itself, in page order.

    A difference of one unit of the last digit is rounding and left out; a sum of n terms may be n/2 units off.
    """
    own = [passage for passage in passages if passage.document == document.id]
    return sorted(dict.fromkeys(_doubts(document, own)), key=lambda doubt: doubt.page)


def _doubts(document: Document, passages: Sequence[Passage]) -> Iterator[Doubt]:
    tables = lines_of(passages)
    for lines in tables:
        yield from account_doubts(lines)
        yield from sum_doubts(lines)
        yield from deviation_doubts(lines)
    yield from twin_doubts(tables)
    rows = [line for lines in tables for line in lines]
    yield from part_doubts(passages)
    yield from bound_doubts(rows, passages)
    yield from value_doubts(rows, passages, document.years)
