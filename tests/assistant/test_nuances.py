"""What a question asks more closely than its subject."""

import pytest

from assistant.extract import extract
from assistant.models import Intent, Reading, Scope
from assistant.nuances import TOLD_AHEAD, TOLD_CLOSELY, is_assumed, is_of_a_part, nuance_bonus, state_asked
from assistant.sought import holds_answer
from tests.assistant.test_check import source
from tests.assistant.test_extract import subject


@pytest.mark.parametrize(
    ("question", "state"),
    [
        ("Hur många lokaler i hamnen står tomma?", "tomma"),
        ("Hur många av tjänsterna är i dag vakanta?", "vakanta"),
        ("Hur många lokaler finns i hamnen?", ""),
    ],
)
def test_the_state_of_what_is_counted_is_read(question: str, state: str) -> None:
    assert state_asked(question) == state


def test_the_number_in_the_state_that_is_asked_for_is_told_and_no_other() -> None:
    reading = Reading("Hur många lokaler står tomma?", "lokaler tomma", Intent.FIGURE, Scope())
    evidence = [source("Hamnen har 42 lokaler."), source("Fyra tomma lokaler hyrs ut.")]
    told = extract(reading, evidence, subject(reading.subject))
    assert told
    assert told.sentences == ("Fyra tomma lokaler hyrs ut [1].",)


@pytest.mark.parametrize(
    ("question", "text", "bonus"),
    [
        ("När flyttade biblioteket?", "Biblioteket flyttar i början av 2021.", TOLD_AHEAD),
        ("När flyttade biblioteket?", "Biblioteket har flyttat i maj 2021.", 0.0),
        ("När antogs planen?", "Planen, 2021-05-03.", 0.0),
        ("När flyttar biblioteket?", "Biblioteket flyttar i början av 2021.", 0.0),
    ],
)
def test_what_has_been_done_is_not_told_by_what_is_to_be_done(question: str, text: str, bonus: float) -> None:
    assert nuance_bonus(Reading(question, "", Intent.DATE, Scope()), text) == bonus


def test_a_limit_is_told_by_a_sentence_that_sets_one() -> None:
    reading = Reading("Hur mycket kan en förening få som mest?", "", Intent.FIGURE, Scope())
    assert nuance_bonus(reading, "Bidraget är högst 8 000 kronor.") == TOLD_CLOSELY
    assert nuance_bonus(reading, "Potten är 150 000 kronor.") == 0.0


ONLY = ("Hamnen köper endast en plats.", True)


@pytest.mark.parametrize(("text", "holds"), [ONLY, ("Hamnen köper en plats.", False)])
def test_only_one_is_a_count_where_an_article_is_none(text: str, holds: bool) -> None:
    reading = Reading("Hur många platser köper hamnen?", "platser", Intent.FIGURE, Scope())
    assert holds_answer(reading, text) is holds


@pytest.mark.parametrize(
    ("question", "assumed"),
    [("Vilken kommunalskatt har Hamnen?", True), ("Vad händer om kommunalskatten ändras?", False)],
)
def test_what_would_follow_from_a_change_tells_only_that(question: str, assumed: bool) -> None:
    assert is_assumed(question, "Kommunalskatten ändras med 10 öre | Effekt: 2,5") is assumed


@pytest.mark.parametrize(
    ("question", "heading", "part"),
    [
        ("Hur stort blev underskottet?", "Beslutade åtgärder, tkr", True),
        ("Hur mycket gav åtgärderna?", "Beslutade åtgärder, tkr", False),
        ("Hur stort blev underskottet?", "Driftredovisning, tkr", False),
    ],
)
def test_a_sum_of_measures_is_no_sum_of_the_whole(question: str, heading: str, part: bool) -> None:
    assert is_of_a_part(question, heading) is part


RATE = ("Skatten är 22,50 kronor.", True)


@pytest.mark.parametrize(("text", "holds"), [RATE, ("Skatteintäkter: 569,8 mnkr.", False)])
def test_a_rate_of_tax_is_not_told_by_what_the_tax_brings_in(text: str, holds: bool) -> None:
    assert holds_answer(Reading("Vad är skattesatsen?", "skattesats", Intent.FIGURE, Scope()), text) is holds
