"""Where in a text the header of a table may begin and end, and how the table is written."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.clean import join_lines
from ingest.column_words import begins_unlabelled, carries_on_header, names_in
from ingest.line_kinds import Style
from ingest.row_segments import is_chunked

LOOK_AHEAD = 40  # lines by which it is judged how a table is written
HEADER_LINES = 24  # lines of a header, blank ones counted
SPACED = 0.6  # share of the lines that end with a blank
LABEL_LINES, SHORT_LABEL = 3, 7  # lines and words above a header that name the rows


def style_of(lines: Sequence[str], start: int) -> Style:
    """How the table that begins at a line is written, judged by the lines of figures after it or else by all lines."""
    near = lines[start : start + LOOK_AHEAD]
    rows = [line for line in near if line.strip()[-1:] in tuple("0123456789%") and len(line.split()) > 1]
    filled = [line for line in lines if line.strip()]
    return Style(_is_spaced(rows) if len(rows) > 1 else _is_spaced(filled), is_chunked(near))


def _is_spaced(lines: Sequence[str]) -> bool:
    """Do lines end with a blank, as they do where each cell is followed by one?"""
    return sum(line.endswith(" ") for line in lines) > SPACED * len(lines)


def header_starts(lines: Sequence[str], start: int) -> list[int]:
    """The line itself, or the few words above it that name the rows, where it begins with the name of a column."""
    starts: list[int] = []
    if not begins_unlabelled(lines[start]):
        return [start]
    words = 0
    for at in range(start - 1, max(-1, start - LABEL_LINES - 2), -1):
        line = lines[at]
        words += len(line.split())
        gone = starts and not line.strip() or words > SHORT_LABEL or line.rstrip().endswith((".", ":", ","))
        if gone:
            break
        starts += [at] if line.strip()[:1].isupper() else []
    return [start, *starts]


def header_ends(lines: Sequence[str], start: int) -> list[int]:
    """The lines at which the rows may begin, the farthest first: no name of a column of figures stands below one."""
    ends = [start + 1]
    for at in range(start + 1, min(start + HEADER_LINES, len(lines))):
        line = lines[at]
        following = lines[at + 1] if at + 1 < len(lines) else ""
        broken = join_lines([line.strip(), following.strip()]) if following.strip()[:1].islower() else ""
        if line.strip() and not carries_on_header(line) and not (broken and carries_on_header(broken)):
            break
        ends = [at + 1] if names_in(line) else [*ends, at + 1] if line.strip() else ends
    return ends[::-1]
