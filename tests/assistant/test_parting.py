"""Several questions in one."""

import pytest

from assistant.answering import Assistant
from assistant.parting import separate


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Vad är LPP och vem är ordförande?", ["Vad är LPP", "vem är ordförande?"]),
        ("vad betyder IFO o vem är chef där", ["vad betyder IFO", "vem är chef där"]),
        ("Vad är LPP? Vem är chef?", ["Vad är LPP?", "Vem är chef?"]),
        ("Det fanns en plan för 2031. Hur stämmer den?", ["Det fanns en plan för 2031. Hur stämmer den?"]),
        ("Vem beslutar om taxan och när?", ["Vem beslutar om taxan", "när?"]),
        ("Vad heter parken och hur stor är den?", ["Vad heter parken", "hur stor är den?"]),
        ("Hej på dig! Hur många lekplatser finns det?", ["Hej på dig! Hur många lekplatser finns det?"]),
        ("Vad kostar gator och vägar?", ["Vad kostar gator och vägar?"]),
    ],
)
def test_questions_are_taken_apart_where_each_part_asks(question: str, parts: list[str]) -> None:
    assert separate(question) == parts


def test_each_of_two_questions_is_answered_with_its_source(assistant: Assistant) -> None:
    answer = assistant.ask("Vad betyder LPP och vem är ordförande i tekniska nämnden i Mora?")
    assert "Lekplatsprogrammet" in answer.text
    assert "Anna Berg Lind [2]" in answer.text
    assert len(answer.citations) == 2
