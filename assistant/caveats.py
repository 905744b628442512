"""What a reader of a figure must know besides: that the document says otherwise elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.candidates import Candidate, best_sentences
from assistant.evidence import Subject, words_of
from assistant.excerpts import shorten
from assistant.library import Library
from assistant.models import Draft, Evidence, Reading, Status
from assistant.prompts import reply
from corpus.documents import Doubt, Figure, is_total
from corpus.swedish.numbers import MONEY, Number, is_year, numbers_in
from corpus.swedish.periods import years_in
from corpus.swedish.words import content_tokens, light_words, stem

NEAR = Decimal("0.15")  # of a figure: one in the text that is no further from it is meant to be the same
LIKE = 0.35  # a sentence less like the question than that is about something else
LIKE_SUM = 0.25  # the same where the row is a sum, which has no name of its own
VAGUE = re.compile(r"\b(?:ca|cirka|c:a|ungefär|runt|omkring|drygt|knappt|nästan|närmare|över|minst)\W*$", re.IGNORECASE)
EXACT = 4  # digits of a figure that no other is likely to share
SHARED = 0.5  # of the subject's core that a sentence about it holds
QUOTED = 30  # words of the sentence that are shown


def with_caveats(
    draft: Draft | None, reading: Reading, evidence: Sequence[Evidence], subject: Subject, library: Library
) -> Draft | None:
    """The draft with the doubt about its figure, or else with the sentence that gives another figure for the same."""
    if draft is None or draft.status is not Status.ANSWERED or len(draft.cited) != 1:
        return draft
    source = draft.cited[0]
    stated = {number.value for number in numbers_in(draft.sentences[0])}
    shown = [figure for figure in source.passage.figures if figure.value in stated]
    doubt = next((d for d in library.doubts(source) if _concerns(d, shown)), None)
    if doubt:
        return _doubted(draft, doubt, library)
    every = best_sentences(reading, evidence, subject)
    same = next((c for c in every if _repeats(c, source, shown, subject)), None)
    if same:
        return _confirmed(draft, same)
    told = [c for c in every if _is_beside(c, source, subject) and _is_like(c, source, shown)]
    other = next((c for c in told if _disputes(c, source, shown, subject)), None)
    return _disputed(draft, other) if other else draft


def _concerns(doubt: Doubt, shown: Sequence[Figure]) -> bool:
    return bool({figure.value for figure in shown} & {number.value for number in numbers_in(doubt.text)})


def _doubted(draft: Draft, doubt: Doubt, library: Library) -> Draft:
    cited = tuple(dict.fromkeys([*draft.cited, *library.passages(doubt, draft.cited[0])]))
    marks = "".join(f"[{n}]" for n, source in enumerate(cited, 1) if source.passage.id in doubt.passages)
    text = reply("caveat", "doubt", text=doubt.text.rstrip("."), cites=marks)
    return replace(draft, sentences=(*draft.sentences, text), cited=cited, computed=(*draft.computed, doubt.text))


def _repeats(candidate: Candidate, source: Evidence, shown: Sequence[Figure], subject: Subject) -> bool:
    """Does running text about the same thing state a figure shown; or, of whatever words, one too long for chance?"""
    agreed = [n for n in numbers_in(candidate.text) if any(_agree(n, figure) for figure in shown)]
    exact = any(len(n.value.as_tuple().digits) >= EXACT for n in agreed)
    like = exact or _is_like(candidate, source, shown)
    return bool(agreed) and like and _is_beside(candidate, source, subject)


def _is_beside(candidate: Candidate, source: Evidence, subject: Subject) -> bool:
    """Is it running text of the same document, with some of the question's words?"""
    told = not candidate.evidence.passage.figures and candidate.evidence.document == source.document
    return told and subject.core_share(words_of(candidate.text)) >= SHARED


def _is_like(candidate: Candidate, source: Evidence, shown: Sequence[Figure]) -> bool:
    """Is it like the question in meaning, or does it name the row?"""
    summed = any(is_total(figure.row, source.document) for figure in shown)
    return candidate.like >= (LIKE_SUM if summed else LIKE) or _names(candidate.text, shown)


def _names(text: str, shown: Sequence[Figure]) -> bool:
    """Does a text hold all the words that name a row, but for those of time and measure?"""
    said = words_of(text)
    labels = {figure.row[-1] for figure in shown}
    named = [[t for t in content_tokens(label) if not (t in light_words() or t.isdigit())] for label in labels]
    return any(words and {stem(t) for t in words} <= said for words in named)


def _confirmed(draft: Draft, same: Candidate) -> Draft:
    """The draft with the running text that says the same beside its row."""
    first, *rest = draft.sentences
    marked = first.replace("[1]", f"[1][{len(draft.cited) + 1}]")
    return replace(draft, sentences=(marked, *rest), cited=(*draft.cited, same.evidence))


def _disputes(candidate: Candidate, source: Evidence, shown: Sequence[Figure], subject: Subject) -> bool:
    """Is it about the same thing, with a number near a figure shown but in no cell of its row?"""
    if subject.core_share(words_of(candidate.text)) < 1.0:
        return False
    found = [number for number in numbers_in(candidate.text) if not is_year(number)]
    numbers = [number for number in found if not VAGUE.search(candidate.text[: number.start])]
    years = years_in(candidate.text)
    if years and not {figure.year for figure in shown} & set(years):
        return False
    told = [figure for figure in source.passage.figures if figure.value is not None]
    new = [number for number in numbers if not any(_agree(number, figure) for figure in told)]
    return any(_near(number, figure) for number in new for figure in shown)


def _amounts(number: Number, figure: Figure) -> tuple[Decimal, Decimal] | None:
    """The two without sign and in the same unit; None where they are not of one kind."""
    value = abs(figure.value or Decimal(0))
    if number.unit in MONEY or figure.unit in MONEY:
        both = number.unit in MONEY and figure.unit in MONEY
        return (abs(number.value) * MONEY[number.unit], value * MONEY[figure.unit]) if both else None
    counted = not number.unit and figure.unit != "%"  # '186 kilometer', where the cell has km
    return (abs(number.value), value) if counted or number.unit == figure.unit or not figure.unit else None


def _agree(number: Number, figure: Figure) -> bool:
    """Is the number the figure, as exactly as it is written?"""
    pair = _amounts(number, figure)
    if pair is None:
        return False
    exponent = number.value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) * MONEY.get(number.unit, 1)
    return abs(pair[0] - pair[1]) <= step / 2


def _near(number: Number, figure: Figure) -> bool:
    """Is the number close to the figure but another, or of the same digits in another order (34, 43)?"""
    pair = _amounts(number, figure)
    return pair is not None and (0 < abs(pair[0] - pair[1]) <= NEAR * pair[1] or _is_slip(*pair))


def _is_slip(one: Decimal, other: Decimal) -> bool:
    digits = [f"{value.normalize():f}".replace(".", "") for value in (one, other)]
    return one != other and sorted(digits[0]) == sorted(digits[1])


def _disputed(draft: Draft, other: Candidate) -> Draft:
    n = len(draft.cited) + 1
    text = reply("caveat", "text", quote=shorten(other.text.rstrip("."), QUOTED), n=n)
    return replace(draft, sentences=(*draft.sentences, text), cited=(*draft.cited, other.evidence))
