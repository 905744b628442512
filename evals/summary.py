"""Many scores as few numbers: each measure with its interval, over all cases and over each group of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from evals.chance import Interval, mean_interval, share_interval
from evals.groups import Grouping, grouped
from evals.models import Score
from evals.texts import Measure, measures

OPENING = ("right", "wrong_figure")  # the measures that a report opens with


@dataclass(frozen=True, slots=True)
class Taken:
    """One measure over some cases: how many it could be taken of, the mean and its interval."""

    measure: str
    count: int
    mean: float
    interval: Interval | None

    @property
    def title(self) -> str:
        """The measure's name for a reader."""
        return measures()[self.measure].title


@dataclass(frozen=True, slots=True)
class Group:
    """Some cases that have something in common, and how they went."""

    name: str
    right: Taken


def summarise(scores: Sequence[Score], names: Collection[str] = ()) -> dict[str, Taken]:
    """Every measure that some case has by its name, or those named alone, in the report's order."""
    found = {name: take(measure, scores) for name, measure in measures().items() if not names or name in names}
    return {name: taken for name, taken in found.items() if taken}


def take(measure: Measure, scores: Iterable[Score]) -> Taken | None:
    """One measure over some scores; None where none of them has it."""
    values = [score.values[measure.name] for score in scores if measure.name in score.values]
    if not values:
        return None
    counted = measure.share and set(values) <= {0.0, 1.0}
    interval = share_interval(round(sum(values)), len(values)) if counted else mean_interval(values)
    return Taken(measure.name, len(values), sum(values) / len(values), interval)


def groups(scores: Sequence[Score], grouping: Grouping) -> list[Group]:
    """How each group went, worst first; groups in which nothing is right or wrong are left out."""
    right = measures()["right"]
    found = [(name, take(right, members)) for name, members in grouped(scores, grouping).items()]
    return sorted((Group(name, t) for name, t in found if t), key=lambda group: (group.right.mean, group.name))


def written(measure: str, value: float) -> str:
    """A value as a Swedish reader has it: 87,3 % or 0,91."""
    return f"{in_figures(measure, value)} %" if measures()[measure].share else in_figures(measure, value)


def in_figures(measure: str, value: float) -> str:
    """A value without its per cent: of a difference between shares they would be points."""
    figure = f"{100 * value:.1f}" if measures()[measure].share else f"{value:.2f}"
    return figure.replace(".", ",").replace("-", "−")
