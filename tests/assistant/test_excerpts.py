"""A document's own words made short enough to show."""

import pytest

from assistant.excerpts import asked_cells, mark, shorten
from assistant.models import Intent, Reading, Scope

ROW = "Uppdrag: Bygga om torget | Ansvarig: Eva Ek | Startdatum: 2030-01-01 | Slutdatum: 2031-06-30 | Status: Pågår"


def asked(question: str, intent: Intent) -> str:
    return asked_cells(Reading(question, "torget", intent, Scope()), ROW)


@pytest.mark.parametrize(
    ("question", "intent", "cells"),
    [
        ("När ska torget vara klart?", Intent.DATE, "Slutdatum: 2031-06-30"),
        ("När startade arbetet med torget?", Intent.DATE, "Startdatum: 2030-01-01"),
        ("När startade torget och när är det klart?", Intent.DATE, "Startdatum: 2030-01-01 | Slutdatum: 2031-06-30"),
        ("Vem ansvarar för torget?", Intent.PERSON, "Ansvarig: Eva Ek"),
    ],
)
def test_of_a_row_the_cells_that_can_answer_are_told(question: str, intent: Intent, cells: str) -> None:
    assert asked(question, intent) == f"Uppdrag: Bygga om torget | {cells}"


def test_a_row_is_told_whole_where_any_cell_may_be_meant() -> None:
    assert asked("Vad vet man om torget?", Intent.FACT) == ROW


def test_a_long_text_is_cut_at_a_word_and_marked_before_its_full_stop() -> None:
    assert shorten("ett två tre fyra", 2) == "ett två …"
    assert mark("Torget byggs om.", 2) == "Torget byggs om [2]."
