"""A figure asked for without a place, over the plans of three municipalities."""

from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.open import open_searcher, open_store
from ingest.pipeline import ingest
from settings import Settings
from tests.assistant.test_answering import plain
from vectorstore.embed import open_embedder

PLANS = {
    "mora.md": "# Mora kommun, tekniska nämnden: Budget 2030\n\n"
    "| Volym | 2030 |\n|---|---|\n| Antal badplatser | 14 |\n",
    "kalix.md": "# Kalix kommun, tekniska nämnden: Budget 2030\n\n"
    "| Volym | 2030 |\n|---|---|\n| Badplatser | 9 |\n| Parker | 3 |\n",
    "skara.md": "# Skara kommun, tekniska nämnden: Budget 2030\n\n"
    "| Volym | 2030 |\n|---|---|\n| Toaletter, papperskorgar, bryggor vid badplatser | 55 |\n| Parker | 7 |\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("towns")
    for name, text in PLANS.items():
        (folder / name).write_text(text, "utf-8")
    embedder = open_embedder(Settings().embedder)
    store = open_store(folder / "data")
    ingest([folder], store, embedder)
    return Assistant(store, open_searcher(store, folder / "data", embedder))


def test_each_municipality_tells_its_own_and_a_row_of_other_things_is_left_out(assistant: Assistant) -> None:
    lines = plain(assistant.ask("Hur många badplatser finns det?")).split("\n")
    assert sorted(line.partition(" tekniska")[0] for line in lines) == ["Kalix", "Mora"]
    assert ["9" in line or "14" in line for line in lines] == [True, True]


def test_a_place_that_is_named_is_told_alone(assistant: Assistant) -> None:
    assert "Kalix" not in assistant.ask("Hur många badplatser finns det i Mora?").text
