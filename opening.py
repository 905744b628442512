"""The index and the assistant over it, opened for a command and closed after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from settings import Settings
from terminal import say

# Each command imports what it needs when it runs: `plansvar documents` is not to wait for the page's libraries.
if TYPE_CHECKING:
    from assistant.answering import Assistant
    from assistant.compose import Writer
    from ingest.pipeline import Entry
    from vectorstore.embed import Embedder
    from vectorstore.store import Store


class CannotDo(Exception):
    """The command cannot be done as it was given; the message says why and what to do."""


@contextmanager
def open_assistant(settings: Settings) -> Iterator[Assistant]:
    """An assistant over the index, which is first brought up to date with the corpus."""
    with open_index(settings) as (_, assistant):
        yield assistant


@contextmanager
def open_index(settings: Settings) -> Iterator[tuple[Store, Assistant]]:
    """The index, first brought up to date with the corpus, and the assistant over it."""
    with open_reopening(settings) as (store, reopen):
        yield store, reopen()


@contextmanager
def open_reopening(settings: Settings) -> Iterator[tuple[Store, Callable[[], Assistant]]]:
    """The index, brought up to date with the corpus, and what makes an assistant over what it holds just then."""
    from assistant.answering import Assistant
    from assistant.open import open_searcher
    from vectorstore.embed import open_embedder

    writer = open_model(settings)
    with opened_store(settings) as store:
        embedder = open_embedder(settings.embedder)
        _refresh(settings, store, embedder)

        def reopen() -> Assistant:
            return Assistant(store, open_searcher(store, settings.data, embedder, settings.chroma_url), writer)

        yield store, reopen


def open_model(settings: Settings) -> Writer | None:
    """The language model that the settings name; None where they name none. Raises ModelMisnamed."""
    from assistant.llm import Chosen
    from assistant.open import open_writer

    chosen = Chosen(settings.model, settings.model_url, settings.model_timeout, settings.model_prompt,
                    settings.model_tokenizer)  # fmt: skip
    return open_writer(chosen, settings.data)


def _refresh(settings: Settings, store: Store, embedder: Embedder) -> None:
    """Read what is new or changed in the corpus; an index being written by another process serves as it is."""
    from ingest.pipeline import FORMAT, follow
    from ingest.readers import find_files
    from vectorstore.lock import Busy

    older = store.state("format") not in ("", FORMAT) and store.state("embedder") == embedder.name
    files = [file for file in find_files([settings.corpus]) if not store.state(f"removed:{file.name}")]
    try:
        follow(settings.corpus, store)
        ledger = read_in(files, store, embedder, rebuild=older)
    except Busy:
        if not store.documents():
            raise
        return
    for entry in ledger:
        say(*entry.doubts) if entry.failed else None


def read_in(paths: list[Path], store: Store, embedder: Embedder, rebuild: bool) -> list[Entry]:
    """Read the files with a progress bar; a rebuild takes along all that is in the index already."""
    from tqdm import tqdm

    from ingest.pipeline import ingest
    from ingest.readers import find_files

    files = find_files(paths)
    named = {file.name for file in files}
    known = [store.path_of(d.id) for d in store.documents() if d.file not in named] if rebuild else []
    with tqdm(desc="Läser in", unit="dok", leave=False, disable=None, delay=0.5) as bar:

        def progress(done: int, total: int, name: str) -> None:
            bar.total, bar.n = total, done
            bar.set_postfix_str(name)

        return ingest([*paths, *(path for path in known if path and path.exists())], store, embedder, progress, rebuild)


@contextmanager
def opened_store(settings: Settings) -> Iterator[Store]:
    """The store of the index folder. Raises CannotDo where it cannot be opened."""
    from sqlite3 import DatabaseError, OperationalError

    from assistant.open import open_store

    try:
        store = open_store(settings.data)
    except (OSError, OperationalError) as error:
        raise CannotDo(f"Indexet i {settings.data} kan inte öppnas: {error}. Välj en annan mapp med --data.") from error
    except DatabaseError as error:
        raise CannotDo(f"Indexet i {settings.data} är skadat. Ta bort mappen och kör ”plansvar ingest”.") from error
    with closing(store):
        yield store
