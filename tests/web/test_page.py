import json

import pytest

from tests.web.conftest import in_a_loop
from tests.web.fake_assistant import FakeAssistant
from web.page import build_page
from web.talks import Talks

gradio = pytest.importorskip("gradio")


def test_the_page_names_itself_and_holds_nothing_of_any_conversation(assistant: FakeAssistant) -> None:
    page = in_a_loop(lambda: build_page(assistant, Talks()))
    shown = json.dumps(page.get_config_file(), default=str, ensure_ascii=False)
    assert page.title == "Plansvar"
    assert "Skriv din fråga här" in shown
    assert "Vad kostar hemtjänsten" not in shown


def test_no_event_of_the_page_is_a_public_interface(assistant: FakeAssistant) -> None:
    events = in_a_loop(lambda: build_page(assistant, Talks())).fns.values()
    assert {event.api_visibility for event in events} == {"private"}
