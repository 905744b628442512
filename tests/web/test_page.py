import json

import pytest

from assistant.models import Choices
from tests.web.conftest import in_a_loop
from tests.web.fake_assistant import FakeAssistant
from web.page import _on_click, build_page
from web.talk import Talk

gradio = pytest.importorskip("gradio")


def test_the_page_is_swedish_and_names_itself(assistant: FakeAssistant) -> None:
    page = in_a_loop(lambda: build_page(assistant))
    shown = json.dumps(page.get_config_file(), default=str, ensure_ascii=False)
    assert page.title == "Plansvar"
    assert "En maskin som svarar ur dokumenten" in shown
    assert "Varje siffra kontrolleras mot sin källa" in shown
    assert "Vad kostar hemtjänsten i Timrå 2022?" in shown
    assert "Timrå · Socialnämnden · 2022–2024 · 4 sidor" in shown


def test_no_event_of_the_page_is_a_public_interface(assistant: FakeAssistant) -> None:
    events = in_a_loop(lambda: build_page(assistant)).fns.values()
    assert {event.api_visibility for event in events} == {"private"}


def test_a_click_asks_an_example_or_takes_a_chip_away(assistant: FakeAssistant) -> None:
    talk = Talk(assistant)
    *_, (_, said) = _on_click(talk, (), {"ask": "hemtjänst"})
    *_, (_, said) = _on_click(talk, said, {"field": "year", "value": "2022"})
    assert assistant.asked[-1] == ("hemtjänst", (), Choices(frozenset({("year", "2022")})))


@pytest.mark.parametrize("data", [None, {}, {"ask": 3}, {"field": "year", "value": "2022"}, "x"])
def test_a_click_that_means_nothing_does_nothing(assistant: FakeAssistant, data: object) -> None:
    assert list(_on_click(Talk(assistant), (), data)) == []
    assert assistant.asked == []
