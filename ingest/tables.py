"""Grids to tables: parts on several pages put together, header rows, group titles and comments told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.documents import TOTALS, Box
from corpus.swedish.numbers import read_cell
from corpus.swedish.periods import years_in
from corpus.swedish.words import content_tokens, fold, stem
from ingest.blocks import Block, Cell, Grid, Heading, Paragraph, Table, TableRow
from ingest.clean import join_lines
from ingest.inner_headers import tables_in
from ingest.spread import spread

LONG = 60  # letters of a spanning text that is a comment, not a group title or the rest of a label
ALIGNED = 6.0  # points that the edges of two parts of one table may differ
PARTS = ("varav", "därav")  # first words of a row that is a part of the one above
Cells = tuple[Cell, ...]


def assemble(blocks: Iterable[Heading | Paragraph | Grid]) -> list[Block]:
    """The blocks with each run of grids that is one table put together; footnotes between two parts come after."""
    out: list[Block] = []
    run: list[Grid] = []
    notes: list[Paragraph] = []
    for block in (part for whole in blocks for part in (tables_in(whole) if isinstance(whole, Grid) else [whole])):
        if run and isinstance(block, Paragraph) and block.boxes[0].page == run[-1].box.page:
            notes.append(block)
        elif run and isinstance(block, Grid) and continues(run[-1], block, needs_header=bool(notes)):
            run = [block] if _is_said_again(run[-1], block) else [*run, block]
        else:
            out += [*_told(run), *notes] if run else []
            run, notes = ([block], []) if isinstance(block, Grid) else ([], [])
            out += [] if isinstance(block, Grid) else [block]
    return [*out, *_told(run), *notes] if run else out


def _told(run: Sequence[Grid]) -> list[Block]:
    """A run of grids as a table; names of columns with nothing under them are running text."""
    rows = [row for grid in run for row in grid.rows]
    dated = any(years_in(cell.text) and read_cell(cell.text) for row in rows for cell in row)
    if not dated or not all(_is_bold(row) and not _has_figures(row) for row in rows):
        return [_table(run)]
    return [
        Paragraph(" ".join(cell.text for row in grid.rows for cell in row if cell.text), (grid.box,)) for grid in run
    ]


def continues(before: Grid, grid: Grid, needs_header: bool = False) -> bool:
    """Is the grid the same table going on over a page break?"""
    next_page = grid.box.page == before.box.page + 1
    told = bool(grid.columns and before.columns)  # by blanks: the last column ends where its longest text does
    same_edges = abs(grid.box.x0 - before.box.x0) < ALIGNED and (told or abs(grid.box.x1 - before.box.x1) < ALIGNED)
    if next_page and (grid.goes_on or _is_said_again(before, grid)):
        return True
    if not (next_page and same_edges and len(grid.rows[0]) == len(before.rows[0])):
        return False
    header = _header_rows(grid.rows)
    repeated = bool(header) and _texts(grid.rows[:header]) == _texts(before.rows[:header])
    titled = header == 1 and sum(1 for cell in grid.rows[0] if cell.text) == 1  # a group's title, no header
    return repeated or (header == 0 or titled) and not needs_header


def _is_said_again(before: Grid, grid: Grid) -> bool:
    """Is the grid before a header alone, that the grid begins with?"""
    header = _header_rows(grid.rows)
    tops = (before.rows, grid.rows[:header])
    names, again = ([text for row in _texts(rows) for text in row if text] for rows in tops)
    return bool(header) and len(before.rows) <= header and names == again


def _texts(rows: Sequence[Cells]) -> list[list[str]]:
    return [[fold(cell.text) for cell in row] for row in rows]


def _header_rows(rows: Sequence[Cells]) -> int:
    """How many rows at the top name the columns: bold, or without figures above a row with figures."""
    bold = 0
    while bold < len(rows) and bold < 3 and _names(rows[bold], first=bold == 0):
        bold += 1
    if bold:
        return bold if bold < len(rows) else 0
    plain = len(rows) > 1 and not _has_figures(rows[0]) and any(_has_figures(row) for row in rows[1:])
    return int(plain and all(cell.text for cell in rows[0][1:]))


def _names(row: Cells, first: bool) -> bool:
    """Does a row name columns: bold, without figures, and below the first row no title of a group?"""
    return _is_bold(row) and not _has_figures(row) and (first or any(cell.text for cell in row[1:]))


def _is_bold(row: Cells) -> bool:
    filled = [cell for cell in row if cell.text]
    return bool(filled) and all(cell.bold for cell in filled) and not row[0].span


def _has_figures(row: Cells) -> bool:
    found = [cell.text for cell in row[1:] if read_cell(cell.text)]
    return any(not years_in(text) for text in found)


def _table(parts: Sequence[Grid]) -> Table:
    run = _alike(parts)
    header_rows = min(_header_rows([row for grid in run[:2] for row in grid.rows]), len(run[0].rows))
    top = run[0].rows[:header_rows]
    rows: list[tuple[Cells, tuple[int, ...]]] = []
    for at, grid in enumerate(run):
        repeated = header_rows if at == 0 or _texts(grid.rows[:header_rows]) == _texts(top) else 0
        filled = [row for row in grid.rows[repeated:] if any(cell.text for cell in row)]
        for number, row in enumerate(filled):
            if at and number == 0 and rows and _carries_on(rows[-1][0], row):
                rows[-1] = (_joined(rows[-1][0], row), (*rows[-1][1], grid.box.page))
            else:
                rows.append((row, (grid.box.page,)))
    return Table(_header(top, len(run[0].rows[0])), tuple(_rows(rows)), tuple(grid.box for grid in run))


def _alike(run: Sequence[Grid]) -> list[Grid]:
    """The parts, a blank first cell put to those that lack the column of the rows' names: a header alone."""
    width = max(len(grid.rows[0]) for grid in run)
    blanks = [(Cell(""),) * (width - len(grid.rows[0])) for grid in run]
    return [
        replace(grid, rows=tuple((*blank, *row) for row in grid.rows)) for grid, blank in zip(run, blanks, strict=True)
    ]


