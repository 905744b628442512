"""Links, reports and files: what is kept of an answer, and who gets at it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

pytest.importorskip("gradio")

from docx import Document as WordFile
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pypdf import PdfReader

from assistant.models import Turn
from tests.web.fake_assistant import EVIL, NOTES, PLAN, FakeAssistant
from web.access import Door
from web.answers import serve_answers
from web.export import as_markdown, as_pdf, as_word
from web.gate import Gate
from web.kept import index_version, keep_answer, kept_answer
from web.sessions import Sessions
from web.talks import Said, TalkKey, Talks
from web.users import add_account

TAB = "a" * 32
HERE = "http://127.0.0.1"


def _turn(assistant: FakeAssistant, question: str) -> Turn:
    answer = assistant.ask(question)
    return Turn(question, answer.reading, answer)


@pytest.fixture
def talks(assistant: FakeAssistant) -> Talks:
    talks = Talks()
    said = Said().answered(_turn(assistant, "möte")).answered(_turn(assistant, "hemtjänst"))
    talks.keep(TalkKey("", TAB), said)
    return talks


@pytest.fixture
def client(assistant: FakeAssistant, talks: Talks, tmp_path: Path) -> Iterator[TestClient]:
    app = FastAPI()
    serve_answers(app, assistant, talks, tmp_path)
    app.add_middleware(Gate, door=Door(tmp_path / "users.json", open=True), sessions=Sessions())
    with TestClient(app, base_url=HERE) as client:
        yield client


def _lines(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def test_a_kept_answer_is_read_back_as_it_was_with_its_documents(assistant: FakeAssistant, tmp_path: Path) -> None:
    turn = _turn(assistant, "hemtjänst")
    kept = kept_answer(tmp_path, keep_answer(tmp_path, turn, assistant.documents()))
    assert kept is not None
    assert (kept.question, kept.answer) == ("hemtjänst", turn.answer)
    assert (kept.documents, kept.index) == ({PLAN.id: "aa"}, index_version([NOTES, PLAN, *assistant.documents()[2:]]))


def test_a_link_shows_the_answer_and_that_its_document_is_as_it_was(client: TestClient) -> None:
    address = client.post("/svar", json={"tab": TAB, "n": 2}).json()["address"]
    page = client.get(address).text
    assert "−74 922 tkr 2022" in page
    assert "oförändrat sedan svaret gavs" in page
    assert 'href="/?fraga=hemtj%C3%A4nst"' in page


@pytest.mark.parametrize("name", ["x", "..%2Fusers", "a" * 16])
def test_a_link_to_nothing_is_said_so(client: TestClient, name: str) -> None:
    assert client.get(f"/svar/{name}").status_code == 404


def test_nobody_keeps_or_saves_what_another_tab_said(client: TestClient) -> None:
    assert client.post("/svar", json={"tab": "b" * 32, "n": 1}).status_code == 404
    assert client.post("/svar", json={"tab": TAB, "n": 3}).status_code == 404
    assert "hemtjänst" not in client.post("/samtal.md", json={"tab": "b" * 32}).text


def test_a_report_is_kept_with_question_answer_and_reasons(client: TestClient, tmp_path: Path) -> None:
    said = {"tab": TAB, "n": 2, "good": False, "reasons": ["figure", "x"], "comment": "Det står −75 000."}
    assert client.post("/synpunkt", json=said).status_code == 200
    (line,) = _lines(tmp_path / "reports.jsonl")
    assert line["question"] == "hemtjänst"
    assert (line["history"], line["reasons"], line["comment"]) == (["möte"], ["figure"], "Det står −75 000.")


def test_one_click_makes_a_draft_of_a_test_case(client: TestClient, tmp_path: Path) -> None:
    said = {"tab": TAB, "n": 2, "good": True, "draft": True}
    assert client.post("/synpunkt", json=said).status_code == 200
    (line,) = _lines(tmp_path / "draft-cases.jsonl")
    assert (line["question"], line["history"], line["docs"]) == ("hemtjänst", ["möte"], [PLAN.file])
    assert str(line["answer"]).startswith("Hemtjänsten har en budgeterad")


def test_only_an_evaluator_makes_drafts(assistant: FakeAssistant, talks: Talks, tmp_path: Path) -> None:
    add_account(tmp_path / "users.json", "anna", "", [])
    app = FastAPI()
    serve_answers(app, assistant, talks, tmp_path)
    door = Door(tmp_path / "users.json", "x-user", frozenset({"testclient"}))
    app.add_middleware(Gate, door=door, sessions=Sessions())
    talks.keep(TalkKey("anna", TAB), talks.of(TalkKey("", TAB)))
    said = {"tab": TAB, "n": 2, "good": True, "draft": True}
    with TestClient(app) as client:
        assert client.post("/synpunkt", json=said, headers={"x-user": "anna"}).status_code == 403
    assert not (tmp_path / "draft-cases.jsonl").exists()


def test_a_conversation_is_saved_as_text_with_its_sources_and_nothing_of_it_is_markup(
    assistant: FakeAssistant,
) -> None:
    written = as_markdown([_turn(assistant, "hemtjänst"), _turn(assistant, f"elak {EVIL}")])
    assert "## hemtjänst" in written
    assert "\\[1\\] Verksamhetsplan 2022–2024, sida 1 (PDF-sida 3)" in written
    assert "<script>" not in written.replace("\\<script\\>", "")
    assert "[länk](" not in written


def test_a_conversation_is_saved_as_a_word_file(assistant: FakeAssistant) -> None:
    file = WordFile(BytesIO(as_word([_turn(assistant, "hemtjänst\x00"), _turn(assistant, f"elak {EVIL}")])))
    styles = {paragraph.text: paragraph.style.name for paragraph in file.paragraphs if paragraph.style}
    assert styles["hemtjänst"] == "Heading 1"
    assert f"elak {EVIL}" in styles


COST = "−74\N{NO-BREAK SPACE}922"
TABLE = f"Nettokostnad, tkr:\nKommun | 2022 | 2023\nTimrå | {COST} [1] | −76 420 [1]\nKalix | <b>x</b> #eval"


def _with_table(assistant: FakeAssistant) -> Turn:
    turn = _turn(assistant, "hemtjänst")
    return replace(turn, answer=replace(turn.answer, text=TABLE))


def test_a_table_of_an_answer_is_a_table_in_every_saved_file(assistant: FakeAssistant) -> None:
    turn = _with_table(assistant)
    assert "| Kommun | 2022 | 2023 |\n| --- | --- | --- |\n| Timrå | −74\N{NO-BREAK SPACE}922 \\[1\\] |" in as_markdown(
        [turn]
    )
    (table,) = WordFile(BytesIO(as_word([turn]))).tables
    assert table.rows[1].cells[1].text == f"{COST} [1]"
    assert [cell.text for cell in table.rows[2].cells] == ["Kalix", "<b>x</b> #eval", ""]


def test_quoted_rows_are_a_table_in_every_saved_file(assistant: FakeAssistant) -> None:
    turn = _turn(assistant, "jämför")
    assert "|  | Budget 2020 | Budget 2021 |" in as_markdown([turn])
    quoted = WordFile(BytesIO(as_word([turn]))).tables[-1]
    assert [cell.text for cell in quoted.rows[1].cells][:2] == ["Hemtjänst", "-74 920"]
    words = " ".join(PdfReader(BytesIO(as_pdf([turn]))).pages[0].extract_text().split())
    assert "Hemtjänst -74 920 -74 921" in words


def test_a_conversation_is_saved_as_a_pdf_with_tags_language_and_every_letter(assistant: FakeAssistant) -> None:
    odd = f"elak {EVIL} #import [@x] $1$ \\ 日\x00"
    file = PdfReader(BytesIO(as_pdf([_turn(assistant, "hemtjänst"), _with_table(assistant), _turn(assistant, odd)])))
    root = file.trailer["/Root"]
    words = " ".join(" ".join(page.extract_text() for page in file.pages).split())
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"], file.metadata.title) == (
        "sv-SE",
        True,
        "Samtal med Plansvar",
    )
    assert "nettokostnad på −74 922 tkr 2022, det vill säga cirka 74,9 mnkr [1]" in words
    assert "[1] Verksamhetsplan 2022–2024, sida 1 (PDF-sida 3)" in words
    assert "Timrå −74 922 [1]" in words
    assert "<b>x</b> #eval" in words
    assert "<script>window.hacked = 1</script> **fet**" in words


def test_the_files_of_a_conversation_are_served(client: TestClient) -> None:
    found = {kind: client.post(f"/samtal.{kind}", json={"tab": TAB}).content[:4] for kind in ("md", "docx", "pdf")}
    assert found == {"md": b"# Sa", "docx": b"PK\x03\x04", "pdf": b"%PDF"}
