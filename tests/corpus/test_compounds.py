"""Compounds of municipal life taken apart."""

from collections import Counter

import pytest

from corpus.swedish.compounds import parts
from corpus.swedish.words import HERE, read_lines


@pytest.mark.parametrize(
    ("word", "halves"),
    [
        ("försörjningsstödstagare", ("försörjningsstöd", "tagare")),
        ("gatubelysningen", ("gata", "belysningen")),
        ("idrottshallarna", ("idrott", "hallarna")),
        ("skolskjutsen", ("skol", "skjutsen")),
        ("verksamheter", ()),
    ],
)
def test_a_compound_is_taken_apart_and_another_word_is_not(word: str, halves: tuple[str, ...]) -> None:
    assert parts(word) == halves


def test_no_noun_is_listed_twice_on_its_line() -> None:
    lines = [line.split() for line in read_lines(HERE / "nouns.txt")]
    assert [word for line in lines for word, count in Counter(line).items() if count > 1] == []
