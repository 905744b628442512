"""What a figure is counted in: told by its cell, its column, its row or its table, the nearest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.documents import TOTALS
from corpus.swedish.numbers import UNIT, UNITS
from corpus.swedish.words import fold
from ingest.blocks import TableRow

MONEY_ROW = re.compile(r"kostnad|intäkt|netto|resultat|bidrag|investering|avgift|hyra|lön(?!a[dt])")
SHARES = re.compile(r"(?:,|\bi)\s+(?:procent|%)(?=$| av\b)|\((?:procent|%)\)")  # a caption of shares
SUM_ROW = re.compile(r"summa")
MONEY_TITLE = re.compile(
    r"driftbudget|resultaträkning|ekonomi|investering|resultat per|intäkter|kostnad|besparing|kommunbidrag"
    r"|\btkr\b|mnkr|tusen kronor"
)
COUNT_TITLE = re.compile(
    r"volym|kvantitet|\bantal|nyckeltal|indikator|personal\b|sjukfrånvaro|bemanning|befolkning|invånare|årsarbetare|anställda"
)
COUNT_COLUMN = re.compile(
    r"sannolikhet|konsekvens|riskvärde|poäng|\bantal\b|\bandel|årsarb|\bpersoner|\belever|\bplatser|ålder|\bkvinnor|\bmän\b"
    r"|\btjänster\b"
)
COUNTED_COLUMN = re.compile(
    r"(?:antal )?(elever|barn|platser|årsarbetare|tjänster|personer)(?: (?:[a-z]{3,9} )?(?:19|20)\d\d)?"
)
FEES = re.compile(r"\bavgift|\btax(?:a|or)\b|\bpris(?:er)?\b")  # of a person: no thousands
NAMED = "%|procentenheter|procent|km|tkr|mnkr|mkr|kr/inv|kronor|kr|timmar|dagar|dygn|månader|ton|kg|kvm|kwh|mwh"
IN_WORDS = re.compile(
    rf"\(({NAMED})\)|,\s*({NAMED})(?![\w/])|\bi\s+({NAMED})(?![\w/])|^(kronor|kr|procent)(?= per\b|$)"
    r"|\b(tkr|mnkr|mkr|kr/inv|km)\b|(%)",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r",\s*(platser|personer|hushåll|tim/år|veckor|minuter|(?:tusen )?kubikmeter)\b|,\s*(år)$|\b(tim(?:mar)?/år)\b"
    r"|(?<=tjänst)(timmar)|\bantal(?:et)? (dagar|timmar|dygn|månader)\b"
)
PER_MANY = re.compile(r"\bper (?:1|10|100)?\s?000\b|\bper (?:ett |tio |hundra )?tusen\b")
UNIT_HEAD = re.compile(r"(?:mått)?enhet")  # the head of a column that tells the unit of each row
UNIT_CELL = re.compile(rf"({UNIT})(?![a-zåäö])", re.IGNORECASE)
COUNT_CELL = re.compile(r"(?:antal|st|styck|index|poäng)\b")
MONEY_WORDS = r"tkr|mnkr|mkr|kr|tusen kronor|tusentals kronor|miljoner kronor|kronor"
STATED = re.compile(
    rf"\((?:i |belopp i )?({MONEY_WORDS})\)|(?:,|\bi|^)\s*({MONEY_WORDS})\s*(?=$|[.,)\u2013-]|inkl|exkl)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a table: its title, the unit stated for it, its document's years and part of a year.

    The title has the headings above it; `caption` is the one right above the table alone.
    """

    title: str
    units: str
    years: tuple[int, ...]
    period: str = ""
    caption: str = ""


def money_unit(texts: Iterable[str]) -> str:
    """The unit of money that the first of some texts states for a whole table, as 'Belopp i tkr', or ''."""
    stated = (STATED.search(text) for text in texts)
    return next((UNITS[(m[1] or m[2]).lower()] for m in stated if m), "")


def states_for_all(label: str) -> bool:
    """May the label of one row state the unit of all: a sum's, or one in brackets?"""
    return fold(label).startswith(TOTALS) or "(" in label


def unit_in(text: str) -> str:
    """The unit that a header, a label or a title names, or ''."""
    match = IN_WORDS.search(text)
    return UNITS.get(next(g for g in match.groups() if g).lower(), "") if match else ""


def unit_of_column(name: str, caption: str) -> str:
    """The unit that the head of a column names, or the things that it counts ('Elever', 'Årsarbetare 2024')."""
    counted = None if money_unit([caption]) else COUNTED_COLUMN.fullmatch(fold(name))
    return unit_in(name) or (counted[1] if counted else "")


def counts(name: str) -> bool:
    """Does the head of a column say that what stands under it is no money?"""
    return COUNT_COLUMN.search(fold(name)) is not None


def names_money(name: str) -> bool:
    """Does the head of a column say that what stands under it is money?"""
    return re.search(rf"{MONEY_ROW.pattern}|summa|\btotal", fold(name)) is not None


def unit_of_row(header: Sequence[str], row: TableRow, path: tuple[str, ...], context: Context) -> str:
    """The unit of a row: by its cell under 'Enhet', by its label, or by its table."""
    cells = [cell.text for name, cell in zip(header, row.cells, strict=False) if UNIT_HEAD.fullmatch(fold(name))]
    told = next((unit for unit in map(_unit_of_cell, cells) if unit is not None), None)
    return _unit_by_label(fold(" ".join(path)), context) if told is None else told


def _unit_of_cell(text: str) -> str | None:
    """The unit that a cell under 'Enhet' tells, '' for a count; None for the name of an organisation."""
    named = UNIT_CELL.match(text)
    return UNITS[named[1].lower()] if named else "" if COUNT_CELL.match(fold(text)) else None


def _unit_by_label(label: str, context: Context) -> str:
    counted = COUNTED.search(label)
    if unit_in(label):
        return unit_in(label)
    if PER_MANY.search(label):
        return ""
    if re.search(r"\bandel", label):
        return "%"
    if counted:
        return next(group for group in counted.groups() if group)
    if re.search(r"\bantal", label):
        return ""
    stated = "%" if SHARES.search(fold(context.caption)) else money_unit([context.caption])
    return stated or (context.units if _is_money(label, context) else "")


def _is_money(label: str, context: Context) -> bool:
    """Does the row hold money: by its own label, or by the title and headings of its table?"""
    title = fold(context.title)
    money, count = MONEY_TITLE.search(title), COUNT_TITLE.search(title)
    summed = SUM_ROW.search(label) and MONEY_TITLE.search(fold(context.caption))
    return bool(MONEY_ROW.search(label) or summed or money and not count)
