import json
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("gradio")

from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.web.conftest import in_a_loop
from tests.web.fake_assistant import ROW, FakeAssistant
from web.about import serve_about
from web.access import Door
from web.server import create_app

HERE = "http://127.0.0.1"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("documents")


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    app = in_a_loop(lambda: create_app(FakeAssistant(folder), Door(folder / "users.json", open=True), folder))
    with TestClient(app, base_url=HERE) as client:
        yield client


def test_the_page_is_marked_as_swedish_and_refuses_other_hosts(client: TestClient) -> None:
    page = client.get("/", headers={"accept-encoding": "gzip, br"})
    assert page.status_code == 200
    assert 'lang="sv"' in page.text
    assert "og:image" not in page.text
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'self'")
    assert "frame-ancestors 'self'" in policy


def test_a_pdf_opens_in_the_browser(client: TestClient) -> None:
    answer = client.get("/dok/timra-plan-2022")
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("inline")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_text_file_is_shown_as_text(client: TestClient) -> None:
    answer = client.get("/dok/anteckningar")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "Åäö <b>" in answer.text


def test_a_file_name_with_odd_letters_is_served(client: TestClient) -> None:
    assert client.get("/dok/elak").status_code == 200


def test_a_page_is_served_as_a_picture(client: TestClient) -> None:
    answer = client.get("/sida/timra-plan-2022/3.webp", params={"ytor": "72,120,498,135"})
    assert answer.headers["content-type"] == "image/webp"
    assert answer.content[:4] == b"RIFF"


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/dok/finns-inte", 404, "Dokumentet finns inte. Det kan ha tagits bort eller bytt namn."),
        ("/dok/..%2F..%2Fetc%2Fpasswd", 404, ""),
        ("/sida/finns-inte/1.webp", 404, "Dokumentet finns inte. Det kan ha tagits bort eller"),
        ("/sida/timra-plan-2022/99.webp", 404, "Sidan finns inte i dokumentet."),
        ("/sida/timra-plan-2022/0.webp", 404, "Sidan finns inte i dokumentet."),
        ("/sida/timra-plan-2022/x.webp", 404, "Sidan finns inte i dokumentet."),
        ("/sida/anteckningar/1.webp", 404, "Dokumentet är inte en PDF"),
        ("/sida/timra-plan-2022/1.webp?ytor=1,2", 400, "Markeringens mått går inte att läsa."),
    ],
)
def test_what_is_not_there_is_said_in_plain_swedish(client: TestClient, address: str, status: int, said: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.text.startswith(said)


def test_one_who_reads_a_page_is_told_on_a_page_that_leads_on(client: TestClient) -> None:
    answer = client.get("/svar/finns-inte-här-xx", headers={"accept": "text/html"})
    assert answer.status_code == 404
    assert "Svaret finns inte." in answer.text
    assert '<a href="/dokument">' in answer.text


def test_a_shortcoming_in_accessibility_is_reported_where_it_is_described(client: TestClient, folder: Path) -> None:
    assert 'action="/om/brist"' in client.get("/om").text
    said = {"words": "Knappen <b> läses inte upp.", "contact": "anna@example.se"}
    thanked = client.post("/om/brist", data=said)
    assert "Tack. Det är sparat" in thanked.text
    assert "<strong>Tack." not in client.post("/om/brist", data={"words": " "}).text
    (line,) = (folder / "shortcomings.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line).items() >= {"text": said["words"], "contact": said["contact"]}.items()


def test_what_leaves_the_machine_is_told_as_it_is_with_and_without_a_model(folder: Path) -> None:
    told = {}
    for model in ("", "qwen <b>"):
        app = FastAPI()
        serve_about(app, model, folder)
        told[model] = TestClient(app).get("/om").text
    assert ("Ingenting lämnar den dator" in told[""], "skickas till språkmodellen" in told[""]) == (True, False)
    assert "Ingenting lämnar den dator" not in told["qwen <b>"]
    assert "skickas till språkmodellen qwen &lt;b&gt;." in told["qwen <b>"]


def test_a_question_by_json_gets_the_contract(client: TestClient) -> None:
    answer = client.post("/api/fraga", json={"question": "Vad kostar hemtjänsten?"}).json()
    assert set(answer) == {
        "answer", "status", "abstained", "asks_back", "reading", "citations", "contexts", "seconds",
    }  # fmt: skip
    assert answer["status"] == "answered"
    assert answer["citations"][0] == {
        "n": 1,
        "document": "timra-plan-2022.pdf",
        "title": "Verksamhetsplan 2022–2024",
        "page": 3,
        "page_label": "1",
        "section": "2 Ekonomi > Driftbudget 2022",
        "quote": ROW,
    }
    assert answer["contexts"] == [{"document": "timra-plan-2022.pdf", "page": 3, "text": ROW}]
    assert answer["reading"]["chips"][0]["label"] == "Timrå"


def test_history_is_replayed_as_a_conversation(client: TestClient) -> None:
    asked = {"question": "hemtjänst", "history": ["möte", "xyz"]}
    answer = client.post("/api/fraga", json=asked).json()
    assert answer["reading"]["chips"][0]["inherited"] is True


@pytest.mark.parametrize("body", [{}, {"question": 3}, {"question": "x", "history": "y"}])
def test_a_broken_question_by_json_is_refused(client: TestClient, body: object) -> None:
    assert client.post("/api/fraga", json=body).status_code == 422
