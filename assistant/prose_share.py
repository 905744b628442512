"""Shares that running text tells the terms of: '1 813 ärenden, och i 489 av dem fanns barn'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from assistant.candidates import Candidate, best_sentences
from assistant.evidence import Subject
from assistant.extract import is_about, is_like
from assistant.models import Draft, Evidence, Intent, Reading
from assistant.prompts import reply
from corpus.swedish.numbers import Number, is_year, numbers_in, write_number

PART_OF = re.compile(r"\b(?:av dem|av dessa|av vilka|varav|därav)\b")  # says that one number is a part of the other
AGE = re.compile(r"\s*(?:år|årig)")  # behind a number that is no term
LEAST = 2  # a number below that is no term


def share_told(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> Draft | None:
    """The one number of a sentence in percent of the other, where it holds just two of one unit, and no percent."""
    if reading.intent is not Intent.COMPUTE or reading.operation not in ("share", "percent"):
        return None
    told = (c for c in best_sentences(reading, evidence, subject) if not c.evidence.passage.figures)
    best = next((c for c in told if PART_OF.search(c.text)), None)
    about = best is not None and is_about(reading, best, subject) and is_like(reading, best.text, subject)
    pair = terms_of(best) if best and about else None
    return _draft(best, *pair) if best and pair else None


def terms_of(candidate: Candidate) -> tuple[Number, Number] | None:
    """The two numbers of a sentence that are of one unit, the smaller first; None where it holds others besides."""
    numbers = [n for n in numbers_in(candidate.text) if not is_year(n) and abs(n.value) >= LEAST]
    numbers = [n for n in numbers if not AGE.match(candidate.text, n.start + len(n.text))]
    of_unit = [list(group) for _, group in groupby(sorted(numbers, key=lambda n: n.unit), key=lambda n: n.unit)]
    alike = [group for group in of_unit if len(group) == 2]
    if len(alike) != 1 or any(n.unit == "%" for n in numbers) or any(len(group) > 2 for group in of_unit):
        return None
    part, whole = sorted(alike[0], key=lambda n: abs(n.value))
    return (part, whole) if part.value != whole.value else None


def _draft(candidate: Candidate, part: Number, whole: Number) -> Draft:
    share = f"{write_number(abs(part.value) / abs(whole.value) * Decimal(100), 1)}\u00a0%"
    terms = f"{part.text} av {whole.text}"
    quote = candidate.text.rstrip(".")
    text = reply("compute", "share", value=share, terms=f"{terms} (”{quote}”)", cites="[1]")
    return Draft((text,), (candidate.evidence,), computed=(share,))
