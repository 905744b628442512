"""ReportLab Platypus, serif; tables without any line, figures to the right, header repeated after a page break."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import KeepTogether, ListFlowable, ListItem, PageBreak, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as Grid
from source import NUMBER, Block, Source, Table

FONTS = Path("/usr/share/fonts/truetype/liberation")
BODY = ParagraphStyle("body", fontName="Serif", fontSize=11, leading=15, spaceAfter=7)
CELL = ParagraphStyle("cell", fontName="Serif", fontSize=10, leading=12)
STYLES = {
    "paragraph": BODY,
    "title": ParagraphStyle("title", fontName="SansBold", fontSize=22, leading=28, spaceAfter=8),
    "small": ParagraphStyle("small", fontName="Serif", fontSize=9.5, leading=13, spaceAfter=6),
    1: ParagraphStyle(
        "h1", fontName="SansBold", fontSize=16, leading=20, spaceBefore=12, spaceAfter=6, keepWithNext=True
    ),
    2: ParagraphStyle(
        "h2", fontName="SansBold", fontSize=12.5, leading=16, spaceBefore=8, spaceAfter=4, keepWithNext=True
    ),
    "caption": ParagraphStyle("caption", fontName="SansBold", fontSize=9.5, leading=13, spaceBefore=4, spaceAfter=3),
}


def render(source: Source, target: Path) -> None:
    """Typeset the document."""
    for name, file in (
        ("Serif", "LiberationSerif-Regular"),
        ("SerifBold", "LiberationSerif-Bold"),
        ("SansBold", "LiberationSans-Bold"),
    ):
        pdfmetrics.registerFont(TTFont(name, FONTS / f"{file}.ttf"))
    story = [flowable for block in source.blocks for flowable in _flow(block)]
    at = next(i for i, block in enumerate(source.blocks) if block.kind == "heading")
    story.insert(at, PageBreak())
    doc = SimpleDocTemplate(
        str(target),
        pagesize=A4,
        title=source.running,
        invariant=1,
        leftMargin=25 * mm,
        rightMargin=25 * mm,
        topMargin=26 * mm,
        bottomMargin=24 * mm,
    )
    doc.build(story, onLaterPages=lambda canvas, _: _furniture(canvas, source))


def _furniture(canvas: Any, source: Source) -> None:
    canvas.setFont("Serif", 8.5)
    canvas.drawString(25 * mm, A4[1] - 16 * mm, source.running)
    canvas.drawRightString(A4[0] - 25 * mm, 13 * mm, str(canvas.getPageNumber()))


def _flow(block: Block) -> list[Any]:
    if block.table:
        return _table(block.table)
    if block.kind == "list":
        items = [ListItem(Paragraph(text, BODY), leftIndent=14) for text in block.items]
        return [ListFlowable(items, bulletType="bullet", start="•", bulletFontSize=9), Spacer(1, 4)]
    return [Paragraph(block.text, STYLES[block.level or block.kind])]


def _table(table: Table) -> list[Any]:
    width = A4[0] - 50 * mm
    widths = [width * w / sum(table.widths) for w in table.widths]
    rows = [_row(table, row, True) for row in table.header]
    rows += [_row(table, row, kind != "data") for row, kind in zip(table.rows, table.kinds, strict=True)]
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
    ]
    grid = Grid(rows, colWidths=widths, repeatRows=len(table.header), style=style)
    caption = Paragraph(table.title, STYLES["caption"])
    if len(rows) > 20:
        return [caption, grid, Spacer(1, 10)]
    return [KeepTogether([caption, grid, Spacer(1, 10)])]


def _row(table: Table, row: list[str], bold: bool) -> list[Paragraph | str]:
    return [_cell(text, table.numeric(column), bold) for column, text in enumerate(row)]


def _cell(text: str, numeric: bool, bold: bool) -> Paragraph | str:
    style = ParagraphStyle("c", CELL, alignment=TA_RIGHT if numeric else 0, fontName="SerifBold" if bold else "Serif")
    if numeric and NUMBER.match(text):
        text = text.replace(" ", "\u00a0")
    return Paragraph(text, style) if text else ""
