"""Signing in as a browser does it, which tells the server where a form comes from only if the page lets it."""

from pathlib import Path

import pytest

playwright = pytest.importorskip("playwright.sync_api")

from playwright.sync_api import Browser  # noqa: E402

from tests.browser.conftest import serving  # noqa: E402
from tests.web.conftest import in_a_loop  # noqa: E402
from tests.web.fake_assistant import FakeAssistant  # noqa: E402

pytestmark = pytest.mark.browser


def test_one_signs_in_and_out_with_a_name_and_a_password(browser: Browser, tmp_path: Path) -> None:
    from web.access import Door
    from web.server import create_app
    from web.users import add_account

    users = tmp_path / "users.json"
    add_account(users, "anna", "hemligt lösenord", [])
    app = in_a_loop(lambda: create_app(FakeAssistant(tmp_path), Door(users), tmp_path))
    with serving(app) as address, browser.new_context(locale="sv-SE") as context:
        page = context.new_page()
        page.goto(f"{address}/om")
        page.get_by_label("Användarnamn").fill("anna")
        page.get_by_label("Lösenord").fill("hemligt lösenord")
        page.get_by_role("button", name="Logga in").click()
        page.get_by_role("button", name="Logga ut").click()
        assert page.get_by_role("button", name="Logga in").count() == 1
