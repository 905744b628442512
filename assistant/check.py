"""The receipt: every figure and year of an answer found again in what it cites, or the sentence is withheld."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.models import Draft, Evidence, Status
from corpus.swedish.numbers import MONEY, WORDS, Number, numbers_in
from corpus.swedish.words import fold

MARKER = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Receipt:
    """The sentences that may be shown and those that may not, each with the figure that was not found."""

    kept: tuple[str, ...]
    withheld: tuple[str, ...]


def check(draft: Draft) -> Receipt:
    """Check each sentence of a draft against the passages that its own markers point to."""
    computed = " ; ".join(draft.computed)
    kept: list[str] = []
    withheld: list[str] = []
    for sentence in draft.sentences:
        says_no = draft.status is Status.NOT_IN_DOCUMENTS and not MARKER.search(sentence)
        missing = [] if says_no else unfounded(sentence, cited_by(sentence, draft.cited), computed)
        (withheld if missing else kept).append(sentence)
    return Receipt(tuple(kept), tuple(withheld))


def cited_by(sentence: str, cited: Sequence[Evidence]) -> list[Evidence]:
    """The evidence that the markers of a sentence point to; a marker that points nowhere counts for nothing."""
    places = [int(n) for n in MARKER.findall(sentence)]
    return [cited[n - 1] for n in places if 1 <= n <= len(cited)]


def unfounded(sentence: str, sources: Sequence[Evidence], computed: str = "") -> list[str]:
    """The figures of a sentence that neither its sources nor the computed values hold."""
    text = MARKER.sub("", sentence)
    known = [number for source in sources for number in numbers_in(source_text(source))]
    known += numbers_in(computed)
    return [number.text for number in numbers_in(text) if not any(same(number, other) for other in known)]


def source_text(source: Evidence) -> str:
    """All that a citation shows of its source: title, headings and words, figures written as words as well."""
    text = f"{source.document.title} . {source.passage.section} . {source.passage.text}"
    figures = " ; ".join(f"{f.text} {f.unit} ; {f.year or ''}" for f in source.passage.figures)
    spelled = " ".join(str(WORDS.index(w)) for w in fold(text).split() if w in WORDS)
    years = " ".join(str(year) for year in source.document.years)
    return f"{text} ; {figures} ; {spelled} ; {years}"


def same(shown: Number, source: Number) -> bool:
    """Is the figure shown the source's: value and sign, and a unit that does not gainsay it?"""
    if shown.value == source.value or shown.value == -source.value and not (shown.signed and source.signed):
        return shown.unit == source.unit or not shown.unit or not source.unit
    return _rounded(shown, source)


def _rounded(shown: Number, source: Number) -> bool:
    """74,9 mnkr for 74 922 tkr: the same money, rounded to the decimals shown."""
    if shown.unit not in MONEY or source.unit not in (*MONEY, "") or shown.unit == source.unit:
        return False
    unit = source.unit or "tkr"
    exact = abs(source.value) * MONEY[unit] / MONEY[shown.unit]
    decimals = -int(shown.value.as_tuple().exponent) if isinstance(shown.value.as_tuple().exponent, int) else 0
    return round(exact, decimals) == abs(shown.value) and abs(shown.value) >= Decimal("0.1")
