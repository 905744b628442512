"""Questions for the largest, the smallest or the first few: of a table's rows, or of a row's years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.asked import asks_money
from assistant.cells import SECOND_ASK, choose_cells
from assistant.ends import ends, how_many, judged, orders, signs_asked
from assistant.evidence import Subject, words_of
from assistant.figures import RowMatch, match_rows, row_label, rows_of, side_of_label
from assistant.labels import unasked
from assistant.library import Library
from assistant.models import Draft, Evidence, Reading
from assistant.prompts import reply
from assistant.wording import amount, bare_name, column_name, row_name
from corpus.documents import Figure, FigureKind, is_total
from corpus.swedish.concepts import Concept
from corpus.swedish.numbers import MONEY
from corpus.swedish.words import fold

YEAR_ASKED = re.compile(r"\b(?:vilket år|vilka år|när)\b")
RESULT = re.compile(r"\bresultat|\bavvik|\bavv\b")
SORT_NOUN = re.compile(r"\b(?:vilk(?:en|et|a)|\w+(?:aste|sta)) (\w+)(?: (\w+))?")
HALF = 0.5  # of a row's words that the question may lack and mean that row
NAMED = 0.6  # of the subject's core that a table must hold
SORT, YEAR = 0.3, 0.3  # what a table gains for holding what is asked for
Cell = tuple[RowMatch, Figure]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The cells of one column of a table, one for each row that is no total, and how well the table fits."""

    cells: tuple[Cell, ...]
    fit: float


@dataclass(frozen=True, slots=True)
class Asked:
    """What is ranked ('vilken enhet', 'de största investeringarna'), all the nouns for it, and the subject besides."""

    sort: tuple[Concept, ...]
    nouns: tuple[Concept, ...]
    subject: Subject


def rank(reading: Reading, evidence: Sequence[Evidence], subject: Subject, library: Library) -> Draft | None:
    """A draft that names the largest or smallest, or None where no table tells."""
    if reading.operation != "extreme":
        return None
    if YEAR_ASKED.search(fold(reading.question)):
        return _best_year(reading, evidence, subject)
    cells = best_column(reading, evidence, subject, library)
    return _draft(reading, cells) if cells else None


def best_column(reading: Reading, evidence: Sequence[Evidence], subject: Subject, library: Library) -> list[Cell]:
    """The column of the table that the question is about best, a cell for each row that is no total; [] without one."""
    firsts = {source.passage.table: source for source in reversed(evidence) if source.passage.figures}
    asked = _asked(reading, subject)
    found = (_ranking(reading, library.table(source), asked) for source in firsts.values())
    best = max((r for r in found if r), key=lambda r: r.fit, default=None)
    return list(best.cells) if best else []


def _asked(reading: Reading, subject: Subject) -> Asked:
    nouns = {word for match in SORT_NOUN.finditer(fold(reading.question)) for word in match.groups() if word}
    sort = tuple(c for c in subject.core if c.word in nouns)
    core = tuple(c for c in subject.core if c not in sort)
    return Asked(sort, tuple(c for c in subject.concepts if c.word in nouns), replace(subject, core=core))


def _ranking(reading: Reading, table: Sequence[Evidence], asked: Asked) -> Ranking | None:
    """The column that the question asks for, over the rows that it is about."""
    reading = _of_one_kind(reading)
    rows = [m for source in table for m in rows_of(source) if not is_total(m.row, source.document)]
    kept = _of_column(reading, _about(of_side(reading, rows), table, asked), asked)
    pairs = [(match, cell) for match in kept for cell in choose_cells(reading, match)[:1] if cell.value is not None]
    if not pairs:
        return None
    column = Counter(_place(cell) for _, cell in pairs).most_common(1)[0][0]
    cells = tuple(pair for pair in pairs if _place(pair[1]) == column)
    fit = _fit(reading, table, cells, asked)
    return Ranking(cells, fit) if len(cells) > 1 and fit > 0 else None


