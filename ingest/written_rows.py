"""Lines below a header to the rows that they were written from: labels over several lines, cells broken in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from corpus.swedish.words import fold
from ingest.cell_words import run_of, words_of
from ingest.clean import join_lines
from ingest.column_names import Header
from ingest.line_kinds import COMMENT, LONGEST_TAIL, Style, kinds_of
from ingest.row_segments import Chunk, Segment, segments_of

SHORT_TAIL = 3  # words of a second cell of words after the figures
OPEN_ENDS = frozenset("per och i för av till med som inom på samt eller om från vid".split())


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """One row as it is written: the title or comment above it, its label, its lines of figures, what follows them."""

    at: int  # the line of its first figures
    above: tuple[str, ...]
    label: Chunk
    figures: Chunk
    rest: Chunk = ()  # of the label, below the figures
    tail: Chunk = ()  # of the words after the figures

    def body(self, style: Style) -> str:
        """The lines of figures as one; where the file marks blanks by spaces, none is added."""
        return "".join(self.figures) if style.spaced else " ".join(line.strip() for line in self.figures)

    @property
    def text(self) -> str:
        """All that the row says, as running text."""
        return join_lines([line.strip() for line in (*self.label, *self.figures, *self.rest, *self.tail)])


def rows_below(lines: Sequence[str], header: Header, style: Style) -> tuple[list[WrittenRow], int]:
    """The rows under a header, and how many of the lines they and what stands between them take up."""
    kinds = kinds_of(lines, header, style)
    last = max((at for at, kind in enumerate(kinds) if kind in "FN"), default=-1)
    rows: list[WrittenRow] = []
    for segment in segments_of(lines[: last + 1], kinds[: last + 1], style):
        if rows:
            rows[-1], words = _with_tail(rows[-1], segment.words, header, style)
        else:
            words = segment.words
        rows.append(_row(replace(segment, words=words), header))
    if not rows:
        return [], 0
    after = _trailing(lines[last + 1 :], header, style)
    more = [line for line in lines[last + 1 : last + 1 + after] if line.strip()]
    rows[-1] = _extended(rows[-1], more, style) if more else rows[-1]
    return rows, last + 1 + after


def _with_tail(
    row: WrittenRow, words: tuple[Chunk, ...], header: Header, style: Style
) -> tuple[WrittenRow, tuple[Chunk, ...]]:
    """What of the words below a row is the rest of it: of the words after its figures, or else of its label."""
    if header.after or not style.spaced:
        more = tuple(takewhile(_goes_on, words[0])) if words else ()
        left = words[0][len(more) :] if words else ()
        row = _extended(row, more, style) if more else row
        words = (*((left,) if left else ()), *words[1:])
    if header.words_after > 1 and len(words) > 1 and len(" ".join(words[0]).split()) <= SHORT_TAIL:
        return replace(row, tail=(*row.tail, *words[0])), words[1:]
    return row, words


def _extended(row: WrittenRow, lines: Sequence[str], style: Style) -> WrittenRow:
    """The row with the lines below it: of its words after the figures, where it has some."""
    last = words_of(row.figures[-1])
    if style.spaced and run_of(last)[1] < len(last.texts):
        return replace(row, tail=(*row.tail, *lines))
    return replace(row, rest=(*row.rest, *lines))


def _goes_on(line: str) -> bool:
    return line.strip()[:1].islower() or line.strip()[:1] in "(%"


def _row(segment: Segment, header: Header) -> WrittenRow:
    """The words above the figures as title and label; the last chunk is the label where the figures have none."""
    words = segment.words
    own = run_of(words_of(segment.figures[0]))[0]
    is_part = own <= header.before or _goes_on(segment.figures[0]) or bool(words) and _unfinished(words[-1])
    label, above = (words[-1], words[:-1]) if words and is_part else ((), words)
    if label and fold(label[0]).startswith(COMMENT):
        after = max((at + 1 for at, line in enumerate(label[:-1]) if line.rstrip().endswith(".")), default=len(label))
        label, above = label[after:], (*above, label[:after])
    if any(fold(chunk[0]).startswith(COMMENT) for chunk in above):
        above = (tuple(line for chunk in above for line in chunk),)
    titles = tuple(join_lines([line.strip() for line in chunk]) for chunk in above)
    return WrittenRow(segment.at, titles, label, segment.figures)


def _unfinished(chunk: Chunk) -> bool:
    return chunk[-1].split()[-1].lower() in OPEN_ENDS or chunk[-1].rstrip().endswith(("-", ","))


def _trailing(lines: Sequence[str], header: Header, style: Style) -> int:
    """How many lines after the last row still belong to it."""
    if style.spaced and not header.after:
        return 0
    taken = 0
    for line in lines:
        if not _goes_on(line) or len(line.split()) > LONGEST_TAIL or line.rstrip().endswith((".", ":")):
            break
        taken += 1
    return taken
