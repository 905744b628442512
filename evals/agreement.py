"""How far the judge and the mechanical score say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from evals.models import Score


@dataclass(frozen=True, slots=True)
class Agreement:
    """Over the cases that both have judged: the share that they agree on, Cohen's kappa, and where they part."""

    count: int
    share: float
    kappa: float
    parted: tuple[str, ...]


def judged(scores: Iterable[Score], opinions: Mapping[str, Mapping[str, Any]]) -> Iterator[Score]:
    """The scores with what the judge says beside the mechanical measures, where it has said anything."""
    for score in scores:
        right = opinions.get(score.id, {}).get("right")
        known = isinstance(right, bool) and not score.unscored
        yield replace(score, values={**score.values, "judge": float(bool(right))}) if known else score


def agreement(scores: Sequence[Score]) -> Agreement | None:
    """None where no case has both."""
    both = [(s.id, s.values["right"], s.values["judge"]) for s in scores if {"right", "judge"} <= set(s.values)]
    if not both:
        return None
    parted = tuple(name for name, right, judged in both if right != judged)
    share = 1 - len(parted) / len(both)
    right, judged = (sum(values) / len(both) for values in list(zip(*both, strict=True))[1:])
    by_chance = right * judged + (1 - right) * (1 - judged)
    return Agreement(len(both), share, (share - by_chance) / (1 - by_chance) if by_chance < 1 else 1.0, parted)
