"""Rows that meet a condition, listed and counted."""

import pytest

from assistant.answering import Assistant
from assistant.ends import sign_asked
from tests.assistant.test_answering import plain


def test_rows_with_a_surplus_are_counted(assistant: Assistant) -> None:
    assert plain(assistant.ask("Hur många verksamheter i Kalix går med överskott 2030?")) == (
        "Överskott mot budget (1 av 2): Parker 200 tkr [1]."
    )


def test_rows_above_a_bound_are_listed_whatever_unit_it_is_said_in(assistant: Assistant) -> None:
    text = plain(assistant.ask("Vilka verksamheter i Mora har en nettokostnad över 8 mnkr 2030?"))
    assert "(2 av 5): Gator och vägar -40 000 tkr [1] · Parker -9 000 tkr [2]." in text


def test_a_row_that_is_just_the_bound_counts_where_the_bound_does(assistant: Assistant) -> None:
    text = plain(assistant.ask("Vilka verksamheter i Mora har en nettokostnad på minst 9 000 tkr 2030?"))
    assert "(2 av 5): Gator och vägar -40 000 tkr [1] · Parker -9 000 tkr [2]." in text


def test_a_year_is_no_bound(assistant: Assistant) -> None:
    assert "(1 av 2)" in assistant.ask("Vilka verksamheter i Kalix går med underskott under 2030?").text


@pytest.mark.parametrize(
    ("question", "sign"),
    [("Vilka går med underskott?", -1), ("Vilka går med överskott?", 1), ("Vilka verksamheter finns?", 0)],
)
def test_a_deficit_and_a_surplus_are_told_apart(question: str, sign: int) -> None:
    assert sign_asked(question) == sign
