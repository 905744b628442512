"""Rules within a header: what stands above one is a row of its own, said for the columns under the rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.blocks import Cell, Grid
from ingest.grouping import over_several
from ingest.segments import Rule, Span, VisualLine, middle

Band = Sequence[VisualLine]


def parted_by_rules(lines: Band, rules: Sequence[Rule]) -> list[list[VisualLine]]:
    """The rows of a header: parted where a rule lies between two lines, or a text stands over two of the next."""
    rows = [list(lines[:1])]
    for above, line in pairwise(lines):
        rows += [[]] if over_several(above, line) or any(_between(above, line, rules)) else []
        rows[-1].append(line)
    return rows


def is_ruled_off(above: VisualLine, line: VisualLine, rules: Sequence[Rule], near: float) -> bool:
    """Is there a rule between two lines, near to both of them?"""
    return any(
        rule.y - above[0].box.bottom < near and line[0].box.top - rule.y < near for rule in _between(above, line, rules)
    )


def said_under_rules(grid: Grid, header: Sequence[Band], rules: Sequence[Rule]) -> Grid:
    """The grid, its header's texts that stand alone over a rule told to be as wide as the columns under it."""
    rows = list(grid.rows)
    for at, (band, below) in enumerate(pairwise(header)):
        for rule in _between(band[-1], below[0], rules):
            rows[at] = _widened(rows[at], grid.columns, rule)
    return replace(grid, rows=tuple(rows))


def _between(above: VisualLine, line: VisualLine, rules: Sequence[Rule]) -> Iterator[Rule]:
    return (rule for rule in rules if middle(above) < rule.y < middle(line))


def _widened(row: tuple[Cell, ...], columns: Sequence[Span], rule: Rule) -> tuple[Cell, ...]:
    under = [at for at, span in enumerate(columns) if rule.x0 < sum(span) / 2 < rule.x1]
    named = [at for at in under if row[at].text]
    if len(named) != 1 or len(under) < 2 or 0 in under:
        return row
    wide = replace(row[named[0]], over=len(under))
    return tuple(wide if at == under[0] else Cell("") if at in under else cell for at, cell in enumerate(row))
