"""What a question is about: compounds taken apart, synonyms, abbreviations and phrases."""

import pytest

from corpus.swedish.compounds import parts
from corpus.swedish.concepts import (
    COMPOUND,
    NAME,
    PART,
    SYNONYM,
    WHOLE,
    WIDER,
    Concept,
    bag_of,
    concepts_in,
    synonyms,
)  # fmt: skip
from corpus.swedish.words import stem


def words(question: str) -> list[str]:
    return [concept.word for concept in concepts_in(question)]


def reach(question: str, text: str) -> float:
    """How well the only concept of a question is found in a text."""
    (concept,) = concepts_in(question)
    return concept.found_in(bag_of(text))


@pytest.mark.parametrize(
    ("word", "halves"),
    [
        ("hemtjänsttimmar", ("hemtjänst", "timmar")),
        ("äldreomsorg", ("äldre", "omsorg")),
        ("socialnämnden", ("social", "nämnden")),
        ("verksamhetsplan", ("verksamhet", "plan")),
        ("arbetsmarknadsenheten", ("arbetsmarknad", "enheten")),
        ("gatubelysning", ("gata", "belysning")),
        ("budgetavvikelse", ("budget", "avvikelse")),
    ],
)
def test_a_compound_is_two_known_words_without_what_links_them(word: str, halves: tuple[str, str]) -> None:
    assert parts(word) == halves


@pytest.mark.parametrize("word", ["kostnader", "särskilt", "kommunen", "daglig", "barn", "2022", "e-tjänst", "xqzvwkp"])
def test_a_simple_word_is_not_taken_apart(word: str) -> None:
    assert parts(word) == ()


@pytest.mark.xfail(strict=True, reason="'samhet' is no word of its own, yet counts as the second half")
def test_a_word_formed_with_an_ending_is_not_taken_apart() -> None:
    assert parts("verksamhet") == ()


def test_the_concepts_of_a_question_stand_in_its_order_without_stop_words() -> None:
    assert words("Vad är budgeten för hemtjänsten i Timrå 2022?") == ["budgeten", "hemtjänsten", "timrå", "2022"]


def test_a_word_asked_for_twice_is_one_concept() -> None:
    assert words("skolan och skolor") == ["skolor"]


@pytest.mark.parametrize("question", ["", "?!", "och eller att", "–"])
def test_a_question_without_a_subject_has_no_concepts(question: str) -> None:
    assert concepts_in(question) == ()


def test_true_synonyms_reach_each_other_both_ways() -> None:
    assert reach("socialbidrag", "Försörjningsstöd betalas ut.") == SYNONYM
    assert reach("försörjningsstöd", "Den som får socialbidrag") == SYNONYM


def test_a_wider_word_is_reached_from_the_narrower_alone() -> None:
    assert reach("dement", "Boende för personer med demenssjukdom") == WIDER
    assert reach("demenssjukdom", "En dement person") == 0


def test_an_abbreviation_and_its_meaning_reach_each_other() -> None:
    assert reach("IFO", "Individ- och familjeomsorgen växer") == SYNONYM
    assert reach("individ- och familjeomsorg", "IFO växer") == SYNONYM


def test_a_known_phrase_is_one_concept_and_needs_all_its_words() -> None:
    assert words("Vad kostar vård i livets slut?") == ["kostar", "vård livets slut"]
    assert reach("vård i livets slut", "Palliativ vård ges hemma") == SYNONYM
    assert reach("vård i livets slut", "God vård ges hemma") == 0


def test_the_whole_word_weighs_more_than_its_halves_apart() -> None:
    texts = ("Hemtjänsttimmar 2022", "Timmar i hemtjänst 2022", "Antal timmar 2022", "Antal platser 2022")
    assert [reach("hemtjänsttimmar", text) for text in texts] == [WHOLE, COMPOUND, PART, 0]


def test_a_hyphened_name_nearly_tells_by_itself() -> None:
    assert reach("TUFF-träffarna", "TUFF startar i höst") == NAME
    assert reach("TUFF-träffarna", "Träffar varje vecka med TUFF") == WHOLE


def test_what_looks_alike_but_has_its_own_figures_is_kept_apart() -> None:
    apart = [("hemtjänst", "hemsjukvård"), ("dagverksamhet", "daglig verksamhet"), ("budget", "utfall"),
             ("familjehem", "jourhem"), ("ledamot", "ersättare"), ("gruppbostad", "servicebostad")]  # fmt: skip
    assert [(a, b) for a, b in apart if reach(a, b) == SYNONYM or reach(b, a) == SYNONYM] == []


def test_a_form_weighs_at_most_what_the_word_itself_does() -> None:
    assert {weight for forms in synonyms().values() for weight in forms.values()} == {SYNONYM, WIDER}


def test_a_concept_is_found_in_its_best_form() -> None:
    concept = Concept("x", {("a", "b"): 1.0, ("c",): 0.5})
    assert [concept.found_in(bag) for bag in ({"a"}, {"a", "c"}, {"a", "b", "c"}, set())] == [0, 0.5, 1.0, 0]


def test_a_long_compound_is_found_by_what_it_is_in_the_end() -> None:
    assert stem("platser") in bag_of("Sex nya gruppboendeplatser skapas.")


def test_another_word_for_the_first_half_of_a_compound_is_no_word_for_the_whole() -> None:
    assert reach("skollunch", "Grundskolans elever") < WIDER
    assert reach("skollunch", "Skolmåltiderna köps.") >= WIDER
