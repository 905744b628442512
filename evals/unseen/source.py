"""Read a document's source: a small dialect of Markdown with tables whose rows say what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROW = re.compile(r"^([hdgs]): ?(.*)$")
KINDS = {"d": "data", "g": "group", "s": "sum"}
NUMBER = re.compile(r"^[-−+]?\d[\d ]*(,\d+)?$")


@dataclass
class Table:
    """One table as the source states it; '<' in a header row means 'spanned by the cell to the left'."""

    id: str
    title: str
    widths: list[float]
    section: str
    style: str = "grid"
    header: list[list[str]] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    def add(self, kind: str, cells: list[str]) -> None:
        """Take in one row, filled up with blanks."""
        row = cells + [""] * (len(self.widths) - len(cells))
        if kind == "h":
            self.header.append(row)
        else:
            self.rows.append(row)
            self.kinds.append(KINDS[kind])

    def numeric(self, column: int) -> bool:
        """Are all filled cells of this column figures?"""
        cells = [row[column] for row in self.rows if row[column]]
        return column > 0 and bool(cells) and all(NUMBER.match(cell) for cell in cells)

    def spans(self, row: list[str]) -> list[tuple[str, int, int]]:
        """The header cells as (text, first column, number of columns)."""
        out: list[tuple[str, int, int]] = []
        for column, text in enumerate(row):
            if text == "<":
                out[-1] = (out[-1][0], out[-1][1], out[-1][2] + 1)
            else:
                out.append((text, column, 1))
        return out


@dataclass
class Block:
    """A piece of the text: title, small, toc, heading, paragraph, list or table."""

    kind: str
    text: str = ""
    level: int = 0
    items: list[str] = field(default_factory=list)
    table: Table | None = None


@dataclass
class Source:
    """One document: where it goes, how it looks, what it says."""

    doc_id: str
    file: str
    look: str
    running: str
    blocks: list[Block]

    @property
    def tables(self) -> list[Table]:
        """All tables in order."""
        return [block.table for block in self.blocks if block.table]


def read(path: Path) -> Source:
    """Read one source file."""
    head, _, body = path.read_text("utf-8").partition("\n\n")
    meta = dict(line.split(": ", 1) for line in head.splitlines())
    return Source(path.stem, meta["file"], meta["look"], meta["running"], list(_blocks(body)))


def _blocks(body: str) -> Iterator[Block]:
    trail: list[str] = []
    for chunk in re.split(r"\n\s*\n", body.strip()):
        for block in _chunk(chunk.splitlines(), trail):
            if block.kind == "heading":
                trail[block.level - 1 :] = [block.text]
            yield block


def _chunk(lines: list[str], trail: list[str]) -> Iterator[Block]:
    if lines[0].startswith(":::"):
        yield Block("table", table=_table(lines, " > ".join(trail)))
        return
    items = [line[2:] for line in lines if line.startswith("- ")]
    plain = [line for line in lines if not line.startswith("- ") and line != ":::"]
    for line in plain:
        yield _line(line)
    if items:
        yield Block("list", items=items)


def _line(line: str) -> Block:
    mark, _, rest = line.partition(" ")
    if mark.startswith("@"):
        return Block(mark[1:], rest)
    if mark and set(mark) == {"#"}:
        return Block("heading", rest, len(mark))
    return Block("paragraph", line)


def _table(lines: list[str], section: str) -> Table:
    id_, title, widths, *style = (part.strip() for part in lines[0].removeprefix(":::").split("|"))
    table = Table(id_, title, [float(w) for w in widths.split(",")], section, *style)
    for line in lines[1:]:
        if match := ROW.match(line):
            table.add(match[1], [cell.strip() for cell in match[2].split("|")])
    return table
