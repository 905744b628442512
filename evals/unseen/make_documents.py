"""Typeset the three unseen documents and write the truth of their tables.

Needs weasyprint, reportlab, python-docx, pdfplumber, LibreOffice Writer, and the Liberation and DejaVu fonts.
"""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

from source import read
from truth import tables

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Make the PDFs and tables.json."""
    (HERE / "pdf").mkdir(exist_ok=True)
    truth: list[dict[str, Any]] = []
    for path in sorted((HERE / "sources").glob("*.md")):
        source = read(path)
        target = HERE / "pdf" / source.file
        importlib.import_module(f"look_{source.look}").render(source, target)
        truth += tables(source, target)
        print(f"{source.file}: {len(source.tables)} tables")
    (HERE / "tables.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
