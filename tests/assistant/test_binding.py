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
    assert survives(fact, [shown], "") is told


@pytest.mark.parametrize(
    ("shown", "question", "told"),
    [
        ("Parkernas underskott är 200 tkr i avvikelse [1].", "", False),  # the sign is gone
        ("Avvikelsen för parkerna är −200 tkr [1].", "", True),
        ("Värdet för parkerna är −200 tkr [1].", "", False),  # of what kind?
        ("Värdet för parkerna är −200 tkr [1].", "Hur stor är avvikelsen för parkerna?", True),
        ("Svaret är −200 tkr [1].", "Hur stor är avvikelsen för parkerna?", False),  # of what?
    ],
)
def test_a_figure_keeps_its_sign_and_its_kind_and_may_leave_to_the_question_what_it_is_a_figure_of(
    shown: str, question: str, told: bool
) -> None:
    assert survives("Parkerna: −200 tkr (Avvikelse) [1].", [shown], question) is told


def test_a_sentence_leads_where_it_tells_what_is_nearest_to_the_question() -> None:
    late, snow = "Ombyggnaden är försenad av grundvattnet [1].", "Snön röjs i mars [1]."
    facts = [Fact(late, 2, False), Fact(snow, 0, True)]
    assert leads("Ombyggnaden av Storgatan är försenad på grund av grundvattnet [1].", facts, "")
    assert not leads(snow, facts, "")
    assert missing(facts, [snow], "") == [late]


def test_of_running_text_any_sentence_that_is_near_the_question_may_come_first() -> None:
    facts = [Fact("Ombyggnaden är försenad [1].", 2, True), Fact("Ombyggnaden kostar 5 tkr [1].", 1, True)]
    assert leads("Storgatans ombyggnad kostar 5 tkr [1].", facts, "")


def test_a_yes_or_a_no_stays_first() -> None:
    facts = [Fact("Nej [1].", 0, False), Fact("Översynen är inte klar [1].", 2, True)]
    assert leads("Nej, översynen är inte klar [1].", facts, "")
    assert not leads("Översynen är inte klar [1].", facts, "")


def test_a_further_sentence_has_to_be_new_and_of_the_same_thing() -> None:
    shown, question = ["Gatorna kostar 5 tkr [1]."], "Vad kostar de gator som lagas?"
    assert adds("Gatorna saltas under vintern [2].", shown, question)
    assert not adds("Gatorna kostar 5 tkr [2].", shown, question)
    assert not adds("Gatorna lagas [2].", shown, question)
    assert not adds("Skolorna saltas under vintern [2].", shown, question)
    assert not adds("Gatorna saltas för 7 tkr under vintern [2].", shown, question)
    assert adds("Gatorna saltas för 7 tkr under vintern [2].", ["Gatorna är hala [1]."], question)


def test_a_sentence_that_points_back_does_not_come_first_and_is_not_parted_from_what_it_points_to() -> None:
    late, cost = "Ombyggnaden är försenad [1].", "Detta innebär att ombyggnaden kostar 5 tkr [1]."
    wide = Fact("Ombyggnaden ger bredare vägar [1].", 1, True)
    both = [Fact(late, 2, True), Fact(cost, 1, True)]
    assert not leads(cost, both, "")
    assert leads("Storgatans ombyggnad är försenad [1].", both, "")
    assert leads("Ombyggnaden ger bredare vägar i Mora [1].", [*both, wide], "")
    assert not leads("Storgatans ombyggnad är försenad [1].", [wide, *both], "")  # "Detta" would follow the roads


def test_the_programs_own_words_do_not_stand_in_their_own_place() -> None:
    facts = [Fact("Snön röjs i mars [1].", 0, True), Fact("Ombyggnaden är försenad [1].", 2, True)]
    assert leads(facts[1].text, facts, "")  # the snow, which nobody asked for, is left out
    assert not leads(facts[1].text, facts[1:], "")
    assert not leads("Försenad är ombyggnaden [1].", facts[1:], "")


def test_of_several_figures_each_keeps_the_kind_that_it_is_no_outcome() -> None:
    fact, question = "Nöjda: 64 % (Utfall 2022), 90 % (Mål 2023) [1].", "Hur många är nöjda, och vad är målet?"
    assert survives(fact, ["År 2022 var 64 % nöjda, och målet för 2023 är 90 % [1]."], question)
    assert not survives(fact, ["År 2022 var 64 % nöjda, och 2023 måste det vara 90 % [1]."], question)
