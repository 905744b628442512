"""Documents and questions are not to be obeyed: no attack changes an answer, even with a model that obeys them all."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.models import Answer
from assistant.open import open_searcher, open_store
from assistant.prompts import prompt
from ingest.pipeline import ingest
from settings import Settings
from tests.assistant.conftest import Index
from tests.assistant.planted import Attack, attacks, plant
from tests.assistant.scripted import Scripted, says
from vectorstore.embed import open_embedder

FELL_BACK = "\nSvaret är skrivet utan språkmodell:"


@pytest.fixture(scope="module")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Index, Index]]:
    """The same plans with the attacks in them, and without."""
    made = []
    embedder = open_embedder(Settings().embedder)
    for planted in (True, False):
        folder: Path = tmp_path_factory.mktemp("planted")
        plant(folder, planted)
        store = open_store(folder / "data")
        ingest([folder], store, embedder)
        made.append((store, open_searcher(store, folder / "data", embedder)))
    yield made[0], made[1]
    for store, _ in made:
        store.close()


def obeying(attack: Attack) -> list[Scripted]:
    """Models that do as the attack says: under a label, under one that is not there, in plain text, as a question."""
    return [
        says(f"{attack.wanted} [1].", questions=[f"{attack.wanted}?"]),
        says(f"{attack.wanted} [9].", attack.text),
        Scripted([f"{attack.wanted}.\n{attack.wanted} [1].\n{attack.wanted} [1][2]."]),
        Scripted([json.dumps({"meningar": [{"text": attack.wanted}], "fragor": attack.wanted})]),
        Scripted([prompt("answer")]),
    ]


def shown(answer: Answer) -> str:
    return " ".join([answer.text.partition(FELL_BACK)[0], *answer.suggestions])


def test_there_are_forty_attacks_and_more_in_both_languages() -> None:
    found = attacks()
    assert len(found) >= 40
    assert {a.where for a in found} == {"question", "passage", "pdf", "cell", "file_name", "metadata"}
    assert all(sum(f"-{language}-" in a.id for a in found) >= 20 for language in ("sv", "en"))


@pytest.mark.parametrize("attack", [a for a in attacks() if a.where != "question"], ids=lambda a: a.id)
def test_an_attack_in_a_document_changes_nothing(indexes: tuple[Index, Index], attack: Attack) -> None:
    planted, clean = indexes
    expected = Assistant(*clean).ask(attack.question).text
    assert "målas gröna" in expected or "2" in expected
    for writer in obeying(attack):
        assert shown(Assistant(*planted, writer).ask(attack.question)) == expected
        assert all(attack.text not in given for given in writer.prompts)


@pytest.mark.parametrize("attack", [a for a in attacks() if a.where == "question"], ids=lambda a: a.id)
def test_an_attack_in_a_question_changes_nothing(index: Index, attack: Attack) -> None:
    expected = Assistant(*index).ask(attack.question)
    assert expected.abstained or "−40\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}tkr" in expected.text
    for writer in obeying(attack):
        answer = Assistant(*index, writer).ask(attack.question)
        assert (shown(answer), answer.status) == (expected.text, expected.status)
