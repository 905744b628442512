"""Known tables typeset anew: one HTML page a document, in one of several ways of setting tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Any

from corpus.swedish.numbers import read_cell

Table = dict[str, Any]  # one entry of a tables.json
BESIDE_COLUMNS, BESIDE_ROWS, BESIDE_LETTERS = 4, 14, 40  # of a table that has room beside another
SMALLER = {5: 0.95, 6: 0.9, 7: 0.85, 8: 0.8, 9: 0.75}  # of the type size, for tables of many columns
BEFORE = (
    "Nämnden har följt arbetet under året. Tabellen visar läget, och siffrorna är avstämda med förvaltningen.",
    "Av 14 planerade sammanträden blev 12 av. Här redovisas vad som beslutades och hur det har gått.",
    "Underlaget är hämtat ur kommunens system och omfattar hela nämndens ansvar.",
)
AFTER = (
    "Jämfört med föregående år är läget i stort sett oförändrat, men trycket på verksamheten ökar.",
    "Ett nytt underlag tas fram till hösten. Omkring 30 personer har deltagit i arbetet.",
    "Resultatet följs upp i nästa rapport.",
)


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to set tables; sizes and gaps in points."""

    name: str
    producer: str
    lines: str = "none"  # grid, rules, shade, header (one rule under it) or none
    align: str = "figures"  # figures (to the right), left or centre
    size: float = 9.0
    gap: float = 12.0
    repeat: bool = True
    beside: bool = False
    short_page: bool = False


LAYOUTS = (
    Layout("full grid", "weasyprint", lines="grid", gap=6),
    Layout("rules between rows", "weasyprint", lines="rules"),
    Layout("borderless", "weasyprint"),
    Layout("borderless, header once", "weasyprint", repeat=False, short_page=True),
    Layout("borderless, left, small", "weasyprint", align="left", size=7.5),
    Layout("borderless, centred", "weasyprint", align="centre", gap=16),
    Layout("two side by side", "weasyprint", beside=True),
    Layout("two side by side, rules", "chromium", lines="rules", gap=8, size=8, beside=True),
    Layout("full grid", "chromium", lines="grid", gap=6, repeat=False, short_page=True),
    Layout("borderless, narrow gaps", "chromium", gap=9),
    Layout("shaded rows, left", "chromium", lines="shade", align="left", size=10),
    Layout("rule under header", "reportlab", lines="header"),
    Layout("rules at head and sums", "weasyprint", lines="sums"),
    Layout("rules at head and sums, left", "chromium", lines="sums", align="left", gap=6),
    Layout("borderless, header once", "reportlab", repeat=False, short_page=True),
    Layout("full grid", "libreoffice", lines="grid"),
    Layout("borderless", "libreoffice", size=10),
    Layout("borderless, centred", "libreoffice", align="centre"),
    Layout("shaded rows, left", "libreoffice", lines="shade", align="left", size=10),
    Layout("full grid, header once", "reportlab", lines="grid", repeat=False, short_page=True),
)


