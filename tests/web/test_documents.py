"""The view of the documents over a real index: what is shown, uploaded, replaced, stopped and removed."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from time import monotonic, sleep

import pytest

pytest.importorskip("gradio")

from docx import Document as WordFile
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.models import Status
from tests.web.real_page import LIBRARY, NEWER, PLAN, open_real_collection
from tests.web.tiny_pdf import tiny_pdf
from vectorstore.lock import writing
from web.access import Door
from web.collection import Collection
from web.documents import _plain_name, serve_collection
from web.gate import Gate
from web.intake import LONGEST
from web.learn import serve_learn
from web.sessions import Sessions
from web.users import add_account

QUESTION = "Hur många årsarbetare har biblioteken i Mora 2030?"


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    with open_real_collection(tmp_path_factory.mktemp("real")) as collection:
        yield collection


def _client(collection: Collection, door: Door) -> TestClient:
    app = FastAPI()
    serve_collection(app, collection)
    serve_learn(app, collection.store)
    app.add_middleware(Gate, door=door, sessions=Sessions())
    return TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)


@pytest.fixture
def client(collection: Collection) -> TestClient:
    return _client(collection, Door(Path("none"), open=True))


def _upload(client: TestClient, name: str, content: bytes, address: str = "/dokument") -> str:
    return client.post(address, files=[("files", (name, content))]).text


def _wait(collection: Collection) -> str:
    """Until nothing is on its way; the step of the newest."""
    until = monotonic() + 60
    while not all(job.over for job in collection.intake.jobs()) and monotonic() < until:
        sleep(0.05)
    return collection.intake.jobs()[0].step


def _answer(collection: Collection, question: str) -> str:
    return collection.current.ask(question).text


def test_the_documents_are_shown_with_their_facts_and_when_they_were_read(client: TestClient) -> None:
    shown = client.get("/dokument").text
    assert "Mora · tekniska nämnden · plan · 2030 · 1 sida · läst 2" in shown
    assert "Allt i dokumentet gick att tyda." in shown
    assert "Lägg till dokument" in shown


@pytest.mark.slow
def test_an_uploaded_document_is_read_asked_about_replaced_and_removed(
    client: TestClient, collection: Collection
) -> None:
    assert collection.current.ask(QUESTION).status is Status.NOT_IN_DOCUMENTS
    _upload(client, "../mora-kultur-2030.md", LIBRARY.encode())
    assert _wait(collection) == "done"
    assert "17 årsarbetare" in _answer(collection, QUESTION)
    known = next(held.document for held in collection.held() if held.document.file == "mora-kultur-2030.md")

    changed = LIBRARY.replace("17 årsarbetare", "19 årsarbetare").encode()
    assert "finns redan. Använd Ersätt" in _upload(client, "mora-kultur-2030.md", changed)
    assert "Byt namn på filen" in _upload(client, "annan.md", changed, f"/dokument/{known.id}/ersatt")
    _upload(client, "mora-kultur-2030.md", changed, f"/dokument/{known.id}/ersatt")
    assert _wait(collection) == "done"
    assert "19 årsarbetare" in _answer(collection, QUESTION)
    uploads = collection.store.path.parent / "uploads"
    assert len(list(uploads.iterdir())) == 1

    assert client.post(f"/dokument/{known.id}/ta-bort").status_code == 303
    assert collection.current.ask(QUESTION).status is Status.NOT_IN_DOCUMENTS
    assert list(uploads.iterdir()) == []


@pytest.mark.slow
def test_a_word_file_is_read_with_its_tables(client: TestClient, collection: Collection) -> None:
    word = WordFile()
    word.add_heading("Skolnämndens plan 2030", 1)
    word.add_paragraph("Mora kommun, skolnämnden. Plan för 2030.")
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("Skola, antal", "2030", "Elever", "812"), strict=True
    ):
        cell.text = text
    written = BytesIO()
    word.save(written)
    _upload(client, "mora-skola-2030.docx", written.getvalue())
    assert _wait(collection) == "done"
    assert "812" in _answer(collection, "Hur många elever har skolnämnden i Mora 2030?")


@pytest.mark.slow
def test_one_bad_file_of_two_is_said_so_and_a_stopped_one_changes_nothing(
    client: TestClient, collection: Collection
) -> None:
    before = [held.document for held in collection.held()]
    _upload(client, "trasig.pdf", b"%PDF-1.7 inget mer")
    _upload(client, "mora-bad-2030.md", LIBRARY.replace("Bibliotek", "Bad").encode())
    waiting = collection.intake.jobs()[0]
    assert client.post(f"/dokument/lasningar/{waiting.id}/avbryt").status_code == 303
    assert _wait(collection) == "stopped"
    shown = client.get("/dokument/lasningar").text
    assert "trasig.pdf: filen är skadad" in shown
    assert "Avbrutet. Inget har ändrats i indexet." in shown
    assert [held.document for held in collection.held()] == before


@pytest.mark.slow
def test_one_that_takes_too_long_is_given_up_with_what_to_do(client: TestClient, collection: Collection) -> None:
    before = [held.document for held in collection.held()]
    collection.intake.longest = 0.2
    assert (
        client.post("/dokument", files=[("files", ("mora-sen-2030.pdf", tiny_pdf([["Sen"]] * 300)))]).status_code == 303
    )
    waiting = collection.intake.jobs()[0]
    assert _wait(collection) == "failed"
    collection.intake.longest = LONGEST
    assert waiting.pages == 300
    assert "Dela upp dokumentet och försök igen." in client.get("/dokument/lasningar").text
    assert [held.document for held in collection.held()] == before


@pytest.mark.slow
def test_two_who_send_one_file_at_once_do_not_read_it_twice(client: TestClient, collection: Collection) -> None:
    file = [("files", ("mora-kultur-2031.md", LIBRARY.encode()))]
    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(lambda _: client.post("/dokument", files=file), range(2)))
    assert sorted(answer.status_code for answer in answers) == [303, 400]
    assert "mora-kultur-2031.md håller redan på att läsas in." in "".join(answer.text for answer in answers)
    assert "håller redan på" in client.post("/dokument", files=[*file, *file]).text
    assert _wait(collection) == "done"
    (known,) = [held.document for held in collection.held() if held.document.file == "mora-kultur-2031.md"]
    collection.remove(known.id)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("tom.pdf", b"", "tom.pdf: filen är tom. Spara den igen"),
        ("bild.png", b"x", "bild.png: filtypen kan inte läsas."),
        ("<b>.exe", b"x", "&lt;b&gt;.exe: filtypen kan inte läsas."),
        ("mora-plan-2030.md", NEWER.encode(), "mora-plan-2030.md finns redan."),
    ],
)
def test_a_file_that_cannot_be_taken_is_said_in_one_sentence(
    client: TestClient, name: str, content: bytes, said: str
) -> None:
    assert said in _upload(client, name, content)


def test_without_a_file_there_is_nothing_to_read(client: TestClient) -> None:
    assert "Välj en fil först." in client.post("/dokument").text


@pytest.mark.parametrize(
    ("given", "name"),
    [("../../etc/x.pdf", "x.pdf"), ("C:\\planer\\å ä ö.pdf", "å ä ö.pdf"), ("a\x00\n.md", "a.md"), ("..", "")],
)
def test_a_file_keeps_its_name_and_nothing_but_its_name(given: str, name: str) -> None:
    assert _plain_name(given) == name


def test_a_long_name_is_cut_and_keeps_its_ending() -> None:
    assert len(_plain_name("å" * 400 + ".pdf").encode()) <= 210
    assert _plain_name("å" * 400 + ".pdf").endswith("å.pdf")


def test_while_another_process_writes_nothing_is_removed(client: TestClient, collection: Collection) -> None:
    known = collection.held()[0].document
    with writing(collection.store.path.parent):
        answer = client.post(f"/dokument/{known.id}/ta-bort")
    assert (answer.status_code, answer.json()["detail"][:24]) == (409, "Indexet skrivs just nu. ")


def test_one_who_may_only_read_sees_the_documents_and_changes_nothing(collection: Collection, tmp_path: Path) -> None:
    add_account(tmp_path / "users.json", "anna", "", [])
    reader = _client(collection, Door(tmp_path / "users.json", "x-user", frozenset({"testclient"})))
    shown = reader.get("/dokument", headers={"x-user": "anna"})
    assert "tekniska nämnden" in shown.text
    assert "Lägg till dokument" not in shown.text
    for address in ("/dokument", "/dokument/x/ta-bort", "/dokument/x/ersatt", "/dokument/lasningar/x/avbryt"):
        assert reader.post(address, headers={"x-user": "anna"}).status_code == 403


def test_what_can_be_learnt_is_cited_and_leads_to_a_question(client: TestClient) -> None:
    shown = client.get("/lar").text
    assert PLAN.splitlines()[-1] in shown
    assert 'href="/?fraga=Vad%20ansvarar%20tekniska%20n%C3%A4mnden%20f%C3%B6r%20i%20Mora%3F"' in shown
