"""The amounts of a list's items, told beside them where a question asks which there are and how much each is."""

from __future__ import annotations

from dataclasses import replace

from assistant.cells import choose_cells
from assistant.figures import rows_of
from assistant.found import Found
from assistant.models import Evidence, Reading
from assistant.wording import amount
from corpus.swedish.cues import cue

BETWEEN = ": "  # an item and its amount
FEWEST = 2  # items with amounts that a list is told of


def with_amounts(found: Found, reading: Reading) -> Found:
    """The list with the amount of each item, of those that have one; as it is where none is asked for or told."""
    if not cue("rows", "amounts", reading.question) or len(found.items) != len(found.sources):
        return found
    pairs = zip(found.items, found.sources, strict=True)
    told = [(f"{item}{BETWEEN}{value}", source) for item, source in pairs if (value := _amount(item, source, reading))]
    if len(told) < FEWEST:
        return found
    items, sources = zip(*told, strict=True)
    return replace(found, items=items, sources=sources)


def _amount(item: str, source: Evidence, reading: Reading) -> str:
    """What the row of an item holds of the year and kind that are asked for, or ''."""
    rows = (row for row in rows_of(source) if item.endswith(row.row[-1]))
    cells = (cell for row in rows for cell in choose_cells(reading, row)[:1] if cell.value is not None)
    years = reading.scope.years
    return next((amount(cell) for cell in cells if not years or cell.year in years), "")
