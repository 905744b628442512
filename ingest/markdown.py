"""Markdown to units: headings with their levels, paragraphs, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.plain import POINT, Unit

HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
RULE = re.compile(r"^\|?[\s:|-]*-{3,}[\s:|-]*\|?$")
EMPHASIS = re.compile(r"\*\*|__|`|\[([^\]]*)\]\([^)]*\)")


def markdown_units(lines: Sequence[str]) -> Iterator[Unit]:
    """The lines of a page as units."""
    held: list[str] = []
    table: list[list[str]] = []
    for line in [*lines, ""]:
        heading = HEADING.match(line)
        if held and (not line.strip() or heading or POINT.match(line) or line.startswith("|")):
            yield _plain(" ".join(held)), 0
            held = []
        if table and not line.startswith("|"):
            yield table
            table = []
        if heading:
            yield _plain(heading[2]), len(heading[1])
        elif line.startswith("|"):
            table += [] if RULE.match(line) else [[_plain(c) for c in line.strip().strip("|").split("|")]]
        elif line.strip():
            held.append(line.strip())


def _plain(text: str) -> str:
    return EMPHASIS.sub(lambda m: m[1] or "", text).strip()
