"""The words above a table to the names of its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.swedish.periods import period_in
from corpus.swedish.words import fold
from ingest.clean import join_lines
from ingest.column_groups import under_groups, years_below
from ingest.column_words import MARKS, MOST_WORDS, column_words, is_month, is_year, starts_figures, starts_words

JOINS = frozenset("mot för och av per i till från med utan exkl inkl enligt - – / &".split())
LONGEST_NAME = 6  # words of the name of a column
LONGEST_LABEL = 9  # words of the name of the rows


@dataclass(frozen=True, slots=True)
class Column:
    """One column as its header names it; `figures` is False for a column of words."""

    name: str
    figures: bool


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table: those of words before the figures (the label first), the figures, the words after."""

    label: str
    before: int
    columns: tuple[str, ...]
    after: str
    words_after: int

    @property
    def width(self) -> int:
        """How many columns of figures there are."""
        return len(self.columns)


def headers_of(lines: Sequence[str]) -> list[Header]:
    """The ways to read some lines as the header of a table, none twice."""
    indent = "  " if lines[0][:2] == "  " else ""
    joined = indent + join_lines([line.strip() for line in lines])
    if len(joined.split()) > MOST_WORDS:
        return []
    found = [_header(joined)]
    if len(lines) > 1:
        found += [_with_years(lines), _with_groups(lines)]
    return list(dict.fromkeys(header for header in found if header and _is_sound(header)))


def _with_years(lines: Sequence[str]) -> Header | None:
    """The first line as the header, with the years in the lines below it."""
    header = _header(lines[0].strip())
    names = years_below(header.columns, " ".join(lines[1:]).split()) if header else ()
    return replace(header, columns=names) if header and names else None


def _with_groups(lines: Sequence[str]) -> Header | None:
    """The second line as the header, with the names of groups in the line above it."""
    header = _header(lines[1].strip())
    names = under_groups(header.columns, lines[0]) if header and len(lines) == 2 else ()
    return replace(header, columns=names) if header and names else None


def _header(text: str) -> Header | None:
    words = text.split()
    columns = list(_columns(words, labelled=bool(words) and not (text[:2] == "  " or _opens_unlabelled(words))))
    figures = [at for at, column in enumerate(columns) if column.figures and at]
    if not figures or any(not column.figures for column in columns[figures[0] : figures[-1] + 1]):
        return None
    first, last = figures[0], figures[-1]
    label = " ".join(column.name for column in columns[:first]).strip()
    words_after = len(columns) - last - 1
    after = " ".join(column.name for column in columns[last + 1 :])
    return Header(label, first - 1, tuple(column.name for column in columns[first : last + 1]), after, words_after)


def _columns(words: Sequence[str], labelled: bool) -> Iterator[Column]:
    """The label's column, then each that a word begins: a year, or a capital letter and a word that names columns."""
    name: list[str] = []
    figures = False
    first = True
    for at, word in enumerate(words):
        begins = _begins(word, words[at - 1] if at else "", (name, figures and not first))
        if begins is None or not at and labelled:
            name.append(word)
            continue
        yield Column(" ".join(name), figures and not first)
        name, figures, first = [word], begins, False
    yield Column(" ".join(name), figures and not first)


def _opens_unlabelled(words: Sequence[str]) -> bool:
    """Do the columns begin with the first word: a year, or the name of figures with a year or a name after it?"""
    exact = MARKS.sub("", fold(words[0])) in column_words()["figures"] and words[0][:1].isupper()
    return is_year(words[0]) or exact and len(words) > 1 and (is_year(words[1]) or starts_figures(words[1]))


def _begins(word: str, before: str, open_column: tuple[list[str], bool]) -> bool | None:
    """Does a word begin a column, of figures (True) or of words (False); None where it goes on with the one before."""
    name, figures = open_column
    if is_year(word):
        return None if figures and not any(is_year(w) for w in name) else True
    if before.lower() in JOINS or is_month(word) and not period_in(word) or not word[:1].isupper():
        return None
    if starts_figures(word):
        return True
    return False if starts_words(word) else None


def _is_sound(header: Header) -> bool:
    """Are there two columns of figures or more, each with a short name of its own?"""
    names = [*header.columns, header.after] if header.after else list(header.columns)
    counted = [w for name in names for w in name.split() if w[:1].isdigit() and not is_year(w)]
    short = len(counted) <= 1 and all(len(name.split()) <= LONGEST_NAME and name[-1:] != "." for name in names)
    different = len({fold(name) for name in header.columns}) == header.width
    label = header.label.split()
    return header.width > 1 and short and different and len(label) <= LONGEST_LABEL and not header.label[:1].islower()
