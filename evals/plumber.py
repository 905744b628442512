"""The tables of a PDF as pdfplumber alone gives them: what the tables of Plansvar are measured against."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pdfplumber


def tables_in(file: str) -> list[dict[str, Any]]:
    """Every table in the shape of `plansvar tables --json`, its first row as the header."""
    with pdfplumber.open(file) as pdf:
        found = [table for page in pdf.pages for table in page.extract_tables() if table]
    return [{"header": _row(table[0]), "rows": [{"cells": _row(row)} for row in table[1:]]} for table in found]


def count_pages(file: Path) -> int:
    """The number of pages of a PDF."""
    with pdfplumber.open(file) as pdf:
        return len(pdf.pages)


def _row(cells: list[str | None]) -> list[str]:
    return [cell or "" for cell in cells]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(tables_in(sys.argv[1])))
