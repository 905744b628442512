"""The server with a user file: what one who has not signed in meets, and what the roles open."""

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("gradio")

from fastapi.testclient import TestClient

from tests.web.conftest import in_a_loop
from tests.web.fake_assistant import FakeAssistant
from web.access import Door
from web.server import create_app
from web.sessions import MOST_TRIES
from web.users import add_account

PASSWORD = "hemligt lösenord"
BROWSER = {"accept": "text/html"}


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("guarded")
    add_account(folder / "users.json", "anna", PASSWORD, ["dokument"])
    app = in_a_loop(lambda: create_app(FakeAssistant(folder), Door(folder / "users.json"), folder))
    with TestClient(app, base_url="http://plansvar.example", follow_redirects=False) as client:
        yield client


@pytest.fixture(autouse=True)
def signed_out(guarded: TestClient) -> None:
    guarded.cookies.clear()


def sign_in(client: TestClient, name: str = "anna", password: str = PASSWORD, till: str = "/om") -> int:
    return client.post("/logga-in", data={"name": name, "password": password, "till": till}).status_code


@pytest.mark.parametrize("path", ["/", "/om", "/dok/timra-plan-2022", "/gradio_api/info", "/config"])
def test_one_who_has_not_signed_in_gets_nothing_but_the_way_in(guarded: TestClient, path: str) -> None:
    answer = guarded.get(path, headers=BROWSER)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/logga-in?till={path}")
    assert guarded.get(path, headers={"accept": "application/json"}).status_code == 401
    assert guarded.post("/api/fraga", json={"question": "hemtjänst"}).status_code == 401


def test_signing_in_leads_to_where_one_was_going(guarded: TestClient) -> None:
    answer = guarded.post("/logga-in", data={"name": "anna", "password": PASSWORD, "till": "/om"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/om")
    assert "httponly" in answer.headers["set-cookie"].lower()
    page = guarded.get("/om", headers=BROWSER)
    assert page.status_code == 200
    assert "anna" in page.text
    assert "Just nu är ingen språkmodell ansluten" in page.text
    guarded.post("/logga-ut")
    assert guarded.get("/om", headers=BROWSER).status_code == 303


@pytest.mark.parametrize("till", ["//ond.example/", "https://ond.example", "/\\ond.example", "om", "/\n/x"])
def test_signing_in_never_leads_to_another_site(guarded: TestClient, till: str) -> None:
    answer = guarded.post("/logga-in", data={"name": "anna", "password": PASSWORD, "till": till})
    assert answer.headers["location"] == "/"


def test_a_wrong_password_is_said_so_and_then_has_to_wait(guarded: TestClient) -> None:
    for _ in range(MOST_TRIES):
        answer = guarded.post("/logga-in", data={"name": "bo <b>", "password": "fel"})
        assert answer.status_code == 401
        assert "Namnet eller lösenordet är fel" in answer.text
        assert "<b>" not in answer.text
    assert "Vänta fem minuter" in guarded.post("/logga-in", data={"name": "bo <b>", "password": "fel"}).text
    assert sign_in(guarded) == 303


def test_a_question_in_the_name_of_a_reader_of_another_site_is_refused(guarded: TestClient) -> None:
    sign_in(guarded)
    asked = {"question": "hemtjänst"}
    elsewhere = guarded.post("/api/fraga", json=asked, headers={"origin": "https://ond.example"})
    assert (elsewhere.status_code, elsewhere.text[:27]) == (403, "Frågan kom från en annan we")
    assert guarded.post("/api/fraga", json=asked, headers={"origin": "http://plansvar.example"}).status_code == 200


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/gradio_api/upload", {}, 404),
        ("/dokument", {"content-length": str(2**40)}, 413),
        ("/dokument", {"transfer-encoding": "chunked"}, 404),
    ],
)
def test_what_is_sent_is_refused_unread_where_it_does_not_belong(
    guarded: TestClient, path: str, headers: dict[str, str], status: int
) -> None:
    sign_in(guarded)
    assert guarded.post(path, headers=headers).status_code == status


def test_an_open_page_answers_to_no_other_name_than_its_own(tmp_path: Path) -> None:
    app = in_a_loop(lambda: create_app(FakeAssistant(tmp_path), Door(tmp_path / "users.json", open=True), tmp_path))
    with TestClient(app, base_url="http://ond.example") as client:
        assert client.get("/om").status_code == 421


def test_the_words_of_the_page_can_be_english(guarded: TestClient) -> None:
    sign_in(guarded)
    assert guarded.get("/sprak/en?till=/om").headers["location"] == "/om"
    english = guarded.get("/om", headers=BROWSER).text
    assert '<html lang="en">' in english
    assert "About Plansvar" in english
    assert 'lang="en"' in guarded.get("/", headers=BROWSER).text
    guarded.get("/sprak/xx")
    assert "About Plansvar" in guarded.get("/om", headers=BROWSER).text


def test_a_view_that_is_not_ones_own_is_refused_on_a_page_that_leads_on(guarded: TestClient) -> None:
    sign_in(guarded)
    refused = guarded.get("/utvardera", headers=BROWSER)
    assert refused.status_code == 403
    assert "Du har inte rätt att öppna den här vyn." in refused.text
    assert '<a href="/dokument">' in refused.text
