"""PDF files to pages of lines and grids; the only file that knows pdfplumber and pypdf."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pypdf
from pdfplumber.utils.exceptions import PdfminerException

from corpus.documents import Box
from corpus.swedish.words import clean_text
from ingest.areas import Area, areas_of, rules_in
from ingest.blocks import Cell, Grid, Line, RawPage, UnreadableFile
from ingest.carried import OpenTable, open_table
from ingest.clean import MARGIN, join_lines
from ingest.names_above import with_names_above
from ingest.ruled import ruled_grids
from ingest.segments import Rule, middle
from ingest.turned import ON_ITS_SIDE, laid_flat, lines_on_side, names_among
from ingest.twofold import parted
from ingest.unread import unread, without_nameless
from ingest.unruled import unruled_grids
from ingest.words import Word, are_bold, box_of, is_inside, lines_of, visual_lines

logging.getLogger("pdfminer").setLevel(logging.ERROR)
logging.getLogger("pypdf").setLevel(logging.ERROR)
EARLY = 0.3  # share of a cell's width left blank at the end of a paragraph
THICKEST_RULE = 3.0  # points of a rule that is drawn as an area
SHADED_ROWS = 3  # shaded rows one below the other that make a grid: of those that alternate, no two do
SHORTEST_RULE = 80.0  # points of a horizontal rule that may part rows
MEASURES = ("x0", "x1", "top", "bottom", "doctop", "y0", "y1", "width", "height", "size")
PIECE_GAP = 3.0  # points between the pieces of one rule


def read_pdf(path: Path) -> list[RawPage]:
    """Every page of the file. Raises UnreadableFile where it is damaged or locked by a password."""
    labels = _page_labels(path)
    try:
        with pdfplumber.open(path) as pdf:
            pages: list[RawPage] = []
            for page in pdf.pages:
                pages.append(_page(page, labels, open_table(pages[-1]) if pages else None))
            return without_nameless(pages)
    except (PdfminerException, ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise UnreadableFile(f"{path.name}: filen är skadad och kan inte läsas ({type(error).__name__}).") from error


def page_text(page: RawPage) -> str:
    """The page's running text, tables as lines of cells."""
    out = []
    for part in page.parts:
        if isinstance(part, Line):
            out.append(part.text)
        else:
            out += [" ".join(c.text for c in row if c.text) for row in part.rows]
    return clean_text("\n".join(out))


def _page_labels(path: Path) -> list[str]:
    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFile(f"{path.name}: filen är låst med lösenord. Spara en olåst kopia och läs in den.")
        return list(reader.page_labels)
    except (pypdf.errors.PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableFile(f"{path.name}: filen är skadad eller ingen PDF ({type(error).__name__}).") from error


def _page(page: Any, labels: list[str], before: OpenTable | None) -> RawPage:
    index = page.page_number
    label = labels[index - 1] if index <= len(labels) else str(index)
    page = _rounded(page) if page.rotation else page
    turned = _turned_words(page)
    words = _words(page.filter(lambda thing: not _slope(thing)) if turned else page)
    if len(turned) > len(words):
        return RawPage(index, label, *_size(page), tuple(lines_on_side(turned, index, *_size(page))), (ON_ITS_SIDE,))
    names = names_among(turned)
    parts, doubted = _parts(page, [*words, *laid_flat(names)], before)
    notes = [word for word in turned if not any(word in row for row in names)]
    parts += lines_on_side(notes, index, *_size(page)) if notes else []
    warnings = tuple(unread(grid, grid.doubt) for grid in doubted) if words else ("inget textlager",)
    return RawPage(index, label, *_size(page), tuple(parts), warnings)


def _size(page: Any) -> tuple[float, float]:
    return float(page.width), float(page.height)


def _parts(page: Any, words: list[Word], before: OpenTable | None) -> tuple[list[Line | Grid], list[Grid]]:
    """The lines and tables of a page from top to bottom, and the tables that are not read with certainty."""
    drawn = [grid for table in _drawn_tables(page, words) if (grid := _grid(page, table, words))]
    rules = _rules(page)
    areas = areas_of(_outside(words, drawn), [grid.box for grid in drawn], rules)
    parts: list[Line | Grid] = []
    doubted: list[Grid] = []
    for area in areas:
        grids = [grid for grid in drawn if grid.box in area.grids]
        within = rules if len(areas) == 1 else rules_in(rules, area)
        told = _grids_without_cells(area, within, page, None if drawn or parts else before)
        doubted += [grid for grid in told if grid.doubt]
        grids += [grid for grid in told if not grid.doubt]
        lines = lines_of(_outside(area.words, grids), page.page_number)
        parts += sorted([*lines, *grids], key=lambda part: (part.box.top, part.box.x0))
    return parts, doubted


def _words(page: Any) -> list[Word]:
    return list(page.extract_words(extra_attrs=["fontname", "size"], use_text_flow=False, keep_blank_chars=False))


def _turned_words(page: Any) -> list[Word]:
    """The lines of text that run upwards or downwards, each as one word."""
    out: list[Word] = []
    for upwards, lines, chars in ((True, "ltr", "btt"), (False, "rtl", "ttb")):
        if not any(_slope(char) == (1 if upwards else -1) for char in page.chars):
            continue
        part = page.filter(lambda thing, up=upwards: _slope(thing) == (1 if up else -1))
        found = part.extract_words(keep_blank_chars=True, extra_attrs=["fontname"], line_dir=lines, char_dir=chars,
                                   line_dir_rotated=lines, char_dir_rotated=chars)  # fmt: skip
        out += [{**word, "size": word["x1"] - word["x0"], "upwards": upwards} for word in found]
    return out


def _slope(thing: Any) -> int:
    """0 for what is no letter and for a letter of a line that runs from left to right, 1 upwards, -1 downwards."""
    if thing["object_type"] != "char" or abs(thing["matrix"][1]) <= abs(thing["matrix"][0]):
        return 0
    return 1 if thing["matrix"][1] > 0 else -1


def _rounded(page: Any) -> Any:
    """A page that is shown turned, without the least differences that the turning makes between edges and sizes."""
    for thing in (thing for things in page.objects.values() for thing in things):
        thing.update({name: round(thing[name], 2) for name in MEASURES if isinstance(thing.get(name), float)})
        if "pts" in thing:
            thing["pts"] = [(round(x, 2), round(y, 2)) for x, y in thing["pts"]]
    return page


def _drawn_tables(page: Any, words: Sequence[Word]) -> list[Any]:
    """The tables that are drawn as a grid; rows that are only shaded are none, and are told by their edges."""
    lined = _cells_in(page.filter(lambda thing: not _is_shade(thing)))
    shaded = [table for table in _cells_in(page) if len(table.rows) >= SHADED_ROWS and not _goes_on(table, words)]
    return lined + [table for table in shaded if not any(_meet(table.bbox, other.bbox) for other in lined)]


def _goes_on(table: Any, words: Sequence[Word]) -> bool:
    """Does text stand right under a table, as more rows of it do that are not shaded?"""
    x0, _, x1, bottom = table.bbox
    return any(bottom <= word["top"] < bottom + word["size"] and x0 <= word["x0"] < x1 for word in words)


def _cells_in(page: Any) -> list[Any]:
    return [table for table in page.find_tables() if len(table.rows) > 1 or len(table.cells) > 1]


def _is_shade(thing: Any) -> bool:
    """Is it an area that is filled without an outline?"""
    thick = min(thing["x1"] - thing["x0"], thing["bottom"] - thing["top"]) > THICKEST_RULE
    return thing["object_type"] == "rect" and thing["fill"] and not thing["stroke"] and bool(thick)


def _meet(a: Any, b: Any) -> bool:
    return bool(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])


