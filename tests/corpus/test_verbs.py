"""Verb forms, told from the nouns that look like them."""

import pytest

from corpus.swedish.verbs import kin, verbs

VERBS = "pekar består pratade erbjuds stängdes revidera ställdes regnade glömde verkställdes bodde"


@pytest.mark.parametrize("word", VERBS.split())
def test_forms_of_verbs_are_known(word: str) -> None:
    assert word in verbs()


@pytest.mark.parametrize("word", "planer lokaler hyra skola anställda boende arbete sida resa skada".split())
def test_nouns_are_no_verbs(word: str) -> None:
    assert word not in verbs()


@pytest.mark.parametrize(
    ("word", "other"), [("höjningen", "höjdes"), ("anmälde", "anmälan"), ("gav", "ger"), ("ökat", "ökning")]
)
def test_the_forms_of_a_verb_and_the_nouns_for_it_are_kin(word: str, other: str) -> None:
    assert other in kin(word)
    assert kin("kommun") == frozenset()
