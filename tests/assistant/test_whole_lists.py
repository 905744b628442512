"""Lists that are told whole: from an overview, from numbered lines and from what a sentence counts."""

import pytest

from assistant.answering import Assistant
from assistant.called import noun_asked, of_another
from tests.assistant.conftest import AssistantOver
from tests.assistant.test_answering import plain

PLAN = """# Nora kommun, kulturnämnden: Verksamhetsplan 2031

## Översikt

Planen bygger på det som fullmäktige har beslutat.

Läslust i alla åldrar

Levande scener

Öppna dörrar

Nämnden följer upp planen varje år.

## Målområden

### Målområde: Läslust i alla åldrar

Biblioteket lånar ut fler böcker.

### Målområde: Levande scener

Teatern spelar i skolorna.

### Öppna dörrar

Kulturhuset har öppet på söndagar.

## Hållbarhet

Nämnden bidrar till Agenda 2030 genom dessa mål:

Mål 4: God utbildning. Alla barn får låna böcker.

- Bokbussen kör till alla byar.

Mål 11. Hållbara städer. Kulturarvet vårdas.

- Kvarnen rustas upp.

## Uppdrag

Fullmäktige har gett nämnden två uppdrag för 2031.

Nytt magasin: förslag till lokal lämnas i maj.

Säkra scener: elen i teatern ses över.

## Framtiden

Nämnden ser två utmaningar. Den första är hyrorna, som stiger varje år. Den andra är att hitta musiklärare.

## Scenerna

Projekt drivs med stöd från regionen, till exempel Sommarteatern, Barnens opera och Dansveckan. Scenerna kostar mycket.

| Verksamhet, tkr | Budget 2031 |
|---|---|
| Scenprojekt | -4 000 |
"""


@pytest.fixture(scope="module")
def culture(assistant_over: AssistantOver) -> Assistant:
    return assistant_over({"nora-kulturnamnden-plan-2031.md": PLAN})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Vilka målområden har kulturnämnden i Nora?",
            "Målområde (3 av 3): Läslust i alla åldrar · Levande scener · Öppna dörrar [1]",
        ),
        (
            "Vilka av Agenda 2030:s mål bidrar nämnden i Nora till?",
            "Mål (2): 4 God utbildning · 11 Hållbara städer [1]",
        ),
        ("Vilka uppdrag har nämnden fått?", "Uppdrag (2 av 2): Nytt magasin · Säkra scener [1]"),
        ("Vilka utmaningar ser nämnden?", "Utmaningar (2 av 2): Hyrorna · Hitta musiklärare [1]"),
    ],
)
def test_a_list_is_told_whole_and_says_so_only_where_its_end_is_told(
    culture: Assistant, question: str, told: str
) -> None:
    assert plain(culture.ask(question)) == told


def test_a_list_in_a_sentence_goes_before_the_row_of_figures_that_is_called_so(culture: Assistant) -> None:
    answer = culture.ask("Vilka scenprojekt drivs med stöd från regionen i Nora?")
    assert "till exempel Sommarteatern, Barnens opera och Dansveckan" in plain(answer)


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("Vilka fem enheter finns i Nora?", "enheter"),
        ("Vilka övergripande mål har nämnden?", "mål"),
        ("Vilka av nämndens egna mål är nådda?", "mål"),
        ("Vilka av de globala målen nämns?", "målen"),
        ("Vilka av uppdragen har nämnden slutfört?", "uppdragen"),
        ("Vilka mått följer nämnden?", "mått"),
        ("Vilka samverkar nämnden med?", ""),
        ("Vilka är med i styrgruppen?", ""),
    ],
)
def test_what_is_to_be_listed_is_the_noun_past_its_adjectives_and_its_owner(question: str, noun: str) -> None:
    assert noun_asked(question) == noun


def test_the_goals_of_the_board_are_not_those_of_the_council() -> None:
    leads = ("Nämndens mål", "Fullmäktiges mål", "Mål")
    assert [of_another("Vilka av fullmäktiges mål är nådda?", lead) for lead in leads] == [True, False, False]
