"""Doubts of values: a row of a table and prose that names it, with another number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.documents import Doubt, Figure, Passage
from corpus.swedish.numbers import MONEY, Number, numbers_in
from corpus.swedish.periods import years_in
from corpus.swedish.words import content_tokens, fold, stem, tokens
from ingest.lines import Entry, TableLine, is_sum, side_of, with_unit
from ingest.parts import LONG_WORD, is_near, sentences_in
from ingest.same_thing import GENERIC, is_said_of

YEAR_AFTER = re.compile(r"^[\s,(]*(?:(?:under|för|i|år)\s+){0,2}((?:19|20)\d\d(?:(?:,| och|\s?[–-])\s?(?:19|20)\d\d)*)")
OVER, UNDER = frozenset({"över", "drygt", "överstiger"}), frozenset({"under", "knappt", "understiger"})
VAGUE = frozenset("ca cirka ungefär runt omkring nästan närmare minst högst max min".split()) | frozenset(
    "till med från kvinnor män kv".split()  # a change, a span, or a part alone
)
NARROWED = re.compile(r"^[\s,]*(?:inom|bland|hos|av|för|i|på|till|per|mot)\s+(?!år\b|(?:19|20)\d\d)")
POINTS_BACK = frozenset("den denna".split())  # a sentence about what the one before it named
ALIKE = Decimal("0.5")  # of a table's value: a value in prose further from it is of something else


@dataclass(frozen=True, slots=True)
class Statement:
    """A number with a unit, the text about it, its years (dated: said there), the word where it is a bound."""

    passage: Passage
    about: str
    number: Number
    years: tuple[int, ...]
    dated: bool
    bound: str


def value_doubts(lines: Sequence[TableLine], passages: Sequence[Passage], covered: tuple[int, ...]) -> Iterator[Doubt]:
    """A row that the prose names, with another value of the same unit for the same year.

    A sentence without a year is of the year that the document covers, where that is one alone.
    """
    named = [(line, subject) for line in lines if (subject := _subject(line))]
    for statement in statements_in(passages, covered if len(covered) == 1 else ()):
        words = {stem(token) for token in content_tokens(statement.about)}
        about = [line for line, subject in named if subject <= words]
        cells = [(line, cell) for line in about for cell in line.cells.values() if _same_unit(cell, statement)]
        wrong = [pair for year in statement.years for pair in _other_value(cells, statement, year)]
        if wrong:
            yield _value_doubt(statement, wrong)


def _other_value(cells: Sequence[Entry], statement: Statement, year: int) -> list[Entry]:
    """The first cell of a year that says another thing than the statement, where no cell says the same."""
    of_year = [(line, cell) for line, cell in cells if cell.year == year]
    same = any(_agrees(cell, statement) for _, cell in (of_year if statement.dated else cells))
    alike = [(line, cell) for line, cell in of_year if is_near(*_amounts(cell, statement), ALIKE)]
    return [] if same else [(line, cell) for line, cell in alike if is_said_of(line, cell, statement.about)][:1]


def _value_doubt(statement: Statement, wrong: Sequence[Entry]) -> Doubt:
    (line, cell), page = wrong[0], statement.passage.pages[0]
    values = " och ".join(f"{with_unit(c)} {c.year}" for _, c in wrong)
    years = " och ".join(str(c.year) for _, c in wrong)
    said = f"{statement.bound} {statement.number.text}".strip()
    text = (
        f"Texten på sidan {page} anger {said} för {years}, men tabellen på sidan {cell.page} har {values} "
        f"för ”{line.path[-1]}”."
    )
    passages = (statement.passage.id, *dict.fromkeys(row.passage.id for row, _ in wrong))
    return Doubt(page, "value", text, passages)


def statements_in(passages: Sequence[Passage], year: tuple[int, ...] = ()) -> Iterator[Statement]:
    """The numbers with units that prose states flatly for a year, for the whole of what it speaks of."""
    earlier = ("", "")
    for passage, sentence in sentences_in(passages):
        points_back = earlier[0] == passage.id and not POINTS_BACK.isdisjoint(tokens(sentence))
        about = f"{earlier[1]} {sentence}" if points_back else sentence
        earlier = (passage.id, sentence)
        for number in numbers_in(sentence):
            before, after = sentence[: number.start], sentence[number.start :].lstrip(" -−–")[len(number.text) :]
            last = (re.findall(r"\w+", fold(before)) or [""])[-1]
            dated = _years(before, after)
            years = dated or (() if years_in(sentence) else year)
            if number.unit and years and last not in VAGUE and not NARROWED.match(after):
                yield Statement(passage, about, number, years, bool(dated), last if last in OVER | UNDER else "")


def _years(before: str, after: str) -> tuple[int, ...]:
    """The years right after a number, or else the last ones before it with no other number in between."""
    follows = YEAR_AFTER.match(after)
    if follows:
        text = follows[1]
        return years_in(text) if re.search(r"[–-]", text) else tuple(int(y) for y in re.findall(r"\d{4}", text))
    last = list(re.finditer(r"(?<![\d–-])(?:19|20)\d\d(?![\d–-])", before))
    between = numbers_in(before[last[-1].end() :]) if last else []
    return (int(last[-1].group()),) if last and not between else ()


def _subject(line: TableLine) -> set[str]:
    """The words that a sentence must hold to be about the row; none for an account or a sum that is not named."""
    side = side_of(line.path[-1])
    if is_sum(line.label) or side and len(line.path) == 1:
        return set()
    label = " ".join(line.path[-2:]) if side else line.path[-1]
    words = {stem(token) for token in content_tokens(label) if token not in GENERIC}
    return words if any(len(word) >= LONG_WORD for word in words) else set()


def _same_unit(cell: Figure, statement: Statement) -> bool:
    money = cell.unit in MONEY and statement.number.unit in MONEY
    return cell.value is not None and (money or cell.unit == statement.number.unit)


def _amounts(cell: Figure, statement: Statement) -> tuple[Decimal, Decimal]:
    """The table's amount in the unit of the prose, and the amount of the prose, both without sign."""
    scale = MONEY[cell.unit] / MONEY[statement.number.unit] if cell.unit in MONEY else Decimal(1)
    return abs(cell.value or Decimal(0)) * scale, abs(statement.number.value)


def _agrees(cell: Figure, statement: Statement) -> bool:
    has, said = _amounts(cell, statement)
    if statement.bound:
        return has >= said if statement.bound in OVER else has <= said
    shared = min(max(_decimals(has), 0), _decimals(said))
    return abs(has - said) <= Decimal(5).scaleb(-shared - 1)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0
