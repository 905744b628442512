"""python-docx, printed by LibreOffice; every table with a full grid and a header that is repeated on each page."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from source import Block, Source, Table

SIZES = {"Title": 24, "Heading 1": 16, "Heading 2": 13, "Normal": 11.5, "List Bullet": 11}


def render(source: Source, target: Path) -> None:
    """Typeset the document."""
    doc = Document()
    _page(doc, source)
    for block in source.blocks:
        _block(doc, block)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, target.with_suffix(".docx").name)
        doc.save(str(path))
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", str(target.parent), str(path)], check=True, capture_output=True)


def _page(doc: Any, source: Source) -> None:
    section = doc.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(23)
    for name, size in SIZES.items():
        style = doc.styles[name]
        style.font.name, style.font.size = "Liberation Serif", Pt(size)
        for kind in ("w:asciiTheme", "w:hAnsiTheme"):
            style.element.rPr.rFonts.attrib.pop(qn(kind), None)
    doc.styles["Normal"].paragraph_format.space_after = Pt(8)
    doc.styles["Normal"].paragraph_format.line_spacing = 1.3
    section.header.paragraphs[0].text = source.running
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = foot.add_run("Sida ")
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        part.text = text or None
        run._r.append(part)


def _block(doc: Any, block: Block) -> None:
    if block.table:
        _table(doc, block.table)
    elif block.kind == "heading":
        doc.add_heading(block.text, block.level)
    elif block.kind == "list":
        for item in block.items:
            doc.add_paragraph(item, style="List Bullet")
    else:
        par = doc.add_paragraph(block.text, style="Title" if block.kind == "title" else None)
        if block.kind == "small":
            par.runs[0].font.size = Pt(9.5)


def _table(doc: Any, table: Table) -> None:
    caption = doc.add_paragraph()
    caption.paragraph_format.keep_with_next = True
    caption.add_run(table.title).bold = True
    rows = [(row, "header") for row in table.header] + list(zip(table.rows, table.kinds, strict=True))
    grid = doc.add_table(len(rows), len(table.widths), style="Table Grid")
    grid.autofit = False
    for column, width in zip(grid.columns, table.widths, strict=True):
        column.width = Mm(164 * width / sum(table.widths))
    for line, (texts, kind) in zip(grid.rows, rows, strict=True):
        _flag(line, "w:cantSplit")
        if kind == "header":
            _flag(line, "w:tblHeader")
        _row(line.cells, table, texts, kind)
    doc.add_paragraph()


def _row(cells: Any, table: Table, texts: list[str], kind: str) -> None:
    for column, (cell, width) in enumerate(zip(cells, table.widths, strict=True)):
        cell.width = Mm(164 * width / sum(table.widths))
        _fill(cell, texts[column], kind, table.numeric(column))
    if kind == "header":
        for _, first, count in table.spans(texts):
            if count > 1:
                wide = cells[first].merge(cells[first + count - 1])
                wide.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    if kind == "group":
        cells[0].merge(cells[-1])


def _fill(cell: Any, text: str, kind: str, numeric: bool) -> None:
    if text in ("", "<"):
        return
    par = cell.paragraphs[0]
    par.paragraph_format.space_before = par.paragraph_format.space_after = Pt(2)
    par.paragraph_format.line_spacing = 1
    run = par.add_run(text.replace(" ", "\u00a0") if numeric and kind in ("data", "sum") else text)
    run.font.size, run.bold = Pt(8.8 if kind == "header" else 9.6), kind != "data"
    if numeric:
        par.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if kind == "header":
        shade = OxmlElement("w:shd")
        shade.set(qn("w:fill"), "E4E4E4")
        cell._tc.get_or_add_tcPr().append(shade)


def _flag(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
