"""The first page of the evaluators' view: the sets, the runs and what users have reported."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from evals.models import Case, Score
from evals.summary import take, written
from evals.texts import measures
from evals.workbench import Workbench
from web.bench_parts import ENDINGS, address, button, downloads, link, table
from web.texts import text

MOST_RUNS, MOST_DRAFTS = 50, 100


def home(bench: Workbench, drafts: Sequence[Case], complained: str = "") -> str:
    """The whole page; `complained` is markup of what went wrong."""
    return (
        f'<h1>{text("view_evaluate")}</h1><p class="lead">{text("eval_lead")}</p>{complained}'
        f"{_sets(bench)}{_bring()}{_runs(bench)}{_reports(bench, drafts)}"
    )


def _sets(bench: Workbench) -> str:
    brought = bench.sets.names()
    own = bench.sets.own(bench.documents())
    rows = [_set(bench, name, own=False) for name in brought] + [_set(bench, name, own=True) for name in own]
    head = [text(f"eval_{name}") for name in ("set", "cases", "run", "open", "export")]
    listed = table(head, rows) if rows else f"<p>{text('eval_no_sets')}</p>"
    return f"<section><h2>{text('eval_sets')}</h2>{listed}</section>"


def _set(bench: Workbench, name: str, own: bool) -> list[str]:
    opened = link(address("uppsattning", name), text("eval_open"), f"{name}: {text('eval_open')}")
    run = button(address("korning"), "eval_run", text("eval_run_label", set=name), "strong", set=name)
    kept = downloads("eval_export", [(e.upper(), address("uppsattning", name, f"hamta.{e}")) for e in ENDINGS])
    return [escape(name), str(len(bench.sets.cases(name))), run, text("eval_own") if own else opened, kept]


def _bring() -> str:
    templates = downloads("eval_templates", [(e.upper(), address(f"mall.{e}")) for e in ENDINGS])
    return (
        f"<section><h2>{text('eval_bring')}</h2><p>{text('eval_bring_more')} {templates}</p>"
        f'<form method="post" action="{address("uppsattning")}" enctype="multipart/form-data" class="bring">'
        f'<label for="file">{text("eval_file")}</label>'
        '<input id="file" name="file" type="file" accept=".xlsx,.csv,.jsonl" required class="field">'
        f'<button type="submit" class="strong">{text("eval_send")}</button></form></section>'
    )


def _runs(bench: Workbench) -> str:
    rows = [_run(bench, name) for name in bench.runs.names()[:MOST_RUNS]]
    head = [text(f"eval_{name}") for name in ("when", "cases", "right", "wrong_figures", "state")]
    listed = table(head, rows) if rows else f"<p>{text('eval_no_runs')}</p>"
    return f"<section><h2>{text('eval_runs')}</h2>{listed}</section>"


def _run(bench: Workbench, name: str) -> list[str]:
    state = bench.runs.state(name)
    scores = [] if state.going else bench.runs.scores(name)
    values = [_share(measure, scores) for measure in ("right", "wrong_figure")]
    said = "eval_going" if state.going else "eval_done" if scores else "eval_stopped"
    return [link(address("korning", name), name), str(state.total), *values, text(said)]


def _share(measure: str, scores: Sequence[Score]) -> str:
    taken = take(measures()[measure], scores)
    return written(measure, taken.mean) if taken else "–"


def _reports(bench: Workbench, drafts: Sequence[Case]) -> str:
    if not drafts:
        return ""
    into = next(iter(bench.sets.names()), text("eval_new_set"))
    latest = [(draft, address("uppsattning", into, "fall", utkast=draft.id)) for draft in drafts[:MOST_DRAFTS]]
    items = "".join(_report(draft, to) for draft, to in latest)
    said = f"<p>{text('eval_reports_more')}</p>"
    return f'<section><h2>{text("eval_reports")}</h2>{said}<ul class="drafts">{items}</ul></section>'


def _report(draft: Case, to: str) -> str:
    made = link(to, text("eval_make_case"), text("eval_make_case_label", question=draft.question))
    return f'<li><p>{escape(draft.question)}</p><p class="soft">{escape(draft.note)}</p><p>{made}</p></li>'
