"""Shares that running text tells the terms of."""

import pytest

from assistant.answering import Assistant
from assistant.prose_share import terms_of
from tests.assistant.conftest import AssistantOver
from tests.assistant.test_answering import plain

SHARE = "Hur stor andel av besökarna är kvinnor?"


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        ("Det kom 200 ärenden, och i 50 av dem fanns barn under 18 år.", ["50", "200"]),
        ("Av 200 ärenden gällde 50 barn, varav 20 var små.", []),
        ("Andelen var 25 procent av dem.", []),
        ("År 2030 kom 200 ärenden.", []),
        ("Nya mätare finns hos 3 260 av 4 900 abonnenter och 12 skolor.", ["3 260", "4 900"]),
        ("År 2030 kom 15 kvinnor och 35 män till de 4 träffarna.", ["15", "(15 + 35)"]),
        ("Det kom 15 kvinnor, 35 män och sedan 9 kvinnor till.", []),
    ],
)
def test_a_part_and_its_whole_are_read_from_a_sentence(sentence: str, terms: list[str]) -> None:
    found = terms_of(sentence, SHARE)
    assert ([found.part.text, found.written] if found else []) == terms


PLAN = """# Vansbro kommun, tekniska nämnden: Verksamhetsberättelse 2031

## Vatten

Nya vattenmätare är monterade hos 300 av 500 abonnenter, och resten byts nästa år.

## Sommarjobb

Till sommarjobben anställdes 15 kvinnor och 35 män.

## Felanmälningar

Det kom 200 felanmälningar om belysning under året. I 50 av dessa var lampan hel.
"""


@pytest.fixture(scope="module")
def vansbro(assistant_over: AssistantOver) -> Assistant:
    return assistant_over({"vansbro-tekniska-namnden-verksamhetsberattelse-2031.md": PLAN})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hur många abonnenter saknar ännu en ny vattenmätare?", "Kvar är 200: 500 - 300"),
        ("Hur stor andel av abonnenterna har en ny vattenmätare, i procent?", "Andelen är 60,0 %: 300 av 500"),
        ("Hur stor andel av sommarjobben fick kvinnor, i procent?", "Andelen är 30,0 %: 15 av (15 + 35)"),
        ("I hur många procent av felanmälningarna om belysning var lampan hel?", "Andelen är 25,0 %: 50 av 200"),
    ],
)
def test_a_share_and_what_is_left_are_computed_from_a_text(vansbro: Assistant, question: str, told: str) -> None:
    assert plain(vansbro.ask(question)).startswith(told)


def test_a_share_of_something_else_is_not_told(vansbro: Assistant) -> None:
    assert "Andelen är" not in vansbro.ask("Hur stor andel av dem som slutade var kvinnor, i procent?").text
