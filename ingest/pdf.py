"""PDF files to pages of lines and ruled grids; the only file that knows pdfplumber and pypdf."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

import pdfplumber
import pypdf
from pdfplumber.utils.exceptions import PdfminerException

from corpus.documents import Box
from corpus.swedish.words import clean_text
from ingest.blocks import Cell, Grid, Line, RawPage, UnreadableFile
from ingest.clean import join_lines
from ingest.columns import COLUMN_GAP, Rule, Segment, VisualLine, grids_without_lines

logging.getLogger("pdfminer").setLevel(logging.ERROR)
logging.getLogger("pypdf").setLevel(logging.ERROR)
UNMAPPED = re.compile(r"\(cid:\d+\)")      # a sign that the font has no letter for, most often a bullet
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SMALL = 0.8  # of a line's type size, under which a digit is a footnote mark
RAISED = 1.0  # points by which lines may overlap
EARLY = 0.3  # share of a cell's width left blank at the end of a paragraph
WIDE = 40.0           # points between words that are not of the same line of text
SHORTEST_RULE = 80.0  # points of a horizontal rule that may part rows


def read_pdf(path: Path) -> list[RawPage]:
    """Every page of the file. Raises UnreadableFile where it is damaged or locked by a password."""
    labels = _page_labels(path)
    try:
        with pdfplumber.open(path) as pdf:
            return [_page(page, labels) for page in pdf.pages]
    except (PdfminerException, ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise UnreadableFile(f"{path.name}: filen är skadad och kan inte läsas ({type(error).__name__}).") from error


def _page_labels(path: Path) -> list[str]:
    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFile(f"{path.name}: filen är låst med lösenord. Spara en olåst kopia och läs in den.")
        return list(reader.page_labels)
    except (pypdf.errors.PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableFile(f"{path.name}: filen är skadad eller ingen PDF ({type(error).__name__}).") from error


def _page(page: Any, labels: list[str]) -> RawPage:
    index = page.page_number
    words = page.extract_words(extra_attrs=["fontname", "size"], use_text_flow=False, keep_blank_chars=False)
    found = [t for t in page.find_tables() if len(t.rows) > 1 or len(t.cells) > 1]
    grids = [grid for grid in (_grid(page, table, words) for table in found) if grid]
    boxes = [grid.box for grid in grids]
    outside = [w for w in words if not any(_inside(w, box) for box in boxes)]
    grids += grids_without_lines(_visual_lines(outside, index), _rules(page))
    outside = [w for w in outside if not any(_inside(w, grid.box) for grid in grids)]
    parts: list[Line | Grid] = [*_lines(outside, index), *grids]
    parts.sort(key=lambda part: (part.box.top, part.box.x0))
    label = labels[index - 1] if index <= len(labels) else str(index)
    warnings = () if words else ("inget textlager",)
    return RawPage(index, label, float(page.width), float(page.height), tuple(parts), warnings)


def _rows_of_words(words: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Words to lines: a word belongs to a line where its middle lies above the line's lower edge."""
    rows: list[list[dict[str, Any]]] = []
    bottom = -1.0
    for word in sorted(words, key=lambda w: (w["top"] + w["bottom"], w["x0"])):
        if (word["top"] + word["bottom"]) / 2 > bottom:
            rows.append([])
            bottom = word["bottom"]
        rows[-1].append(word)
        bottom = max(bottom, word["bottom"] - RAISED)
    return [sorted(row, key=lambda w: w["x0"]) for row in rows]


def _lines(words: list[dict[str, Any]], page: int) -> list[Line]:
    return [_line(part, page) for row in _rows_of_words(words) for part in _split_at_gaps(row, WIDE)]


def _visual_lines(words: list[dict[str, Any]], page: int) -> list[VisualLine]:
    """Lines parted wherever a blank is wide enough to part two columns."""
    out = []
    for row in _rows_of_words(words):
        size = max(w["size"] for w in row)
        lines = [_line(part, page) for part in _split_at_gaps(row, COLUMN_GAP * size)]
        out.append(tuple(Segment(line.text, line.box, line.size, line.bold) for line in lines))
    return out


