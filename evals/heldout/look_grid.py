"""fpdf2, condensed sans; tables with a full grid that run on over the page without their header."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import TableHeadingsDisplay
from fpdf.fonts import FontFace
from source import Block, Source, Table

FONTS = Path("/usr/share/fonts/truetype/dejavu")
SIZES = {1: 15, 2: 12}


class Pages(FPDF):
    """An A4 document with a running head and page numbers."""

    def __init__(self, running: str) -> None:
        super().__init__(format="A4")
        self.running = running
        self.set_margins(22, 24, 22)
        self.set_auto_page_break(True, 22)
        self.set_creation_date(datetime(2024, 9, 24, tzinfo=UTC))
        for style, file in (("", "DejaVuSansCondensed"), ("B", "DejaVuSansCondensed-Bold")):
            self.add_font("Body", style, FONTS / f"{file}.ttf")

    def header(self) -> None:
        """The running head."""
        self.set_font("Body", "", 8)
        self.set_y(12)
        self.cell(0, 5, self.running, new_x="LMARGIN", new_y="NEXT")
        self.set_y(24)

    def footer(self) -> None:
        """The page's number."""
        self.set_y(-15)
        self.set_font("Body", "", 8)
        self.cell(0, 5, f"Sida {self.page_no()} av {{nb}}", align="R")

    def text_block(self, text: str, size: float, bold: bool = False, space: float = 2.5) -> None:
        """A paragraph in one font."""
        self.set_font("Body", "B" if bold else "", size)
        self.multi_cell(0, size * 0.52, text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(space)


def render(source: Source, target: Path) -> None:
    """Typeset the document."""
    pdf = Pages(source.running)
    pdf.set_title(source.running)
    pdf.add_page()
    for block in source.blocks:
        _block(pdf, block)
    pdf.output(str(target))


def _block(pdf: Pages, block: Block) -> None:
    if block.table:
        _table(pdf, block.table)
    elif block.kind == "heading":
        if pdf.will_page_break(40):
            pdf.add_page()
        pdf.ln(3)
        pdf.text_block(block.text, SIZES[block.level], True)
    elif block.kind == "list":
        for item in block.items:
            pdf.text_block(f"–  {item}", 11.5, space=1.2)
        pdf.ln(2)
    else:
        size = {"title": 20, "small": 9}.get(block.kind, 11.5)
        pdf.text_block(block.text, size, block.kind == "title")


def _table(pdf: Pages, table: Table) -> None:
    if pdf.will_page_break(30):
        pdf.add_page()
    pdf.text_block(table.title, 9.5, True, 1)
    pdf.set_font("Body", "", 8.5)
    aligns = tuple("RIGHT" if table.numeric(c) else "LEFT" for c in range(len(table.widths)))
    with pdf.table(
        col_widths=tuple(table.widths),
        text_align=aligns,
        line_height=5.4,
        padding=0.9,
        num_heading_rows=len(table.header),
        repeat_headings=TableHeadingsDisplay.NONE,
        headings_style=FontFace(emphasis="BOLD", fill_color=(225, 225, 225)),
    ) as grid:
        for line in table.header:
            row = grid.row()
            for text, _, columns in table.spans(line):
                row.cell(text, colspan=columns, align="CENTER" if columns > 1 else None)
        for line, kind in zip(table.rows, table.kinds, strict=True):
            row = grid.row(style=FontFace(emphasis="BOLD") if kind != "data" else None)
            for text in line:
                row.cell(text)
    pdf.ln(5)
