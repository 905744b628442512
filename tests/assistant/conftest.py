"""An assistant over two small plans, read and indexed for real, with the embedded model."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.open import open_searcher, open_store
from ingest.pipeline import ingest
from settings import Settings
from tests.assistant.plans import FILES
from vectorstore.embed import open_embedder


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder: Path = tmp_path_factory.mktemp("plans")
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    embedder = open_embedder(Settings().embedder)
    store = open_store(folder / "data")
    ingest([folder], store, embedder)
    yield Assistant(store, open_searcher(store, folder / "data", embedder))
    store.close()
