"""Reads one document into the index in a process of its own, which can be stopped; tells each step as a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ingest.pipeline import Entry, ingest
from vectorstore.embed import Embedder, open_embedder
from vectorstore.lock import Busy
from vectorstore.store import StaleIndex, Store


class Telling:
    """An embedder that tells when what was read is being made searchable."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder, self.name = embedder, embedder.name

    def passages(self, texts: Sequence[str]) -> Any:
        """As the embedder does."""
        tell(step="embedding")
        return self._embedder.passages(texts)

    def query(self, text: str) -> Any:
        """As the embedder does."""
        return self._embedder.query(text)


def tell(**line: object) -> None:
    """One line for whoever started the process."""
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def read(data: Path, embedder: str, file: Path) -> Entry:
    """Read the file into the index of a data folder and keep it there."""
    store = Store(data / "index.sqlite")
    try:
        tell(step="reading")
        (entry,) = ingest([file], store, Telling(open_embedder(embedder)))
        return entry
    except (Busy, StaleIndex) as error:
        return Entry(file.name, "unread", doubts=(str(error),))
    finally:
        store.close()


if __name__ == "__main__":
    tell(entry=asdict(read(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))))
