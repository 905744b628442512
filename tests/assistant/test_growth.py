"""What grows the most in a table, and the terms of sums and shares that a table's own totals tell."""

import pytest

from assistant.answering import Assistant
from tests.assistant.conftest import AssistantOver
from tests.assistant.test_answering import plain

PLAN = """# Orsa kommun, fritidsnämnden: Verksamhetsplan 2031–2033

## Driftbudget per verksamhet, tkr

| Verksamhet | Budget 2030 netto | Budget 2031 netto |
|---|---|---|
| Kultur | | |
| Personal | -100 | -100 |
| Kulturskola | -4 000 | -4 300 |
| Museum | -2 000 | -1 500 |
| Summa kultur | -6 100 | -5 900 |
| Fritid | | |
| Personal | -100 | -100 |
| Ishall | -5 000 | -5 200 |
| Badplatser | -1 000 | -1 100 |
| Summa fritid | -6 100 | -6 400 |
| Nämnden totalt | -12 200 | -12 300 |

## Årsarbetare per enhet

| Enhet | 2030 | 2031 |
|---|---|---|
| Ledning | 3,0 | 2,0 |
| Ishallen | 6,0 | 6,5 |
| Kulturskolan | 8,0 | 10,0 |
| Summa årsarbetare | 17,0 | 18,5 |

## Medlemmar i föreningar

| Grupp | Utfall 2030 | 2031 |
|---|---|---|
| Antal medlemmar över 20 | 470 | 520 |
| Antal medlemmar under 20 | 45 | 40 |

## Barn i grupper

| Antal | 2030 | 2031 |
|---|---|---|
| Barn i simskola | 180 | 200 |
| Varav nybörjare | 60 | 50 |
| Barn i skridskoskola | 70 | 80 |

## Mål

| Mått | Senaste utfall | Mål 2031 |
|---|---|---|
| Tomma tider i ishallen (timmar) | 500 | 400 |

## Anställda

| Form | 2030 | 2031 |
|---|---|---|
| Tillsvidareanställda | 15 | 16 |
| Timavlönade | 3 | 4 |
| Alla | 18 | 20 |

## Investeringar, tkr

| Projekt | 2031 | 2032 | 2033 | Totalt |
|---|---|---|---|---|
| Konstgräs | 1 000 | 500 | 500 | 2 000 |
| Omklädningsrum | 1 000 | 1 000 | 1 000 | 3 000 |
| Summa | 2 000 | 1 500 | 1 500 | 5 000 |
"""


@pytest.fixture(scope="module")
def orsa(assistant_over: AssistantOver) -> Assistant:
    return assistant_over({"orsa-fritidsnamnden-verksamhetsplan-2031-2033.md": PLAN})


def test_what_grows_and_what_shrinks_the_most_is_told_with_both_years(orsa: Assistant) -> None:
    assert plain(orsa.ask("Vilken enhet växer mest i årsarbetare 2031, och vilken krymper mest?")) == (
        "Ökar mest av 3 i tabellen (2030 till 2031): Kulturskolan, från 8,0 till 10,0 (10,0 - 8,0 = 2,0) [1].\n"
        "Minskar mest av 3 i tabellen (2030 till 2031): Ledning, från 3,0 till 2,0 (2,0 - 3,0 = -1,0) [2]."
    )


def test_a_cost_that_grows_is_not_the_largest_nor_a_sum_of_others(orsa: Assistant) -> None:
    text = plain(orsa.ask("Vilken verksamhet ökar mest mellan 2030 och 2031?"))
    assert "Kulturskola, från -4 000 tkr till -4 300 tkr (4 300 - 4 000 = 300)" in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Summera medlemmarna över och under 20 för 2031.", "40 + 520 = 560"),
        ("Lägger Orsa mest netto på kultur eller på fritid 2031, och hur stor är skillnaden?", "6 400 - 5 900 = 500"),
        ("Hur stor andel av alla investeringar går till konstgräset?", "2 000 / 5 000 = 40,0 %"),
        ("Hur stor andel av barnen i simskolan 2031 är nybörjare, i procent?", "50 / 200 = 25,0 %"),
        ("Hur stor andel av de anställda i Orsa 2031 är tillsvidareanställda?", "16 / 20 = 80,0 %"),
        ("Hur många tomma tider i ishallen ska bort till 2031?", "400 - 500 = -100"),
        ("Jämför kulturskolan i Orsa: nettokostnad i budget 2030 mot budget 2031.", "-4 300 - (-4 000) = -300"),
        ("Hur ändras nettobudgeten för ishallen från 2030 till 2031?", "-5 200 - (-5 000) = -200"),
    ],
)
def test_the_terms_are_the_rows_and_columns_that_are_named(orsa: Assistant, question: str, told: str) -> None:
    assert told in plain(orsa.ask(question))
