"""The server goes away and comes back, as it does when it is updated: the user loses nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import faults, serving
from tests.web.conftest import in_a_loop
from tests.web.fake_assistant import FakeAssistant
from web.access import Door
from web.users import add_account

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("default")]

LOST = "Kontakten med servern är bruten."


@pytest.fixture
def page_of_server(tmp_path: Path) -> Callable[[], FastAPI]:
    """Makes the page anew over the same data folder, as a new start of the server does."""
    from web.server import create_app

    add_account(tmp_path / "users.json", "anna", "hemligt lösenord", [])
    assistant = FakeAssistant(tmp_path)
    return lambda: in_a_loop(lambda: create_app(assistant, Door(tmp_path / "users.json"), tmp_path))


def _signed_in(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("Användarnamn").fill("anna")
    page.get_by_label("Lösenord").fill("hemligt lösenord")
    page.get_by_role("button", name="Logga in").click()
    page.wait_for_selector(".welcome")


def _ask(page: Page, question: str) -> None:
    page.fill("#question textarea", question)
    page.keyboard.press("Enter")


def test_a_restart_is_told_and_loses_neither_sign_in_conversation_nor_question(
    browser: Browser, page_of_server: Callable[[], FastAPI]
) -> None:
    with browser.new_context(locale="sv-SE") as context:
        page = context.new_page()
        with serving(page_of_server()) as address:
            _signed_in(page, address)
            _ask(page, "hemtjänst")
            page.locator(".exchange[data-state=done]").wait_for()
        _ask(page, "möte i mars")
        expect(page.get_by_role("alert")).to_contain_text(LOST)
        assert faults(page) == []
        with serving(page_of_server(), int(address.rsplit(":")[-1])):
            expect(page.locator("#lost")).to_be_empty(timeout=30_000)
            expect(page.locator(".answer")).to_contain_text("−74 922")
            expect(page.locator("#question textarea")).to_have_value("möte i mars")
            page.locator("#send").click()
            expect(page.locator(".exchange[data-state=done]")).to_have_count(2)
            expect(page.locator(".who")).to_contain_text("anna")


def test_a_connection_that_breaks_in_the_middle_of_an_answer_can_ask_it_again(
    browser: Browser, page_of_server: Callable[[], FastAPI]
) -> None:
    with browser.new_context(locale="sv-SE") as context:
        page = context.new_page()
        with serving(page_of_server()) as address:
            _signed_in(page, address)
            _ask(page, "långsam hemtjänst")
            expect(page.locator(".exchange[data-state=open] .answer")).to_contain_text("Hemtjänsten")
        expect(page.get_by_role("alert")).to_contain_text(LOST, timeout=30_000)
        with serving(page_of_server(), int(address.rsplit(":")[-1])):
            page.get_by_role("button", name="Fråga igen").click(timeout=30_000)
            expect(page.locator(".answer")).to_contain_text("översyn", timeout=30_000)
