"""A figure of a written sentence stays with the year, the kind and the thing that its own clause names."""

import pytest

from assistant.binding import is_bound, numbers_of, years_of
from assistant.survival import Fact, adds, leads, missing, survives

HOURS = "Hemtjänsttimmar: 310 000 timmar (Åtagande -23), 278 400 timmar (Prognos -23)"
SICK = "Sjukfrånvaron var 6,4 procent under perioden, mot 7,1 procent ett år tidigare."


@pytest.mark.parametrize(
    ("sentence", "told", "bound"),
    [
        ("Åtagandet är 310 000 timmar 2023, och prognosen 278 400 timmar.", HOURS, [True, True]),
        ("Åtagandet är 278 400 timmar 2023, och prognosen 310 000 timmar.", HOURS, [False, False]),
        ("Prognosen är 278 400 timmar 2024.", HOURS, [False]),
        ("Utfallet är 278 400 timmar.", HOURS, [False]),
        ("Prognosen är 278 401 timmar.", HOURS, [False]),
        ("Sjukfrånvaron var 6,4 procent under perioden och 7,1 procent året tidigare.", SICK, [True, True]),
        ("Sjukfrånvaron var 7,1 procent under perioden.", SICK, [False]),
    ],
)
def test_a_figure_is_bound_to_its_own_clause(sentence: str, told: str, bound: list[bool]) -> None:
    assert [is_bound(number, sentence, [told], ()) for number in numbers_of(sentence)] == bound


def test_a_year_that_was_asked_for_may_be_named_where_the_source_names_none() -> None:
    (number,) = numbers_of("Det är 12 platser 2030.")
    assert is_bound(number, "Det är 12 platser 2030.", ["Antal platser: 12 platser"], (2030,))
    assert not is_bound(number, "Det är 12 platser 2030.", ["Antal platser: 12 platser"], (2029,))


def test_a_short_year_is_a_year_and_no_figure() -> None:
    assert years_of("Åtagande -23 och 2024") == (2024, 2023)
    assert [number.text for number in numbers_of("Åtagande -23: 12 platser 2024")] == ["12 platser"]


@pytest.mark.parametrize(
    ("fact", "shown", "told"),
    [
        ("Gator kostar −74 922 tkr 2022, cirka 74,9 mnkr [1].", "År 2022 kostar gator −74 922 tkr [1].", True),
        ("Gator kostar −74 922 tkr 2022, cirka 74,9 mnkr [1].", "Gator kostar cirka 74,9 mnkr 2022 [1].", False),
        ("Gator kostar −74 922 tkr 2022 [1].", "Gator kostar −74 922 tkr [1].", False),
        ("Mål (2 av 2): trygghet [1] · närhet [1]", "Målen är trygghet och närhet [1].", False),
        ("Mål (2 av 2): trygghet [1] · närhet [1]", "Mål (2 av 2): trygghet [1] · närhet [1]", True),
    ],
)
def test_a_fact_survives_with_all_its_figures_and_years_and_a_list_only_whole(
    fact: str, shown: str, told: bool
) -> None:
    assert survives(fact, [shown]) is told


def test_a_sentence_leads_where_it_tells_what_is_nearest_to_the_question() -> None:
    facts = [Fact("Ombyggnaden är försenad av grundvattnet [1].", 2, True), Fact("Snön röjs i mars [1].", 0, False)]
    assert leads("Ombyggnaden är försenad på grund av grundvattnet [1].", facts)
    assert not leads("Snön röjs i mars [1].", facts)
    assert missing(facts, ["Snön röjs i mars [1]."]) == ["Ombyggnaden är försenad av grundvattnet [1]."]


def test_a_yes_or_a_no_stays_first() -> None:
    facts = [Fact("Nej [1].", 0, False), Fact("Översynen är inte klar [1].", 2, True)]
    assert leads("Nej, översynen är inte klar [1].", facts)
    assert not leads("Översynen är inte klar [1].", facts)


def test_a_further_sentence_has_to_be_new_and_of_the_same_thing() -> None:
    shown = ["Gatorna kostar 5 tkr [1]."]
    assert adds("Gatorna lagas under våren [2].", shown, [])
    assert not adds("Gatorna kostar 5 tkr [2].", shown, [])
    assert not adds("Skolorna lagas under våren [2].", shown, [])
