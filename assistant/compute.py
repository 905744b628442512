"""Questions that are computed: which arithmetic a question wants on which terms, and what its draft says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.arithmetic import OPERATIONS, Term, between, difference, in_time, part_of_whole, ranked
from assistant.asked import CHOICE
from assistant.beside import rows_beside
from assistant.evidence import Subject
from assistant.facets import facets_named, facets_of
from assistant.figures import RowMatch, is_sum_of_all, match_rows
from assistant.library import Library
from assistant.models import Draft, Evidence, Intent, Reading
from assistant.shares import in_percent, is_told_as_share, part_and_whole, parts_first
from assistant.terms import find_terms, numbered
from corpus.swedish.cues import cue, opens_with
from corpus.swedish.words import fold

MOVES = re.compile(r"ök|stig|steg|minsk|sjunk|sjönk")  # says how a value moves over time, and not which of two is more
ONE_PLACE = ("percent", "share", "sum", "mean", "rest")  # never computed with terms of two municipalities


def compute(reading: Reading, evidence: Sequence[Evidence], subject: Subject, library: Library) -> Draft | None:
    """A draft with the computed value, or None where the question's terms are not found."""
    part = reading.intent is Intent.FIGURE and bool(cue("comparison", "part_of", reading.question))
    if reading.intent not in (Intent.COMPUTE, Intent.COMPARE) and not part or not _is_possible(reading, subject):
        return None
    matches = match_rows(reading, evidence, subject)
    if reading.operation in ("share", "percent") and matches and is_told_as_share(matches[0]):
        return None
    if _is_of_a_whole(reading, matches):
        return part_of_whole(part_and_whole(reading, parts_first(reading, matches), library))
    if part:
        whole = [m for m in parts_first(reading, matches)[:1] if m.named == 1.0 and not in_percent(m)]
        return part_of_whole(part_and_whole(reading, whole, library))
    choice = reading.intent is Intent.COMPARE and CHOICE.search(fold(reading.question)) is not None
    joins = choice or reading.operation == "sum" or len(facets_of(reading)) < 2
    several = numbered(rows_beside(reading, evidence, subject)) if joins else []
    terms = several or (find_terms(reading, matches) if matches else [])
    places = {term.match.evidence.document.municipality for term in terms}
    if len(terms) < 2 or len(reading.scope.municipalities) > 1 and (len(places) < 2 or not reading.operation):
        return None  # places that are only set side by side are told side by side
    if (several or _are_columns_of_one_time(terms)) and reading.operation not in ("sum", "rest"):
        question = reading.question
        return ranked(terms, question) if several and choice else with_verdict(question, terms, between(terms))
    drafted = OPERATIONS.get(reading.operation, difference)(terms)
    return with_verdict(reading.question, terms, drafted) if reading.operation in ("", "difference") else drafted


def _is_possible(reading: Reading, subject: Subject) -> bool:
    """Is it no ranking, no arithmetic over two municipalities, and not what is left of nothing that is named?"""
    several = reading.operation in ONE_PLACE and len(reading.scope.municipalities) > 1
    return reading.operation != "extreme" and not several and (reading.operation != "rest" or bool(subject.core))


def _is_of_a_whole(reading: Reading, matches: Sequence[RowMatch]) -> bool:
    """Is a share that of a row in its table, and no change of a row nor what is used of a whole table's budget?"""
    if reading.operation not in ("share", "percent") or facets_named(reading):
        return False
    changes = reading.operation == "percent" and bool(cue("change", "moved", reading.question))
    return not changes and not (matches and is_sum_of_all(matches[0]))


def with_verdict(question: str, terms: Sequence[Term], draft: Draft | None) -> Draft | None:
    """The draft with a yes or no before it, where the question is whether the first of two is more, or less."""
    more, less = (cue("change", key, question) for key in ("up", "down"))
    if draft is None or not opens_with("intent", "yesno_first_words", question) or not (more or less):
        return draft
    if more and less:  # 'dyrare eller billigare'
        word = more if abs(terms[0].value) > abs(terms[-1].value) else less
        return replace(draft, sentences=(f"{word.capitalize()}. {draft.sentences[0]}", *draft.sentences[1:]))
    first, second = in_time(terms[0], terms[-1])[::-1] if MOVES.match(more or less) else (terms[0], terms[-1])
    holds = abs(first.value) > abs(second.value) if more else abs(first.value) < abs(second.value)
    return replace(draft, sentences=(f"{'Ja' if holds else 'Nej'}. {draft.sentences[0]}", *draft.sentences[1:]))


def _are_columns_of_one_time(terms: Sequence[Term]) -> bool:
    """Are two terms cells of one row for the same year and of the same kind, as the own value and that of others?"""
    first, last = terms[0], terms[-1]
    alike = (first.figure.year, first.figure.period, first.figure.kind) == (
        last.figure.year, last.figure.period, last.figure.kind
    )  # fmt: skip
    return len(terms) == 2 and first.match.row == last.match.row and first.figure.year is not None and alike
