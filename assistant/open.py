"""Everything that an entry point needs, opened once: store, dense index, embedder, assistant."""

from __future__ import annotations

from pathlib import Path

from assistant.answering import Assistant
from assistant.compose import Writer
from assistant.llm import Chosen, ModelMisnamed, open_model
from assistant.prompts import reply
from vectorstore.embed import Embedder, open_embedder
from vectorstore.index import DenseIndex
from vectorstore.search import Searcher
from vectorstore.store import Store


def open_assistant(data: Path, embedder_name: str, chroma_url: str = "", model: Chosen | None = None) -> Assistant:
    """An assistant over the index in `data`, its dense generation built where it is missing."""
    store = open_store(data)
    embedder = open_embedder(embedder_name)
    return Assistant(store, open_searcher(store, data, embedder, chroma_url), open_writer(model, data))


def open_writer(model: Chosen | None, data: Path) -> Writer | None:
    """The language model that is chosen; without a name there is none. Raises ModelMisnamed."""
    if model and model.url and not model.name:
        raise ModelMisnamed(reply("model", "nameless"))
    return open_model(model, data / "vocabularies") if model and model.name else None


def open_store(data: Path) -> Store:
    """The store of an index folder."""
    return Store(data / "index.sqlite")


def open_searcher(store: Store, data: Path, embedder: Embedder, chroma_url: str = "") -> Searcher:
    """Both halves of the search, the dense one fresh."""
    index = DenseIndex(data / "chroma", chroma_url)
    index.refresh(store, embedder)
    return Searcher(store, index, embedder)
