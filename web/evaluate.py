"""The evaluators' view: its addresses. What is shown there is made in bench_home, bench_case and bench_run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from fastapi import FastAPI, Form, Request, UploadFile
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from evals.faults import BadSet
from evals.folder import BadRun
from evals.reported import drafts
from evals.set_files import MOST_BYTES
from evals.templates import write_templates
from evals.workbench import Workbench
from web.bench_case import case_page, fields_of, read_fields, set_page
from web.bench_home import home
from web.bench_parts import HOME, address, complaint
from web.bench_run import progress, run_page
from web.frame import framed
from web.texts import text
from web.views import EVALUATE

MEDIA = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/jsonl; charset=utf-8",
}
# The report is a page of its own: its style and its pictures lie within it, and it runs nothing.
REPORT = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}


def serve_evaluate(app: FastAPI, bench: Workbench) -> None:
    """The addresses of the view."""

    def shown(request: Request, complained: str, status: int) -> Response:
        answer = framed(request, EVALUATE, text("view_evaluate"), home(bench, drafts(bench.data), complained))
        answer.status_code = status
        return answer

    @app.get(HOME)
    def first(request: Request) -> Response:
        return shown(request, "", 200)

    def bad_set(request: Request, error: Exception) -> Response:
        assert isinstance(error, BadSet)
        said = text("eval_faults", set=error.name, count=len(error.faults))
        return shown(request, complaint(said, error.faults), 422)

    def bad_run(request: Request, error: Exception) -> Response:
        return shown(request, complaint(str(error)), 409)

    app.add_exception_handler(BadSet, bad_set)
    app.add_exception_handler(BadRun, bad_run)
    _serve_sets(app, bench)
    _serve_cases(app, bench)
    _serve_runs(app, bench)
    _serve_outcomes(app, bench)


def _serve_sets(app: FastAPI, bench: Workbench) -> None:
    @app.get(f"{HOME}/mall.{{ending}}")
    def template(ending: str) -> Response:
        with TemporaryDirectory() as folder:
            paths = {path.suffix[1:]: path for path in write_templates(Path(folder))}
            return _download("mall", ending, paths[_known(ending)].read_bytes())

    @app.post(f"{HOME}/uppsattning")
    def bring(file: UploadFile) -> Response:
        name = bench.sets.bring(file.filename or "", file.file.read(MOST_BYTES + 1))
        return RedirectResponse(address("uppsattning", name), 303)

    @app.get(f"{HOME}/uppsattning/{{name}}")
    def one_set(request: Request, name: str) -> Response:
        return framed(request, EVALUATE, name, set_page(name, bench.sets.cases(name)))

    @app.get(f"{HOME}/uppsattning/{{name}}/hamta.{{ending}}")
    def export(name: str, ending: str) -> Response:
        return _download(name, ending, bench.sets.written(name, f".{_known(ending)}"))

    @app.post(f"{HOME}/uppsattning/{{name}}/ta-bort")
    def remove(name: str) -> Response:
        bench.sets.remove(name)
        return RedirectResponse(HOME, 303)


def _serve_cases(app: FastAPI, bench: Workbench) -> None:
    @app.get(f"{HOME}/uppsattning/{{name}}/fall")
    def case(request: Request, name: str, id: str = "", utkast: str = "") -> Response:
        known = drafts(bench.data) if utkast else bench.sets.cases(name) if id else ()
        found = next((fields_of(one) for one in known if one.id == (utkast or id)), {})
        return framed(request, EVALUATE, id or name, case_page((name, bench.sets.names()), id, found))

    @app.post(f"{HOME}/uppsattning/{{name}}/fall")
    async def save(request: Request, name: str) -> Response:
        sent = {key: value for key, value in (await request.form()).items() if isinstance(value, str)}
        return await run_in_threadpool(_saved, request, bench, name, sent)

    @app.post(f"{HOME}/uppsattning/{{name}}/fall/ta-bort")
    def drop(name: str, id: Annotated[str, Form()]) -> Response:
        bench.sets.drop(name, id)
        return RedirectResponse(address("uppsattning", name), 303)


def _saved(request: Request, bench: Workbench, name: str, sent: Mapping[str, str]) -> Response:
    """Keep a case, or show its form again with what is wrong in it."""
    was, into = sent.get("was", ""), sent.get("set", "") or name
    case, faults = read_fields(sent)
    try:
        if not faults:
            bench.sets.put(into, case, was)
            return RedirectResponse(address("uppsattning", into), 303)
    except BadSet as error:
        faults = error.faults
    page = case_page((name, bench.sets.names()), was, sent, faults)
    answer = framed(request, EVALUATE, was or name, page)
    answer.status_code = 422
    return answer


def _serve_runs(app: FastAPI, bench: Workbench) -> None:
    @app.post(f"{HOME}/korning")
    def start(set: Annotated[str, Form()]) -> Response:
        return RedirectResponse(address("korning", bench.start(set)), 303)

    @app.get(f"{HOME}/korning/{{name}}")
    def run(request: Request, name: str, mot: str = "") -> Response:
        return framed(request, EVALUATE, name, run_page(bench, name, mot))

    @app.get(f"{HOME}/korning/{{name}}/lage")
    def state(name: str) -> Response:
        found = bench.runs.state(name)
        return HTMLResponse(progress(name, found), 200 if found.going else 205)

    @app.post(f"{HOME}/korning/{{name}}/stoppa")
    def stop(name: str) -> Response:
        bench.runs.stop(name)
        return RedirectResponse(address("korning", name), 303)

    @app.post(f"{HOME}/korning/{{name}}/fortsatt")
    def go_on(name: str) -> Response:
        bench.runs.go_on(name)
        return RedirectResponse(address("korning", name), 303)


def _serve_outcomes(app: FastAPI, bench: Workbench) -> None:
    @app.get(f"{HOME}/korning/{{name}}/rapport")
    def report(name: str, mot: str = "") -> Response:
        return HTMLResponse(bench.report(name, mot), headers=REPORT)

    @app.get(f"{HOME}/korning/{{name}}/fall.{{ending}}")
    def table(name: str, ending: str) -> Response:
        return _download(name, ending, bench.runs.folder(name).written(f"cases.{_known(ending)}"))


def _known(ending: str) -> str:
    if ending not in MEDIA:
        raise HTTPException(404, text("not_found"))
    return ending


def _download(name: str, ending: str, content: bytes) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}.{ending}"', "X-Content-Type-Options": "nosniff"}
    return Response(content, 200, headers, MEDIA[ending])
