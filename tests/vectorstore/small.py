"""An embedder of a few letters, and passages with their terms, for each test of the store."""

from collections.abc import Sequence

import numpy as np

from corpus.documents import Document, Page, Passage, PassageKind
from corpus.swedish.words import content_tokens, stem
from vectorstore.embed import content_key, windows
from vectorstore.index import embedding_text
from vectorstore.store import Store

LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"


class SmallEmbedder:
    """Counts letters: the same text has the same row, and `seen` keeps what was asked for."""

    def __init__(self, name: str = "liten") -> None:
        self.name = name
        self.seen: list[str] = []

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        self.seen += texts
        return np.stack([self._row(text) for text in texts])

    def query(self, text: str) -> np.ndarray:
        return self._row(text)

    def _row(self, text: str) -> np.ndarray:
        row = np.array([text.lower().count(letter) for letter in LETTERS], np.float32)
        return row / (np.linalg.norm(row) or 1.0)


def document(name: str) -> Document:
    return Document(name, f"{name}.pdf", f"Plan {name}", "Timrå", "socialnämnden", "plan", (2022,), f"sha-{name}")


def passage(document: str, order: int, text: str, table: str = "") -> Passage:
    return Passage(f"{document}{order}", document, PassageKind.PROSE, ("Mål",), text, (1,), order, table)


def terms(text: str) -> str:
    return " ".join(stem(word) for word in content_tokens(text))


def keep(store: Store, embedder: SmallEmbedder, name: str, *texts: str) -> list[Passage]:
    """Put a document with a passage for each text into the store, vectors and all."""
    found = [passage(name, order, text) for order, text in enumerate(texts)]
    parts = [part for p in found for part in windows(embedding_text(p))]
    rows = embedder.passages(parts)
    store.put_vectors(embedder.name, dict(zip(map(content_key, parts), rows, strict=True)))
    store.put(document(name), store.path, [Page(1, "1", 595, 842, "")], [(p, terms(p.text)) for p in found])
    return found