def _rules(page: Any) -> list[Rule]:
    """The page's horizontal rules, pieces end to end as one."""
    edges = sorted(
        ((round(e["top"], 1), e["x0"], e["x1"]) for e in page.edges if e["orientation"] == "h"), key=lambda e: e[:2]
    )
    joined: list[list[float]] = []
    for y, x0, x1 in edges:
        if joined and abs(joined[-1][0] - y) < 1 and x0 - joined[-1][2] < 3:
            joined[-1][2] = max(joined[-1][2], x1)
        else:
            joined.append([y, x0, x1])
    return [Rule(x0, x1, y) for y, x0, x1 in joined if x1 - x0 > SHORTEST_RULE]


def _split_at_gaps(row: list[dict[str, Any]], gap: float) -> list[list[dict[str, Any]]]:
    out = [[row[0]]]
    for before, word in zip(row, row[1:], strict=False):
        if word["x0"] - before["x1"] > gap:
            out.append([])
        out[-1].append(word)
    return out


def _line(words: list[dict[str, Any]], page: int) -> Line:
    size = max(w["size"] for w in words)
    words = [{**w, "text": UNMAPPED.sub("•", w["text"])} for w in words]
    text = "".join(
        w["text"].translate(SUPERSCRIPTS) if at and _is_mark(w, size) else f" {w['text']}" for at, w in enumerate(words)
    )
    return Line(text.strip(), _box(words, page), max(round(w["size"], 1) for w in words), _bold(words))


def _is_mark(word: dict[str, Any], size: float) -> bool:
    """Is the word a footnote mark: a digit or two in small type?"""
    return word["text"].isdigit() and len(word["text"]) <= 2 and word["size"] < SMALL * size


def _bold(words: list[dict[str, Any]]) -> bool:
    return bool(words) and all("bold" in w["fontname"].lower() or "black" in w["fontname"].lower() for w in words)


def _box(words: list[dict[str, Any]], page: int) -> Box:
    xs0, tops = [w["x0"] for w in words], [w["top"] for w in words]
    xs1, bottoms = [w["x1"] for w in words], [w["bottom"] for w in words]
    return Box(page, *(round(v, 1) for v in (min(xs0), min(tops), max(xs1), max(bottoms))))


def _inside(word: dict[str, Any], box: Box) -> bool:
    x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


def _grid(page: Any, table: Any, words: list[dict[str, Any]]) -> Grid | None:
    """The table as rows of cells; None where it holds no word (a drawn frame, a chart's axes)."""
    x0, top, x1, bottom = table.bbox
    near = [w for w in words if _inside(w, Box(page.page_number, x0, top, x1, bottom))]
    if not near or len(table.rows[0].cells) < 2:
        return None
    rows = tuple(_row(row.cells, near, page.page_number) for row in table.rows)
    return Grid(rows, Box(page.page_number, round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)))


def _row(cells: list[Any], words: list[dict[str, Any]], page: int) -> tuple[Cell, ...]:
    spans = len([c for c in cells if c]) == 1 and len(cells) > 1
    return tuple(_cell(cell, words, page, spans) for cell in cells)


def _cell(cell: Any, words: list[dict[str, Any]], page: int, spans: bool) -> Cell:
    if cell is None:
        return Cell("")
    inside = [w for w in words if _inside(w, Box(page, *cell))]
    lines = _lines(inside, page)
    text = _cell_text(lines, cell)
    return Cell(text, _box(inside, page) if inside else Box(page, *(round(v, 1) for v in cell)), _bold(inside), spans)


def _cell_text(lines: list[Line], cell: Any) -> str:
    """The cell's lines joined; a line that ends early before a capital or a point of a list ends a paragraph."""
    edge = cell[2] - EARLY * (cell[2] - cell[0])
    paragraphs: list[list[str]] = []
    for at, line in enumerate(lines):
        fresh = at and lines[at - 1].box.x1 < edge and _opens(line.text)
        if at == 0 or fresh and len(lines) > 2:
            paragraphs.append([])
        paragraphs[-1].append(line.text)
    return "\n".join(join_lines(paragraph) for paragraph in paragraphs)


def _opens(text: str) -> bool:
    return text[:1].isupper() or text[:1] in "•-–*"


def page_text(page: RawPage) -> str:
    """The page's running text, tables as lines of cells."""
    out = []
    for part in page.parts:
        if isinstance(part, Line):
            out.append(part.text)
        else:
            out += [" ".join(c.text for c in row if c.text) for row in part.rows]
    return clean_text("\n".join(out))
