"""One run: how far it has come, what came out of it, and how it stands to an earlier one."""

from __future__ import annotations

from html import escape

from evals.compare import Comparison
from evals.report import opening
from evals.running import State
from evals.summary import OPENING, summarise
from evals.texts import words
from evals.workbench import Workbench
from web.bench_parts import address, back, button, complaint, downloads
from web.texts import text


def run_page(bench: Workbench, name: str, earlier: str = "") -> str:
    """The whole page of a run, compared with an earlier one where that is named."""
    state = bench.runs.state(name)
    scores = bench.runs.scores(name)
    finished = bool(scores) and not state.going
    shown = _outcome(bench, name, earlier) if finished else progress(name, state)
    return f"{back()}<h1>{escape(name)}</h1>{shown}"


def progress(name: str, state: State) -> str:
    """How far a run has come; views.js asks for it again while it is going on."""
    said = text("eval_progress", done=state.done, total=state.total)
    left = f", {text('eval_left', seconds=round(state.seconds_left))}" if state.seconds_left is not None else ""
    wrong = complaint(text("eval_failed", error=state.error)) if state.error else ""
    follow = f' data-follow="{address("korning", name, "lage")}"' if state.going else ""
    act = "stoppa" if state.going else "fortsatt"
    return (
        f'<div class="progress"{follow}><label for="done">{said}{left if state.going else ""}</label>'
        f'<progress id="done" max="{state.total}" value="{state.done}"></progress>{wrong}'
        f"{button(address('korning', name, act), 'eval_stop' if state.going else 'eval_go_on')}</div>"
    )


def _outcome(bench: Workbench, name: str, earlier: str) -> str:
    scores = bench.runs.scores(name)
    unscored = sum(bool(score.unscored) for score in scores)
    missed = f'<p class="complaint">{text("eval_unscored", count=unscored)}</p>' if unscored else ""
    compared = _verdict(bench.compared(name, earlier), earlier) if earlier else ""
    to = escape(address("korning", name, "rapport", mot=earlier), quote=True)
    read = f'<a class="strong" href="{to}">{text("eval_report")}</a>'
    kept = downloads("eval_tables", [(e.upper(), address("korning", name, f"fall.{e}")) for e in ("xlsx", "csv")])
    return (
        f'<p class="outcome">{escape(opening(summarise(scores, OPENING)))}</p>{missed}{compared}'
        f"<p>{read}</p><p>{kept}</p>{_choice(bench, name, earlier)}"
    )


def _verdict(comparison: Comparison, earlier: str) -> str:
    verdict = words("verdicts")[comparison.verdict]
    won, lost = len(comparison.won), len(comparison.lost)
    said = text("eval_verdict", earlier=earlier, verdict=verdict, won=won, lost=lost)
    return f'<p class="outcome" role="status">{escape(said)}</p>'


def _choice(bench: Workbench, name: str, earlier: str) -> str:
    """The runs of the same set that there are scores of."""
    mine = bench.runs.folder(name).about()["set"]
    others = [
        other
        for other in bench.runs.names()
        if other != name and bench.runs.scores(other) and bench.runs.folder(other).about()["set"] == mine
    ]
    if not others:
        return f"<h2>{text('eval_compare')}</h2><p>{text('eval_nothing_earlier')}</p>"
    options = "".join(f"<option{' selected' if o == earlier else ''}>{escape(o)}</option>" for o in others)
    return (
        f'<h2>{text("eval_compare")}</h2><form method="get" class="bring">'
        f'<label for="mot">{text("eval_earlier")}</label>'
        f'<select id="mot" name="mot" class="field">{options}</select>'
        f'<button type="submit" class="strong">{text("eval_compare_do")}</button></form>'
    )
