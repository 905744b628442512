"""The one of many that is asked for, and whose sentence it is."""

from dataclasses import replace

import pytest

from assistant.models import Intent, Reading, Scope
from assistant.singling import after_its_name, person_meant, under_its_heading
from tests.assistant.test_check import source
from tests.assistant.test_extract import subject

CHIEFS = "Cheferna är Anna Ek (gata), Bo Ask (vatten) och tillförordnade Carl Alm (avfall)."


def test_of_several_people_only_the_one_with_the_task_asked_for_is_told() -> None:
    reading = Reading("Vem är chef för avfallet?", "avfallet", Intent.PERSON, Scope())
    told = person_meant(reading, CHIEFS, subject("avfallet"))
    assert told == "Cheferna är … tillförordnade Carl Alm (avfall)."


def test_all_people_are_told_where_none_has_what_is_asked_for() -> None:
    reading = Reading("Vilka är chefer?", "skolorna", Intent.PERSON, Scope())
    assert person_meant(reading, CHIEFS, subject("skolorna")) == CHIEFS


@pytest.mark.parametrize(
    ("question", "intent"),
    [("Vilken enhet sköter broarna?", Intent.FACT), ("Vem sköter broarna?", Intent.PERSON)],
)
def test_a_sentence_on_the_unit_is_told_under_the_heading_that_names_it(question: str, intent: Intent) -> None:
    reading = Reading(question, "broarna", intent, Scope())
    told = source("Inom enheten sköts broarna.")
    units = replace(told, passage=replace(told.passage, headings=("Enheten för Anläggning",)))
    assert under_its_heading(reading, told.passage.text, units) == "Enheten för Anläggning: Inom enheten sköts broarna."
    assert under_its_heading(reading, told.passage.text, told) == "Inom enheten sköts broarna."


def test_a_sentence_on_the_unit_is_told_after_the_sentence_that_names_it() -> None:
    reading = Reading("Till vilken enhet hör broarna?", "enhet broarna", Intent.FACT, Scope())
    named = "Inom Anläggning finns även vägar. Arbetet är viktigt för alla. Broarna ingår i ansvarsområdet."
    told = "Broarna ingår i ansvarsområdet."
    assert after_its_name(reading, told, source(named)) == f"Inom Anläggning finns även vägar. … {told}"
    assert after_its_name(reading, told, source(f"Arbetet är viktigt för alla. {told}")) == told
