"""Lines of a table parted where a new row begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.line_kinds import Style

Chunk = tuple[str, ...]  # lines that stand together


@dataclass(frozen=True, slots=True)
class Segment:
    """Words between two rows, in chunks, and the lines of figures below them."""

    at: int
    words: tuple[Chunk, ...]
    figures: Chunk


def segments_of(lines: Sequence[str], kinds: str, style: Style) -> list[Segment]:
    """Each run of lines of figures with the words above it; a label with figures begins a row, figures alone go on."""
    out: list[Segment] = []
    chunks: list[list[str]] = []
    parted = True
    for at, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind == "W":
            fresh = parted if style.chunked else parted or _opens(line)
            chunks += [[]] if fresh or not chunks else []
            chunks[-1].append(line)
        elif kind == "F" or kind == "N" and (chunks or not out):
            out.append(Segment(at, tuple(tuple(chunk) for chunk in chunks), (line,)))
            chunks = []
        elif kind == "N":
            parts = [*out[-1].figures[:-1], _parted(out[-1].figures[-1]) if parted else out[-1].figures[-1], line]
            out[-1] = replace(out[-1], figures=tuple(parts))
        parted = kind == "_" or not style.chunked and kind in "FN"
    return out


def _parted(line: str) -> str:
    """The line with the blank that an empty line below it stands for."""
    return line if line.endswith(" ") else f"{line} "


def _opens(line: str) -> bool:
    return line.strip()[:1].isupper()


def is_chunked(lines: Sequence[str]) -> bool:
    """Are cells and rows parted by empty lines?"""
    blank = sum(not line.strip() for line in lines)
    return blank * 8 > len(lines)
