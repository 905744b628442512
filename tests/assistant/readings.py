"""Questions as people put them, with how each should be read, and the documents they are read in the light of."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.evidence import subject_of
from assistant.facets import Facet, facets_of
from assistant.models import Reading
from assistant.parting import separate
from assistant.prompts import reply
from assistant.refuse import refusal
from assistant.understand import understand
from corpus.documents import Document
from corpus.swedish.words import content_tokens, light_words
from vectorstore.search import Searcher

READINGS = Path(__file__).with_name("readings.jsonl")
REPLIES = {"offtopic": "off_topic"}  # a kind of refusal whose reply has another name
YEARS = tuple(range(2020, 2028))
DOCUMENTS = (
    Document("mora", "mora.pdf", "Verksamhetsplan", "Mora", "tekniska nämnden", "verksamhetsplan", YEARS, ""),
    Document("timra", "timra.pdf", "Delårsrapport", "Timrå", "socialnämnden", "delårsrapport", YEARS, ""),
)


@dataclass(frozen=True)
class Expected:
    """A question with what is expected of its reading; a list holds each way that is right, None is left open.

    `held` marks those that were scored only when the work was done; `misread` and `other_core` what is known to fail.
    """

    question: str
    intent: Sequence[str] | None = None
    operation: Sequence[str] = ("",)
    side: Sequence[str] | None = None
    kinds: Sequence[Sequence[str]] | None = None
    core: Sequence[str] | None = None
    facets: Sequence[str] | None = None
    questions: int = 1
    refused: Sequence[str] = ()
    held: bool = False
    misread: bool = False
    other_core: bool = False


def readings() -> list[Expected]:
    """Every question of the data file."""
    return [Expected(**json.loads(line)) for line in READINGS.read_text("utf-8").splitlines()]


def misread(expected: Expected) -> dict[str, object]:
    """What of a question is read otherwise than it should be."""
    refused = refusal(expected.question)
    if expected.refused:
        wanted = [reply("refusal", REPLIES.get(kind, kind)) for kind in expected.refused]
        return {} if refused and refused[1] in wanted else {"refused": refused and refused[1]}
    if refused:
        return {"refused": refused[1]}
    reading = understand(expected.question, DOCUMENTS)
    told = len(separate(expected.question))
    found: dict[str, object] = {} if told == expected.questions else {"questions": told}
    return found | (_otherwise(reading, expected) if expected.questions == 1 else {})


def core_of(expected: Expected, searcher: Searcher) -> list[str]:
    """The words that a question is read to be about, without the light ones of a phrase."""
    core = subject_of(understand(expected.question, DOCUMENTS), searcher).core
    return telling({word for concept in core for word in content_tokens(concept.word)})


def telling(words: Iterable[str]) -> list[str]:
    """The words that name something, in order."""
    return sorted(word for word in words if word not in light_words())


def _otherwise(reading: Reading, expected: Expected) -> dict[str, object]:
    kinds = sorted(kind.value for kind in reading.figure_kinds)
    facets = sorted(map(_shown, facets_of(reading))) if expected.facets is not None else []
    told: dict[str, tuple[object, bool]] = {
        "intent": (reading.intent.value, expected.intent is None or reading.intent.value in expected.intent),
        "operation": (reading.operation, expected.intent is None or reading.operation in expected.operation),
        "side": (reading.side, expected.side is None or reading.side in expected.side),
        "kinds": (kinds, expected.kinds is None or kinds in [sorted(way) for way in expected.kinds]),
        "facets": (facets, expected.facets is None or facets == sorted(expected.facets)),
    }
    return {name: value for name, (value, right) in told.items() if not right}


def _shown(facet: Facet) -> str:
    return f"{facet.kind.value if facet.kind else ''}@{facet.year or ''}"
