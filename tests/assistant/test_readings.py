"""Questions as people put them are read as they are meant: sort of answer, arithmetic, figures, words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.open import open_searcher, open_store
from ingest.pipeline import ingest
from settings import Settings
from tests.assistant.readings import Expected, core_of, misread, readings, telling
from vectorstore.embed import open_embedder
from vectorstore.search import Searcher

READINGS = readings()


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    """A searcher over a document that holds every word that a question should be about."""
    folder: Path = tmp_path_factory.mktemp("words")
    words = "\n\n".join(f"Om {' '.join(expected.core)}." for expected in READINGS if expected.core)
    (folder / "words.md").write_text(f"# Mora kommun: Frågor 2022\n\n{words}\n", "utf-8")
    embedder = open_embedder(Settings().embedder)
    store = open_store(folder / "data")
    ingest([folder], store, embedder)
    yield open_searcher(store, folder / "data", embedder)
    store.close()


def test_there_are_five_hundred_questions_and_sixty_to_refuse() -> None:
    assert len(READINGS) >= 500
    assert sum(bool(expected.refused) for expected in READINGS) >= 60
    assert sum(expected.core is not None for expected in READINGS) >= 150


@pytest.mark.parametrize("expected", [e for e in READINGS if not e.misread], ids=lambda e: e.question)
def test_a_question_is_read_as_it_is_meant(expected: Expected) -> None:
    assert misread(expected) == {}


def test_what_is_known_to_be_misread_is_still_misread() -> None:
    assert [e.question for e in READINGS if e.misread and not misread(e)] == []


def test_the_words_that_a_question_is_about_are_told_from_those_that_only_ask(searcher: Searcher) -> None:
    asked = [e for e in READINGS if e.core is not None]
    other = [e.question for e in asked if core_of(e, searcher) != telling(e.core or ()) and not e.other_core]
    assert other == []
