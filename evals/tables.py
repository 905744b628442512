"""How tables are read (make bench-tables): known tables typeset in many ways, read back and compared cell by cell."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evals.cells import Reading, Score, score
from evals.layouts import LAYOUTS, Layout, Table, fitting
from evals.plumber import count_pages
from evals.producers import is_installed, produce

ROOT = Path(__file__).resolve().parent.parent
SETS = (ROOT / "evals" / "sets" / "practice-1", ROOT / "evals" / "sets" / "practice-2")
READERS = {"plansvar": ["-m", "app", "tables", "--json"], "pdfplumber": ["-m", "evals.plumber"]}
HEAD = ("layout", "tables", "whole", "cells", "figures", "headers", "invented", "pages/s")
WIDTH = 180  # letters of a misread cell's line
LINE = "{:<42}{:>9}{:>9}{:>9}{:>9}{:>9}{:>10}{:>9}"


@dataclass(frozen=True, slots=True)
class Measured:
    """One way of setting the tables of some documents: what was read right, and how long that took."""

    name: str
    score: Score
    pages_a_second: float


def main() -> None:
    """Print one line for the documents as they are, and one for each layout that can be made here."""
    given = _arguments()
    print(LINE.format(*HEAD))
    for measured in _measure_all(given):
        print(line(measured), flush=True)
        print("".join(f"    {wrong[:WIDTH]}\n" for wrong in measured.score.wrong[: given.wrong]), end="")


def line(measured: Measured) -> str:
    """One line of the table."""
    s = measured.score
    shares = [(s.right, s.cells), (s.right_figures, s.figures), (s.right_headers, s.headers)]
    shown = [f"{right / of:.3f}" if of else "–" for right, of in shares]
    speed = f"{measured.pages_a_second:.1f}"
    return LINE.format(measured.name, f"{s.found}/{s.tables}", s.whole, *shown, s.invented, speed)


def _measure_all(given: argparse.Namespace) -> Iterable[Measured]:
    documents = [document for folder in given.folders for document in _documents(folder)]
    if given.layout is None or given.layout in "as they are":
        originals = [(tables, folder / "pdf" / tables[0]["doc"]) for folder, tables in documents]
        yield _measure("as they are", originals, given.reader)
    for layout in LAYOUTS:
        name = f"{layout.name} ({layout.producer})"
        if given.layout and given.layout not in name:
            continue
        if not is_installed(layout.producer):
            print(f"{name}: not measured, {layout.producer} is not installed")
            continue
        with TemporaryDirectory() as scratch:
            made = _typeset([tables for _, tables in documents], layout, given.keep or Path(scratch))
            yield _measure(name, made, given.reader)


def _typeset(documents: Sequence[list[Table]], layout: Layout, folder: Path) -> list[tuple[list[Table], Path]]:
    out = []
    for tables in documents:
        fit = fitting(tables, layout)
        name = f"{layout.producer} {layout.name} {Path(tables[0]['doc']).stem}.pdf"
        if fit:
            produce(fit, layout, (folder / name.replace(" ", "-")).resolve())
            out.append((fit, folder / name.replace(" ", "-")))
    return out


def _measure(name: str, documents: Iterable[tuple[list[Table], Path]], reader: str) -> Measured:
    total, seconds, pages = Score(), 0.0, 0
    for tables, file in documents:
        start = time.perf_counter()
        read = _read(file, reader)
        seconds += time.perf_counter() - start
        pages += count_pages(file)
        total += score(tables, read)
    return Measured(name, total, pages / seconds if seconds else 0.0)


def _read(file: Path, reader: str) -> list[Reading]:
    """The tables that a reader, in a process of its own, finds in a file."""
    command = [sys.executable, *READERS[reader], str(file)]
    said = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout
    return [Reading(tuple(table["header"]), tuple(_rows(table["rows"]))) for table in json.loads(said)]


def _rows(rows: Sequence[dict[str, Any]]) -> Iterable[tuple[str, ...]]:
    """The rows as they stand: a group's title above its rows, a comment under its row."""
    for group, members in groupby(rows, key=lambda row: row.get("group", "")):
        held = list(members)
        blank = ("",) * (len(held[0]["cells"]) - 1)
        yield from [(group, *blank)] if group else []
        for row in held:
            yield tuple(cell["text"] if isinstance(cell, dict) else cell for cell in row["cells"])
            yield from [(row["comment"], *blank)] if row.get("comment") else []


def _documents(folder: Path) -> list[tuple[Path, list[Table]]]:
    """The tables of a folder, document by document."""
    tables = json.loads((folder / "tables.json").read_text("utf-8"))
    return [(folder, list(group)) for _, group in groupby(tables, key=lambda table: str(table["doc"]))]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-tables", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=list(SETS), help="folders with tables.json and pdf/")
    parser.add_argument("--layout", help="only layouts with this in their name, as 'borderless' or 'chromium'")
    parser.add_argument("--reader", choices=list(READERS), default="plansvar")
    parser.add_argument("--wrong", type=int, default=0, metavar="N", help="list the first N misread cells of each")
    parser.add_argument("--keep", type=Path, help="keep the PDF files in this folder")
    return parser.parse_args()


if __name__ == "__main__":
    main()
