"""How an answer is judged, whoever wrote it, and the table of many."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median, quantiles

from assistant.check import MARKER, same
from assistant.replying import said_in
from assistant.support import unfounded_words
from corpus.swedish.numbers import is_year, numbers_in
from evals.models import Case
from evals.score import score

WAYS = ("without a model", "with a model", "naive, same model")


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as it was shown, and what it cost: seconds to the first words on the screen and to the last.

    `worded` are the seconds to the first sentence in a model's own words, `plain` the answer without a model.
    """

    text: str
    abstained: bool
    asks_back: bool
    unsupported: int
    sentences: int
    first: float = 0.0
    seconds: float = 0.0
    tokens_in: int = 0
    withheld: int = 0
    lead: str = ""
    fell_back: str = ""
    worded: float = 0.0
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question answered one way, and how that is judged."""

    id: str
    way: str
    answerable: bool
    right: bool
    wrong_figure: bool
    told: Told


def judged(case: Case, way: str, told: Told) -> Outcome:
    """The answer under the rules of every other evaluation."""
    values = score(case, {"answer": told.text, "abstained": told.abstained, "asks_back": told.asks_back}).values
    return Outcome(case.id, way, case.answerable, bool(values.get("right")), bool(values["wrong_figure"]), told)


def read_outcomes(file: Path) -> list[Outcome]:
    """The outcomes that a run has kept; none where there is no file. A line that was never finished is left out."""
    lines = file.read_text("utf-8").split("\n")[:-1] if file.exists() else []
    found = [json.loads(line) for line in lines]
    return [Outcome(**{**fields, "told": Told(**fields["told"])}) for fields in found]


def unsupported(sentences: Sequence[str], source_of: Callable[[str], str]) -> int:
    """How many sentences hold a figure or a word that the text they are to stand on does not hold."""
    return sum(not _stands(MARKER.sub(" ", sentence), source_of(sentence)) for sentence in sentences)


def _stands(sentence: str, source: str) -> bool:
    known = numbers_in(source)
    figures = [number for number in numbers_in(sentence) if not is_year(number)]
    return all(any(same(n, other) for other in known) for n in figures) and not unfounded_words(sentence, source)


def sentences_of(text: str) -> list[str]:
    """The sentences of an answer."""
    return [said.text for said in said_in([text]) if not said.is_question]


def table(outcomes: Sequence[Outcome]) -> list[str]:
    """The lines of the table, one column a way."""
    columns = [[o for o in outcomes if o.way == way] for way in WAYS]
    rows: list[tuple[str, Callable[[list[Outcome]], str]]] = [
        ("questions", lambda c: str(len(c))),
        ("right, answerable", lambda c: _share([o.right for o in c if o.answerable])),
        ("right, unanswerable", lambda c: _share([o.right for o in c if not o.answerable])),
        ("wrong figure shown", lambda c: _share([o.wrong_figure for o in c])),
        ("sentences without support", lambda c: f"{_sum(c, 'unsupported')} of {_sum(c, 'sentences')}"),
        ("sentences withheld", lambda c: str(_sum(c, "withheld"))),
        ("led by a sentence of the model", lambda c: _share([o.told.lead == "model" for o in c if o.told.lead])),
        ("added to by the model", lambda c: _share([o.told.lead == "program" for o in c if o.told.lead])),
        ("fallen back", lambda c: _share([bool(o.told.fell_back) for o in c if o.told.lead])),
        ("prompt, 95th percentile", lambda c: f"{_p95([o.told.tokens_in for o in c if o.told.tokens_in]):.0f} tokens"),
        ("first checked words, median", lambda c: f"{_median([o.told.first for o in _by_model(c)]):.1f} s"),
        ("model's first words, median", lambda c: f"{_median([o.told.worded for o in _by_model(c)]):.1f} s"),
        ("whole answer, median", lambda c: f"{_median([o.told.seconds for o in _by_model(c)]):.1f} s"),
        ("first words to whole", lambda c: f"{_median([_part(o.told.first, o) for o in _by_model(c)]):.2f}"),
        ("model's first words to whole", lambda c: f"{_median([_part(o.told.worded, o) for o in _by_model(c)]):.2f}"),
    ]
    lines = [("", *WAYS), *((name, *map(of, columns)) for name, of in rows)]
    return [f"{name:<34}" + "".join(f"{cell:>22}" for cell in cells) for name, *cells in lines]


def _by_model(column: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes that a model had a part in."""
    return [outcome for outcome in column if outcome.told.tokens_in]


def _part(seconds: float, outcome: Outcome) -> float:
    return seconds / outcome.told.seconds


def _share(values: Sequence[bool]) -> str:
    return f"{mean(values):.3f} ({sum(values)}/{len(values)})" if values else "–"


def _sum(column: Sequence[Outcome], name: str) -> int:
    return sum(getattr(outcome.told, name) for outcome in column)


def _median(values: Sequence[float]) -> float:
    return median([value for value in values if value] or [0.0])


def _p95(values: Sequence[int]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else float(sum(values))
