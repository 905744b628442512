"""The rows of a written table read, and laid out as a table."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.swedish.words import fold
from ingest.cell_words import counts, is_cell, run_of, words_of
from ingest.clean import join_lines
from ingest.column_names import Header
from ingest.column_sums import by_sums
from ingest.line_kinds import Style
from ingest.proofs import settled
from ingest.readings import Reading, readings, readings_anywhere
from ingest.relations import TOTALS
from ingest.units import Row
from ingest.written_rows import WrittenRow


def settled_rows(written: Sequence[WrittenRow], header: Header, style: Style) -> list[Reading | None]:
    """The one reading of each row, by itself or by the sums of its columns; None where several are left."""
    offered = [_readings(row, header, style) for row in written]
    shown = style.spaced and not _blanks_vanish(written, header, style)
    found = settled(offered, header.columns, shown)
    if shown:
        return found
    anywhere = [readings_anywhere(words_of(row.body(style)), header.width) for row in written]
    across = fold(header.columns[-1]).startswith(TOTALS)
    return by_sums(anywhere, found, [_label(row, style) for row in written], across)


def _readings(row: WrittenRow, header: Header, style: Style) -> list[Reading]:
    lines = [line.strip() for line in row.figures]
    if not style.spaced and row.label and len(lines) == header.width > 1 and all(is_cell(line) for line in lines):
        return [Reading("", tuple(lines), "", True, False)]
    found = readings(words_of(row.body(style)), header.width, header.before)
    return [r for r in found if (header.after or not r.tail) and _is_named(row, r)]


def _is_named(row: WrittenRow, reading: Reading) -> bool:
    """Has the row a label: a word above or before its figures?"""
    return any(c.isalpha() for text in (*row.label, reading.label) for c in text)


def _blanks_vanish(rows: Sequence[WrittenRow], header: Header, style: Style) -> bool:
    """Has a row fewer figures than columns, with no sign of where the blanks are?"""
    short = [row for row in rows if counts(words_of(row.body(style)))[1] < header.width]
    return any(not _readings(row, header, style) for row in short)


def _label(row: WrittenRow, style: Style) -> str:
    words = words_of(row.body(style))
    return _joined((*row.label, " ".join(words.texts[: run_of(words)[0]])))


def laid_out(
    rows: Sequence[tuple[WrittenRow, Reading | None]], header: Header, start: int
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The rows of the table, titles of groups among them, and what stays text."""
    table = [Row((header.label, *header.columns, *([header.after] if header.after else [])), start)]
    unread: list[Row] = []
    said = {_tail(row, reading) for row, reading in rows if reading}
    for row, reading in rows:
        blank = bool(said.intersection(row.above))  # a row without figures stands above: no title
        for title in row.above:
            (unread if blank or not title[:1].isupper() else table).append(Row((title,), row.at))
        if reading:
            table.append(Row(_cells(row, reading, header), row.at))
        else:
            unread.append(Row((row.text,), row.at))
    return tuple(table), tuple(unread)


def _cells(row: WrittenRow, reading: Reading, header: Header) -> tuple[str, ...]:
    label = _joined((*row.label, reading.label, *row.rest))
    return (label, *reading.cells, *([_tail(row, reading)] if header.after else []))


def _tail(row: WrittenRow, reading: Reading) -> str:
    return _joined((reading.tail, *row.tail))


def _joined(lines: Sequence[str]) -> str:
    return join_lines([line.strip() for line in lines if line.strip()])
