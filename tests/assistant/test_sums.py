"""Sums, changes, shares and what is left: the terms are of the years, columns and rows that a question means."""

import pytest

from assistant.answering import Assistant
from assistant.models import Turn
from tests.assistant.conftest import AssistantOver
from tests.assistant.test_answering import plain

REPORT = """# Sala kommun, kulturnämnden: Delårsrapport januari–augusti 2031

## Invånare

| Ålder | 2028 utfall | 2029 | 2030 | 2031 |
|---|---|---|---|---|
| Summa invånare | 22 400 | 22 300 | 22 200 | 22 100 |

## Mål

| Mått | Utfall 2028 | Utfall 2030 | Målvärde 2031 |
|---|---|---|---|
| Boklån per invånare | 5 | 6 | 9 |

## Driftbudget 2031, tkr

| Verksamhet | Budget 2031 | Utfall aug 2031 | Avvikelse jan–aug 2031 | Prognos avvikelse helår 2031 |
|---|---|---|---|---|
| Bibliotek | 9 000 | 6 500 | -400 | -700 |
| Museum | 4 000 | 2 400 | 200 | 300 |

## Investeringar, tkr

| Projekt | Budget 2031 | Utfall 2031 | Plan 2032 | Plan 2033 |
|---|---|---|---|---|
| Bokbuss | 3 000 | 2 000 | 1 000 | 500 |
| Summa | 5 000 | 4 000 | 2 000 | 700 |

## Sjukfrånvaro, procent

| Grupp | 2030 | 2031 |
|---|---|---|
| Kvinnor | 7,5 | 7,1 |
| Män | 4,0 | 5,0 |
| Samtliga | 6,6 | 6,3 |

## Årsarbetare

| Yrke | Norra 2031 | Södra 2031 |
|---|---|---|
| Bibliotekarier | 12 | 9 |
| Sjukgymnaster | 2 | 1 |
"""


@pytest.fixture(scope="module")
def sala(assistant_over: AssistantOver) -> Assistant:
    return assistant_over({"sala-kulturnamnden-delarsrapport-augusti-2031.md": REPORT})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hur många färre invånare har Sala 2031 än 2028 om prognosen håller?", "22 100 − 22 400 = −300"),
        ("Hur många fler boklån per invånare behövs för att nå målet 2031?", "9 − 6 = 3"),
        ("Hur mycket är kvar av budgeten för biblioteket 2031?", "Kvar är 2 500 tkr"),
        ("Hur stor del av investeringsbudgeten 2031 är använd, i procent?", "4 000 / 5 000 = 80,0 %"),
        ("Hur mycket läggs på bokbussen totalt under 2031 till 2033?", "3 000 + 1 000 + 500 = 4 500"),
        ("Hur mycket lägre är sjukfrånvaron bland kvinnor 2031 än året innan?", "7,1 − 7,5 = −0,4"),
        ("Hur många bibliotekarier finns det sammanlagt 2031?", "12 + 9 = 21"),
    ],
)
def test_a_sum_is_of_the_terms_that_are_meant(sala: Assistant, question: str, told: str) -> None:
    assert told in sala.ask(question).text.replace("\u00a0", " ")


def test_two_rows_that_differ_in_a_word_of_the_question_are_set_side_by_side(sala: Assistant) -> None:
    text = plain(sala.ask("Är det kvinnorna eller männen som har mest sjukfrånvaro 2031?"))
    assert text.startswith("Störst är Kvinnor 7,1 % (2031), därefter Män 5,0 % (2031)")
    assert "Skillnaden är 2,1 procentenheter" in text


def test_which_of_two_is_most_may_be_asked_with_the_verb_first(sala: Assistant) -> None:
    text = plain(sala.ask("Har museet eller biblioteket störst underskott på helåret 2031?"))
    assert text.startswith("Sämst mot budget är Bibliotek -700 tkr")


def test_what_is_left_is_asked_of_something(sala: Assistant) -> None:
    assert "Kvar är" not in sala.ask("Hur mycket är kvar?").text


def test_what_went_worst_has_the_deepest_deficit_and_not_the_largest_amount(sala: Assistant) -> None:
    text = plain(sala.ask("Vad gick sämst mot budget januari–augusti 2031, biblioteket eller museet?"))
    assert text.startswith("Sämst mot budget är Bibliotek -400 tkr (Avvikelse jan-aug 2031)".replace("jan-", "jan–"))


def test_half_a_word_names_no_row(sala: Assistant) -> None:
    assert "6,3 %" in plain(sala.ask("Hur många är sjuka 2031?"))


def test_a_follow_up_keeps_to_the_part_of_the_year(sala: Assistant) -> None:
    first = "Hur gick det för biblioteket mot budget januari–augusti 2031?"
    told = sala.ask(first)
    answer = sala.ask("Och museet?", [Turn(first, told.reading, told)])
    assert "200 tkr, ett överskott (Avvikelse" in plain(answer)