def _of_one_kind(reading: Reading) -> Reading:
    """The reading as far as a second question, with the deviation alone where it is asked for ('drog över budget')."""
    kinds = (FigureKind.DEVIATION,) if FigureKind.DEVIATION in reading.figure_kinds else reading.figure_kinds
    second = SECOND_ASK.search(fold(reading.question))
    return replace(reading, figure_kinds=kinds, question=reading.question[: second.start() if second else None])


def _of_column(reading: Reading, rows: Sequence[RowMatch], asked: Asked) -> list[RowMatch]:
    """The rows with the figures alone of the columns that name what is asked for, or how well it went, if any do."""
    went = judged(fold(reading.question))
    columns = {figure.column for match in rows for figure in match.figures}
    named = {c for c in columns if any(o.found_in(words_of(c)) >= NAMED for o in asked.subject.core)}
    named = {c for c in columns if RESULT.search(fold(c))} if went else named
    return [replace(m, figures=tuple(f for f in m.figures if not named or f.column in named)) for m in rows]


def _place(cell: Figure) -> tuple[str, str, FigureKind]:
    return cell.column, cell.unit, cell.kind


def of_side(reading: Reading, rows: Sequence[RowMatch]) -> list[RowMatch]:
    """The rows of the side of the accounts that is asked for, where the table has sides."""
    wanted = {"gross": "cost", "": "net"}.get(reading.side, reading.side)
    sided = [m for m in rows if side_of_label(m.row[-1]) == wanted and len(m.row) > 1]
    return sided if len(sided) > 1 else list(rows)


def _about(rows: Sequence[RowMatch], table: Sequence[Evidence], asked: Asked) -> list[RowMatch]:
    """The rows that name what is ranked where neither headings nor columns do ('vilket särskilt boende …')."""
    kept = list(rows)
    for concept in asked.sort:
        named = [m for m in kept if concept.found_in(words_of(" ".join(m.row))) >= NAMED]
        kept = named if len(named) > 1 and concept.found_in(_heads(table)) < NAMED else kept
    return kept


def _heads(table: Sequence[Evidence]) -> frozenset[str]:
    first = table[0].passage
    columns = " ".join(f.column for f in first.figures)
    return words_of(f"{' '.join(first.headings[-2:])} {first.text.split(' | ')[0].partition(': ')[0]} {columns}")


def _fit(reading: Reading, table: Sequence[Evidence], cells: Sequence[Cell], asked: Asked) -> float:
    """How well a table is what the question ranks; 0 where it does not hold enough of the subject."""
    heads = _heads(table)
    groups = set.intersection(*({s for part in m.row[:-1] for s in words_of(part)} for m, _ in cells))
    core = asked.subject.core_share(heads | groups)
    core *= not all(asked.subject.core_share(words_of(m.row[-1])) for m, _ in cells) or not asked.subject.core
    figures = [figure for _, figure in cells]
    kinds, years = set(reading.figure_kinds), set(reading.scope.years)
    money = all(f.unit in MONEY for f in figures)
    if core < NAMED or kinds and not all(f.kind in kinds for f in figures) or asks_money(reading) and not money:
        return 0.0
    if years and not all(f.year in years for f in figures if f.year):
        return 0.0
    labels = heads.union(*(words_of(" ".join(m.row)) for m, _ in cells))
    sort = sum(bool(words_of(c.word) & labels) for c in asked.nouns)
    return core + SORT * sort + YEAR * (bool(years) and figures[0].year in years) + min(len(cells), 20) / 100


