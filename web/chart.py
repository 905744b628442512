"""Figures of years or units as a small picture and a table that can be copied; every point has its source."""

from __future__ import annotations

from decimal import Decimal
from html import escape

from assistant.models import Answer
from web.answer_text import marker, table
from web.series import Point, Series, series_of
from web.texts import text

WIDTH, ROW, LABEL, VALUE = 560, 30, 205, 90
LONGEST = 26  # letters of a label that there is room for; the table has them all
MOST = 3


def charts(exchange: int, answer: Answer) -> str:
    """The series of an answer, folded; nothing where it has none."""
    return "".join(_figure(exchange, answer, series) for series in series_of(answer)[:MOST])


def _figure(exchange: int, answer: Answer, series: Series) -> str:
    cited = {citation.n: marker(exchange, citation) for citation in answer.citations}
    unit = escape(series.unit)
    rows = [[escape(point.label), _value(point), cited[point.n]] for point in series.points]
    head = [text(f"chart_{series.over}"), unit or text("chart_value"), text("source")]
    summary = text(f"chart_summary_{series.over}", title=escape(series.title))
    return (
        f'<details class="series"><summary>{summary}</summary>'
        f"<figure><figcaption>{escape(series.title)}{f' ({unit})' if unit else ''}</figcaption>"
        f"{_bars(series)}{table(head, rows)}"
        f'<button type="button" class="quiet" data-copy-table="yes">{text("copy_table")}</button>'
        "</figure></details>"
    )


def _short(label: str) -> str:
    return label if len(label) <= LONGEST else f"{label[: LONGEST - 1].rstrip()}…"


def _value(point: Point) -> str:
    return escape(point.text.replace("-", "−"))


def _bars(series: Series) -> str:
    """Lying bars from a common zero; the figures of the answer in the strong colour."""
    values = [point.value for point in series.points]
    low, high = min(*values, Decimal(0)), max(*values, Decimal(0))
    room = Decimal(WIDTH - LABEL - VALUE)
    scale = room / (high - low) if high > low else Decimal(0)
    bars = "".join(_bar(at, point, low, scale) for at, point in enumerate(series.points))
    told = "; ".join(f"{point.label}: {_value(point)}" for point in series.points)
    label = escape(text("chart_alt", title=series.title, told=told))
    height = ROW * len(values) + 8
    return f'<svg class="bars" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{label}">{bars}</svg>'


def _bar(at: int, point: Point, low: Decimal, scale: Decimal) -> str:
    zero = LABEL + float(-low * scale)
    length = float(abs(point.value) * scale)
    left = zero - length if point.value < 0 else zero
    middle, told = at * ROW + 21, " told" if point.told else ""
    return (
        f'<text x="0" y="{middle}">{escape(_short(point.label))}</text>'
        f'<rect class="bar{told}" x="{left:.1f}" y="{at * ROW + 7}" width="{max(length, 1):.1f}" height="20" rx="3"/>'
        f'<text class="bar-value" x="{WIDTH}" y="{middle}" text-anchor="end">{_value(point)}</text>'
    )
