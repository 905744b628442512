"""How much may be chance: intervals, and tests of two runs over the same cases. The one file that knows scipy."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import fmean, stdev

SEED = 20260101
RESAMPLES = 2000
MANY = 2000  # values whose mean is so nearly normal that drawing again tells nothing more
LEVEL = 0.95
Z = 1.959963984540054  # of the normal distribution, for LEVEL

Interval = tuple[float, float]


def share_interval(hits: int, count: int) -> Interval:
    """Wilson's interval for a share: honest also for few cases and for shares near 0 and 1."""
    share, square = hits / count, Z * Z / count
    middle = (share + square / 2) / (1 + square)
    half = Z * sqrt(share * (1 - share) / count + square / (4 * count)) / (1 + square)
    return max(0.0, middle - half), min(1.0, middle + half)


def mean_interval(values: Sequence[float], seed: int = SEED) -> Interval | None:
    """The bootstrap's interval for a mean; None where there are too few values to tell."""
    if len(values) < 2:
        return None
    if len(set(values)) == 1:
        return values[0], values[0]
    if len(values) > MANY:
        half = Z * stdev(values) / sqrt(len(values))
        return fmean(values) - half, fmean(values) + half
    import numpy as np
    from scipy.stats import bootstrap

    found = bootstrap((values,), np.mean, n_resamples=RESAMPLES, method="percentile", confidence_level=LEVEL, rng=seed)
    return float(found.confidence_interval.low), float(found.confidence_interval.high)


def paired_share_interval(won: int, lost: int, count: int) -> Interval:
    """Agresti and Min's interval for the difference of two shares over the same cases (Statistics in Medicine 2005).

    Half a case in each of the four cells keeps it from vanishing where no case was won or lost.
    """
    more, less, total = won + 0.5, lost + 0.5, count + 2
    half = Z * sqrt((more + less) - (more - less) ** 2 / total) / total
    return max(-1.0, (more - less) / total - half), min(1.0, (more - less) / total + half)


def chance_of_difference(won: int, lost: int) -> float:
    """McNemar's test, exact and two-sided with mid-p: how often chance alone parts the changed cases this unevenly.

    Mid-p, since the plain exact test misses too much at few changed cases (Fagerland, Lydersen and Laake 2013).
    """
    from scipy.stats import binom

    if won == lost:
        return 1.0
    fewer, changed = min(won, lost), won + lost
    return min(1.0, float(2 * binom.cdf(fewer, changed, 0.5) - binom.pmf(fewer, changed, 0.5)))


def corrected(chances: Sequence[float]) -> list[float]:
    """The chances of several tests, raised so that many of them together do not find what is not there."""
    from scipy.stats import false_discovery_control

    return [float(chance) for chance in false_discovery_control(chances)] if chances else []
