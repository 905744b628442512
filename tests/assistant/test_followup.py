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
        ("Hur många gatlyktor ska Mora ha 2030?", "hur mycket är det året därpå?", "5 300"),
        ("Vad kostar parkerna netto i Mora 2030?", "och året därpå?", "-9 500"),
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


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ("Är ombyggnaden av Storgatan i Mora försenad?", "varför då?", "grundvattnet"),
        ("Vad händer med snöröjningen i Mora?", "när då?", "15 mars 2031"),
    ],
)
def test_what_the_document_says_on_is_told(assistant: Assistant, first: str, then: str, expected: str) -> None:
    assert expected in assistant.ask(then, assistant.replay([first])).text


def test_whom_a_thing_is_for_is_no_question_of_a_person(assistant: Assistant) -> None:
    answer = assistant.ask("vem är det för?", assistant.replay(["Vad är lekplatsprogrammet i Mora?"]))
    assert "alla barn" in answer.text
