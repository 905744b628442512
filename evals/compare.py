"""Two runs over the same cases: what was won, what was lost, and whether it is more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evals.chance import Interval, chance_of_difference, corrected, mean_interval, paired_share_interval
from evals.groups import GROUPINGS, Grouping
from evals.models import Score
from evals.texts import Measure, measures

CHANCE = 0.05  # what happens less often than this by chance is taken to be no chance

Pair = tuple[Score, Score]  # a case before and after


@dataclass(frozen=True, slots=True)
class Change:
    """One measure before and after, over the cases that have it in both; `chance` is of McNemar's test, or None."""

    measure: str
    count: int
    before: float
    after: float
    interval: Interval | None
    chance: float | None
    verdict: str


@dataclass(frozen=True, slots=True)
class GroupChange:
    """What a group of cases won and lost."""

    name: str
    count: int
    won: int
    lost: int
    verdict: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Before and after, case by case. `strays` are the ids that only one run has, or whose case has changed."""

    pairs: tuple[Pair, ...]
    strays: tuple[str, ...]
    changes: tuple[Change, ...]
    groups: dict[str, list[GroupChange]]

    @property
    def won(self) -> list[Pair]:
        """The cases that became right."""
        return [pair for pair in self.pairs if _step(pair, "right") > 0]

    @property
    def lost(self) -> list[Pair]:
        """The cases that became wrong."""
        return [pair for pair in self.pairs if _step(pair, "right") < 0]

    @property
    def newly_wrong_figures(self) -> list[Pair]:
        """The cases that show a wrong figure and did not before."""
        return [pair for pair in self.pairs if _step(pair, "wrong_figure") > 0]

    @property
    def no_longer_scored(self) -> list[str]:
        """The cases that were right or wrong before and are neither now."""
        return [a.id for a, b in self.pairs if "right" in a.values and "right" not in b.values]

    @property
    def verdict(self) -> str:
        """Better, worse, the same or no telling, by right answers."""
        return next((change.verdict for change in self.changes if change.measure == "right"), "untold")


def compare(before: Sequence[Score], after: Sequence[Score]) -> Comparison:
    """Compare two runs over the cases that are the same in both."""
    earlier, later = {score.id: score for score in before}, {score.id: score for score in after}
    pairs = tuple((a, later[a.id]) for a in before if a.id in later and a.digest == later[a.id].digest)
    same = {a.id for a, _ in pairs}
    strays = tuple(sorted({*earlier, *later} - same))
    changes = tuple(c for measure in measures().values() if (c := _change(measure, pairs)))
    return Comparison(pairs, strays, changes, {title: _groups(pairs, by) for title, by in GROUPINGS.items()})


def _change(measure: Measure, pairs: Sequence[Pair]) -> Change | None:
    both = [(a.values[measure.name], b.values[measure.name]) for a, b in pairs if _in_both((a, b), measure.name)]
    if not both:
        return None
    steps = [b - a for a, b in both]
    chance, interval = _tested(steps, counted={value for pair in both for value in pair} <= {0.0, 1.0})
    verdict = _verdict(measure, sum(steps), chance, interval)
    means = [sum(values) / len(both) for values in zip(*both, strict=True)]
    return Change(measure.name, len(both), means[0], means[1], interval, chance, verdict)


def _tested(steps: Sequence[float], counted: bool) -> tuple[float | None, Interval | None]:
    """McNemar's test for what is either so or not; the bootstrap for the rest."""
    if not counted:
        return None, mean_interval(steps)
    won, lost = steps.count(1.0), steps.count(-1.0)
    return chance_of_difference(won, lost), paired_share_interval(won, lost, len(steps))


def _verdict(measure: Measure, total: float, chance: float | None, interval: Interval | None) -> str:
    if not total and (chance == 1.0 or interval == (0.0, 0.0)):
        return "same"
    beyond = chance < CHANCE if chance is not None else bool(interval and (interval[0] > 0 or interval[1] < 0))
    if not beyond:
        return "untold"
    if not measure.better:
        return "differs"
    return "better" if (total > 0) == (measure.better == "up") else "worse"


def _groups(pairs: Sequence[Pair], grouping: Grouping) -> list[GroupChange]:
    """The groups that won or lost something; the more of them there are, the less is made of each."""
    found: dict[str, list[float]] = {}
    for pair in pairs:
        for name in grouping(pair[1]) if _in_both(pair, "right") else ():
            found.setdefault(name, []).append(_step(pair, "right"))
    counted = [(name, len(steps), steps.count(1.0), steps.count(-1.0)) for name, steps in sorted(found.items())]
    changed = [part for part in counted if part[2] or part[3]]
    chances = corrected([chance_of_difference(won, lost) for _, _, won, lost in changed])
    return [GroupChange(*part, _worded(*part[2:], chance)) for part, chance in zip(changed, chances, strict=True)]


def _worded(won: int, lost: int, chance: float) -> str:
    return "untold" if chance >= CHANCE else "better" if won > lost else "worse"


def _step(pair: Pair, measure: str) -> float:
    before, after = pair
    return after.values[measure] - before.values[measure] if _in_both(pair, measure) else 0.0


def _in_both(pair: Pair, measure: str) -> bool:
    return all(measure in score.values for score in pair)
