"""What an answer may read beyond what the search found: a whole table, a whole document."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.models import Evidence
from corpus.documents import Document, Doubt
from vectorstore.store import Store


class Library:
    """Whole tables and documents as evidence."""

    def __init__(self, store: Store, documents: Sequence[Document]) -> None:
        self._store = store
        self._documents = {document.id: document for document in documents}

    def table(self, source: Evidence) -> list[Evidence]:
        """Every row of the table that a row stands in, in order."""
        passages = self._store.passages_of(source.document.id, source.passage.table)
        return [Evidence(p, source.document, source.score) for p in passages]

    def document(self, document_id: str) -> list[Evidence]:
        """Every passage of a document, in order."""
        return [Evidence(p, self._documents[document_id], 0.0) for p in self._store.passages_of(document_id)]

    def doubts(self, source: Evidence) -> list[Doubt]:
        """Where a document disagrees with itself about what stands in a passage."""
        return [d for d in self._store.doubts_of(source.document.id) if source.passage.id in d.passages]

    def passages(self, doubt: Doubt, beside: Evidence) -> list[Evidence]:
        """The passages that a doubt is about, as evidence of the document that it is in."""
        found = self._store.passages(doubt.passages)
        return [Evidence(found[key], beside.document, beside.score) for key in doubt.passages if key in found]
