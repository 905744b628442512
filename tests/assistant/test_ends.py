"""Which end of a ranking a question asks for."""

import pytest

from assistant.ends import direction, ends, judged, orders, signs_asked


@pytest.mark.parametrize(
    ("question", "signs"),
    [
        ("vilka har störst överskott respektive störst underskott?", (1, -1)),
        ("vem gick mest back?", (-1,)),
        ("vilken är störst?", ()),
    ],
)
def test_deficits_and_surpluses_are_told_in_the_order_of_the_question(question: str, signs: tuple[int, ...]) -> None:
    assert signs_asked(question) == signs


def test_of_two_signs_the_largest_of_each_is_meant() -> None:
    assert orders("störst överskott respektive störst underskott", (1, -1)) == [(True, 1), (True, -1)]


def test_both_ends_are_told_in_the_order_of_the_question() -> None:
    assert ends("var är den lägst och var är den högst?") == (False, True)


def test_how_well_it_went_is_no_size() -> None:
    assert (judged("vilket bolag gick sämst?"), judged("vilket bolag är störst?")) == (True, False)


@pytest.mark.parametrize(
    ("question", "sign"),
    [("vem gick mest back?", -1), ("vad gick sämst?", -1), ("vad gick bäst?", 1), ("vilken är störst?", 0)],
)
def test_how_something_went_against_its_budget_has_a_direction(question: str, sign: int) -> None:
    assert direction(question) == sign
