"""An assistant over two small plans, read and indexed for real, with the embedded model."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
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
Indexed = Callable[[Mapping[str, str]], Index]
AssistantOver = Callable[[Mapping[str, str]], Assistant]


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Indexed]:
    """Makes the index of some plans, each a file name with its text."""
    with ExitStack() as opened:

        def index_of(files: Mapping[str, str]) -> Index:
            folder: Path = tmp_path_factory.mktemp("plans")
            for name, text in files.items():
                (folder / name).write_text(text, "utf-8")
            embedder = open_embedder(Settings().embedder)
            store = open_store(folder / "data")
            opened.callback(store.close)
            ingest([folder], store, embedder)
            return store, open_searcher(store, folder / "data", embedder)

        yield index_of


@pytest.fixture(scope="session")
def index(indexed: Indexed) -> Index:
    return indexed(FILES)


@pytest.fixture(scope="session")
def assistant_over(indexed: Indexed) -> AssistantOver:
    """Makes the assistant over some plans, each a file name with its text."""
    return lambda files: Assistant(*indexed(files))


@pytest.fixture(scope="session")
def assistant(index: Index) -> Assistant:
    return Assistant(*index)


@pytest.fixture(scope="session")
def written_by(index: Index) -> Callable[[Writer], Assistant]:
    """The assistant over the same plans, with a language model."""
    return lambda writer: Assistant(*index, writer)
