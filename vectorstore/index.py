"""The dense half: a Chroma generation built from the store and swapped in whole; only file that knows chromadb."""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from corpus.documents import Passage
from vectorstore.embed import Embedder, content_key, windows
from vectorstore.store import Store

BATCH = 4000
COLLECTION = "passages"
Embedded = tuple[str, str, str]  # window id, document id, content key


class DenseIndex:
    """Finds passages by vector; `refresh` builds what the store has and this generation has not."""

    def __init__(self, folder: Path, url: str = "") -> None:
        self.folder = folder
        self._url = url
        self._client: Any = None
        self._collection: Any = None

    def refresh(self, store: Store, embedder: Embedder) -> None:
        """Open the generation of the store's content, built anew from stored vectors where it is missing."""
        mark = fingerprint(store, embedder)
        if self._collection is None or self._current() != mark:
            self._open(mark, store, embedder)

    def search(self, vector: np.ndarray, documents: Sequence[str], k: int) -> list[tuple[str, float]]:
        """(passage id, cosine) of the k nearest passages within documents, best window first.

        A generation that was replaced or damaged while it was open finds nothing: the words alone are searched then.
        """
        import chromadb

        try:
            return self._nearest(vector, documents, k)
        except chromadb.errors.ChromaError as error:
            logging.getLogger(__name__).warning("the vectors in %s cannot be searched: %s", self.folder, error)
            return []

    def _nearest(self, vector: np.ndarray, documents: Sequence[str], k: int) -> list[tuple[str, float]]:
        count = self._collection.count() if self._collection is not None and documents else 0
        best: dict[str, float] = {}
        asked = found = 0
        while len(best) < k and asked == found < count:  # the windows of one long passage may hide the next
            asked = min(max(3 * k, 2 * asked), count)
            near = self._windows(vector, documents, asked)
            found, best = len(near), {}
            for window, likeness in near:
                best.setdefault(window.split(":")[0], likeness)
        return list(best.items())[:k]

    def close(self) -> None:
        """Let go of the generation."""
        if self._client is not None and not self._url:
            self._client.close()
        self._client = self._collection = None

    def _windows(self, vector: np.ndarray, documents: Sequence[str], wanted: int) -> list[tuple[str, float]]:
        found = self._collection.query(
            query_embeddings=[vector.tolist()], n_results=wanted,
            where={"document": {"$in": list(documents)}}, include=["distances"],
        )  # fmt: skip
        return [(name, 1.0 - away) for name, away in zip(found["ids"][0], found["distances"][0], strict=True)]

    def _current(self) -> str:
        pointer = self.folder / "CURRENT"
        return pointer.read_text("utf-8").strip() if pointer.exists() else ""

    def _open(self, mark: str, store: Store, embedder: Embedder) -> None:
        self.close()
        place = self.folder / mark
        if self._current() == mark and self._opens(mark, place, store):
            return
        self.close()  # of a generation that opened but is not whole: the new one has its folder's name
        self._build(mark, place, store, embedder)
        self._opens(mark, place, store)

    def _opens(self, mark: str, place: Path, store: Store) -> bool:
        """Open a generation and see that it is whole; False where it is not."""
        import chromadb
        from chromadb.api.shared_system_client import SharedSystemClient

        try:
            self._client = self._connect(place)
            name = f"{COLLECTION}-{mark}"
            self._collection = self._client.get_collection(name, embedding_function=None)
            count = self._collection.count()
            return bool(count == int(store.state(f"windows:{mark}") or -1)) and self._answers(count)
        except (chromadb.errors.ChromaError, ValueError, RuntimeError):
            if self._client is None:  # Chroma keeps what failed to start, and would hand it out for the same folder
                SharedSystemClient.clear_system_cache()
            self.close()
            return False

    def _answers(self, count: int) -> bool:
        """Does a stored vector find a window? The count is read from SQLite, a question needs the graph too."""
        if count == 0:
            return True
        stored = self._collection.get(limit=1, include=["embeddings"])["embeddings"]
        return bool(self._collection.query(query_embeddings=stored, n_results=1, include=[])["ids"][0])

    def _connect(self, place: Path) -> Any:
        import chromadb
        from chromadb.config import Settings

        quiet = Settings(anonymized_telemetry=False)
        if self._url:
            host, _, port = self._url.split("//")[-1].rstrip("/").partition(":")
            return chromadb.HttpClient(host=host, port=int(port or 8000), settings=quiet)
        return chromadb.PersistentClient(str(place), settings=quiet)

    def _build(self, mark: str, place: Path, store: Store, embedder: Embedder) -> None:
        """Write the generation beside the current one, then let one rename make it current."""
        fresh = self.folder / f".{mark}-{os.getpid()}.tmp"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        client = self._connect(fresh)
        if self._url and any(c.name == f"{COLLECTION}-{mark}" for c in client.list_collections()):
            client.delete_collection(f"{COLLECTION}-{mark}")
        space = {"hnsw": {"space": "cosine"}}
        collection = client.create_collection(f"{COLLECTION}-{mark}", embedding_function=None, configuration=space)
        store.set_state(f"windows:{mark}", str(_fill(collection, store, embedder)))
        if not self._url:
            client.close()
        shutil.rmtree(place, ignore_errors=True)
        fresh.rename(place)
        pointer = self.folder / f".CURRENT-{os.getpid()}"
        pointer.write_text(mark, "utf-8")
        pointer.replace(self.folder / "CURRENT")
        self._forget_old(mark)

    def _forget_old(self, mark: str) -> None:
        for old in self.folder.iterdir():
            if old.is_dir() and old.name != mark:
                shutil.rmtree(old, ignore_errors=True)


def _fill(collection: Any, store: Store, embedder: Embedder) -> int:
    entries = [entry for document in store.documents() for entry in embedded(store.passages_of(document.id))]
    for at in range(0, len(entries), BATCH):
        part = entries[at : at + BATCH]
        known = store.vectors(embedder.name, [key for _, _, key in part])
        part = [entry for entry in part if entry[2] in known]
        collection.add(
            ids=[window for window, _, _ in part],
            embeddings=np.stack([known[key] for _, _, key in part]),
            metadatas=[{"document": document} for _, document, _ in part],
        )
    return int(collection.count())


def embedded(passages: Sequence[Passage]) -> Iterator[Embedded]:
    """What of each passage is embedded: its windows, as (window id, document id, content key)."""
    for passage in passages:
        for at, text in enumerate(windows(embedding_text(passage))):
            yield f"{passage.id}:{at}", passage.document, content_key(text)


def embedding_text(passage: Passage) -> str:
    """The words that a passage's vectors are made of: its nearest headings and its text."""
    return " ".join([*passage.headings[-2:], passage.text])


def fingerprint(store: Store, embedder: Embedder) -> str:
    """A short name for what is in the store, as this embedder sees it."""
    digest = hashlib.sha256(embedder.name.encode())
    for passage_id in store.passage_ids():
        digest.update(passage_id.encode())
    return digest.hexdigest()[:16]
