"""Answers that a reader made a link to: question, answer, sources, and the documents as they were then."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from assistant.models import Answer, Turn
from corpus.documents import Document
from web.talks import only_cited

FOLDER = "answers"
NAME = re.compile(r"[\w-]{16}")


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer as it was given; `documents` are the cited ones by id, with their sha256 then."""

    question: str
    answer: Answer
    documents: dict[str, str]
    index: str
    at: str


def index_version(documents: Sequence[Document]) -> str:
    """A name for what is in the index: the same for the same versions of the same documents."""
    held = sorted(f"{document.id} {document.sha256}" for document in documents)
    return hashlib.sha256("\n".join(held).encode()).hexdigest()[:12]


def keep_answer(folder: Path, turn: Turn, documents: Sequence[Document]) -> str:
    """Write the answer to a file of its own and return its name, which cannot be guessed."""
    cited = {citation.document_id for citation in turn.answer.citations}
    kept = Kept(
        turn.question,
        only_cited(turn.answer),
        {document.id: document.sha256 for document in documents if document.id in cited},
        index_version(documents),
        datetime.now(UTC).isoformat(timespec="seconds"),
    )
    name = secrets.token_urlsafe(12)
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    (folder / FOLDER / f"{name}.json").write_bytes(TypeAdapter(Kept).dump_json(kept))
    return name


def kept_answer(folder: Path, name: str) -> Kept | None:
    """The answer with that name; None where there is none."""
    file = folder / FOLDER / f"{name}.json"
    if not NAME.fullmatch(name) or not file.exists():
        return None
    try:
        return TypeAdapter(Kept).validate_json(file.read_bytes())
    except ValidationError:
        return None
