"""Lists of the rows of a table that meet a condition, and of a column that is called what is asked for."""

import pytest

from assistant.answering import Assistant
from tests.assistant.conftest import AssistantOver
from tests.assistant.test_answering import plain

PLAN = """# Kiruna kommun, kulturnämnden: Verksamhetsplan 2031

## Mål för hela kommunen

| Medborgare | Medarbetare | Ekonomi |
|---|---|---|
| 1:1 Fler läser | 2:1 Alla trivs | 3:1 Budgeten hålls |
| 1:2 Fler sjunger | 2:2 Alla lär sig | 3:2 Skulden krymper |

## Risker

Risker med värdet 9 eller mer tas in i internkontrollplanen.

| Risk | Sannolikhet | Konsekvens | Riskvärde |
|---|---|---|---|
| Böcker försvinner | 2 | 3 | 6 |
| Taket läcker | 3 | 4 | 12 |
| Kassan stäms inte av | 3 | 3 | 9 |

## Planerade förändringar

| Förändring | 2031 | 2032 |
|---|---|---|
| Ny filial | 400 | 400 |
| Kortare öppettider | -150 | – |
| Färre tidningar | -90 | -90 |
| Nya hyllor | 60 | -20 |

## Uppdrag

| Nr | Uppdrag | Läge |
|---|---|---|
| 31:1 | Laga taket | Klart |
| 31:2 | Måla om scenen | Försenat |
| 31:3 | Byta lås | Försenat |
"""


@pytest.fixture(scope="module")
def culture(assistant_over: AssistantOver) -> Assistant:
    return assistant_over({"kiruna-kulturnamnden-verksamhetsplan-2031.md": PLAN})


def test_only_the_rows_below_zero_are_minus_items_of_the_year_asked_for(culture: Assistant) -> None:
    assert plain(culture.ask("Vilka är minusposterna 2031 bland de planerade förändringarna i Kiruna?")) == (
        "Förändring (2 av 4): Kortare öppettider [1] · Färre tidningar [2]."
    )


def test_the_value_that_a_sentence_sets_for_what_is_asked_chooses_the_rows(culture: Assistant) -> None:
    assert plain(culture.ask("Vilka risker är så höga att de hamnar i internkontrollplanen i Kiruna?")) == (
        "Risk (2 av 3): Taket läcker [1] · Kassan stäms inte av [2]."
    )


def test_all_rows_are_told_where_nothing_is_asked_of_their_values(culture: Assistant) -> None:
    assert plain(culture.ask("Vilka risker har kulturnämnden i Kiruna?")) == (
        "Risk (3 av 3): Böcker försvinner [1] · Taket läcker [2] · Kassan stäms inte av [3]."
    )


def test_the_rows_that_are_late_alone_are_listed_from_the_column_of_assignments(culture: Assistant) -> None:
    assert plain(culture.ask("Vilka uppdrag är kulturnämnden i Kiruna sen med?")) == (
        "Uppdrag (2 av 3): Måla om scenen [1] · Byta lås [2]."
    )


def test_goals_of_one_kind_stand_in_the_column_of_that_kind(culture: Assistant) -> None:
    assert plain(culture.ask("Vad har Kiruna kommun för ekonomimål i planen 2031?")) == (
        "Ekonomi (2 av 2): 3:1 Budgeten hålls [1] · 3:2 Skulden krymper [2]."
    )


def test_that_a_list_is_whole_is_not_claimed_where_its_condition_was_not_heard(culture: Assistant) -> None:
    assert plain(culture.ask("Vilka risker är så dyra att bara staten kan bära dem i Kiruna?")).startswith("Risk (3): ")


def test_the_amount_of_each_item_is_told_where_it_is_asked_for_too(culture: Assistant) -> None:
    question = "Vilka är minusposterna 2031 bland de planerade förändringarna i Kiruna och hur stora är de?"
    assert plain(culture.ask(question)) == (
        "Förändring (2 av 4): Kortare öppettider: -150 [1] · Färre tidningar: -90 [2]."
    )
