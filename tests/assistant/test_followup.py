"""Follow-ups about the table that the turn before was answered from."""

import pytest

from assistant.answering import Assistant

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ("Vad blir budgeten för parker i Kalix 2030?", "vilken avvikelse har man där?", "200 tkr"),
        ("Hur många lekplatser ska Mora ha 2030?", "och gatlyktor?", "5 350"),
        ("Vilken prognos har gatorna i Kalix?", "och parkerna?", "-3 800 tkr"),
        ("Vem ansvarar för lekplatsprogrammet i Mora?", "och vilken status har det?", "Pågår"),
    ],
)
def test_the_cell_beside_the_one_that_was_told_is_found(
    assistant: Assistant, first: str, then: str, expected: str
) -> None:
    answer = assistant.ask(then, assistant.replay([first]))
    assert expected in answer.text.replace(NBSP, " ").replace("−", "-")


def test_a_new_subject_is_not_looked_for_in_the_old_table(assistant: Assistant) -> None:
    turns = assistant.replay(["Hur många lekplatser ska Mora ha 2030?"])
    assert "Anna Berg Lind" in assistant.ask("Vem är ordförande där?", turns).text
