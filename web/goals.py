"""The goals that the documents set, what they say of each, and the figures that it is measured by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.documents import Figure, FigureKind, PassageKind
from web.lessons import Place, cue, sentences, under
from web.parts import cells_of

MONEY = ("tkr", "mnkr", "mkr", "kr")
AIMS = (FigureKind.GOAL, FigureKind.COMMITMENT)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row that a goal is measured by, with its figures as the document writes them."""

    name: str
    figures: tuple[Figure, ...]
    place: Place
    promised: bool = False  # a volume that the board undertakes, rather than a goal


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal of one board, with what each document says of it, and its indicators of all documents."""

    name: str
    said: tuple[tuple[str, Place], ...] = ()
    indicators: tuple[Indicator, ...] = ()


def goals_in(places: Sequence[Place]) -> list[Goal]:
    """The goals of one board over its documents, each once; those without a name last."""
    found: dict[str, Goal] = {}
    for place in places:
        for name, said in _named(place):
            goal = found.setdefault(_key(name), Goal(name))
            if all(other.document != place.document for _, other in goal.said):
                found[_key(name)] = replace(goal, said=(*goal.said, (said, place)))
        for name, indicator in _measured(place):
            goal = found.setdefault(_key(name), Goal(name))
            found[_key(name)] = replace(goal, indicators=(*goal.indicators, indicator))
    return sorted(_spelled(list(found.values())), key=lambda goal: not goal.name)


def _named(place: Place) -> Iterable[tuple[str, str]]:
    """The goal that the lowest such heading names, with the first sentence below it."""
    at = under(place, "goal")
    if at >= 0 and place.passage.kind is not PassageKind.ROW and "tabell" not in place.passage.headings[at].lower():
        yield _bare(place.passage.headings[at]), next(sentences(place.passage.text), "")


def _measured(place: Place) -> Iterable[tuple[str, Indicator]]:
    """The rows that have a column for a goal or for what is promised, and a value that is not money."""
    rows: dict[tuple[str, ...], list[Figure]] = {}
    for figure in place.passage.figures:
        rows.setdefault(figure.row, []).append(figure)
    for row, figures in rows.items():
        known = tuple(figure for figure in figures if figure.value is not None)
        if known and _is_aim(place, figures):
            promised = any(figure.kind is FigureKind.COMMITMENT for figure in figures)
            yield _goal_of(place, row), Indicator(_balanced(row[-1]), known, place, promised)


def _is_aim(place: Place, figures: Sequence[Figure]) -> bool:
    """Has the row a goal or a promise; or does it stand in a table of goals, with nothing but years to come?"""
    if any(figure.unit in MONEY for figure in figures):
        return False
    years = place.document.years or (0,)
    to_come = all(f.kind is FigureKind.UNKNOWN and (f.year or 0) >= min(years) for f in figures if f.value is not None)
    in_table = under(place, "aims_table") >= len(place.passage.headings) - 2
    return any(figure.kind in AIMS for figure in figures) or (to_come and in_table and under(place, "aims_table") >= 0)


def _goal_of(place: Place, row: Sequence[str]) -> str:
    """What a row belongs to: the title of its group, else the column of its name, else the heading over its table."""
    column, _ = cells_of(place.passage.text)[0]
    headings = place.passage.headings[1:]
    if cue("goal_column").search(column):  # the rows name their goals: the heading above is another one's
        headings = tuple(heading for heading in headings if not cue("goal").search(heading))
    above = [*headings, column, *row[:-1]]
    return next((_bare(title) for title in reversed(above) if title and not _says_nothing(title)), "")


def _says_nothing(title: str) -> bool:
    return bool(cue("plain_heading").search(title))


def _bare(title: str) -> str:
    """The goal itself, without its number and what sort of goal it is."""
    return cue("before_goal").sub("", title).strip(" .:") or title


def _key(name: str) -> str:
    return re.sub(r"\W+", " ", name.lower()).strip()


def _balanced(name: str) -> str:
    """Without a parenthesis that is opened and never closed."""
    return name.removeprefix("(") if name.count("(") > name.count(")") else name


def _spelled(goals: Sequence[Goal]) -> list[Goal]:
    """With the columns as most of them are written: 'ut fall' is a word that was broken in its narrow cell."""
    written = Counter(f.column for goal in goals for indicator in goal.indicators for f in indicator.figures)
    often = {_letters(column): column for column, _ in reversed(written.most_common())}

    def spelled(one: Indicator) -> Indicator:
        return replace(one, figures=tuple(replace(f, column=often[_letters(f.column)]) for f in one.figures))

    return [replace(goal, indicators=tuple(map(spelled, goal.indicators))) for goal in goals]


def _letters(column: str) -> str:
    return re.sub(r"\s", "", column).lower()