def _header(rows: Sequence[Cells], width: int) -> tuple[str, ...]:
    """One text a column; a header cell that stands over several columns is said for each of them."""
    said = [*(spread(row, below) for row, below in pairwise(rows)), *([c.text for c in row] for row in rows[-1:])]
    columns = zip(*said, strict=True) if said else [()] * width
    return tuple(join_lines(list(dict.fromkeys(t for t in texts if t))).replace("\n", " ") for texts in columns)


def _carries_on(before: Cells, row: Cells) -> bool:
    """Is the first row after a page break the rest of the row before it?"""
    if any(a.text and read_cell(b.text) and not _is_open(a.text) for a, b in zip(before[1:], row[1:], strict=False)):
        return False
    first = row[0].text
    if not first:
        return any(cell.text for cell in row)
    blank = not any(cell.text for cell in row[1:])
    starts_small = first[:1].islower() or first[:1] == "("
    told = row[0].span or len(first) > LONG or ". " in first
    if told and any(cell.text for cell in before[1:]) and not any(cell.text for cell in row[1:]):
        return False
    return starts_small or blank and row[0].span and before[0].span and before[0].text[-1:] not in ".!?"


def _is_open(text: str) -> bool:
    """May a figure be the rest of a text: of a date broken at its hyphen, or of a sentence without its end?"""
    return (
        text[-1:] == "-" and text[:1].isdigit() or len(text.split()) > 2 and read_cell(text) is None and text[-1] != "."
    )


def _joined(before: Cells, row: Cells) -> Cells:
    return tuple(
        replace(a, text=join_lines([t for t in (a.text, b.text) if t])) for a, b in zip(before, row, strict=True)
    )


def _rows(rows: Sequence[tuple[Cells, tuple[int, ...]]]) -> Iterator[TableRow]:
    """Data rows, each with its group title and the comments under it."""
    title, summed = Cell(""), False
    held: TableRow | None = None
    labels = [fold(row[0].text) for row, _ in rows]
    for at, (row, pages) in enumerate(rows):
        if held and _is_comment(row, held) and not _opens_as(title.text, at, labels):
            held = replace(held, comment=join_lines([t for t in (held.comment, row[0].text) if t]),
                           pages=tuple(dict.fromkeys((*held.pages, *pages))))  # fmt: skip
            continue
        yield from [held] if held else []
        held = None
        if _is_group(row, at, rows, labels):
            title, summed = row[0], False
        else:
            over = summed and not row[0].text.startswith(PARTS)
            title = Cell("") if over or _ends_group(row, title, labels) else title
            summed = not over and (summed or _sums_up(row[0].text, title.text))
            held = TableRow(row, pages, title.text.replace("\n", " "))
    if held:
        yield held


def _is_comment(row: Cells, above: TableRow) -> bool:
    """Is it said of the row above: a text by itself that is named so or ends as a sentence, or long under values?"""
    text = row[0].text
    if any(cell.text for cell in row[1:]):
        return False
    long = len(text) > LONG and any(cell.text for cell in above.cells[1:])
    return row[0].span and (long or text.endswith(".")) or text.lower().startswith("kommentar")


def _opens_as(title: str, at: int, labels: Sequence[str]) -> bool:
    """Does a row stand above the label that the title of the group before stands above?"""
    before = fold(title)
    below = [label for above, label in pairwise(labels[:at]) if title and above == before]
    return bool(below) and labels[at + 1 : at + 2] == below[-1:] and not labels[at].startswith("kommentar")


def _is_group(row: Cells, at: int, rows: Sequence[tuple[Cells, tuple[int, ...]]], labels: Sequence[str]) -> bool:
    """A row with text in its first cell alone, above rows that are of its kind."""
    if any(cell.text for cell in row[1:]) or not row[0].text or at + 1 >= len(rows):
        return False
    filled_below = any(cell.text for cell in rows[at + 1][0][1:])
    repeats = labels.count(labels[at + 1]) > 1
    others_bold = all(r[0].bold for r, _ in rows if r[0].text)
    marked = row[0].span or row[0].bold and not others_bold or _is_named_title(row[0].text, labels)
    return filled_below and (repeats or marked)


def _ends_group(row: Cells, title: Cell, labels: Sequence[str]) -> bool:
    """Is a row without values a title above the group's, or not to be told from one?"""
    if not title.text or any(cell.text for cell in row[1:]):
        return False
    drawn, told = row[0].over > 1, title.span and title.over == 1 and not title.bold
    return drawn or told or _is_named_title(row[0].text, labels)


def _sums_up(label: str, title: str) -> bool:
    """Is a row named as the sum of the group ('Summa äldre' under 'Vård och omsorg om äldre')?"""
    total = next((word for word in TOTALS if fold(label).startswith(word)), "")
    named = [stem(token) for token in content_tokens(fold(label).removeprefix(total))]
    return bool(total and named) and set(named) <= {stem(token) for token in content_tokens(title)}


def _is_named_title(text: str, labels: Sequence[str]) -> bool:
    """Does a text say what it is, as another does: 'Mål: …' twice or more?"""
    kind, colon, _ = fold(text).partition(":")
    return bool(colon) and kind[:1].isalpha() and sum(label.startswith(f"{kind}:") for label in labels) > 1


def boxes_of(row: TableRow) -> tuple[Box, ...]:
    """Where the cells of a row stand."""
    return tuple(cell.box for cell in row.cells if cell.box and cell.text)
