"""Text to vectors: the embedded static model, or any sentence-transformers model; only file that knows them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

WINDOW, STRIDE = 45, 22  # words of one embedded window, and from one window to the next
PREFIXES = {"e5": ("query: ", "passage: ")}  # of a family of models: before a question, before a passage
WEIGHTS = frozenset({".safetensors", ".bin"})
Rows = NDArray[np.float32]


class EmbedderUnavailable(Exception):
    """The named embedder cannot be loaded; the message says which and what to do, in Swedish."""


class Embedder(Protocol):
    """Texts in, float32 rows of unit length out; `name` changes whenever the vectors would."""

    name: str

    def passages(self, texts: Sequence[str]) -> Rows:
        """One row for each text to be found."""

    def query(self, text: str) -> Rows:
        """The row to search with."""


class StaticEmbedder:
    """A StaticEmbedding folder read with tokenizers and numpy alone: the mean of its tokens' rows."""

    def __init__(self, folder: Path) -> None:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        tokenizer = next(folder.rglob("tokenizer.json"))
        weights = next(folder.rglob("model.safetensors"))
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._table: Rows = load_file(weights)["embedding.weight"].astype(np.float32)
        self.name = f"static-{_digest(weights)}"

    def passages(self, texts: Sequence[str]) -> Rows:
        """One row for each text."""
        encoded = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        rows = [self._mean(e.ids) for e in encoded]
        return np.stack(rows) if rows else np.zeros((0, self._table.shape[1]), np.float32)

    def query(self, text: str) -> Rows:
        """The row of one text."""
        row: Rows = self.passages([text])[0]
        return row

    def _mean(self, ids: Sequence[int]) -> Rows:
        row: Rows = self._table[list(ids)].mean(axis=0) if ids else np.zeros(self._table.shape[1], np.float32)
        return (row / (np.linalg.norm(row) or 1.0)).astype(np.float32)


class ModelEmbedder:
    """Any sentence-transformers model by name or folder, with the prefixes that its family was trained on."""

    def __init__(self, name: str) -> None:
        self._model = _load_model(name)
        self._prefixes = next((p for family, p in PREFIXES.items() if family in Path(name).name.lower()), ("", ""))
        self.name = f"model-{_name_of(name)}"

    def passages(self, texts: Sequence[str]) -> Rows:
        """One row for each text."""
        return self._encode([self._prefixes[1] + text for text in texts])

    def query(self, text: str) -> Rows:
        """The row of one question."""
        row: Rows = self._encode([self._prefixes[0] + text])[0]
        return row

    def _encode(self, texts: list[str]) -> Rows:
        return np.asarray(self._model.encode(texts, normalize_embeddings=True, show_progress_bar=False), np.float32)


def _load_model(name: str) -> Any:
    """The model from its folder or the local cache, never from the network; in float32, whatever it was saved in."""
    try:
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(name, device="cpu", local_files_only=True).float()
    except (ImportError, OSError, ValueError) as error:
        why = "den är skadad" if Path(name).is_dir() else "den finns varken som mapp eller bland de hämtade modellerna"
        message = f"Modellen ”{name}” kan inte laddas: {why}. Ange en mapp eller ett modellnamn som är hämtat."
        raise EmbedderUnavailable(message) from error


def _name_of(name: str) -> str:
    """What tells a model apart: the name it is published under, or its folder's name and weights."""
    folder = Path(name)
    weights = sorted(path for path in folder.rglob("*") if path.suffix in WEIGHTS) if folder.is_dir() else []
    return "-".join([folder.name, *map(_digest, weights)]) if folder.is_dir() else name


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()[:12]


def open_embedder(name: str) -> Embedder:
    """The embedder of that folder or model name; a static folder is read without torch."""
    return StaticEmbedder(Path(name)) if is_static(Path(name)) else ModelEmbedder(name)


def is_static(folder: Path) -> bool:
    """Is the folder a sentence-transformers model whose first module is a StaticEmbedding?"""
    modules = folder / "modules.json"
    return modules.exists() and "StaticEmbedding" in json.loads(modules.read_text("utf-8"))[0]["type"]


def windows(text: str) -> list[str]:
    """The text in overlapping windows of words; a short text is one."""
    words = text.split()
    starts = range(0, max(len(words) - STRIDE, 1), STRIDE)
    return [" ".join(words[at : at + WINDOW]) for at in starts]


def content_key(text: str) -> str:
    """The key that a text's vector is kept under."""
    return hashlib.sha256(text.encode()).hexdigest()[:24]
