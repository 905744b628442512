"""What the label of a row says to a question."""

import pytest

from assistant.labels import tells_none_apart, things_in, written_out
from corpus.swedish.words import stem


@pytest.mark.parametrize(
    ("label", "question", "read"),
    [
        ("Medicinskt färdig beh.", "Vad kostar medicinskt färdigbehandlade?", "Medicinskt färdigbehandlade"),
        ("Korttids, växelvård", "Vad kostar korttidsvården?", "korttidsvården, växelvård"),
        ("7001 Arbetsmiljöåt gärder", "Vad kostar arbetsmiljöåtgärder?", "7001 arbetsmiljöåtgärder"),
        ("Verksamhetsanpass Tvätten", "Vad kostar verksamhetsanpassningen?", "verksamhetsanpassningen Tvätten"),
        ("Personal", "Vad är personalkostnaden?", "Personal"),
        ("Gator, vägar m.m.", "Vad kostar gator?", "Gator, vägar m.m."),
    ],
)
def test_a_word_that_a_table_breaks_off_is_read_as_the_question_writes_it(label: str, question: str, read: str) -> None:
    assert written_out(label, question) == read


@pytest.mark.parametrize(
    ("columns", "question", "none"),
    [
        ((), "Hur hög var männens frånvaro?", True),
        ((), "Vilka var mest borta, kvinnorna eller männen?", True),
        ((), "Hur många kvinnor och män deltog?", False),
        ((), "Hur många kvinnor och hur många män deltog?", True),
        ((), "Hur många kvinnor och män deltog, och hur många är målet?", False),
        ((), "Hur många deltog?", False),
        (("Kvinnor", "Män"), "Hur hög var männens frånvaro?", False),
    ],
)
def test_a_row_of_women_and_men_together_answers_for_neither(
    columns: tuple[str, ...], question: str, none: bool
) -> None:
    assert tells_none_apart(("Deltagare (kvinnor/män)",), columns, question) is none


@pytest.mark.parametrize(
    ("label", "thing", "named"),
    [
        ("Sjuksköterskor", "sjuk", False),
        ("Sjuksköterskor", "sköterskor", True),
        ("Investeringsprojekt", "investering", True),
        ("Skatteintäkter", "skatte", True),
        ("Skattefinansierat", "skatte", False),
    ],
)
def test_a_compound_names_what_it_ends_in_or_what_a_measure_is_of(label: str, thing: str, named: bool) -> None:
    assert (stem(thing) in things_in(label)) is named
