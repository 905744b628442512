"""ReportLab Platypus, sans; tables with horizontal rules only, figures to the right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import ListFlowable, ListItem, PageBreak, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as Grid
from source import NUMBER, Block, Source, Table

FONTS = Path("/usr/share/fonts/truetype/dejavu")
INK = HexColor("#14443a")
BODY = ParagraphStyle("body", fontName="Sans", fontSize=10, leading=15, spaceAfter=7)
BOLD = ParagraphStyle("bold", BODY, fontName="SansBold", keepWithNext=True)
STYLES = {
    "paragraph": BODY,
    "title": ParagraphStyle("title", BOLD, fontSize=22, leading=28, spaceAfter=8, textColor=INK),
    "small": ParagraphStyle("small", BODY, fontSize=9, leading=12.5),
    1: ParagraphStyle("h1", BOLD, fontSize=15, leading=19, spaceBefore=12, spaceAfter=6, textColor=INK),
    2: ParagraphStyle("h2", BOLD, fontSize=11.5, leading=15, spaceBefore=8, spaceAfter=4, textColor=INK),
    "caption": ParagraphStyle("caption", BOLD, fontSize=8.8, leading=12, spaceBefore=4, spaceAfter=3),
}
STYLE = [
    ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ("LEFTPADDING", (0, 0), (0, -1), 0),
    ("LINEBELOW", (0, 0), (-1, -1), 0.3, HexColor("#aaaaaa")),
    ("LINEABOVE", (0, 0), (-1, 0), 1, INK),
    ("LINEBELOW", (0, 0), (-1, 0), 1, INK),
]


def render(source: Source, target: Path) -> None:
    """Typeset the document."""
    pdfmetrics.registerFont(TTFont("Sans", FONTS / "DejaVuSansCondensed.ttf"))
    pdfmetrics.registerFont(TTFont("SansBold", FONTS / "DejaVuSansCondensed-Bold.ttf"))
    story = [flowable for block in source.blocks for flowable in _flow(block)]
    at = next(i for i, block in enumerate(source.blocks) if block.kind == "heading")
    story[at:at] = [PageBreak()]
    story.insert(0, Spacer(1, 70 * mm))
    edge = 24 * mm
    doc = SimpleDocTemplate(
        str(target),
        pagesize=A4,
        title=source.running,
        invariant=1,
        leftMargin=edge,
        rightMargin=edge,
        topMargin=edge,
        bottomMargin=edge,
    )
    doc.build(story, onLaterPages=lambda canvas, _: _furniture(canvas, source))


def _furniture(canvas: Any, source: Source) -> None:
    canvas.setFont("Sans", 8)
    canvas.drawRightString(A4[0] - 24 * mm, A4[1] - 14 * mm, source.running)
    canvas.drawString(24 * mm, 13 * mm, str(canvas.getPageNumber()))


def _flow(block: Block) -> list[Any]:
    if block.table:
        return _table(block.table)
    if block.kind == "list":
        items = [ListItem(Paragraph(text, BODY), leftIndent=14) for text in block.items]
        return [ListFlowable(items, bulletType="bullet", start="–", bulletFontSize=9), Spacer(1, 4)]
    return [Paragraph(block.text, STYLES[block.level or block.kind])]


def _table(table: Table) -> list[Any]:
    width = A4[0] - 48 * mm
    widths = [width * w / sum(table.widths) for w in table.widths]
    rows = [_row(table, row, True) for row in table.header]
    rows += [_row(table, row, kind != "data") for row, kind in zip(table.rows, table.kinds, strict=True)]
    grid = Grid(rows, colWidths=widths, repeatRows=len(table.header), style=STYLE)
    return [Paragraph(table.title, STYLES["caption"]), grid, Spacer(1, 11)]


def _row(table: Table, row: list[str], bold: bool) -> list[Paragraph | str]:
    return [_cell(text, table.numeric(column), bold) for column, text in enumerate(row)]


def _cell(text: str, numeric: bool, bold: bool) -> Paragraph | str:
    font = "SansBold" if bold else "Sans"
    style = ParagraphStyle("c", BODY, fontSize=8.5, leading=10.8, spaceAfter=0, fontName=font)
    style.alignment = TA_RIGHT if numeric else 0
    if numeric and NUMBER.match(text):
        text = text.replace(" ", "\u00a0")
    return Paragraph(text, style) if text else ""
