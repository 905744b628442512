"""Known tables drawn with ReportLab: cells placed at fixed widths, as programs for reports do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from corpus.swedish.numbers import read_cell
from evals.layouts import SMALLER, Layout, Table, figure_columns, text_around

MM = 72 / 25.4
WIDTH, HEIGHT, SHORT, MARGIN = 210 * MM, 297 * MM, 150 * MM, 20 * MM
MOST = 26  # letters of a cell's longest word or line, over which it takes no more room
SPANNING = ("group", "section", "comment")


def draw(tables: Sequence[Table], layout: Layout, target: Path) -> None:
    """Write one PDF of some tables in a layout."""
    from reportlab.platypus import SimpleDocTemplate

    size = (WIDTH, SHORT if layout.short_page else HEIGHT)
    document = SimpleDocTemplate(str(target), pagesize=size, leftMargin=MARGIN, rightMargin=MARGIN)
    document.build([part for at, table in enumerate(tables) for part in _parts(table, layout, at)])


def _parts(table: Table, layout: Layout, at: int) -> Iterator[object]:
    from reportlab.platypus import Spacer

    before, after = text_around(at)
    yield _paragraph(before, 10.5, False)
    yield _paragraph(escape(table["title"] or "Översikt"), 12, True)
    yield Spacer(1, 4)
    yield _drawn(table, layout)
    yield Spacer(1, 10)
    yield _paragraph(after, 10.5, False)


def _drawn(table: Table, layout: Layout) -> object:
    from reportlab.platypus import Table as Drawn

    columns = len(table["rows"][0])
    size = 0.85 * layout.size * SMALLER.get(columns, 1.0 if columns < 5 else 0.75)
    right = figure_columns(table) if layout.align == "figures" else set()
    header = [[_cell(text, size, True, at in right) for at, text in enumerate(row)] for row in _once(table["header"])]
    kinds = table["row_kinds"]
    body = [
        [_cell(text, size, kind not in ("data", "comment"), at in right) for at, text in enumerate(row)]
        for kind, row in zip(kinds, table["rows"], strict=True)
    ]
    repeated = len(header) if layout.repeat else 0
    widths = _widths(table, size, layout.gap)
    style = _style(layout, len(header), kinds)
    return Drawn([*header, *body], widths, style=style, repeatRows=repeated, splitInRow=1)


def _once(header: Sequence[Sequence[str]]) -> list[list[str]]:
    """Header rows where a text said for several columns stands in the first of them alone."""
    upper = [["" if at and row[at - 1] == text else text for at, text in enumerate(row)] for row in header[:-1]]
    return [*upper, *map(list, header[-1:])]


def _style(layout: Layout, header: int, kinds: Sequence[str]) -> list[tuple[object, ...]]:
    from reportlab.lib import colors

    style: list[tuple[object, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), layout.gap / 2),
        ("RIGHTPADDING", (0, 0), (-1, -1), layout.gap / 2),
    ]
    style += [("SPAN", (0, header + at), (-1, header + at)) for at, kind in enumerate(kinds) if kind in SPANNING]
    if header:
        style.append(("NOSPLIT", (0, 0), (-1, header)))
    if layout.lines == "header" and header:
        style.append(("LINEBELOW", (0, header - 1), (-1, header - 1), 0.7, colors.black))
    if layout.lines == "grid":
        style.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    return style


def _widths(table: Table, size: float, gap: float) -> list[float]:
    """The page's width shared out by the longest text of each column, no word or figure broken."""
    rows = [row for kind, row in zip(table["row_kinds"], table["rows"], strict=True) if kind not in SPANNING]
    columns = list(zip(*table["header"], *rows, strict=True))
    needed = [max(_length(word, size) for text in texts for word in _words(text)) + gap + 1 for texts in columns]
    wished = [max(6, *(min(MOST, len(text)) for text in texts)) for texts in columns]
    spare = max(0.0, WIDTH - 2 * MARGIN - 12 - sum(needed))
    return [need + spare * wish / sum(wished) for need, wish in zip(needed, wished, strict=True)]


def _words(text: str) -> list[str]:
    return [text] if read_cell(text) else text.split() or [""]


def _length(text: str, size: float) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, _font("VeraBd"), size))


def _cell(text: str, size: float, bold: bool, right: bool) -> object:
    unbroken = text.replace(" ", "\u00a0") if read_cell(text) else text
    return _paragraph(escape(unbroken).replace("\n", "<br/>"), size, bold, right)


def _paragraph(text: str, size: float, bold: bool, right: bool = False) -> object:
    from reportlab.lib.enums import TA_LEFT, TA_RIGHT
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    font = _font("VeraBd" if bold else "Vera")
    style = ParagraphStyle("cell", fontName=font, fontSize=size, leading=1.25 * size,
                           alignment=TA_RIGHT if right else TA_LEFT)  # fmt: skip
    return Paragraph(text, style)


def _font(name: str) -> str:
    """One of the fonts that come with ReportLab: they have the signs that Swedish tables need."""
    from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    if name not in getRegisteredFontNames():
        registerFont(TTFont(name, f"{name}.ttf"))
    return name
