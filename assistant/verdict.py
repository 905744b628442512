"""Yes or no, where the words that answer say which."""

from __future__ import annotations

import re

from assistant.evidence import Subject, words_of
from assistant.models import Reading
from corpus.swedish.words import fold

SURE = 0.3  # of the subject that the text must hold
NEGATES = re.compile(r"\b(?:inte|ej|ingen|inget|inga|aldrig|utan|saknas|pausad|pausat|avbruten|återremitterat)\b", re.I)
FULFILS = re.compile(r"\b(?:uppnå|nå|uppfyll|klara)\w*\b[^?]*\bmål|\bmål\w*\b[^?]*\b(?:uppnå|nå|uppfyll|klara)\w*\b")
JUDGED = re.compile(r"\b(?:uppnå|nå(?:s|dd|tt|r)?\b|uppfyll|klara|bidrar|mål\w*uppfyllelse|grön|gult?\b|röd|rött)")


def yes_or_no(reading: Reading, text: str, subject: Subject) -> str:
    """'Nej.' where the answering words negate and the question does not, else 'Ja.'; '' where they do not say."""
    question, told = fold(reading.question), fold(text)
    unjudged = FULFILS.search(question) and not JUDGED.search(told)
    if subject.share(words_of(text)) < SURE or unjudged:
        return ""
    negated = bool(NEGATES.search(told)) != bool(NEGATES.search(question))
    return "Nej." if negated else "Ja."
