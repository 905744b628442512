"""Several documents or municipalities side by side: one labelled answer for each, at most four."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.models import Draft, Evidence, Intent, Reading, Status
from assistant.parting import renumbered
from assistant.understand import telling_words
from corpus.documents import Document
from corpus.swedish.cues import cue

MOST = 4
CHOICE = re.compile(
    r"\b(?:högst|lägst|störst|minst|flest|mest|bäst|sämst|fler|färre|mer|mindre|dyrast|billigast)\b.*\beller\b"
)  # which of two
ROOM = 36  # words of each side's answer
Answering = Callable[[Reading], Draft | None]


def sides_of(reading: Reading, documents: Sequence[Document]) -> list[Reading]:
    """The readings that a question asks for side by side; none where it is about one thing in one place."""
    meant = [d for d in documents if d.id in reading.scope.documents]
    places = reading.scope.municipalities
    if len(places) > 1:
        return [_within(reading, [d for d in meant if d.municipality == place]) for place in places][:MOST]
    if reading.intent is Intent.PERSON and len(telling_words(reading.subject)) == 1:
        boards = {(d.municipality, d.board): d for d in sorted(meant, key=lambda d: d.years)}
        return [_within(reading, [d]) for d in boards.values()][:MOST] if len(boards) > 1 else []
    several = 1 < len(meant) < len(documents) and len({d.municipality for d in meant}) == 1
    if several and reading.intent in (Intent.COMPARE, Intent.STATUS) and reading.singled_out:
        return [_within(reading, [d]) for d in sorted(meant, key=lambda d: d.years)][:MOST]
    return []


def _within(reading: Reading, documents: Sequence[Document]) -> Reading:
    years = tuple(y for y in reading.scope.years if any(y in d.years for d in documents))
    scope = replace(reading.scope, documents=tuple(d.id for d in documents), municipalities=(), years=years)
    figure = bool(cue("intent", "figure", reading.question))
    choice = CHOICE.search(reading.question) is not None
    beside = reading.intent is Intent.COMPARE or choice and reading.intent is Intent.YES_NO
    intent = (Intent.FIGURE if figure or choice else Intent.FACT) if beside else reading.intent
    return replace(reading, scope=scope, intent=intent, room=ROOM)


def side_by_side(sides: Sequence[Reading], answer: Answering, documents: Sequence[Document]) -> Draft | None:
    """The answers of the sides under their labels; a side without one is said to have none."""
    titles = {d.id: d for d in documents}
    sentences: list[str] = []
    cited: list[Evidence] = []
    computed: list[str] = []
    found = 0
    for side in sides:
        label = label_of([titles[d] for d in side.scope.documents])
        computed.append(label)
        draft = answer(side)
        if draft is None or draft.status is Status.NOT_IN_DOCUMENTS:
            sentences.append(f"{label}: det framgår inte.")
            continue
        found += 1
        start = len(cited)
        cited += draft.cited
        computed += draft.computed
        sentences.append(f"{label}: " + renumbered(" ".join(draft.sentences), start))
    if not found:
        return None
    status = Status.ANSWERED if found == len(sides) else Status.PARTLY_ANSWERED
    return Draft(tuple(sentences), tuple(cited), computed=tuple(computed), status=status)


def label_of(documents: Sequence[Document]) -> str:
    """What a side is called: its document's title, or the municipality of several."""
    return documents[0].title if len(documents) == 1 else documents[0].municipality or documents[0].title
