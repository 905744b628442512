"""The documents of the index as the page shows and changes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus.documents import Document, Doubt
from vectorstore.lock import writing
from vectorstore.store import Store
from web.current import Current
from web.intake import Intake
from web.talk import Answering


@dataclass(frozen=True, slots=True)
class Held:
    """One document of the index: its pages, when it was read, and what of it was not understood."""

    document: Document
    pages: int
    read_at: str
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """The store behind the page, with what reads new documents into it and who has to know of them."""

    store: Store
    current: Current
    intake: Intake

    def document_of(self, document_id: str) -> Document | None:
        """The document with that id; None where there is none."""
        return next((d for d in self.store.documents() if d.id == document_id), None)

    def held(self) -> list[Held]:
        """Every document, by title."""
        return [self._held(document) for document in self.store.documents()]

    def file_of(self, name: str) -> Path | None:
        """The file of the document that has that file name; None where there is none."""
        document = next((d for d in self.store.documents() if d.file == name), None)
        return self.store.path_of(document.id) if document else None

    def remove(self, document_id: str) -> Document | None:
        """Take a document out of the index, and delete its file if it was uploaded. Raises Busy."""
        document = self.document_of(document_id)
        if document is None:
            return None
        path = self.store.path_of(document_id)
        with writing(self.store.path.parent):
            self.store.remove(document_id)
            self.store.set_state(f"removed:{document.file}", "yes")
        self.intake.forget(path) if path else None
        self.current.renew()
        return document

    def _held(self, document: Document) -> Held:
        pages, read_at = len(self.store.pages_of(document.id)), self.store.state(f"read:{document.id}")
        return Held(document, pages, read_at, tuple(self.store.doubts_of(document.id)))


def open_collection(store: Store, embedder: str, reopen: Callable[[], Answering]) -> Collection:
    """The collection over a store; `reopen` makes the assistant over what the store holds at that moment."""
    current = Current(reopen)

    def arrived(file: str) -> None:
        # The copy that was uploaded is the one that counts, whatever lies in the folder of the corpus.
        store.set_state(f"removed:{file}", "yes")
        current.renew()

    return Collection(store, current, Intake(store.path.parent, embedder, arrived))
