"""How far things have come, as a column tells it and a question asks for it."""

import pytest

from assistant.standing import rows_so_far, standing_asked

ASSIGNMENTS = ["Nr: 1 | Läge: Klart", "Nr: 2 | Läge: Försenat", "Nr: 3 | Läge: Pågår"]


@pytest.mark.parametrize(
    ("question", "places"),
    [("Vilka uppdrag har inte klarats av?", [1, 2]), ("Vilka uppdrag är avklarade?", [0]), ("Vilka nådde vi?", [0])],
)
def test_an_assignment_that_is_managed_is_one_that_is_done(question: str, places: list[int]) -> None:
    asked = standing_asked(question)
    assert asked
    assert rows_so_far(ASSIGNMENTS, asked) == places