def _outside(words: Sequence[Word], grids: Sequence[Grid]) -> list[Word]:
    return [word for word in words if not any(is_inside(word, grid.box) for grid in grids)]


def _grids_without_cells(area: Area, rules: Sequence[Rule], page: Any, before: OpenTable | None) -> list[Grid]:
    """The tables of an area that have rules between their rows, then those that have none."""
    lines = visual_lines(area.words, page.page_number)
    grids = ruled_grids(lines, rules)
    left = [line for line in lines if not any(grid.box.top <= middle(line) <= grid.box.bottom for grid in grids)]
    grids += unruled_grids(left, (1 - MARGIN) * page.height, None if grids else before)
    return [part for grid in grids for part in parted(grid, rules)]


def _rules(page: Any) -> list[Rule]:
    """The page's horizontal rules, pieces end to end as one."""
    edges = [(round(e["top"], 1), e["x0"], e["x1"]) for e in page.edges if e["orientation"] == "h"]
    joined: list[list[float]] = []
    for y, x0, x1 in sorted(edges, key=lambda edge: edge[:2]):
        if joined and abs(joined[-1][0] - y) < 1 and x0 - joined[-1][2] < PIECE_GAP:
            joined[-1][2] = max(joined[-1][2], x1)
        else:
            joined.append([y, x0, x1])
    return [Rule(x0, x1, y) for y, x0, x1 in joined if x1 - x0 > SHORTEST_RULE]


def _grid(page: Any, table: Any, words: list[Word]) -> Grid | None:
    """The table as rows of cells; None where it holds no word (a drawn frame, a chart's axes)."""
    x0, top, x1, bottom = table.bbox
    near = [w for w in words if is_inside(w, Box(page.page_number, x0, top, x1, bottom))]
    if not near or len(table.rows[0].cells) < 2:
        return None
    rows = tuple(_row(row.cells, near, page.page_number) for row in table.rows)
    grid = Grid(rows, Box(page.page_number, round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)))
    cells = max((row.cells for row in table.rows), key=lambda cells: sum(map(bool, cells)))
    above = [word for word in words if word["bottom"] <= top + 1]
    columns = [(cell[0], cell[2]) for cell in cells if cell]
    whole = len(columns) == len(cells)
    return with_names_above(grid, columns, visual_lines(above, page.page_number)) if whole else grid


def _row(cells: list[Any], words: list[Word], page: int) -> tuple[Cell, ...]:
    spans = len([c for c in cells if c]) == 1 and len(cells) > 1
    starts = [at for at, cell in enumerate(cells) if cell] or [0]
    widths = {at: end - at for at, end in pairwise([*starts, len(cells)])}
    made = [_cell(cell, words, page, spans) for cell in cells]
    return tuple(replace(cell, over=widths.get(at, 1)) if cell.box else cell for at, cell in enumerate(made))


def _cell(cell: Any, words: list[Word], page: int, spans: bool) -> Cell:
    if cell is None:
        return Cell("")
    inside = [w for w in words if is_inside(w, Box(page, *cell))]
    box = box_of(inside, page) if inside else Box(page, *(round(v, 1) for v in cell))
    return Cell(_cell_text(lines_of(inside, page), cell), box, are_bold(inside), spans)


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
