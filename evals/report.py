"""The report: one HTML page in Swedish that needs nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from evals.agreement import agreement
from evals.baseline import Earlier
from evals.charts import Bar, bars, histogram
from evals.compare import Comparison
from evals.groups import GROUPINGS
from evals.manifest import differences, model_of
from evals.models import Run, Score
from evals.reasons import outcome, reasons
from evals.summary import Taken, groups, in_figures, summarise, written
from evals.texts import measures, words
from evals.worst import Pictures, misses, worst

HEADLINES = ("right", "wrong_figure", "false_abstention", "abstention_recall", "cited", "recall@10")
MOST_LISTED = 500


def report(run: Run, pictures: Pictures, earlier: Earlier | None = None, comparison: Comparison | None = None) -> str:
    """The whole page. `pictures` draws a page of a document, or gives None where it cannot."""
    place = FileSystemLoader(Path(__file__).parent)
    template = Environment(loader=place, autoescape=True, undefined=StrictUndefined, trim_blocks=True,
                           lstrip_blocks=True).get_template("report.html")  # fmt: skip
    taken = summarise(run.scores)
    return template.render(
        run=run,
        taken=taken,
        headlines=[taken[name] for name in HEADLINES if name in taken],
        measures=measures(),
        words=words,
        written=written,
        in_figures=in_figures,
        opening=opening(taken),
        charts=[(title, _chart(title, run.scores)) for title in GROUPINGS if groups(run.scores, GROUPINGS[title])],
        times=_times(run.scores),
        worst=worst(run, pictures),
        missed=len(misses(run)),
        listed=list(zip(run.cases, run.scores, strict=True))[:MOST_LISTED],
        unscored=[score for score in run.scores if score.unscored],
        model=model_of(run.about),
        comparison=comparison,
        agreed=agreement(run.scores),
        changed=differences(earlier.about, run.about) if earlier else [],
        reasons=reasons,
        outcome=outcome,
    )


def opening(taken: Mapping[str, Taken]) -> str:
    """The outcome in two sentences, with the interval."""
    right, wrong = taken.get("right"), taken.get("wrong_figure")
    said = _share_told(right) if right else "Inget fall kunde bedömas som rätt eller fel."
    if wrong:
        count = round(wrong.mean * wrong.count)
        said += " Inget svar visar fel siffra." if not count else f" {count} svar visar fel siffra."
    return said


def _share_told(right: Taken) -> str:
    low, high = right.interval or (right.mean, right.mean)
    sure = f"{written('right', low)[:-2]}–{written('right', high)}"
    count = round(right.mean * right.count)
    return f"{count} av {right.count} svar är rätt: {written('right', right.mean)} (med 95 % säkerhet {sure})."


def _chart(title: str, scores: Sequence[Score]) -> str:
    rows = [
        Bar(group.name, right.mean, right.interval, f"{written('right', right.mean)} ({round(right.mean * n)} av {n})")
        for group in groups(scores, GROUPINGS[title])
        for right, n in [(group.right, group.right.count)]
    ]
    return bars(f"Rätt svar efter {title.lower()}", rows)


def _times(scores: Sequence[Score]) -> str:
    seconds = [score.values["seconds"] for score in scores if "seconds" in score.values]
    return histogram("Sekunder per svar", seconds, "s") if seconds else ""
