"""The words of the bench as values: Case, Piece of evidence, Score, Run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

Place = tuple[str, int]  # a file's name and a physical page


@dataclass(frozen=True, slots=True)
class Piece:
    """One place that proves a case's answer: a quote, or a page of a document; `places` is where it was found."""

    doc: str = ""
    quote: str = ""
    page: int | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One question of a test set, and what makes an answer to it right."""

    id: str
    question: str
    type: str
    history: tuple[str, ...] = ()
    class_: str = ""
    category: str = ""
    persona: str = ""
    docs: tuple[str, ...] = ()
    answer: str = ""
    must: tuple[tuple[str, ...], ...] = ()
    must_not: tuple[str, ...] = ()
    evidence: tuple[Piece, ...] = ()
    difficulty: int | None = None
    note: str = ""
    line: int = field(default=0, compare=False)  # where it stands in its file

    @property
    def answerable(self) -> bool:
        """Is it right to answer: neither unanswerable, nor there for the search alone?"""
        return self.type not in ("unanswerable", "retrieval")

    @property
    def digest(self) -> str:
        """What the case asks and demands, in few letters: two scores are of one case where it is the same."""
        judged = (self.question, self.history, self.type, self.must, self.must_not,
                  [(piece.quote, piece.page) for piece in self.evidence])  # fmt: skip
        return hashlib.sha256(json.dumps(judged).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Score:
    """How one case went. A measure that does not apply, or could not be taken, is absent from `values`: never zero."""

    id: str
    digest: str
    type: str
    class_: str = ""
    category: str = ""
    documents: tuple[str, ...] = ()
    values: Mapping[str, float] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    unsupported: tuple[str, ...] = ()
    unscored: str = ""

    def as_dict(self) -> dict[str, object]:
        """For a file; `score_of` reads it again."""
        found = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in found.items() if value or name == "values"}


@dataclass(frozen=True, slots=True)
class Run:
    """One pass over a set: what it was made with, its cases, the stored answers by id, and how each case went."""

    about: Mapping[str, Any]
    cases: tuple[Case, ...]
    answers: Mapping[str, Mapping[str, Any]]
    scores: tuple[Score, ...]


def score_of(kept: Mapping[str, object]) -> Score:
    """A score as `as_dict` wrote it."""
    read = {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}
    return Score(**read)  # type: ignore[arg-type]