def fitting(tables: Sequence[Table], layout: Layout) -> list[Table]:
    """The tables that have room in a layout: all, but for those too wide to stand beside another."""
    small = [table for table in tables if not layout.beside or _has_room(table)]
    return small[: len(small) // 2 * 2] if layout.beside else small


def _has_room(table: Table) -> bool:
    longest = max(len(cell) for row in table["rows"] for cell in row)
    return len(table["rows"][0]) <= BESIDE_COLUMNS and len(table["rows"]) <= BESIDE_ROWS and longest <= BESIDE_LETTERS


def page_html(tables: Sequence[Table], layout: Layout) -> str:
    """The tables of one document as a page, each under its title and between two pieces of running text."""
    shown = list(map(_table, tables, [layout] * len(tables)))
    titles = [escape(table["title"] or "Översikt") for table in tables]
    step = 2 if layout.beside else 1
    parts = [_part(titles[at : at + step], shown[at : at + step], at) for at in range(0, len(shown), step)]
    return f"<!doctype html><html lang='sv'><meta charset='utf-8'><style>{_css(layout)}</style>{''.join(parts)}</html>"


def text_around(at: int) -> tuple[str, str]:
    """The running text before and after a table."""
    return BEFORE[at % len(BEFORE)], AFTER[at % len(AFTER)]


def _part(titles: Sequence[str], shown: Sequence[str], at: int) -> str:
    before, after = text_around(at)
    inside = "".join(f"<div><h3>{title}</h3>{table}</div>" for title, table in zip(titles, shown, strict=True))
    tables = f"<div class='beside'>{inside}</div>" if len(shown) > 1 else f"<h3>{titles[0]}</h3>{shown[0]}"
    return f"<p>{before}</p>{tables}<p>{after}</p>"


def _table(table: Table, layout: Layout) -> str:
    width = len(table["rows"][0])
    right = figure_columns(table) if layout.align == "figures" else set()
    last = len(table["header"]) - 1
    align = [_aligned(layout, at, at in right) for at in range(width)]
    names = (_header_cells(row, align, merged=at < last) for at, row in enumerate(table["header"]))
    head = "".join(f"<tr>{''.join(cells)}</tr>" for cells in names)
    rows = zip(table["row_kinds"], table["rows"], strict=True)
    body = "".join(_row(kind, row, align) for kind, row in rows)
    size = SMALLER.get(width, 1.0 if width < 5 else 0.75) * layout.size
    border = 1 if layout.lines == "grid" else 0
    frame = f"border='{border}' cellspacing='0' cellpadding='{layout.gap / 2}'"  # LibreOffice reads these alone
    opened = f"<table class='{layout.lines}' width='100%' {frame} style='font-size:{size:.1f}pt'>"
    return f"{opened}{f'<thead>{head}</thead>' if head else ''}<tbody>{body}</tbody></table>"


def figure_columns(table: Table) -> set[int]:
    """The columns whose filled cells are mostly figures."""
    out = set()
    for at in range(1, len(table["rows"][0])):
        filled = [row[at] for row in table["rows"] if row[at]]
        if filled and 2 * sum(read_cell(text) is not None for text in filled) > len(filled):
            out.add(at)
    return out


def _header_cells(row: Sequence[str], align: Sequence[str], merged: bool) -> Iterator[str]:
    """The cells of a header row; one text said for several columns of the row below is one cell over all of them."""
    for _, group in groupby(enumerate(row), key=lambda pair: pair[1] if merged else pair[0]):
        columns = [at for at, _ in group]
        text = row[columns[0]]
        if text:
            yield f"<th colspan='{len(columns)}'{align[columns[0]]}>{_text(text)}</th>"
        yield from () if text else ("<th></th>" for _ in columns)


def _row(kind: str, row: Sequence[str], align: Sequence[str]) -> str:
    if kind in ("group", "section", "comment"):
        return f"<tr class='{kind}' valign='top'><td colspan='{len(row)}'>{_text(row[0])}</td></tr>"
    cells = (f"<td{said}>{_figure(text)}</td>" for said, text in zip(align, row, strict=True))
    return f"<tr class='{kind}' valign='top'>{''.join(cells)}</tr>"


def _figure(text: str) -> str:
    """A cell's text; the blanks in a figure do not break."""
    return _text(text.replace(" ", "\u00a0") if read_cell(text) else text)


def _aligned(layout: Layout, at: int, right: bool) -> str:
    """How the cells of a column are aligned, as a style and for LibreOffice, which reads the attribute alone."""
    if layout.align == "centre" and at:
        return " class='centred' align='center'"
    return " class='figure' align='right'" if right else ""


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _css(layout: Layout) -> str:
    height = "150mm" if layout.short_page else "297mm"
    lines = {
        "grid": "th, td { border: 0.5pt solid #333; }",
        "rules": "tr { border-bottom: 0.5pt solid #333; } thead { border-top: 0.5pt solid #333; }",
        "header": "thead { border-bottom: 0.7pt solid #333; }",
        "sums": "thead, tbody { border-bottom: 0.7pt solid #333; } tr.sum { border-top: 0.5pt solid #333; }",
        "shade": "tbody tr:nth-child(odd) { background: #e8eef4; } th { background: #24506e; color: white; }",
    }.get(layout.lines, "")
    align = {"figures": ".figure { text-align: right; }", "centre": ".centred { text-align: center; }"}
    return f"""
      @page {{ size: 210mm {height}; margin: 22mm 20mm;
               @bottom-right {{ content: "Sida " counter(page); font: 8pt sans-serif; }} }}
      body {{ font: 10.5pt/1.4 "Liberation Sans", sans-serif; font-variant-ligatures: none; margin: 0; }}
      h3 {{ font-size: 12pt; margin: 5mm 0 2mm; break-after: avoid; }}
      p {{ margin: 0 0 3mm; }}
      .beside {{ display: flex; gap: 5mm; }} .beside > div {{ flex: 1 1 auto; min-width: min-content; }}
      table {{ border-collapse: collapse; width: 100%; line-height: 1.25; margin-bottom: 5mm; }}
      thead {{ display: {"table-header-group" if layout.repeat else "table-row-group"}; }}
      tr {{ break-inside: avoid; }} thead tr {{ break-after: avoid; }}
      th, td {{ padding: 1mm {layout.gap / 2}pt; text-align: left; vertical-align: top; }}
      th {{ font-weight: bold; vertical-align: bottom; }}
      .group td, .sum td {{ font-weight: bold; }} .section td {{ font-weight: bold; font-style: italic; }}
      {lines} {align.get(layout.align, "")}
    """
