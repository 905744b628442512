"""Check that the digests state the figures of the originals' tables, given cell by cell.

A figure is found when the document's digest has the same value in a row with the same label and
group, under the same header. Ends with 1 where a document falls short.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ENOUGH = 0.98  # of a document's figures
ALIKE = 0.5  # the least share of words in common, for labels, groups and headers
DIGITS = 0.3  # a cell with a smaller share of digits is text
Words = frozenset[str]


class Row(NamedTuple):
    """A row of a table, as sets of words."""

    label: Words
    group: Words
    cells: list[tuple[Words, str]]  # each with its header
    shown: str


def main() -> int:
    """Report every digest; 1 where one falls short."""
    parser = argparse.ArgumentParser(description="Compare the digests' tables with the originals'.")
    parser.add_argument("tables", type=Path)
    parser.add_argument("--sources", type=Path, default=Path(__file__).resolve().parent / "sources")
    arguments = parser.parse_args()
    truth: dict[str, list[Row]] = {}
    for table in json.loads(arguments.tables.read_text("utf-8")):
        truth.setdefault(f"{Path(table['doc']).stem}-sammandrag.md", []).extend(true_rows(table))
    shares = [report(arguments.sources / name, rows) for name, rows in sorted(truth.items())]
    found, total = (sum(counts) for counts in zip(*shares, strict=True))
    sys.stdout.write(f"all: {found} of {total} ({found / total:.1%})\n")
    return int(any(found < ENOUGH * total for found, total in shares))


def report(source: Path, rows: list[Row]) -> tuple[int, int]:
    """Write a digest's share and what it lacks; return how many figures are found, of how many."""
    digest = list(digest_rows(source.read_text("utf-8"))) if source.exists() else []
    figures = [(row, *cell) for row in rows for cell in row.cells[1:] if is_figure(cell[1])]
    missing = [figure for figure in figures if not is_stated(*figure, digest)]
    found = len(figures) - len(missing)
    sys.stdout.write(f"{source.stem}: {found} of {len(figures)} ({found / len(figures):.1%})\n")
    for row, header, cell in missing if digest else ():
        sys.stdout.write(f"  {row.shown} | {' '.join(sorted(header))} | {cell}\n")
    return found, len(figures)


def is_stated(row: Row, header: Words, cell: str, digest: list[Row]) -> bool:
    """Look in the rows most like this one, and there under the headers most like this one."""
    near = [(alike(row.label, d.label), alike(row.group, row.group & d.group), d) for d in digest]
    best = max((label + group for label, group, _ in near if min(label, group) >= ALIKE), default=9)
    for other in (d for label, group, d in near if label + group == best):
        found = [(alike(header, h) if header else 1, value(c)) for h, c in other.cells]
        if (max(ALIKE, *(score for score, _ in found)), value(cell)) in found:
            return True
    return False


def true_rows(table: dict[str, Any]) -> Iterator[Row]:
    """Yield the rows of an original's table."""
    headers = [" ".join(parts) for parts in zip(*table["header"], strict=True)]
    group = ""
    for cells, kind in zip(table["rows"], table["row_kinds"], strict=True):
        if kind in ("group", "section"):
            group = cells[0]
        else:
            yield make_row(cells, headers or [""] * len(cells), group)


def digest_rows(markdown: str) -> Iterator[Row]:
    """Yield the rows of all tables; their group includes caption and headings."""
    path, headers, caption, group = [""], [""], "", ""
    for line in markdown.splitlines():
        if heading := re.match(r"(#+) (.*)", line):
            path, caption = [*path[: len(heading[1]) - 1], heading[2]], ""
        if not line.startswith("|"):
            headers, group = [], ""
            caption = line if line.startswith("**") else caption
            continue
        cells = [c.replace("\\", "").strip() for c in re.split(r"(?<!\\)\|", line)[1:-1]]
        if not headers:
            headers = cells
        elif cells[0].startswith("**") and not any(cells[1:]):
            group = cells[0]
        elif re.search(r"\w", line):
            yield make_row(cells, headers, " ".join([*path, caption, group]))


def make_row(cells: list[str], headers: list[str], group: str) -> Row:
    """Build a row; a second cell of text (a sex, an object's name) belongs to the label."""
    label = " ".join([cells[0], *(cell for cell in cells[1:2] if not is_figure(cell))])
    under = [(words(header), cell) for header, cell in zip(headers, cells, strict=False)]
    return Row(words(label), words(group), under, f"{group} > {label}".strip(" >"))


def words(text: str) -> Words:
    """Return the words of a text, those broken over two lines made whole."""
    return frozenset(re.findall(r"\w+", re.sub(r"(?<=\w)-\s?(?=\w)", "", text.lower())))


def alike(left: Words, right: Words) -> float:
    """Return the share of words that two texts have in common."""
    return len(left & right) / max(len(left), len(right)) if left or right else 1


def is_figure(cell: str) -> bool:
    """Say whether digits make up enough of a cell."""
    return sum(c.isdigit() for c in cell) >= DIGITS * len("".join(cell.split()) or "empty")


def value(cell: str) -> list[str]:
    """Return the numbers of a cell with their signs, and what bounds them; units may move."""
    bare = re.sub(r"[\u2212\u2013]", "-", re.sub(r"\s", "", cell.lower())).replace(",", ".")
    return re.findall(r"minst|högst|[<>]|-?\d+(?:\.\d+)*", bare)


if __name__ == "__main__":
    raise SystemExit(main())
