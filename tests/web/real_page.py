"""A page over a real index of one small plan, for what the fake assistant cannot stand for."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fastapi import FastAPI

from assistant.answering import Assistant
from assistant.open import open_searcher, open_store
from ingest.pipeline import ingest
from settings import Settings
from vectorstore.embed import open_embedder
from web.access import Door
from web.collection import Collection, open_collection
from web.server import Rooms, create_app

PLAN = """# Tekniska nämndens plan 2030

Mora kommun, tekniska nämnden. Plan för 2030.

## Gator

Gatorna i Mora sköts av 21 årsarbetare 2030.

## Nämndens ansvar

Tekniska nämnden ansvarar för gator och parker.
"""
NEWER = PLAN.replace("21 årsarbetare", "34 årsarbetare")
LIBRARY = """# Kulturnämndens plan 2030

Mora kommun, kulturnämnden. Plan för 2030.

## Bibliotek

Biblioteken i Mora har 17 årsarbetare 2030.
"""


@contextmanager
def open_real_collection(folder: Path) -> Iterator[Collection]:
    """The collection over one plan, read and indexed for real."""
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "mora-plan-2030.md").write_text(PLAN, "utf-8")
    embedder = open_embedder(Settings().embedder)
    store = open_store(folder / "data")
    ingest([corpus], store, embedder)
    searcher = lambda: open_searcher(store, folder / "data", embedder)  # noqa: E731
    yield open_collection(store, Settings().embedder, lambda: Assistant(store, searcher()))
    store.close()


def page_of(collection: Collection, door: Door) -> FastAPI:
    """The whole page over that collection."""
    return create_app(collection.current, door, collection.store.path.parent, Rooms(collection))
