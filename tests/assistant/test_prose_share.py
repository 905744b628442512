"""Shares that running text tells the terms of."""

import pytest

from assistant.candidates import Candidate
from assistant.prose_share import terms_of
from tests.assistant.test_check import source


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        ("Det kom 200 ärenden, och i 50 av dem fanns barn under 18 år.", ["50", "200"]),
        ("Av 200 ärenden gällde 50 barn, varav 20 var små.", []),
        ("Andelen var 25 procent av dem.", []),
        ("År 2030 kom 200 ärenden.", []),
    ],
)
def test_two_numbers_of_one_sort_are_part_and_whole(sentence: str, terms: list[str]) -> None:
    found = terms_of(Candidate(source(sentence), 0, sentence, 1.0, 1.0, 1.0))
    assert [number.text for number in found or ()] == terms
