"""Word files to one page of lines and grids: the one file that reads with python-docx."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from docx import Document as open_word
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from ingest.blocks import RawPage, UnreadableFile
from ingest.text_layout import laid_out_page
from ingest.units import Row, TableUnit, TextUnit

LARGEST = 200 * 2**20  # bytes that the file may hold when it is unpacked
HEADING = re.compile(r"(?:Heading|Rubrik|Title) ?(\d?)")


def read_docx(path: Path) -> list[RawPage]:
    """The whole of a .docx file as one page, since only a printer knows its pages. Raises UnreadableFile."""
    try:
        with ZipFile(path) as packed:
            size = sum(part.file_size for part in packed.infolist())
        if size > LARGEST:
            raise UnreadableFile(f"{path.name}: filen är för stor. Dela upp den och läs in delarna.")
        units = list(_units(path))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise UnreadableFile(f"{path.name}: filen är skadad eller ingen Word-fil (.docx). Spara om den.") from error
    if not units:
        raise UnreadableFile(f"{path.name}: filen är tom.")
    return [laid_out_page(1, "1", units)]


def _units(path: Path) -> Iterator[TextUnit | TableUnit]:
    """Paragraphs with their heading level, and tables, in the order of the document."""
    for at, block in enumerate(open_word(str(path)).iter_inner_content()):
        if isinstance(block, Table):
            yield TableUnit(tuple(Row(tuple(_cell(cell.text) for cell in row.cells), at) for row in block.rows))
        elif isinstance(block, Paragraph) and block.text.strip():
            yield _paragraph(block, at)


def _paragraph(paragraph: Paragraph, at: int) -> TextUnit:
    style = paragraph.style.name or "" if paragraph.style else ""
    found = HEADING.match(style)
    text = " ".join(paragraph.text.split())
    if found:
        return TextUnit(text, int(found[1] or 1), at)
    return TextUnit(f"• {text}" if style.startswith("List") else text, 0, at)


def _cell(text: str) -> str:
    return " ".join(text.split())
