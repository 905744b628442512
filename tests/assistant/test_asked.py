"""What a question asks for, from its words alone."""

import pytest

from assistant.asked import asking, asks_how, intent_of, side_of
from assistant.models import Intent


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Jag har blivit skyddsombud. Vad gör man då?", "Vad gör man då?"),
        ("Räkna ut kostnaden. Stämmer den med tabellen?", "Räkna ut kostnaden. Stämmer den med tabellen?"),
        ("Vad kostar badet?", "Vad kostar badet?"),
    ],
)
def test_what_is_only_stated_before_a_question_asks_nothing(question: str, asks: str) -> None:
    assert asking(question) == asks


def test_what_a_sign_at_a_goal_means_is_no_figure() -> None:
    assert intent_of("Vad betyder pilen vid målen?") is Intent.DEFINITION
    assert intent_of("Vad är målet för andelen?") is Intent.FIGURE


@pytest.mark.parametrize("question", ["Varifrån kommer pengarna?", "Hur ska kostnaderna minska?"])
def test_a_way_or_a_source_is_no_figure(question: str) -> None:
    assert asks_how(question)
    assert not asks_how("Vad är budgeten?")


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Vad heter de nya skolorna?", Intent.LIST),
        ("Vad heter skolan?", Intent.FACT),
        ("För vilka områden har nämnden ansvar?", Intent.LIST),
        ("Vad har nämnden för kvalitetsmål?", Intent.LIST),
        ("Vad har nämnden för lokaler?", Intent.FACT),
    ],
)
def test_names_of_many_and_things_of_a_sort_are_asked_for_as_a_list(question: str, intent: Intent) -> None:
    assert intent_of(question) is intent


@pytest.mark.parametrize(
    ("question", "side"),
    [
        ("Vilka kostnader har badet innan intäkterna räknats av?", "gross"),
        ("Vad kostar badet utan avdrag för avgifter?", "gross"),
        ("Vilka kostnader har badet när avgifterna är borträknade?", "net"),
        ("Vilka avgifter och intäkter har badet?", "income"),
    ],
)
def test_income_that_is_taken_off_or_left_in_says_which_side_is_asked_for(question: str, side: str) -> None:
    assert side_of(question) == side
