"""Which row of a table grows or shrinks the most between two of its years: 'vilken enhet växer mest'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.asked import CHOICE, bare
from assistant.cells import choose_cells
from assistant.columns import is_part_year, together
from assistant.ends import how_many
from assistant.evidence import Subject, words_of
from assistant.facets import SINCE
from assistant.figures import RowMatch, is_whole, rows_of, side_of_row
from assistant.library import Library
from assistant.models import Draft, Evidence, Reading
from assistant.prompts import reply
from assistant.ranking import SORT, SORT_NOUN, YEAR_ASKED, of_side
from assistant.wording import amount, bare_name, column_name
from corpus.documents import Figure, FigureKind
from corpus.swedish.cues import cue, opens_with
from corpus.swedish.numbers import write_number
from corpus.swedish.words import fold

ASIDE = (FigureKind.DEVIATION, FigureKind.GOAL, FigureKind.CHANGE)  # what is no amount of a year
NAMED = 0.6  # of the subject's core that a table must hold
LEAST = 3  # rows that make it worth asking which


@dataclass(frozen=True, slots=True)
class Change:
    """A row with its cells of two years."""

    match: RowMatch
    before: Figure
    after: Figure

    @property
    def sizes(self) -> tuple[Decimal, Decimal]:
        """The two values, costs by their size."""
        values = (self.before.value or Decimal(0), self.after.value or Decimal(0))
        return (-values[0], -values[1]) if max(values) <= 0 else values

    @property
    def growth(self) -> Decimal:
        """By how much the value is larger in the later year."""
        return self.sizes[1] - self.sizes[0]


def grown_most(reading: Reading, evidence: Sequence[Evidence], subject: Subject, library: Library) -> Draft | None:
    """A draft that names the rows that grow or shrink the most, or None where that is not asked or not told."""
    ways = ways_asked(reading)
    if not ways:
        return None
    sorts = [match[1] for match in SORT_NOUN.finditer(fold(reading.question))]
    firsts = {source.passage.table: source for source in reversed(evidence) if source.passage.figures}
    tables = [library.table(source) for source in firsts.values()]
    told = [(changes, table) for table in tables if (changes := _changes(reading, table))]
    found = [(changes, _fit(table, changes, sorts, subject)) for changes, table in told]
    changes, fit = max(found, key=lambda pair: pair[1], default=([], 0.0))
    groups = [(way, most) for way in ways if (most := _most(changes, way, how_many(fold(reading.question))))]
    return _draft(groups, len(changes)) if fit and len(groups) == len(ways) else None


def ways_asked(reading: Reading) -> tuple[str, ...]:
    """'grows' and 'shrinks', in the order that the question asks for them."""
    text = fold(reading.question)
    if not opens_with("comparison", "which", bare(reading.question)) or CHOICE.search(text) or YEAR_ASKED.search(text):
        return ()
    named = [(text.find(found), way) for way in ("grows", "shrinks") if (found := cue("extreme", way, text))]
    return tuple(way for _, way in sorted(named))


def _changes(reading: Reading, table: Sequence[Evidence]) -> list[Change]:
    """The cells of the same two columns, a pair for each row that is no total; [] where the table has no two years."""
    rows = [m for source in table for m in rows_of(source) if not is_whole(m.row, source.document)]
    rows = [m for m in of_side(reading, rows) if len(m.row) > 1 or not side_of_row(m)]
    pairs = [change for match in rows if (change := _change(reading, match))]
    columns = Counter((c.before.column, c.after.column, c.after.unit) for c in pairs).most_common(1)
    same = [c for c in pairs if (c.before.column, c.after.column, c.after.unit) == columns[0][0]]
    return same if len(same) >= LEAST else []


def _change(reading: Reading, match: RowMatch) -> Change | None:
    """The cell of the later of two years that the question asks for, and that of the earlier that is most like it."""
    cells = [f for f in match.figures if f.value is not None and f.year and f.kind not in ASIDE]
    first, latest = _span(reading, sorted({f.year or 0 for f in cells}))
    one = replace(reading, scope=replace(reading.scope, years=(latest,)), operation="")
    after = [f for f in choose_cells(one, replace(match, figures=tuple(cells))) if f.year == latest][:1]
    before = [(1.0, f) for f in cells if after and f.year == first and is_part_year(f) == is_part_year(after[0])]
    pair = together([before, [(1.0, after[0])]]) if after and before else []
    return Change(match, *pair) if len(pair) == 2 and pair[0].unit == pair[1].unit else None


def _span(reading: Reading, held: Sequence[int]) -> tuple[int, int]:
    """The two years that are meant: as asked, since a year, a year and the one before it, or the only two; else 0."""
    asked = sorted(reading.scope.years)
    if len(asked) > 1 or not asked:
        return (asked[0], asked[-1]) if asked else (held[0], held[-1]) if len(held) == 2 else (0, 0)
    if SINCE.search(fold(reading.question)):
        return asked[0], held[-1] if held else 0
    return (asked[0] - 1, asked[0])


def _fit(table: Sequence[Evidence], changes: Sequence[Change], sorts: Sequence[str], subject: Subject) -> float:
    """How much of the subject a table holds in its headings, columns, rows and board; 0 where it is of another sort."""
    first = table[0]
    heads = words_of(" ".join([*first.passage.headings[-2:], first.passage.text.partition(": ")[0]]))
    rows = words_of(" ".join(part for change in changes for part in change.match.row))
    sort = max((bool(words_of(s) & heads) + bool(words_of(s) & rows) / 2 for s in sorts), default=0.0)
    columns = words_of(" ".join([first.document.board, *(f.column for f in first.passage.figures)]))
    share = subject.core_share(heads | rows | columns)
    return share + SORT * sort + min(len(changes), 20) / 1000 if share >= NAMED and (sort or subject.core) else 0.0


def _most(changes: Sequence[Change], way: str, count: int) -> list[Change]:
    """The first few that change that way, and those that are equal to the last of them."""
    sign = 1 if way == "grows" else -1
    moved = sorted((c for c in changes if c.growth * sign > 0), key=lambda c: -c.growth * sign)
    return [c for c in moved if c.growth * sign >= moved[:count][-1].growth * sign]


def _draft(groups: Sequence[tuple[str, Sequence[Change]]], count: int) -> Draft:
    shown = [change for _, changes in groups for change in changes]
    sources = tuple(dict.fromkeys(change.match.evidence for change in shown))
    columns = [column_name(figure) for figure in (shown[0].before, shown[0].after)]
    lines = []
    for way, changes in groups:
        items = " · ".join(f"{_told(change)} [{sources.index(change.match.evidence) + 1}]" for change in changes)
        lines.append(reply("extreme", way, count=count, before=columns[0], after=columns[1], items=items))
    terms = tuple(figure for change in shown for figure in (change.before, change.after))
    computed = (str(count), *(_work(change) for change in shown))
    return Draft(tuple(lines), sources, terms, computed)


def _told(change: Change) -> str:
    span = f"från {amount(change.before)} till {amount(change.after)}"
    return f"{bare_name(change.match)}, {span} ({_work(change)})"


def _work(change: Change) -> str:
    before, after = change.sizes
    shown = f"({write_number(before)})" if before < 0 else write_number(before)
    return f"{write_number(after)} − {shown} = {write_number(change.growth)}"
