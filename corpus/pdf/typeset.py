"""Typeset the digests: every sources/*.md becomes a PDF of the same name beside this file.

Run as `python corpus/pdf/typeset.py [NAME-PART ...]`. The same source gives the same bytes.
Needs markdown-it-py and WeasyPrint with Pango, and the font Liberation Sans.
"""

import os
import re
import sys
from collections.abc import Sequence
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

HERE = Path(__file__).resolve().parent
FIGURE = re.compile(
    r"(?:(?:minst|högst|max|ca|cirka)\s)?[<>≥≤±+\-\u2212\u2013]?\s?\d[\d\s.,:]*(?:[-\u2013]\s?\d[\d\s.,]*)?"
    r"\s?(?:%|‰|tkr|kkr|mkr|mnkr|kr|km|co2|st|år|dagar|timmar|procent)?",
    re.IGNORECASE,
)
PLACEHOLDER = re.compile(r"[-\u2013\u2212]+|x", re.IGNORECASE)
UNBROKEN = 24  # a row's label of at most so many characters stays on one line
# columns up to and including -> class of the table
SIZES = ((4, ""), (6, "medium"), (8, "wide"), (99, "very-wide"))
Cell = tuple[Token, str]  # with its text


def main(wanted: Sequence[str]) -> int:
    """Typeset the sources whose name has one of the wanted parts, or all."""
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # WeasyPrint's font subsets carry a date
    for source in sorted((HERE / "sources").glob("*.md")):
        if not wanted or any(part in source.name for part in wanted):
            pages = typeset(source, HERE / f"{source.stem}.pdf")
            sys.stdout.write(f"{source.stem}.pdf: {pages} pages\n")
    return 0


def typeset(source: Path, target: Path) -> int:
    """Write one digest as a tagged PDF with bookmarks; return its number of pages."""
    from weasyprint import CSS, HTML

    html = page_html(source.read_text("utf-8"))
    document = HTML(string=html).render(stylesheets=[CSS(filename=HERE / "typeset.css")], pdf_variant="pdf/ua-1")
    target.write_bytes(document.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True))
    return len(document.pages)


def page_html(markdown: str) -> str:
    """Render the Markdown as one HTML page whose tables and captions carry classes."""
    reader = MarkdownIt("commonmark").enable("table")
    tokens = reader.parse(markdown)
    mark_tables(tokens)
    mark_paragraphs(tokens)
    body = reader.renderer.render(tokens, reader.options, {})
    title = next((tokens[i + 1].content for i, t in enumerate(tokens) if t.tag == "h1"), "")
    return (
        f'<!doctype html><html lang="sv"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head><body>{body}</body></html>"
    )


def mark_paragraphs(tokens: list[Token]) -> None:
    """Keep a caption with its table, and a line that introduces a list with the list."""
    for i, token in enumerate(tokens):
        if token.type != "paragraph_open" or i + 3 >= len(tokens):
            continue
        following = tokens[i + 3].type
        if following == "table_open":
            token.attrSet("class", "caption")
        elif following == "bullet_list_open" and tokens[i + 1].content.endswith(":"):
            token.attrSet("class", "lead-in")


def mark_tables(tokens: list[Token]) -> None:
    """Give every table its size class, its figures their alignment, its group rows their shade."""
    start = 0
    for i, token in enumerate(tokens):
        if token.type == "table_open":
            start = i
        elif token.type == "table_close":
            mark_table(tokens[start : i + 1])


def mark_table(tokens: list[Token]) -> None:
    """Mark one table: its size by its columns, then its rows, then its columns."""
    (_, header), *body = table_rows(tokens)
    tokens[0].attrSet("class", next(name for most, name in SIZES if len(header) <= most))
    for row, cells in body:
        mark_row(row, cells)
    for column, (cell, _) in enumerate(header):
        mark_column(cell, [cells[column] for _, cells in body])


def table_rows(tokens: list[Token]) -> list[tuple[Token, list[Cell]]]:
    """The rows of a table, each with its cells."""
    rows: list[tuple[Token, list[Cell]]] = []
    for i, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append((token, []))
        elif token.type in ("th_open", "td_open"):
            rows[-1][1].append((token, tokens[i + 1].content.strip()))
    return rows


def mark_row(row: Token, cells: list[Cell]) -> None:
    """Mark a group's title, figures and short labels."""
    if cells[0][1].startswith("**") and not any(text for _, text in cells[1:]):
        row.attrSet("class", "group")
    for cell, text in cells:
        if FIGURE.fullmatch(text.strip("*")):
            cell.attrSet("class", "figure")
        elif cell is cells[0][0] and len(text) <= UNBROKEN:
            cell.attrSet("class", "short")


def mark_column(header: Token, cells: list[Cell]) -> None:
    """Where most of a column is figures, its header and its placeholders go right as well."""
    filled = [(cell, text) for cell, text in cells if text]
    figures = sum(cell.attrGet("class") == "figure" for cell, _ in filled)
    if not figures or 2 * figures < len(filled):
        return
    header.attrSet("class", "figure")
    for cell, text in filled:
        if PLACEHOLDER.fullmatch(text):
            cell.attrSet("class", "figure")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
