"""What is told by its own name in running text, beside rows and sentences of something wider."""

import pytest

from assistant.answering import Assistant
from tests.assistant.conftest import AssistantOver
from tests.assistant.test_answering import plain

PLANS = {
    "mora.md": "# Mora kommun, socialnämnden: Budget 2030\n\n"
    "| Verksamhet | Budget 2030, tkr |\n|---|---|\n| Våld i nära relation | 6 240 |\n| Institutionsvård | 23 100 |\n\n"
    "## Mål\n\nNämnden betalar ett årligt bidrag på 425 tkr till kvinnojouren Linden. "
    "Vård på institution är svår att förutse, och ett dygn kostar i snitt 11 400 kronor.\n\n"
    "## Boende\n\nBostäder finns i två former: satellitlägenhet och kollektivhus. "
    "Det som skiljer dem åt är att ett kollektivhus har gemensamt kök, medan en satellitlägenhet ligger för sig.\n\n"
    "## Arbete\n\nMest ökade arbetslösheten bland unga, 18–25 år. Ökningen var 1,3 procentenheter.\n",
}


@pytest.fixture(scope="module")
def assistant(assistant_over: AssistantOver) -> Assistant:
    return assistant_over(PLANS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hur mycket ger Mora till kvinnojouren?", "425 tkr"),
        ("Vad kostar institutionsvården i Mora per dygn?", "11 400 kronor"),
        ("Hur mycket har arbetslösheten bland unga i Mora ökat?", "1,3 procentenheter"),
    ],
)
def test_what_a_sentence_names_itself_goes_before_a_row_of_something_wider(
    assistant: Assistant, question: str, told: str
) -> None:
    assert told in plain(assistant.ask(question))


def test_two_things_are_told_apart_by_the_sentence_that_says_how_they_differ(assistant: Assistant) -> None:
    text = plain(assistant.ask("Vad är det för skillnad på kollektivhus och satellitlägenhet i Mora?"))
    assert text.startswith("Det som skiljer dem åt")
    assert "två former" not in text
