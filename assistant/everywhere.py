"""A figure asked for without a place: what each municipality tells of it, under its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.evidence import Subject
from assistant.labels import names_mainly
from assistant.models import Draft, Intent, Reading, Status
from assistant.parting import joined
from corpus.documents import Document, is_total
from corpus.swedish.numbers import MONEY

MOST = 4  # municipalities told of, and lines in all
Answering = Callable[[Reading], Draft | None]


def everywhere(
    reading: Reading, row: Draft | None, subject: Subject, documents: Sequence[Document], answer: Answering
) -> Draft | None:
    """The rows of every municipality whose tables tell what is asked, or the row as it is where one alone does."""
    meant = [d for d in documents if d.id in reading.scope.documents] or list(documents)
    towns = list(dict.fromkeys(d.municipality for d in meant))
    named = reading.scope.municipalities or reading.intent is not Intent.FIGURE or reading.operation
    if not row or row.status is not Status.ANSWERED or named or len(towns) < 2:
        return row
    sort = _sort_of(row)
    first = [source.document.municipality for source in row.cited]
    near = list(dict.fromkeys([*first, *towns]))[:MOST]
    sides = [answer(_within(reading, [d for d in meant if d.municipality == town])) for town in near]
    told = [d for d in sides if d and d.status is Status.ANSWERED and _sort_of(d) == sort and _is_named(d, subject)]
    return joined([_labelled(draft, MOST - len(told) + 1) for draft in told]) if len(told) > 1 else row


def _is_named(draft: Draft, subject: Subject) -> bool:
    """Is the row called by what is asked for, and little else?"""
    rows = [term.row for term in draft.terms[:1] if not is_total(term.row, draft.cited[0].document)]
    return all(names_mainly(" ".join(row), subject) for row in rows)


def _within(reading: Reading, documents: Sequence[Document]) -> Reading:
    town = documents[0].municipality
    scope = replace(reading.scope, documents=tuple(d.id for d in documents), municipalities=(town,))
    return replace(reading, scope=scope)


def _labelled(draft: Draft, most: int) -> Draft:
    """The first lines of a draft, each under the title of the document that it cites."""
    titles = [source.document.title for source in draft.cited]
    lines = [
        sentence if sentence.startswith(title) else f"{title}: {sentence}"
        for sentence, title in zip(draft.sentences, titles, strict=False)
    ]
    return replace(draft, sentences=tuple(lines[:most]), cited=draft.cited[:most])


def _sort_of(draft: Draft) -> str:
    """What the cited rows count: money, shares or a number of something."""
    units = {figure.unit for source in draft.cited for figure in source.passage.figures if figure.value is not None}
    return "money" if units & set(MONEY) else "%" if units == {"%"} else "number"
