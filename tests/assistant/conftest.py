"""An assistant over two small plans, read and indexed for real, with the embedded model."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.compose import Writer
from assistant.open import open_searcher, open_store
from ingest.pipeline import ingest
from settings import Settings
from tests.assistant.plans import FILES
from vectorstore.embed import open_embedder
from vectorstore.search import Searcher
from vectorstore.store import Store

Index = tuple[Store, Searcher]


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    folder: Path = tmp_path_factory.mktemp("plans")
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    embedder = open_embedder(Settings().embedder)
    store = open_store(folder / "data")
    ingest([folder], store, embedder)
    yield store, open_searcher(store, folder / "data", embedder)
    store.close()


@pytest.fixture(scope="session")
def assistant(index: Index) -> Assistant:
    return Assistant(*index)


@pytest.fixture(scope="session")
def written_by(index: Index) -> Callable[[Writer], Assistant]:
    """The assistant over the same plans, with a language model."""
    return lambda writer: Assistant(*index, writer)