def _draft(reading: Reading, cells: Sequence[Cell]) -> Draft | None:
    """The first, or the first few, of the cells in the order asked for; both ends where both are asked for."""
    low = fold(reading.question)
    signs = signs_asked(low) if FigureKind.DEVIATION in reading.figure_kinds else ()
    groups = [(high, sign, group) for high, sign in orders(low, signs) if (group := _ordered(cells, low, high, sign))]
    if not groups:
        return None
    shown = [pair for _, _, group in groups for pair in group]
    sources = tuple(dict.fromkeys(match.evidence for match, _ in shown))
    lines: list[str] = []
    for high, sign, group in groups:
        items = " · ".join(f"{_named(pair)} [{sources.index(pair[0].evidence) + 1}]" for pair in group)
        of = reply("extreme", "of", column=column_name(group[0][1]), count=len(cells))
        lines.append(f"{reply('extreme', _lead(group[0][1], high, sign))} {of}: {items}.")
    return Draft(tuple(lines), sources, tuple(f for _, f in shown), (str(len(cells)),))


def _ordered(cells: Sequence[Cell], question: str, high: bool, sign: int) -> list[Cell]:
    """The first of the cells of a sign from one end; by their signs where it is asked how well they went."""
    kept = [pair for pair in cells if not sign or _value(pair) * sign > 0]
    if judged(question):
        return sorted(kept, key=_value, reverse=high)[: how_many(question)]
    return _first(kept, high, how_many(question)) if kept else []


def _first(cells: Sequence[Cell], high: bool, count: int) -> list[Cell]:
    """The first of the cells from one end, and those that are equal to the last of them."""
    ordered = sorted(cells, key=lambda pair: abs(_value(pair)), reverse=high)
    ties = [pair for pair in ordered[count:] if abs(_value(pair)) == abs(_value(ordered[count - 1]))]
    return [*ordered[:count], *ties[:2]]


def _value(pair: Cell) -> float:
    return float(pair[1].value or 0)


def _lead(cell: Figure, high: bool, shortage: int) -> str:
    if shortage:
        return ("deficit" if shortage < 0 else "surplus") + ("" if high else "_low")
    cost = cell.unit in MONEY and (cell.value or 0) < 0 and cell.kind is not FigureKind.DEVIATION
    return ("cost_" if cost else "value_") + ("high" if high else "low")


def _named(pair: Cell) -> str:
    return f"{bare_name(pair[0])} {amount(pair[1])}"


def _best_year(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> Draft | None:
    """The year in which the row that the question means has its largest or smallest value."""
    rows = [m for m in match_rows(reading, evidence, subject) if len(_of_years(reading, m.figures)) > 1]
    match = _row_of_years(rows, subject)
    cells = [(match, figure) for figure in _of_years(reading, match.figures)] if match else []
    if not match:
        return None
    name = row_name(match.row)
    others = ", ".join(f"{f.year}: {amount(f)}" for _, f in cells)
    lines: list[str] = []
    for high in ends(fold(reading.question)):
        best = _first(cells, high, 1)[0][1]
        text = reply("extreme", "year_high" if high else "year_low", row=name, year=best.year, value=amount(best))
        lines.append(f"{text} ({others}) [1]." if not lines else f"{text} [1].")
    return Draft(tuple(lines), (match.evidence,), tuple(f for _, f in cells))


def _row_of_years(rows: Sequence[RowMatch], subject: Subject) -> RowMatch | None:
    """The row that is named in full; the whole of its table before one that says much besides."""
    named = [m for m in rows if m.named == 1.0] or list(rows[:1])
    whole = next((m for m in named if is_total(m.row, m.evidence.document)), None)
    besides = bool(named) and unasked(row_label(named[0]), subject, frozenset()) >= HALF
    return whole if whole and besides else next(iter(named), None)


def _of_years(reading: Reading, figures: Iterable[Figure]) -> list[Figure]:
    """One figure for each year, of the kinds asked for or those that are no goals and deviations."""
    apart = (FigureKind.GOAL, FigureKind.DEVIATION, FigureKind.COMMITMENT, FigureKind.CHANGE)
    kept = [f for f in figures if f.year and f.value is not None]
    kept = [f for f in kept if (f.kind in reading.figure_kinds if reading.figure_kinds else f.kind not in apart)]
    return list({f.year: f for f in kept}.values())
