"""Which cells of a row belong together: of one length of time and of one group, such as the whole project."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, product

from assistant.models import Reading
from corpus.documents import Figure, FigureKind
from corpus.swedish.cues import column_words, cue, cues_in, kind_spans
from corpus.swedish.periods import MONTHS
from corpus.swedish.words import fold, stem, stop_words, tokens

SHORT = 2  # letters of a word that groups nothing
SAME_KIND = 0.5  # what two cells gain for being of one kind, as two outcomes are
TRIED = 6  # cells looked at for each of the things asked for
OF_TIME = frozenset(("period", "perioden", "helår", "helåret", "år", "året", "hittills", "ack", "förslag", "nuläge"))
ALL_YEARS = re.compile(r"\btotal|\bsumma\b|\bhela projektet\b")
MONTH = re.compile("|".join(f"{month[:3]}[a-zå]*" for month in MONTHS))
PART_YEAR = re.compile(
    rf"\bperiod|\bhittills|\btertial|\b(?:{'|'.join(MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sep|okt|nov)\b"
)
PARTS = frozenset(("first_tertial", "second_tertial", "half_year", "first_quarter", "third_quarter"))
WHOLE_YEAR = re.compile(r"\bhelår|\bhela året|\bårsprognos|\bhela (?:19|20)\d\d")
Fitting = Sequence[tuple[float, Figure]]


def together(options: Sequence[Fitting], weigh: float = 1.0) -> list[Figure]:
    """One cell of each of several lists: those that fit best, and that go together best, which weighs so much."""
    tried = [sorted(fitting, key=lambda pair: -pair[0])[:TRIED] for fitting in options]
    best = max(product(*tried), key=lambda chosen: _worth(chosen, weigh), default=())
    return [figure for _, figure in best]


def _worth(chosen: Fitting, weigh: float) -> float:
    pairs = [alike(a, b) + SAME_KIND * (a.kind is b.kind) for (_, a), (_, b) in combinations(chosen, 2)]
    return sum(score for score, _ in chosen) + (weigh * sum(pairs) / len(pairs) if pairs else 0.0)


def alike(first: Figure, second: Figure) -> float:
    """How well two cells of a row go together: 1 where they are of one length of time and one group of columns."""
    if first is second:
        return 0.0
    groups = _group(first.column), _group(second.column)
    either = groups[0] | groups[1]
    shared = len(groups[0] & groups[1]) / len(either) if either else 1.0
    return (is_part_year(first) == is_part_year(second)) / 2 + shared / 2


@lru_cache(maxsize=1000)
def _group(column: str) -> frozenset[str]:
    """The stems of a column's name that say neither a kind of figure nor a time."""
    words = [t for t in tokens(column) if len(t) > SHORT and not t.isdigit() and t not in OF_TIME | stop_words()]
    return frozenset(stem(w) for w in words if not _names_kind(w) and not MONTH.fullmatch(w))


def _names_kind(word: str) -> bool:
    return word in column_words() or bool(kind_spans(word))


def months_alone(column: str) -> frozenset[str]:
    """The month that a column is of, where its name says nothing but that and a year ('Augusti', 'Aug 2030')."""
    words = [token for token in tokens(column) if not token.isdigit()]
    named = [month for month in MONTHS if len(words) == 1 and MONTH.fullmatch(words[0]) and words[0][:3] == month[:3]]
    return frozenset(named)


def is_part_year(figure: Figure) -> bool:
    """Is a figure of a part of a year, by its period or by its column's name ('Avvikelse period')?"""
    return bool(figure.period) or "period" in tokens(figure.column)


def expects(question: str) -> bool:
    """Does a question ask for what is expected of the whole year ('hur mycket dyrare blir … på helåret')?"""
    return WHOLE_YEAR.search(fold(question)) is not None or bool(cue("comparison", "expected", question))


def stands_for_outcome(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Is a forecast what tells the outcome of a year, since the row's own outcomes are of a part of it?"""
    if figure.kind is not FigureKind.FORECAST or figure.value is None:
        return False
    actual = [f for f in figures if f.kind is FigureKind.OUTCOME and f.year in (None, figure.year)]
    return all(is_part_year(f) for f in actual)


def of_all_years(figure: Figure) -> bool:
    """Is a figure of all the years of its row ('Total investering', 'Hela projektet Upparbetat')?"""
    return ALL_YEARS.search(fold(figure.column)) is not None


def asks_period(reading: Reading) -> bool:
    """Is the part of the year asked for, rather than the whole: a month or the period, and no word of the year?"""
    return names_part(reading) and WHOLE_YEAR.search(fold(reading.question)) is None


def names_part(reading: Reading) -> bool:
    """Does a question, or the one that it leans on, name a part of the year: a month, a tertial, the period?"""
    return reading.of_period or says_part(reading.question)


def says_part(question: str) -> bool:
    """Does a question itself name a part of the year?"""
    low = fold(question)
    return PART_YEAR.search(low) is not None or bool(PARTS & set(cues_in("period", low)))
