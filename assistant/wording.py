"""Figures in words: the sentence that states the cells of a row, as a Swedish reader writes it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence import CELL
from assistant.figures import EVERY, RowMatch, side_of_label
from assistant.prompts import replies, reply
from corpus.documents import Figure, FigureKind
from corpus.swedish.numbers import MONEY, write_number
from corpus.swedish.periods import year_of_header
from corpus.swedish.words import fold, tokens

LARGE = 10_000  # tkr, from which an amount is said in millions as well
LONGEST_ABBREVIATION = 6  # letters that a word in capitals may have and be an abbreviation


def amount(figure: Figure) -> str:
    """The value with its unit as a Swedish reader writes it; the document's own words where it has a bound."""
    if figure.value is None:
        return ""
    own = figure.text.strip("*¹²³ ")
    bounded = own[:1].isalpha() or own[:1] in "<>≥≤±"
    exponent = figure.value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else None
    whole = decimals and decimals > 1 and figure.value == figure.value.to_integral_value()  # 4 097,00 is 4 097
    number = own if bounded else write_number(figure.value, 0 if whole else decimals)
    unit = figure.unit if figure.unit and fold(figure.unit) not in fold(number) else ""
    return f"{number}\u00a0{unit}".strip() if unit else number


def sentence(match: RowMatch, cells: Sequence[Figure], n: int) -> str:
    """One sentence that states the cells, with its marker."""
    if all(cell.value is None for cell in cells):
        columns = " och ".join(cell.column or "värdet" for cell in cells)
        return reply("not_found", "no_value", row=name_of(match), column=columns).replace("[1]", f"[{n}]")
    shown = [cell for cell in cells if cell.value is not None]
    side = side_of_label(match.row[-1])
    if side and len(match.row) > 1 and len(shown) == 1 and shown[0].kind.value in replies()["kind_word"]:
        return _account(side, match, shown[0], n)
    parts = [stated(cell) for cell in cells if cell.value is not None]
    blank = [f"inget värde angivet ({column_name(cell)})" for cell in cells if cell.value is None]
    return f"{name_of(match)}: {', '.join(parts + blank)} [{n}]."


def name_of(match: RowMatch) -> str:
    """The row as a reader names it; one that is only called 'Alla' with what its table is about before it."""
    name = row_name(match.row)
    if not set(tokens(name)) <= EVERY:
        return name
    passage = match.evidence.passage
    head, colon, _ = passage.text.split(CELL)[0].partition(": ")
    about = head if colon else next(iter(passage.headings[-1:]), "")
    return f"{about} – {name}" if about else name


def stated(cell: Figure) -> str:
    """The value with its column, and in words where it is a deviation of money."""
    named = f" ({column_name(cell)})" if column_name(cell) else ""
    sign = (cell.value or 0) if cell.kind is FigureKind.DEVIATION and cell.unit in MONEY else 0
    return f"{amount(cell)}{', ett underskott' if sign < 0 else ', ett överskott' if sign > 0 else ''}{named}"


def _account(side: str, match: RowMatch, cell: Figure, n: int) -> str:
    when = f" {cell.year}" if cell.year else ""
    when += f" ({cell.period})" if cell.period else ""
    kind = replies()["kind_word" if side == "net" else "kind_words"][cell.kind.value]
    value = f"{amount(cell)}{when}{in_millions(cell)}"
    return reply("figure", side, row=match.row[0], kind=kind, value=value, n=n)


def in_millions(cell: Figure) -> str:
    """', det vill säga cirka 74,9 mnkr' for a large amount in thousands, else ''."""
    if cell.unit != "tkr" or cell.value is None or abs(cell.value) < LARGE:
        return ""
    return reply("figure", "millions", value=write_number(abs(cell.value) / 1000, 1))


def bare_name(match: RowMatch) -> str:
    """The row as a reader names it, without the side of its account where it has a name besides."""
    return row_name(tuple(part for part in match.row if not side_of_label(part)) or match.row)


def row_name(row: tuple[str, ...]) -> str:
    """The row as a reader names it: its group and its label."""
    return " – ".join(_plain(part) for part in row)


def _plain(label: str) -> str:
    """A label as it is said: without signs, and not in capitals where it is a word."""
    text = label.removesuffix("(-)").rstrip(" :.")
    return text.lower() if text.isupper() and len(text) > LONGEST_ABBREVIATION else text


def column_name(cell: Figure) -> str:
    """The column as a reader names it, with its year or period where the header does not say it."""
    name = cell.column
    extra = cell.period if cell.period and fold(cell.period) not in fold(name) else ""
    year = str(cell.year) if cell.year and year_of_header(name) != cell.year else ""
    return " ".join(part for part in (name, extra, year) if part)
