"""Words that rule each other out."""

import pytest

from corpus.swedish.opposites import alike, direction, opposed


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Har badet varit öppet?", "Badet har hållits stängt hela året."),
        ("Höjs avgiften?", "Avgiften är oförändrad."),
        ("Hade alla bad bra vatten?", "Alla utom Storbadet hade bra vatten."),
        ("Kostar det något att låna?", "Lån är kostnadsfria och gratis för alla."),
        ("Är projektet i fas?", "Projektet är försenat."),
    ],
)
def test_a_text_that_says_another_side_is_against_the_question(asked: str, told: str) -> None:
    assert opposed(asked, told)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Har badet varit öppet?", "Badet har öppnats igen efter att ha varit stängt."),
        ("Är bron klar för trafik?", "Bron är målad."),
        ("Är skolan klar?", "Köket är till för alla skolor."),
    ],
)
def test_a_text_that_says_the_same_side_or_none_is_not(asked: str, told: str) -> None:
    assert not opposed(asked, told)


def test_words_of_one_side_stand_for_each_other() -> None:
    assert alike("Är kursen inställd?", "Kursen har pausats.") == {"inställd"}


def test_a_direction_is_up_or_down_or_neither() -> None:
    texts = ("Kostnaden ökar.", "Andelen har sjunkit.", "Avgiften är oförändrad.", "Det är en skola.")
    assert [direction(text) for text in texts] == [1, -1, 0, 0]
