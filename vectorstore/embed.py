"""Text to vectors: the embedded static model, or any sentence-transformers model; only file that knows them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np

WINDOW, STRIDE = 45, 22  # words of one embedded window, and from one window to the next
PREFIXES = {"e5": ("query: ", "passage: "), "bge": ("", ""), "gte": ("", "")}


class EmbedderUnavailable(Exception):
    """The named embedder cannot be loaded; the message says which and what to do, in Swedish."""


class Embedder(Protocol):
    """Texts in, float32 rows of unit length out; `name` changes whenever the vectors would."""

    name: str

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """One row for each text to be found."""

    def query(self, text: str) -> np.ndarray:
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
        self._table = load_file(weights)["embedding.weight"].astype(np.float32)
        self.name = f"static-{hashlib.sha256(weights.read_bytes()).hexdigest()[:12]}"

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """One row for each text."""
        encoded = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return np.stack([self._mean(e.ids) for e in encoded]) if encoded else np.zeros((0, self._table.shape[1]))

    def query(self, text: str) -> np.ndarray:
        """The row of one text."""
        return self.passages([text])[0]

    def _mean(self, ids: Sequence[int]) -> np.ndarray:
        row = self._table[list(ids)].mean(axis=0) if ids else np.zeros(self._table.shape[1], np.float32)
        return row / (np.linalg.norm(row) or 1.0)


class ModelEmbedder:
    """Any sentence-transformers model by name or folder, with the prefixes that its family was trained on."""

    def __init__(self, name: str) -> None:
        model = _load_model(name)
        self._model = model
        self._prefixes = next((p for family, p in PREFIXES.items() if family in Path(name).name.lower()), ("", ""))
        self.name = f"model-{Path(name).name}"

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """One row for each text."""
        return self._encode([self._prefixes[1] + text for text in texts])

    def query(self, text: str) -> np.ndarray:
        """The row of one question."""
        return self._encode([self._prefixes[0] + text])[0]

    def _encode(self, texts: list[str]) -> np.ndarray:
        return np.asarray(self._model.encode(texts, normalize_embeddings=True, show_progress_bar=False), np.float32)


def _load_model(name: str) -> Any:
    try:
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(name, device="cpu")
    except (ImportError, OSError, ValueError) as error:
        message = f"Modellen ”{name}” kan inte laddas: {str(error).splitlines()[0]} Ange en mapp eller ett modellnamn."
        raise EmbedderUnavailable(message) from error


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
