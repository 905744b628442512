"""Tables of contents among the tables of a text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.units import Row

FEWEST = 5  # rows of a title and a number that are a table of contents; fewer that follow on one


def is_contents(rows: Sequence[Row], goes_on: bool) -> bool:
    """Are the rows headings with the numbers of their pages; `goes_on` where they follow on such?"""
    pages = [row.cells[-1] for row in rows if len(row.cells) == 2]
    numbered = len(pages) == len(rows) >= (2 if goes_on else FEWEST) and all(page.isdigit() for page in pages)
    return numbered and all(int(a) <= int(b) for a, b in pairwise(pages))
