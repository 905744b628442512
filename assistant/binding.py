"""A figure stays with what it is a figure of: the year, kind and thing of its own clause, not of its neighbour's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.check import same
from assistant.evidence import words_of
from corpus.swedish.cues import cues_in
from corpus.swedish.numbers import IN_PROSE, Number, is_year, numbers_in
from corpus.swedish.periods import years_in

CLAUSE = re.compile(r"[;,·](?=\s)|(?<=\))\s|\s(?:och|men|samt|medan|mot|till|från|jämfört med)\s|[.:]\s")
SHORT_YEAR = re.compile(r"(?<![\w,.])[-–’'](\d\d)(?![\d.,]|\s\d)")
KINDS = {"budget", "prognos", "utfall", "bokslut", "avvikelse", "mål", "åtagande"}  # cues that tell columns apart
Statement = tuple[str, str]  # a sentence, and the clause of it that holds a number


def numbers_of(text: str) -> list[Number]:
    """The figures of a text: its numbers but for years, also those written as '-23'."""
    return [n for n in numbers_in(SHORT_YEAR.sub(" ", text)) if not is_year(n)]


def years_of(text: str) -> tuple[int, ...]:
    """Every year that a text names, '-23' too."""
    return (*years_in(text), *(2000 + int(m[1]) for m in SHORT_YEAR.finditer(text)))


def is_bound(number: Number, text: str, told: Sequence[str], asked: Sequence[int]) -> bool:
    """Does some sentence that was told hold the number, and of the same thing? `asked` are the question's years."""
    clause = next((c for c in _clauses(text) if any(n.text == number.text for n in numbers_of(c))), text)
    return any(_agrees(clause, statement, asked) for statement in _statements(number, told))


def _clauses(text: str) -> list[str]:
    return [part for part in CLAUSE.split(text) if part.strip()]


def _statements(number: Number, told: Sequence[str]) -> Iterator[Statement]:
    for line in told:
        for clause in _clauses(line):
            if any(same(number, other) for other in numbers_of(clause)):
                yield line, clause


def _agrees(clause: str, statement: Statement, asked: Sequence[int]) -> bool:
    """Does a clause name nothing that belongs to another figure, another year or another kind?"""
    line, own = statement
    years = set(years_of(own)) or set(years_of(line)) or set(asked)
    if not set(years_of(clause)) <= years or not kinds_of(clause) <= kinds_of(own) | (
        kinds_of(line) - _kinds_beside(statement)
    ):
        return False
    rivals = frozenset[str]().union(*(_words(other) for other in _beside(statement)))
    mine, said = _words(own), _words(clause)
    shared = _words(line.partition(":")[0]) if ":" in line else frozenset[str]()
    return not said & (rivals - mine - shared) or bool(said & (mine - rivals))


def _beside(statement: Statement) -> list[str]:
    """The other clauses of the sentence that hold figures of their own."""
    line, own = statement
    return [clause for clause in _clauses(line) if clause != own and numbers_of(clause)]


def kinds_of(text: str) -> set[str]:
    """The kinds of figure that a text names: budget, prognos, utfall …"""
    return KINDS & set(cues_in("kind", text))


def _kinds_beside(statement: Statement) -> set[str]:
    return set[str]().union(*(kinds_of(clause) for clause in _beside(statement)))


def _words(text: str) -> frozenset[str]:
    return words_of(IN_PROSE.sub(" ", text))
