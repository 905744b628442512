"""The command line as a user meets it: what it prints, what it writes, how it ends."""

import json
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import app
from vectorstore.lock import writing
from vectorstore.store import Store

PLAN = """# Socialnämndens verksamhetsplan 2022

Timrå kommun, socialnämnden. Verksamhetsplan för 2022.

## Hemtjänst

Hemtjänsten ger stöd i hemmet till den som behöver hjälp i sin vardag. Hemtjänsten har 112 årsarbetare 2022.

## Färdtjänst

Färdtjänst är en kompletterande form av kollektivtrafik för den som har svårt att resa på egen hand.
"""
QUESTION = "Hur många årsarbetare har hemtjänsten 2022?"

Run = Callable[..., int]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "planer"
    folder.mkdir()
    (folder / "timra-plan-2022.md").write_text(PLAN, "utf-8")
    return folder


@pytest.fixture
def run(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("PLANSVAR_DATA", str(tmp_path / "index"))
    monkeypatch.setenv("PLANSVAR_CORPUS", str(corpus))
    return lambda *arguments: app.main([str(a) for a in arguments])


def answers(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def write_questions(path: Path, *questions: dict[str, Any]) -> Path:
    path.write_text("\n".join(json.dumps(q) for q in questions) + "\n", "utf-8")
    return path


def complaint(capsys: pytest.CaptureFixture[str]) -> str:
    """What was said on stderr; it has to be one line."""
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    return said.strip()


def test_ingest_shows_a_ledger_of_what_was_read(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ingest") == 0
    assert "läst        timra-plan-2022.md (1 sidor" in capsys.readouterr().out
    assert run("ingest") == 0
    assert capsys.readouterr().out == "oförändrad  timra-plan-2022.md\n1 dokument: 1 oförändrade\n"


def test_one_bad_document_stops_only_itself_and_shows_in_the_exit_code(
    run: Run, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "tom.pdf").write_bytes(b"")
    (corpus / "trasig.pdf").write_bytes(b"%PDF-1.7 nothing more")
    assert run("ingest", "--json") == 1
    ledger = {entry["file"]: entry for entry in json.loads(capsys.readouterr().out)}
    assert {file: entry["outcome"] for file, entry in ledger.items()} == {
        "timra-plan-2022.md": "read",
        "tom.pdf": "unread",
        "trasig.pdf": "unread",
    }
    assert ledger["tom.pdf"]["doubts"] == ["tom.pdf: filen är tom."]
    assert run("ask", QUESTION) == 0


def test_ask_builds_the_index_first_and_shows_the_source(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", QUESTION) == 0
    said = capsys.readouterr().out
    assert "112" in said.splitlines()[0]
    assert "timra-plan-2022.md, sidan 1 i filen" in said


def test_ask_as_json_prints_nothing_but_the_contract(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", "--json", QUESTION) == 0
    answer = json.loads(capsys.readouterr().out)
    assert list(answer) == ["answer", "status", "abstained", "asks_back", "reading", "citations", "contexts", "seconds"]
    assert {"intent", "municipalities", "years", "kinds", "boards", "chips"} <= set(answer["reading"])
    assert list(answer["citations"][0]) == ["n", "document", "title", "page", "page_label", "section", "quote"]
    assert answer["contexts"][0].keys() == {"document", "page", "text"}


def test_words_of_a_question_need_no_quotation_marks(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", *QUESTION.split()) == 0
    assert "112" in capsys.readouterr().out


def test_a_batch_is_answered_in_order_and_its_conversations_are_held(run: Run, tmp_path: Path) -> None:
    questions = write_questions(
        tmp_path / "fragor.jsonl",
        {"id": "b", "question": QUESTION},
        {"id": 7, "question": "Vad är färdtjänst?", "history": [QUESTION]},
    )
    out = tmp_path / "svar.jsonl"
    assert run("ask", "--batch", questions, "--out", out) == 0
    assert [answer["id"] for answer in answers(out)] == ["b", 7]
    assert "112" in answers(out)[0]["answer"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('{"id": 1, "question": "Hur', "rad 2: raden är inte giltig JSON."),
        ('{"question": "Hur många?"}', "rad 2: raden ska ha fälten ”id” och ”question”."),
        ('["id", "question"]', "rad 2: raden ska ha fälten ”id” och ”question”."),
        ('{"id": 1, "question": "Hur?", "history": "Vad?"}', "rad 2: ”history” ska vara en lista med frågor."),
    ],
)
def test_a_bad_line_of_a_batch_is_named_before_anything_is_asked(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, fault: str
) -> None:
    questions, out = tmp_path / "fragor.jsonl", tmp_path / "svar.jsonl"
    questions.write_text(f'{{"id": 0, "question": "Vad?"}}\n{line}\n', "utf-8")
    assert run("ask", "--batch", questions, "--out", out) == 2
    assert complaint(capsys) == f"fragor.jsonl, {fault}"
    assert not out.exists()


def test_documents_lists_what_is_in_the_index(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("ingest")
    capsys.readouterr()
    assert run("documents", "--json") == 0
    (document,) = json.loads(capsys.readouterr().out)
    assert (document["file"], document["municipality"], document["years"]) == ("timra-plan-2022.md", "Timrå", [2022])
    assert run("documents", document["id"], "--doubts") == 0
    assert capsys.readouterr().out.startswith(f"{document['id']}  {document['title']} (timra-plan-2022.md, 1 sidor")


def test_a_removed_document_stays_away_until_it_is_ingested_again(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("ingest")
    assert run("remove", "timra-plan-2022.md") == 0
    assert run("ask", QUESTION) == 0
    capsys.readouterr()
    run("documents", "--json")
    assert json.loads(capsys.readouterr().out) == []
    run("ingest")
    capsys.readouterr()
    run("documents", "--json")
    assert len(json.loads(capsys.readouterr().out)) == 1


def test_a_changed_document_is_read_again_before_the_answer(
    run: Run, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("ask", QUESTION)
    (corpus / "timra-plan-2022.md").write_text(PLAN.replace("112", "131"), "utf-8")
    capsys.readouterr()
    run("ask", QUESTION)
    assert "131" in capsys.readouterr().out.splitlines()[0]


def test_an_index_of_an_older_version_is_rebuilt_by_itself(run: Run, tmp_path: Path) -> None:
    run("ingest")
    store = Store(tmp_path / "index" / "index.sqlite")
    newest = store.state("format")
    store.set_state("format", "0")
    assert run("ask", QUESTION) == 0
    assert store.state("format") == newest
    store.close()


def test_an_index_of_another_embedder_asks_for_a_rebuild(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("ingest")
    store = Store(tmp_path / "index" / "index.sqlite")
    store.set_state("embedder", "model-other")
    store.close()
    capsys.readouterr()
    assert run("ask", QUESTION) == 2
    assert complaint(capsys).startswith("Indexet är byggt med modellen model-other")
    assert run("ingest", "--rebuild") == 0
    assert run("ask", QUESTION) == 0


def test_while_another_process_writes_the_index_is_read_as_it_is(run: Run, tmp_path: Path) -> None:
    with writing(tmp_path / "index"):
        assert run("ask", QUESTION) == 2
    run("ingest")
    with writing(tmp_path / "index"):
        assert run("ingest") == 2
        assert run("ask", QUESTION) == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["ask"], 'Skriv en fråga, till exempel: plansvar ask "Vad kostar hemtjänsten 2022?"'),
        (["ask", "--batch", "fragor.jsonl"], "Ange både --batch FRÅGOR.jsonl och --out SVAR.jsonl"),
        (["ask", "--batch", "finns-inte.jsonl", "--out", "svar.jsonl"], "finns-inte.jsonl kan inte läsas"),
        (["ingest", "finns-inte"], "finns-inte finns inte. Kontrollera sökvägen."),
        (["--corpus", "finns-inte", "ask", "Vad?"], "finns-inte finns inte. Kontrollera sökvägen."),
        (["remove", "finns-inte"], "Inget inläst dokument heter ”finns-inte”."),
        (["documents", "finns-inte"], "Inget inläst dokument heter ”finns-inte”."),
        (["serve", "--port", "x"], "Kommandot går inte att förstå: --port: ska vara ett heltal, inte 'x'."),
        (["serve", "--port", "70000"], "Det går inte att lyssna på 127.0.0.1, port 70000."),
        (["serve", "--host", "0.0.0.0", "--port", "0"], "Sidan öppnas inte på 0.0.0.0 utan inloggning."),
        (["user", "remove", "anna"], "Ingen användare heter ”anna”."),
        (["user", "add", "anna", "--role", "kung"], "Kommandot går inte att förstå: --role: finns inte: 'kung'"),
        (["svara"], "Kommandot går inte att förstå: KOMMANDO: finns inte: 'svara'"),
    ],
)
def test_wrong_use_is_answered_with_one_sentence(
    run: Run, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert run(*arguments) == 2
    assert complaint(capsys).startswith(sentence)


def test_a_damaged_index_is_said_so_and_how_to_mend_it(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "index.sqlite").write_bytes(b"no database" * 100)
    assert run("ask", QUESTION) == 2
    assert complaint(capsys).endswith("är skadat. Ta bort mappen och kör ”plansvar ingest”.")


def test_a_port_in_use_is_said_before_anything_is_read(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run("serve", "--port", port) == 2
    assert complaint(capsys) == f"Porten {port} används redan av ett annat program. Välj en annan med --port."
