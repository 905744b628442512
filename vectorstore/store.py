"""The truth: documents, pages, passages, figures and vectors in one SQLite file, with FTS5 over Swedish terms."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, astuple
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np

from corpus.documents import Box, Document, Doubt, Figure, FigureKind, Page, Passage, PassageKind

SCHEMA = Path(__file__).with_name("schema.sql")


class StaleIndex(Exception):
    """The index was made by another version or embedder; the message says so and how to rebuild."""


class Store:
    """One SQLite file; every write of a document is one transaction, so a crash leaves the version before."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._db = sqlite3.connect(path, check_same_thread=False, timeout=30)
        self._db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;")
        self._db.executescript(SCHEMA.read_text("utf-8"))

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def state(self, key: str) -> str:
        """A named value about the index itself, or ''."""
        row = self._db.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
        return row[0] if row else ""

    def set_state(self, key: str, value: str) -> None:
        """Keep a named value about the index itself."""
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, value))

    def put(self, document: Document, path: Path, pages: Sequence[Page], entries: Sequence[tuple[Passage, str]],
            doubts: Sequence[Doubt] = ()) -> None:  # fmt: skip
        """Keep a document with its pages and (passage, index terms), in place of its earlier version."""
        with self._db:
            self._db.execute("DELETE FROM documents WHERE id = ?", (document.id,))
            said = json.dumps([astuple(doubt) for doubt in doubts])
            self._db.execute(
                "INSERT INTO documents VALUES (?, ?, ?, ?)",
                (document.id, str(path), json.dumps(asdict(document)), said),
            )
            self._db.executemany(
                "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?)",
                [(document.id, p.index, p.label, p.width, p.height, p.text) for p in pages],
            )
            for passage, terms in entries:
                self._put_passage(passage, terms)

    def _put_passage(self, passage: Passage, terms: str) -> None:
        row = (passage.id, passage.document, passage.order, passage.table, _dump_passage(passage))
        cursor = self._db.execute("INSERT INTO passages (id, document, place, tbl, body) VALUES (?, ?, ?, ?, ?)", row)
        self._db.execute("INSERT INTO terms (rowid, stems) VALUES (?, ?)", (cursor.lastrowid, terms))

    def remove(self, document_id: str) -> bool:
        """Take a document out; False where there is none."""
        with self._db:
            return self._db.execute("DELETE FROM documents WHERE id = ?", (document_id,)).rowcount > 0

    def documents(self) -> list[Document]:
        """Every document, by title."""
        rows = self._db.execute("SELECT body FROM documents").fetchall()
        return sorted((_load_document(body) for (body,) in rows), key=lambda d: (d.title, d.file))

    def path_of(self, document_id: str) -> Path | None:
        """The file that a document was read from."""
        row = self._db.execute("SELECT path FROM documents WHERE id = ?", (document_id,)).fetchone()
        return Path(row[0]) if row else None

    def doubts_of(self, document_id: str) -> list[Doubt]:
        """What was not understood when the document was read, and where it disagrees with itself."""
        row = self._db.execute("SELECT doubts FROM documents WHERE id = ?", (document_id,)).fetchone()
        return [Doubt(page, kind, text, tuple(ids)) for page, kind, text, ids in json.loads(row[0])] if row else []

    def pages_of(self, document_id: str) -> list[Page]:
        """The pages of a document in order."""
        query = 'SELECT "index", label, width, height, text FROM pages WHERE document = ? ORDER BY "index"'
        return [Page(*row) for row in self._db.execute(query, (document_id,))]

    def passages(self, ids: Iterable[str]) -> dict[str, Passage]:
        """The passages with these ids."""
        wanted = list(ids)
        marks = ",".join("?" * len(wanted))
        rows = self._db.execute(f"SELECT body FROM passages WHERE id IN ({marks})", wanted)  # noqa: S608
        return {p.id: p for p in (_load_passage(body) for (body,) in rows)}

    def passages_of(self, document_id: str, table: str = "") -> list[Passage]:
        """The passages of a document, or of one of its tables, in order."""
        query = "SELECT body FROM passages WHERE document = ? AND (? = '' OR tbl = ?) ORDER BY place"
        return [_load_passage(body) for (body,) in self._db.execute(query, (document_id, table, table))]

    def passage_ids(self) -> dict[str, str]:
        """Passage id -> document id, for every passage."""
        return dict(self._db.execute("SELECT id, document FROM passages ORDER BY document, place").fetchall())

    def match(self, expression: str, documents: Sequence[str], limit: int) -> list[tuple[str, str, float]]:
        """(passage id, its index terms, BM25 score), best first, for an FTS5 expression within documents."""
        marks = ",".join("?" * len(documents))
        rows = self._db.execute(
            "SELECT p.id, terms.stems, -bm25(terms) FROM terms JOIN passages p ON p.rowid = terms.rowid "  # noqa: S608
            f"WHERE terms MATCH ? AND p.document IN ({marks}) ORDER BY bm25(terms), p.rowid LIMIT ?",
            (expression, *documents, limit),
        )
        return rows.fetchall()

    def frequencies(self, terms: Sequence[str]) -> dict[str, int]:
        """In how many passages each term occurs."""
        marks = ",".join("?" * len(terms))
        query = f"SELECT term, doc FROM vocabulary WHERE term IN ({marks})"  # noqa: S608
        return dict(self._db.execute(query, list(terms)).fetchall())

    def vocabulary(self) -> list[str]:
        """Every index term."""
        return [term for (term,) in self._db.execute("SELECT term FROM vocabulary")]

    def vectors(self, model: str, keys: Sequence[str]) -> dict[str, np.ndarray]:
        """Stored vectors (float32) of one embedding model by content key."""
        found: dict[str, np.ndarray] = {}
        for at in range(0, len(keys), 500):
            part = keys[at : at + 500]
            query = f"SELECT key, vector FROM vectors WHERE model = ? AND key IN ({','.join('?' * len(part))})"  # noqa: S608
            rows = self._db.execute(query, (model, *part))
            found |= {key: np.frombuffer(blob, np.float16).astype(np.float32) for key, blob in rows}
        return found

    def put_vectors(self, model: str, vectors: dict[str, np.ndarray]) -> None:
        """Keep vectors of one embedding model by content key."""
        rows = [(model, key, vector.astype(np.float16).tobytes()) for key, vector in vectors.items()]
        with self._db:
            self._db.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)


def _dump_passage(passage: Passage) -> str:
    return json.dumps(asdict(passage), default=str, ensure_ascii=False)


def _load_passage(body: str) -> Passage:
    raw = json.loads(body)
    figures = tuple(_figure(f) for f in raw["figures"])
    boxes = tuple(Box(**b) for b in raw["boxes"])
    kind, headings, pages = PassageKind(raw["kind"]), tuple(raw["headings"]), tuple(raw["pages"])
    return Passage(raw["id"], raw["document"], kind, headings, raw["text"], pages, raw["order"],
                   raw["table"], boxes, figures)  # fmt: skip


def _figure(raw: dict[str, Any]) -> Figure:
    value = None if raw["value"] is None else Decimal(str(raw["value"]))
    box = Box(**raw["box"]) if isinstance(raw["box"], dict) else None
    return Figure(**{**raw, "value": value, "box": box, "kind": FigureKind(raw["kind"]), "row": tuple(raw["row"])})


def _load_document(body: str) -> Document:
    raw = json.loads(body)
    return Document(**{**raw, "years": tuple(raw["years"])})
