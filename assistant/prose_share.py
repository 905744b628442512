"""Shares, and what is left of a whole, where running text tells the terms: '489 av dem', '326 av 490', '15 kvinnor'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise

from assistant.candidates import Candidate, best_sentences
from assistant.evidence import Subject, sentences, words_of
from assistant.extract import is_about, is_like
from assistant.labels import FEMALE, MALE
from assistant.models import Draft, Evidence, Intent, Reading
from assistant.prompts import reply
from corpus.swedish.cues import cue
from corpus.swedish.numbers import Number, is_year, numbers_in, write_number
from corpus.swedish.words import fold

PART_OF = re.compile(r"\b(?:av dem|av dessa|av vilka|varav|därav)\b")  # says that one number is a part of the other
OF = re.compile(r"\s+av\s+(?:de |totalt |sammanlagt )?")  # between a part and its whole
AGE = re.compile(r"\s*(?:år|årig)")  # behind a number that is no term
LEAST = 2  # a number below that is no term
NAMED = 0.5  # of the subject's core that the sentence must hold


@dataclass(frozen=True, slots=True)
class Parted:
    """A part and its whole, and the whole as the text writes it, or as the sum that it is."""

    part: Number
    whole: Decimal
    written: str


def share_told(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> Draft | None:
    """The one number of a sentence in percent of the other, or what is left, where it tells a part of a whole."""
    rest, share = reading.operation == "rest", reading.operation in ("share", "percent")
    asked = reading.intent is Intent.FIGURE and bool(cue("comparison", "part_of", reading.question))
    if not asked and not (reading.intent is Intent.COMPUTE and (rest or share)):
        return None
    told = [c for c in best_sentences(reading, evidence, subject) if not c.evidence.passage.figures]
    best = next((c for c in told[: 1 if asked else None] if PART_OF.search(c.text) or _read(c, reading)), None)
    parted = _read(best, reading) if best else None
    if not best or not parted or not is_about(reading, best, subject) or not is_like(reading, best.text, subject):
        return None
    itself = rest and cue("intent", "compute_rest", best.text)  # '40 av 90 saknar ännu' tells it
    return None if itself or not _names(best, subject) else _draft(best, parted, rest)


def _names(candidate: Candidate, subject: Subject) -> bool:
    """Does the sentence with its heading name what is asked about, the women or the men of it aside?"""
    people = [c for c in subject.core if FEMALE.search(c.word) or MALE.search(c.word)]
    thing = subject.without(people)
    own = words_of(" ".join([_with_before(candidate), *candidate.evidence.passage.headings[-1:]]))
    return bool(thing.core) and thing.core_share(own) >= NAMED


def _read(candidate: Candidate, reading: Reading) -> Parted | None:
    """What the sentence tells by itself, or with the one before it where it is a part of that ('489 av dessa')."""
    own = terms_of(candidate.text, reading.question)
    return own or (terms_of(_with_before(candidate), reading.question) if PART_OF.search(candidate.text) else None)


def _with_before(candidate: Candidate) -> str:
    """The sentence after the one that it stands behind, where it says that it is a part of something said."""
    said = sentences(candidate.evidence.passage)[max(candidate.at - 1, 0) : candidate.at]
    return " ".join([*said, candidate.text]) if PART_OF.search(candidate.text) else candidate.text


def terms_of(text: str, question: str) -> Parted | None:
    """The part and the whole that a sentence tells; None where it holds other numbers besides, or a percent."""
    numbers = [n for n in numbers_in(text) if not is_year(n) and abs(n.value) >= LEAST]
    numbers = [n for n in numbers if not AGE.match(text, n.start + len(n.text))]
    if any(n.unit == "%" for n in numbers):
        return None
    within = [(a, b) for a, b in pairwise(numbers) if OF.fullmatch(text[a.start + len(a.text) : b.start])]
    if len(within) == 1 and within[0][0].value < within[0][1].value:
        return Parted(within[0][0], within[0][1].value, within[0][1].text)
    return _of_people(text, numbers, question) or (_of_two(numbers) if PART_OF.search(text) else None)


def _of_people(text: str, numbers: Sequence[Number], question: str) -> Parted | None:
    """The women, or the men, of the sum of both, where a sentence counts each of them once."""
    behind = {n: fold(text[n.start + len(n.text) :]).lstrip() for n in numbers}
    counted = [[n for n in numbers if of.match(behind[n])] for of in (FEMALE, MALE)]
    asked = [of.search(fold(question)) is not None for of in (FEMALE, MALE)]
    if [len(found) for found in counted] != [1, 1] or asked[0] == asked[1]:
        return None
    part, other = (counted[0][0], counted[1][0])[:: 1 if asked[0] else -1]
    return Parted(part, part.value + other.value, f"({part.text} + {other.text})")


def _of_two(numbers: Sequence[Number]) -> Parted | None:
    """The two numbers that are of one unit, the smaller of the larger; None where there are others besides."""
    of_unit = [list(group) for _, group in groupby(sorted(numbers, key=lambda n: n.unit), key=lambda n: n.unit)]
    alike = [group for group in of_unit if len(group) == 2]
    if len(alike) != 1 or any(len(group) > 2 for group in of_unit):
        return None
    part, whole = sorted(alike[0], key=lambda n: abs(n.value))
    return Parted(part, whole.value, whole.text) if part.value != whole.value else None


def _draft(candidate: Candidate, parted: Parted, rest: bool) -> Draft:
    whole, part = abs(parted.whole), abs(parted.part.value)
    left, share = write_number(whole - part), f"{write_number(part / whole * Decimal(100), 1)}\u00a0%"
    told = parted.part.text
    value, work = (left, f"{parted.written} − {told}") if rest else (share, f"{told} av {parted.written}")
    own = told in candidate.text and parted.written in candidate.text
    quote = (candidate.text if own or "(" in parted.written else _with_before(candidate)).rstrip(".")
    text = reply("compute", "rest" if rest else "share", value=value, terms=f"{work} (”{quote}”)", cites="[1]")
    return Draft((text,), (candidate.evidence,), computed=(value,))
