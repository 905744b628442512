"""Which cells are set side by side: of one length of time, one group of columns, one measure."""

import pytest

from assistant.answering import Assistant
from tests.assistant.conftest import AssistantOver
from tests.assistant.test_answering import plain

REPORT = """# Lund kommun, tekniska nämnden: Delårsrapport januari–augusti 2031

## Resultat, tkr

| Post | Jan–aug Budget | Jan–aug Utfall | Jan–aug Avvikelse | Helår Budget | Helår Prognos | Helår Avvikelse |
|---|---|---|---|---|---|---|
| Entreprenader | -800 | -950 | -150 | -1 200 | -1 380 | -180 |
| Energi | -600 | -560 | 40 | -900 | -850 | 50 |

## Investeringar, tkr

| Projekt | Total budget | Upparbetat totalt | Budget 2031 | Utfall 2031 | Klart |
|---|---|---|---|---|---|
| Bron vid Ån | 9 000 | 9 400 | 3 000 | 3 600 | 2031 |
| Slussporten | 5 000 | 1 200 | 2 000 | 700 | 2033 |

## Personal per avdelning

| Avdelning | Antal 2031 | Andel kvinnor, % | Sjukfrånvaro, % Aug 2031 | Övertid, timmar Jan–aug 2031 |
|---|---|---|---|---|
| Gata | 60 | 24 | 4,1 | 900 |
| Kök | 120 | 93 | 7,6 | 300 |
| Hela förvaltningen | 180 | 70 | 6,0 | 1 200 |

## Nöjda brukare

| Fråga | 2030 | 2031 |
|---|---|---|
| Lekplatser: nöjda med skötseln, % | 84 | 82 |
| Lekplatser: trygga på kvällen, % | 70 | 61 |
| Parker: trygga på kvällen, % | 50 | 55 |

## Bidrag till föreningar, tkr

| Bidrag | 2030 | 2031 |
|---|---|---|
| Lokalbidrag | 300 | 400 |
| Startbidrag | 100 | 100 |
| Summa | 400 | 500 |
"""


@pytest.fixture(scope="module")
def lund(assistant_over: AssistantOver) -> Assistant:
    return assistant_over({"lund-tekniska-namnden-delarsrapport-augusti-2031.md": REPORT})


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Hur mycket dyrare än budget blir entreprenaderna på helåret 2031?", "-1 380 - (-1 200) = -180"),
        ("Hur mycket dyrare blev bron vid ån än vad som var bestämt?", "9 400 - 9 000 = 400"),
        ("Vad kostade energin januari–augusti 2031 och vad hade man räknat med?", "-600 tkr (Jan–aug Budget"),
        ("Vad kostade energin januari–augusti 2031 och vad hade man räknat med?", "-560 tkr (Jan–aug Utfall"),
        ("Hur mycket har slussporten kostat hittills och vad är hela budgeten?", "1 200 tkr (Upparbetat totalt"),
        ("Hur många anställda har köket och hur många av dem är kvinnor i procent?", "120 (Antal 2031), 93 %"),
        ("Vilken avdelning har högst sjukfrånvaro i augusti 2031?", "Kök 7,6 %"),
        ("Var är det tryggast på kvällen 2031, på lekplatserna eller i parkerna?", "61 % (2031), därefter Park"),
        ("Hur stor andel av bidragen 2031 var lokalbidrag?", "400 / 500 = 80,0 %"),
        ("Hur mycket kostar startbidraget ihop med lokalbidraget 2031?", "= 500"),
        ("Hur mycket höjdes lokalbidraget 2031?", "400 - 300 = 100"),
    ],
)  # fmt: skip
def test_what_is_set_side_by_side_goes_together(lund: Assistant, question: str, held: str) -> None:
    assert held in plain(lund.ask(question))


def test_a_number_of_something_that_no_row_names_is_not_told_by_the_whole(lund: Assistant) -> None:
    assert "180" not in plain(lund.ask("Hur många bodde där vid utgången av 2031?"))
