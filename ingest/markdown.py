"""Markdown to units: headings with their levels, paragraphs, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ingest.paragraphs import POINT
from ingest.units import Row, TableUnit, TextUnit, Unit

HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
RULE = re.compile(r"^\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?$")
BAR = re.compile(r"(?<!\\)\|")
EMPHASIS = re.compile(r"(?<!\\)(?:\*\*|__|`)|\[([^\]]*)\]\([^)]*\)")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")


def markdown_units(lines: Sequence[str]) -> Iterator[Unit]:
    """The lines of a text as units."""
    for in_table, group in groupby(enumerate(lines), key=lambda placed: placed[1].lstrip().startswith("|")):
        run = list(group)
        if in_table:
            rows = [Row(_cells(line), at) for at, line in run if not RULE.match(line.strip())]
            yield from (TableUnit(tuple(rows)),) if rows else ()
        else:
            yield from _text_units(run)


def _text_units(run: Sequence[tuple[int, str]]) -> Iterator[TextUnit]:
    held: list[tuple[int, str]] = []
    for at, line in [*run, (-1, "")]:
        heading = HEADING.match(line)
        if held and (not line.strip() or heading or POINT.match(line)):
            yield TextUnit(_plain(" ".join(text for _, text in held)), 0, held[0][0])
            held = []
        if heading:
            yield TextUnit(_plain(heading[2]), len(heading[1]), at)
        elif line.strip():
            held.append((at, line.strip()))


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(_plain(cell) for cell in BAR.split(inner))


def _plain(text: str) -> str:
    """The text without marks of emphasis, links, and the backslash before a mark written as itself."""
    return ESCAPED.sub(r"\1", EMPHASIS.sub(lambda m: m[1] or "", text)).strip()
