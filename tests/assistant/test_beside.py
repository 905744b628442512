"""Rows joined and set against each other, shares of a whole, and which of two is more."""

import pytest

from assistant.answering import Assistant
from tests.assistant.test_answering import plain


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hur mycket kostar parker och badplatser tillsammans i Mora 2030?", "(-9 000) + (-700) = -9 700"),
        ("Hur mycket dyrare är gator och vägar än parker i Mora 2030?", "40 000 − 9 000 = 31 000"),
        ("Hur stor andel av nettokostnaden i Kalix går till parker 2030?", "4 000 / 26 000 = 15,4 %"),
        ("Med hur mycket ökar nettokostnaden för parker i Mora mellan 2030 och 2032?", "-10 000 − (-9 000) = -1 000"),
        ("Summera nettokostnaden för parker i Mora 2030, 2031 och 2032.", "= -28 500"),
        ("Kostar parker mer än badplatser i Mora 2030?", "Ja. Skillnaden är 8 300 tkr"),
        ("Kostar badplatser mer än parker i Mora 2030?", "Nej. Skillnaden är 8 300 tkr"),
    ],
)
def test_the_terms_of_a_computed_answer_are_shown(assistant: Assistant, question: str, expected: str) -> None:
    assert expected in plain(assistant.ask(question)).replace("- (", "− (").replace(" - ", " − ")


def test_both_ends_of_a_ranking_are_told(assistant: Assistant) -> None:
    text = plain(assistant.ask("Var är prognosen högst i Kalix 2030 och var är den lägst?"))
    assert "Högst kostnad av 2 i tabellen (Årsprognos 2030): Gator -23 500 tkr" in text
    assert "Lägst kostnad av 2 i tabellen (Årsprognos 2030): Parker -3 800 tkr" in text


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Har nettokostnaden för parker i Mora ökat mellan 2030 och 2032?", "Ja."),
        ("Minskar nettokostnaden för parker i Mora från 2030 till 2032?", "Nej."),
    ],
)
def test_whether_a_cost_has_moved_is_answered_yes_or_no(assistant: Assistant, question: str, verdict: str) -> None:
    assert assistant.ask(question).text.startswith(verdict)
