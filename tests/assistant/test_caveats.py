"""A figure of a table beside running text that gives another one for the same."""

import pytest

from assistant.answering import Assistant
from tests.assistant.conftest import AssistantOver
from tests.assistant.test_answering import plain

PLANS = {
    "kalix.md": "# Kalix kommun, tekniska nämnden: Budget 2030\n\n"
    "## Volymer\n\n"
    "| Volym | 2030 |\n|---|---|\n| Bryggor, antal | 34 |\n| Gator, km | 168 |\n| Träd | 410 |\n\n"
    "Till och med augusti har 43 av stadens bryggor målats. Gatorna är 186 kilometer långa. Det finns cirka 400 träd.\n"
}


@pytest.fixture(scope="module")
def assistant(assistant_over: AssistantOver) -> Assistant:
    return assistant_over(PLANS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hur många bryggor har Kalix 2030?", "43 av stadens"),
        ("Hur många kilometer gator finns 2030?", "186 kilometer"),
    ],
)
def test_a_text_that_names_the_row_with_its_digits_in_another_order_is_shown(
    assistant: Assistant, question: str, told: str
) -> None:
    text = plain(assistant.ask(question))
    assert "Obs, texten anger något annat" in text
    assert told in text


def test_a_round_number_is_no_other_figure(assistant: Assistant) -> None:
    assert "Obs" not in assistant.ask("Hur många träd finns i Kalix 2030?").text
