"""The data files: everything in them is there once, well formed and reachable."""

import re
from collections import Counter

import pytest

from corpus.catalogue import municipalities
from corpus.swedish.concepts import concepts_in
from corpus.swedish.words import HERE, read_lines, stop_words

LARGEST = {"Västra Götalands län": 49, "Skåne län": 33, "Stockholms län": 26, "Gotlands län": 1}


def terms(line: str) -> list[str]:
    return [term.strip() for term in re.split("=|->|,", line)]


def test_every_municipality_is_there_once_with_its_county() -> None:
    names = [line.split("\t")[0] for line in read_lines(HERE / "municipalities.txt")]
    counties = Counter(municipalities().values())
    assert (len(names), len(set(names)), len(counties)) == (290, 290, 21)
    assert {county: counties[county] for county in LARGEST} == LARGEST
    assert {name for name in counties if not name.endswith(" län")} == set()


def test_no_list_names_a_thing_twice() -> None:
    for name in ("stopwords.txt", "abbreviations.txt", "synonyms.txt"):
        assert [line for line, count in Counter(read_lines(HERE / name)).items() if count > 1] == []


def test_a_term_stands_in_one_line_of_true_synonyms_only() -> None:
    groups = [terms(line) for line in read_lines(HERE / "synonyms.txt") if "->" not in line]
    assert {term for term, count in Counter(t for group in groups for t in group).items() if count > 1} == set()


def test_every_line_of_synonyms_joins_terms_that_say_something() -> None:
    lines = read_lines(HERE / "synonyms.txt") + read_lines(HERE / "abbreviations.txt")
    assert [line for line in lines if not re.search("=|->", line) or not all(terms(line))] == []


def test_every_synonym_is_lower_case_or_an_abbreviation() -> None:
    found = {term for line in read_lines(HERE / "synonyms.txt") for term in terms(line)}
    assert {term for term in found if term != term.lower() and " " in term} == set()


def test_the_abbreviations_of_the_field_are_known() -> None:
    known = {line.split("=")[0].strip() for line in read_lines(HERE / "abbreviations.txt")}
    assert {"IFO", "SoL", "LSS", "LVU", "LVM", "HSL", "SIP", "HVB", "BPSD", "IOP", "SKR"} <= known


@pytest.mark.xfail(strict=True, reason="JO, SKA and ÄN are in lower case the stop words jo, ska and än")
def test_an_abbreviation_is_not_lost_among_the_stop_words() -> None:
    short = {line.split("=")[0].strip() for line in read_lines(HERE / "abbreviations.txt")}
    assert {name for name in short if name.lower() in stop_words() or not concepts_in(name)} == set()


def test_the_words_that_turn_a_meaning_are_no_stop_words() -> None:
    assert stop_words() & {"inte", "ej", "utan", "över", "under", "utom", "ingen", "ut", "ner"} == set()
    assert {word for word in stop_words() if word != word.lower() or len(word.split()) != 1} == set()
