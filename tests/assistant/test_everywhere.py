"""A figure asked for without a place, over the plans of three municipalities."""

import pytest

from assistant.answering import Assistant
from tests.assistant.conftest import AssistantOver
from tests.assistant.test_answering import plain

PLANS = {
    "mora.md": "# Mora kommun, tekniska nämnden: Budget 2030\n\n"
    "| Volym | 2030 |\n|---|---|\n| Antal badplatser | 14 |\n",
    "kalix.md": "# Kalix kommun, tekniska nämnden: Budget 2030\n\n"
    "| Volym | 2030 |\n|---|---|\n| Badplatser | 9 |\n| Parker | 3 |\n",
    "mora-ny.md": "# Mora kommun, tekniska nämnden: Budget 2031\n\n"
    "| Volym | 2031 |\n|---|---|\n| Antal badplatser | 15 |\n",
    "skara.md": "# Skara kommun, tekniska nämnden: Budget 2030\n\n"
    "| Volym | 2030 |\n|---|---|\n| Toaletter, papperskorgar, bryggor vid badplatser | 55 |\n| Parker | 7 |\n",
}


@pytest.fixture(scope="module")
def assistant(assistant_over: AssistantOver) -> Assistant:
    return assistant_over(PLANS)


def test_each_municipality_tells_its_own_and_a_row_of_other_things_is_left_out(assistant: Assistant) -> None:
    lines = plain(assistant.ask("Hur många badplatser finns det?")).split("\n")
    assert sorted(line.partition(" tekniska")[0] for line in lines) == ["Kalix", "Mora"]
    assert ["9" in line or "15" in line for line in lines] == [True, True]


def test_a_place_that_is_named_is_told_alone(assistant: Assistant) -> None:
    assert "Kalix" not in assistant.ask("Hur många badplatser finns det i Mora?").text


def test_of_two_plans_that_tell_the_same_the_newer_answers_where_no_year_is_asked_for(assistant: Assistant) -> None:
    asked = ("Hur många badplatser finns det i Mora?", "Hur många badplatser fanns det i Mora 2030?")
    assert ["15" in assistant.ask(question).text for question in asked] == [True, False]
