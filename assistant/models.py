"""The values that one question passes through: Reading, Hit, Evidence, Draft, Answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.documents import Box, Document, Figure, FigureKind, Passage


class Status(StrEnum):
    """How a question ended; a closed list."""

    ANSWERED = "answered"
    PARTLY_ANSWERED = "partly_answered"
    NEEDS_CLARIFICATION = "needs_clarification"
    NOT_IN_DOCUMENTS = "not_in_documents"
    OUT_OF_SCOPE = "out_of_scope"
    NOT_SUPPORTED = "not_supported"
    MODEL_UNAVAILABLE = "model_unavailable"


class Intent(StrEnum):
    """What sort of answer a question asks for."""

    FIGURE = "figure"
    COMPUTE = "compute"
    COMPARE = "compare"
    LIST = "list"
    DEFINITION = "definition"
    PERSON = "person"
    DATE = "date"
    REASON = "reason"
    YES_NO = "yes_no"
    STATUS = "status"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of the reading that the user can see and remove, such as Timrå or 2022."""

    field: str
    value: str
    label: str
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user chose by hand, as (field, value): chips taken away, and chips and filters that were set.

    A pinned municipality, year, kind or board goes before what the question says of that field.
    """

    dropped: frozenset[tuple[str, str]] = frozenset()
    pinned: frozenset[tuple[str, str]] = frozenset()

    def pinned_of(self, field: str) -> tuple[str, ...]:
        """The values that are set for a field, in order."""
        return tuple(sorted(value for name, value in self.pinned if name == field))


NO_CHOICES = Choices()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that an answer may use, with the document it stands in and its fused score."""

    passage: Passage
    document: Document
    score: float


@dataclass(frozen=True, slots=True)
class Citation:
    """What marker [n] points to: page is physical, page_label as printed, quote verbatim."""

    n: int
    document: str
    title: str
    page: int
    page_label: str
    section: str
    quote: str
    document_id: str
    passage_id: str
    boxes: tuple[Box, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The contract of the batch output."""
        names = ("n", "document", "title", "page", "page_label", "section", "quote")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True, slots=True)
class Scope:
    """Which documents a question is about, and what it named that they do not cover."""

    documents: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    boards: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    uncovered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The program's reading of a question; `subject` is the question less what the scope says.

    `own` is what a question that leans on the one before says itself of the subject; None where it leans on none.
    `of_period` is said of a part of the year, by the question or by the one that it leans on.
    """

    question: str
    subject: str
    intent: Intent
    scope: Scope
    figure_kinds: tuple[FigureKind, ...] = ()
    side: str = ""
    operation: str = ""
    singled_out: bool = False
    of_period: bool = False
    inherited: bool = False
    own: str | None = None
    room: int = 58
    chips: tuple[Chip, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before it is checked: sentences whose [n] point into `cited`."""

    sentences: tuple[str, ...]
    cited: tuple[Evidence, ...]
    terms: tuple[Figure, ...] = ()
    computed: tuple[str, ...] = ()
    status: Status = Status.ANSWERED


@dataclass(frozen=True, slots=True)
class Answer:
    """What the user gets; `withheld` holds the sentences that did not pass the check.

    `details` says how a model wrote it: model, prompt, tokens, seconds, sentences withheld, why it fell back;
    `unfinished` that a model is still at it.
    """

    status: Status
    text: str
    reading: Reading
    citations: tuple[Citation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    withheld: tuple[str, ...] = ()
    timings: Mapping[str, float] = field(default_factory=dict)
    details: Mapping[str, object] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    unfinished: bool = False

    @property
    def abstained(self) -> bool:
        """True when the answer is that the documents do not tell, or are not asked."""
        return self.status in (Status.NOT_IN_DOCUMENTS, Status.OUT_OF_SCOPE)

    @property
    def asks_back(self) -> bool:
        """True when the answer is a question back."""
        return self.status is Status.NEEDS_CLARIFICATION


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question of the conversation, with its reading and its answer."""

    question: str
    reading: Reading
    answer: Answer
