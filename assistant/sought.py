"""What sort of thing a question asks for, and whether a text holds one: a number, a name, a time, a reason."""

from __future__ import annotations

import re

from assistant.asked import asks_count, asks_how, asks_money, kinds_of, side_of
from assistant.called import bears_names
from assistant.counted import counted_in
from assistant.enumerated import enumerates, names_enough, names_listed
from assistant.evidence import CELL
from assistant.models import Intent, Reading
from corpus.swedish.cues import column_words
from corpus.swedish.numbers import MONEY, WORDS, numbers_in
from corpus.swedish.periods import years_in
from corpus.swedish.sorts import asks_sort, holds_sort, tells
from corpus.swedish.words import content_tokens, fold, lexicon, tokens

REFERS = re.compile(r"\((?:se|jfr|jämför) [^()]*\)\.?", re.IGNORECASE)  # only says where more is told
SHORTEST = 2  # words that no answer is made of
NAMED = 0.5  # what it gains for naming them by names, where such are asked for, and loses where it does not
ENUMERATES = 0.25  # what a sentence gains in a list question for naming several things
PROPER = re.compile(
    r"(?<=[^.!?:•–-] )[A-ZÅÄÖ][\w-]+|[”\"«][^”\"»]+[”\"»]|^[A-ZÅÄÖ][\w-]+(?= [A-ZÅÄÖ])|\([A-ZÅÄÖ]{2,}\)"
)  # what may be a name
SPELLED_OUT = re.compile(r"\(([^\W\d_]{2,8})\)")  # 'idéburna offentliga partnerskap (IOP)'
NAME = re.compile(r"\b[A-ZÅÄÖ][a-zåäöé]+(?: [A-ZÅÄÖ][a-zåäöé]+)+")
ONE = r"(?:endast|bara|blott|enbart) e(?:n|tt)(?= \w)"  # one that is counted, and no article
COUNT_WORD = re.compile(rf"\b(?:{'|'.join(WORDS[2:])}|hälften|inga|ingen|{ONE})\b", re.I)
NUMBER_WORD = re.compile(rf"{COUNT_WORD.pattern}|\b(?:halveras|dubbelt)\b", re.I)
DEPUTY = re.compile(r"^\W*(?:\d|\w+e )?\s*(?:vice|ersättare|biträdande)\b", re.I)
AGES = re.compile(r"\b\d+\s*(?:[-–—]|till|och|upp till|\+)\s*\d*\s*år\b(?!s)|\b\d+[- ]?åring\w*", re.I)  # '18–25 år'
FOOTNOTE = re.compile(r"^\d{1,2} (?=[A-ZÅÄÖ][a-zåäö])")  # the mark of a note, before its words
WHICH = re.compile(r"^\W*(?:under |inom |i |på |hos )?vil(?:ken|ket) (\w+)")
WHO_IS = re.compile(r"^\W*(?:och )?vem (?:är|var|blir|blev)\b(?! det som)")  # asks for a person by name


def sort_bonus(reading: Reading, text: str) -> float:
    """What a sentence gains for holding the sort of thing that is asked for."""
    intent = reading.intent
    if reading.side and intent is Intent.FACT:
        return 0.2 if any(n.unit in MONEY for n in numbers_in(text)) else 0.0
    if intent in (Intent.FIGURE, Intent.COMPUTE):
        return 0.15 if numbers_in(text) or NUMBER_WORD.search(text) else -0.15
    if intent is Intent.LIST:
        return _listed_bonus(reading, text)
    if intent is Intent.DEFINITION:
        return 0.15 if tells("definition", text) else 0.0
    if intent is Intent.REASON:
        return 0.25 if tells("reason", text) else 0.0
    if intent is Intent.PERSON:
        other = DEPUTY.search(text) and not DEPUTY.search(reading.question)
        return 0.2 if NAME.search(text) and tells("role", text) and not other else -0.1
    if intent is Intent.DATE:
        return 0.15 if years_in(text) or tells("time", text) else -0.1
    return 0.0


def _listed_bonus(reading: Reading, text: str) -> float:
    """What a sentence gains for naming several things, by names where the things asked for bear such."""
    if bears_names(reading.question):
        return NAMED if names_listed(text) > 1 else -NAMED / (1 + names_something(reading, text))
    return ENUMERATES if enumerates(text) and names_enough(reading.question, text) else 0.0


def asks_figure(reading: Reading) -> bool:
    """Is a number what is asked for: by the question's words, or by a side or kind of figure that it names?"""
    named = reading.intent is Intent.FACT and bool(reading.side or reading.figure_kinds)
    other = asks_how(reading.question) or _asks_which(reading.question)
    return reading.intent is Intent.FIGURE or named and not other


def _asks_which(question: str) -> bool:
    """Is one of several things asked for by its name ('vilken enhet'), and not an amount ('vilken budget')?"""
    asked = WHICH.match(fold(question))
    return asked is not None and asked[1] not in column_words() and not (kinds_of(asked[1]) or side_of(asked[1]))


def holds_answer(reading: Reading, text: str) -> bool:
    """Does the text hold the sort of thing that is asked for: a number, a name, a time?"""
    text = FOOTNOTE.sub("", text)
    if not holds_sort(reading.question, text) or REFERS.fullmatch(text):
        return False
    if asks_figure(reading):
        money = asks_money(reading)
        counts = asks_count(reading)
        text = text if counts or asks_sort(reading.question) else AGES.sub(" ", text)
        found = [n for n in counted_in(reading, text) if not (counts and n.unit in MONEY)]
        return (
            any(n.unit in MONEY or n.unit == "%" for n in found)
            if money
            else bool(found or (COUNT_WORD if counts else NUMBER_WORD).search(text))
        )
    if reading.intent is Intent.PERSON:
        named = WHO_IS.match(fold(reading.question)) is not None
        told = tells("role" if named else "agent", text) or asks_sort(reading.question)
        return told or NAME.search(text) is not None or "nämnd" in text
    if reading.intent is Intent.DATE:
        values = _values(text)
        return bool(years_in(values) or tells("time", values))
    if settled_by_form(reading, text):
        return True
    news = set(content_tokens(text)) - set(tokens(reading.question))
    return bool(news) and len(text.split()) > SHORTEST and not text.endswith(":")


def _values(text: str) -> str:
    """What the cells of a row say, without the names of their columns; running text as it is."""
    cells = text.split(CELL)
    return text if len(cells) < 2 else " ".join(cell.partition(": ")[2] or cell for cell in cells)


def settled_by_form(reading: Reading, text: str) -> bool:
    """Does a sentence answer by how it is written, though points follow: an abbreviation spelled out, a time?"""
    if reading.intent is Intent.DATE:
        return bool(years_in(text))
    named = {fold(name) for name in SPELLED_OUT.findall(text)}
    return reading.intent is Intent.DEFINITION and not named.isdisjoint(tokens(reading.question))


def names_something(reading: Reading, text: str) -> bool:
    """Does the text hold a name that the question does not: in capitals, in quotes, or an opening word of its own?"""
    known = set(tokens(reading.question))
    opening = [word for word in tokens(text)[:1] if word not in lexicon()]
    return any(not set(tokens(name)) <= known for name in [*PROPER.findall(text), *opening])
