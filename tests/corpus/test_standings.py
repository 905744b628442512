"""How far something has come, in the words of rows and of questions."""

import pytest

from corpus.swedish.standings import standing_of_cell, standings_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vilka mål nåddes inte?", {"unmet"}),
        ("Vilka mål har inte nåtts?", {"unmet"}),
        ("Vilka indikatorer lyser rött?", {"unmet"}),
        ("Delvis uppfyllt", {"partly"}),
        ("Inte påbörjat", {"unbegun"}),
        ("Pågår enligt plan (pil upp)", {"begun", "met"}),
        ("Vilka uppdrag ligger efter tidplanen?", {"late"}),
        ("Hur många elever går i skolan?", set()),
    ],
)
def test_a_standing_is_read_with_what_denies_it(text: str, names: set[str]) -> None:
    assert set(standings_in(text)) == names


@pytest.mark.parametrize(
    ("column", "value", "names"),
    [("Uppfyllt", "Nej", {"unmet"}), ("Uppfyllt", "Ja", {"met"}), ("Läge", "Grönt", {"met"}), ("Kön", "Nej", set())],
)
def test_a_yes_or_no_tells_what_its_column_is_named_after(column: str, value: str, names: set[str]) -> None:
    assert standing_of_cell(column, value) == names
