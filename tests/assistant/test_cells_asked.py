"""Which rows and cells a question asks for, over one small plan."""

import pytest

from assistant.answering import Assistant
from tests.assistant.conftest import AssistantOver
from tests.assistant.test_answering import plain

PLANS = {
    "kalix.md": "# Kalix kommun, tekniska nämnden: Budget 2030\n\n"
    "## Drift\n\n"
    "| Drift, tkr | Budget 2030 | Plan 2031 |\n|---|---|---|\n"
    "| **Badhuset** | | |\n| INTÄKTER | 1 200 | 1 300 |\n| KOSTNADER (-) | -9 400 | -9 500 |\n"
    "| NETTOKOSTNADER (-) | -8 200 | -8 200 |\n\n"
    "## Mål\n\n"
    "| Mått | Senaste utfall | Mål 2030 |\n|---|---|---|\n| Läckor på ledningar | 476 | 450 |\n\n"
    "## Åtgärder\n\n"
    "| Åtgärd, tkr | Effekt 2030 | Uppnått t.o.m. april |\n|---|---|---|\n| Färre inhyrda vikarier | 1 600 | 680 |\n\n"
    "Nämnden ska ha nöjda badgäster. Betyget når 3,9, medan målet är 4,5.\n\n"
    "## Invånare\n\n"
    "| Ålder | 2029 | 2030 |\n|---|---|---|\n| 0–79 år | 8 100 | 8 050 |\n| 80 år och äldre | 910 | 940 |\n",
}


@pytest.fixture(scope="module")
def assistant(assistant_over: AssistantOver) -> Assistant:
    return assistant_over(PLANS)


def test_income_and_costs_that_are_asked_for_together_are_both_told(assistant: Assistant) -> None:
    text = plain(assistant.ask("Vilka intäkter och kostnader har badhuset i Kalix 2030?"))
    assert "1 200 tkr" in text
    assert "-9 400 tkr" in text


def test_a_second_clause_that_names_a_year_asks_for_the_cell_of_that_year(assistant: Assistant) -> None:
    text = plain(assistant.ask("Hur många läckor på ledningar var det senast och hur långt ner ska de 2030?"))
    assert "476" in text
    assert "450" in text


def test_people_over_an_age_are_those_of_that_age_and_older(assistant: Assistant) -> None:
    assert "940" in plain(assistant.ask("Hur många är över åttio i Kalix 2030?"))


def test_a_price_for_each_is_not_told_by_the_cost_of_all(assistant: Assistant) -> None:
    assert "9 400" not in plain(assistant.ask("Vad kostar ett bad i badhuset per besök i Kalix?"))


def test_what_has_been_saved_so_far_is_what_has_been_achieved(assistant: Assistant) -> None:
    text = plain(assistant.ask("Hur mycket har Kalix sparat på färre inhyrda vikarier?"))
    assert "680" in text
    assert "1 600" not in text


def test_a_value_beside_its_goal_is_not_said_to_reach_it(assistant: Assistant) -> None:
    assert not assistant.ask("Når nämnden i Kalix målet för badgästernas betyg?").text.startswith("Ja")
