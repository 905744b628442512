"""The numbers of a text that can tell how many or how much: no year, day, age or place in a series."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked import PERCENT
from assistant.models import Reading
from corpus.documents import Figure
from corpus.swedish.numbers import Number, is_year, numbers_in
from corpus.swedish.words import fold

DAY = r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}\b"
IN_SERIES = r"\b(?:etapp|fas|steg|kapitel|kap\.?|avsnitt|paragraf|punkt|tabell|bilaga|årskurs|agenda|nr\.?|§)\s*\d+\b"
AGE = r"\b\d+(?:\s*(?:[-–]|till|och)\s*\d+)?\s*(?:års?\b(?!\s(?:19|20)\d\d)|åring\w*|årig\w*)"
NO_COUNT = re.compile(rf"{DAY}|{IN_SERIES}", re.IGNORECASE)
NO_COUNT_NOR_AGE = re.compile(rf"{NO_COUNT.pattern}|{AGE}", re.IGNORECASE)
OF_YEARS = re.compile(r"\bår\b|ålder|åldr|\bgam(?:mal|la|malt)\b|\blänge\b|\blång tid\b")  # asks for a number of them
NUMBER_OF = re.compile(r"\bhur många \w+ (?:bor|bodde|finns|fanns|har|hade|arbetar|jobbar)\b")  # no part can tell it
OF_SHARE = re.compile(r"procent|andel|\bdel\b|%")  # asks for, or tells, a part of the whole


def counted_in(reading: Reading, text: str) -> list[Number]:
    """The numbers of running text that may answer; ages and lengths of time only where those are asked for."""
    others = NO_COUNT if OF_YEARS.search(fold(reading.question)) else NO_COUNT_NOR_AGE
    found = [number for number in numbers_in(others.sub(" ", text)) if not is_year(number)]
    if PERCENT.search(fold(reading.question)):
        return [n for n in found if n.unit in ("%", "procentenheter") or OF_SHARE.search(fold(text))]
    return found


def is_share_as_asked(reading: Reading, told: str, figures: Sequence[Figure]) -> bool:
    """Does a row tell a share just where one is asked for: a percentage no number of people, nor the reverse?"""
    question = fold(reading.question)
    valued = [figure for figure in figures if figure.value is not None]
    if PERCENT.search(question):
        return bool(OF_SHARE.search(fold(told))) or any(figure.unit == "%" for figure in valued)
    number = NUMBER_OF.search(question) is not None and not OF_SHARE.search(question)
    return not (number and valued and all(figure.unit == "%" for figure in valued))
