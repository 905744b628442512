"""Paragraphs to pieces: prose of 80 to 200 words, and lists each whole with the line that introduces it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.documents import Box, Figure, PassageKind
from ingest.blocks import Heading, Paragraph

SHORTEST, LONGEST = 80, 200  # words of a prose passage
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage before it has an id and a place in its document."""

    kind: PassageKind
    headings: Path
    text: str
    boxes: tuple[Box, ...]
    table: str = ""
    figures: tuple[Figure, ...] = ()
    pages: tuple[int, ...] = ()


def prose_pieces(paragraphs: Sequence[Paragraph], headings: Path) -> Iterator[Piece]:
    """The paragraphs under one heading as passages that are neither short nor long."""
    held: list[Paragraph] = []
    for unit in _units(paragraphs):
        if held and (_words(held) + _words(unit) > LONGEST or _words(held) >= SHORTEST):
            yield _piece(held, headings)
            held = []
        held += unit
    if held:
        yield _piece(held, headings)


def bare_headings(run: Sequence[Heading]) -> Iterator[Piece]:
    """Headings with nothing under them (a cover, an address, a list of names) as one passage."""
    bare = [h for h, after in pairwise(run) if after.level <= h.level]
    last = [run[-1]] if bare and run[-1].level == bare[-1].level else []
    if bare:
        text = "\n".join(h.text for h in [*bare, *last])
        yield Piece(PassageKind.PROSE, (), text, tuple(h.box for h in bare))


def _units(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Paragraphs, and lists each with the line that introduces it, never to be parted."""
    unit: list[Paragraph] = []
    for paragraph in paragraphs:
        introduces = bool(unit) and not unit[-1].item and unit[-1].text.endswith(":")
        if unit and not (paragraph.item and (unit[-1].item or introduces)):
            yield unit
            unit = []
        unit.append(paragraph)
    if unit:
        yield unit


def _words(paragraphs: Sequence[Paragraph]) -> int:
    return sum(len(p.text.split()) for p in paragraphs)


def _piece(paragraphs: Sequence[Paragraph], headings: Path) -> Piece:
    kind = PassageKind.LIST if any(p.item for p in paragraphs) else PassageKind.PROSE
    text = "\n".join(f"• {p.text}" if p.item else p.text for p in paragraphs)
    return Piece(kind, headings, text, tuple(box for p in paragraphs for box in p.boxes))
