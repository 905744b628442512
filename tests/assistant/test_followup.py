"""Follow-ups about the table that the turn before was answered from."""

import pytest

from assistant.answering import Assistant
from tests.assistant.conftest import AssistantOver

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


CAUSES = """# Mora kommun, omsorgsnämnden: Delårsrapport 2030

| Verksamhet, tkr | Budget 2030 | Prognos 2030 | Avvikelse 2030 |
|---|---|---|---|
| Korttids och medicinskt färdig beh | -4 000 | -4 400 | -400 |
| Fastighetsdrift | -5 000 | -5 730 | -730 |
| Matlag | -3 000 | -3 000 | 0 |

## Läget

Fastighetsdrift redovisar avvikelsen -730 tkr. Vattenskadan svarar för 520 tkr.

## Korttids och medicinskt färdig beh

Platser har köpts av ett hospice till högre kostnad än i budget.

## Rörelseglädje

Rörelseglädje är gymnastik för äldre i Mora, som leds av fysioterapeuter. Arbetet har bekostats av sociala medel.
"""


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ("Vad blir avvikelsen för fastighetsdrift i Mora 2030?", "Vad beror det mest på?", "Vattenskadan"),
        ("Vad är avvikelsen för korttids och medicinskt färdig beh i Mora?", "Vad beror det på?", "ett hospice"),
        ("Vad är Rörelseglädje i Mora?", "Vem har betalat för det?", "sociala medel"),
    ],
)
def test_the_text_that_repeats_a_figure_or_the_name_of_its_row_gives_its_cause(
    assistant_over: AssistantOver, first: str, then: str, expected: str
) -> None:
    causes = assistant_over({"mora.md": CAUSES})
    assert expected in causes.ask(then, causes.replay([first])).text
