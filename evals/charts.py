"""Charts as SVG within a page: nothing is fetched, and a reader without sight is told the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from evals.chance import Interval

LABEL, BAR, VALUE, ROW = 250, 380, 150, 28  # the columns and the height of a row, in units of the drawing
COLUMNS, TALL, WIDE = 24, 120, 780


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a share of 0 to 1 with its interval, and what stands to its right."""

    label: str
    share: float
    interval: Interval | None
    value: str


def bars(title: str, rows: Sequence[Bar]) -> str:
    """Bars below each other, each with its interval as a whisker."""
    told = "; ".join(f"{row.label} {row.value}" for row in rows)
    drawn = "".join(_bar(row, at * ROW) for at, row in enumerate(rows))
    return _svg((LABEL + BAR + VALUE, ROW * len(rows)), f"{title}: {told}", drawn)


def _bar(row: Bar, top: int) -> str:
    middle = top + ROW / 2
    label = f'<text x="{LABEL - 8}" y="{middle + 4}" text-anchor="end">{escape(_short(row.label))}</text>'
    rail = f'<rect class="rail" x="{LABEL}" y="{top + 6}" width="{BAR}" height="{ROW - 12}"/>'
    bar = f'<rect class="bar" x="{LABEL}" y="{top + 6}" width="{BAR * row.share:.1f}" height="{ROW - 12}"/>'
    value = f'<text x="{LABEL + BAR + 8}" y="{middle + 4}">{escape(row.value)}</text>'
    return label + rail + bar + (_whisker(row.interval, middle) if row.interval else "") + value


def _whisker(interval: Interval, middle: float) -> str:
    low, high = (LABEL + BAR * min(1.0, max(0.0, end)) for end in interval)
    ends = "".join(f"M{x:.1f} {middle - 5}V{middle + 5}" for x in (low, high))
    return f'<path class="whisker" d="M{low:.1f} {middle}H{high:.1f}{ends}"/>'


def histogram(title: str, values: Sequence[float], unit: str) -> str:
    """How many of the values lie in each of some equal steps from 0 to the greatest."""
    most = max(values) or 1.0
    counts = [0] * COLUMNS
    for value in values:
        counts[min(COLUMNS - 1, int(value / most * COLUMNS))] += 1
    width = WIDE / COLUMNS
    drawn = "".join(
        f'<rect class="bar" x="{at * width + 1:.1f}" y="{TALL - TALL * count / max(counts):.1f}" '
        f'width="{width - 2:.1f}" height="{TALL * count / max(counts):.1f}"/>'
        for at, count in enumerate(counts)
    )
    ends = [(0, "start", f"0 {unit}"), (WIDE, "end", f"{_number(most)} {unit}")]
    axis = "".join(f'<text x="{x}" y="{TALL + 16}" text-anchor="{end}">{text}</text>' for x, end, text in ends)
    told = f"{title}: {len(values)} värden, det största {_number(most)} {unit}"
    return _svg((WIDE, TALL + 20), told, drawn + axis)


def _svg(size: tuple[float, float], told: str, drawn: str) -> str:
    label = escape(told, quote=True)
    return f'<svg viewBox="0 0 {size[0]} {size[1]}" role="img" aria-label="{label}">{drawn}</svg>'


def _short(label: str) -> str:
    return label if len(label) <= 34 else f"{label[:33]}…"


def _number(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
