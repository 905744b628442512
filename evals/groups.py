"""What cases may be grouped by."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from evals.models import Score
from evals.texts import words


def by_kind(score: Score) -> tuple[str, ...]:
    """The kind of a case, in words."""
    return (words("kinds")[score.type],)


def by_class(score: Score) -> tuple[str, ...]:
    """The class of an unanswerable case, in words."""
    return (words("classes").get(score.class_, "klass ej angiven"),) if score.type == "unanswerable" else ()


def by_document(score: Score) -> tuple[str, ...]:
    """The documents that a case is about."""
    return score.documents


def by_area(score: Score) -> tuple[str, ...]:
    """The area of a case, where it has one."""
    return (score.category,) if score.category else ()


Grouping = Callable[[Score], tuple[str, ...]]
GROUPINGS: dict[str, Grouping] = {"Typ av fråga": by_kind, "Område": by_area, "Klass av obesvarbar fråga": by_class,
                                  "Dokument": by_document}  # fmt: skip


def grouped(scores: Iterable[Score], grouping: Grouping) -> dict[str, list[Score]]:
    """Name -> the scores of that group, by name."""
    found: dict[str, list[Score]] = {}
    for score in scores:
        for name in grouping(score):
            found.setdefault(name, []).append(score)
    return dict(sorted(found.items()))
