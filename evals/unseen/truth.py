"""What the tables say, from the sources, with the pages on which the rows were printed, from the PDFs."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pdfplumber
from source import Source, Table


def pages_of(pdf: Path) -> list[Counter[str]]:
    """The words of each page, counted."""
    with pdfplumber.open(pdf) as doc:
        return [Counter(_words(page.extract_text(x_tolerance=1.5) or "")) for page in doc.pages]


def tables(source: Source, pdf: Path) -> list[dict[str, Any]]:
    """All tables of a document in the format of the truth file."""
    out: list[dict[str, Any]] = []
    pages, start = pages_of(pdf), 0
    for table in source.tables:
        start = _find([table.title, *table.header[-1]], pages, start)
        record = _record(source, table, pages, start)
        start = record["pages"][-1] - 1
        out.append(record)
    return out


def _record(source: Source, table: Table, pages: list[Counter[str]], start: int) -> dict[str, Any]:
    row_pages: list[list[int]] = []
    at = start
    for row in table.rows:
        at = _find(row, pages, at)
        row_pages.append([at + 1])
    used = sorted({page for row in row_pages for page in row} | {start + 1})
    return {
        "id": table.id,
        "doc_id": source.doc_id,
        "doc": source.file,
        "page": start + 1,
        "pages": used,
        "title": table.title,
        "section": table.section,
        "header": [_spread(row) for row in table.header],
        "rows": table.rows,
        "row_kinds": table.kinds,
        "row_pages": row_pages,
        "header_repeated": len(used) > 1,
    }


def _spread(row: list[str]) -> list[str]:
    out: list[str] = []
    for cell in row:
        out.append(out[-1] if cell == "<" else cell)
    return out


def _find(cells: list[str], pages: list[Counter[str]], start: int) -> int:
    need = Counter(_words(" ".join(cells)))
    for number in range(start, len(pages)):
        if not need - pages[number]:
            return number
    raise ValueError(f"row not found from page {start + 1}: {cells}")


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.replace("\u00a0", " ").lower())
