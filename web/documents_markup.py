"""The view of the documents as markup. What comes from a file or its name passes `escape`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape

from corpus.documents import Doubt
from ingest.readers import READERS
from web.collection import Held
from web.intake import Job
from web.links import document_link, has_pictures
from web.shelf import years_shown
from web.texts import text
from web.views import DOCUMENTS

LARGEST_MB = 100
ACCEPTED = ",".join(READERS)


def documents_markup(held: Sequence[Held], jobs: Sequence[Job], changing: bool, complaints: Sequence[str]) -> str:
    """The whole view; `changing` for one who may add, replace and remove."""
    said = "".join(f'<p class="complaint" role="alert">{escape(one)}</p>' for one in complaints)
    upload = _upload() if changing else ""
    items = "".join(_item(one, changing) for one in held)
    listed = f'<ul class="documents">{items}</ul>' if held else f'<p class="lead">{text("documents_none")}</p>'
    return (
        f'<h1>{text("view_documents")}</h1><p class="lead">{text("documents_lead")}</p>{said}{upload}'
        f'<div id="jobs" aria-live="polite">{jobs_markup(jobs) if changing else ""}</div>{listed}'
    )


def jobs_markup(jobs: Sequence[Job]) -> str:
    """The documents on their way in; views.js fetches it again until all are over."""
    if not jobs:
        return ""
    running = "" if all(job.over for job in jobs) else " data-running"
    return (
        f'<section{running}><h2>{text("documents_jobs")}</h2><ul class="jobs">{"".join(map(_job, jobs))}</ul></section>'
    )


def _job(job: Job) -> str:
    doubts = "".join(f"<li>{escape(doubt)}</li>" for doubt in job.doubts)
    name = "reading_pages" if job.step == "reading" and job.pages else job.step
    step = text(f"step_{name}", pages=job.pages, passages=job.passages, figures=job.figures)
    stop = (
        f'<form method="post" action="{DOCUMENTS.path}/lasningar/{job.id}/avbryt">'
        f'<button class="quiet" type="submit" aria-label="{text("documents_stop")} {escape(job.file)}">'
        f"{text('documents_stop')}</button></form>"
    )
    return (
        f'<li data-step="{job.step}"><strong>{escape(job.title or job.file)}</strong>'
        f'<span class="step">{escape(step)}</span>{"" if job.over else _bar(job) + stop}'
        f"{f'<ul>{doubts}</ul>' if doubts else ''}</li>"
    )


def _bar(job: Job) -> str:
    steps = ("waiting", "reading", "embedding", "arriving")
    at = steps.index(job.step) + 1
    return f'<progress max="{len(steps) + 1}" value="{at}" aria-label="{escape(job.file)}"></progress>'


def _upload() -> str:
    return (
        f'<form class="upload" method="post" action="{DOCUMENTS.path}" enctype="multipart/form-data">'
        f"<h2>{text('documents_add')}</h2>{_file_field('files', True)}"
        f'<button class="strong" type="submit">{text("documents_upload")}</button></form>'
    )


def _file_field(key: str, several: bool) -> str:
    label = text("documents_choose", limit=LARGEST_MB)
    multiple = " multiple" if several else ""
    return (
        f'<label for="{key}">{label}</label>'
        f'<input id="{key}" class="field" type="file" name="files" accept="{ACCEPTED}" required{multiple}>'
    )


def _item(held: Held, changing: bool) -> str:
    document = held.document
    pages = text("page_one") if held.pages == 1 else text("pages", count=held.pages)
    facts = [document.municipality, document.board, document.kind, years_shown(document.years), pages, _read(held)]
    return (
        f'<li class="document" id="{escape(document.id)}"><h2><a href="{escape(document_link(document.id))}" '
        f'target="_blank" rel="noopener">{escape(document.title)}'
        f'<span class="unseen"> ({text("open_document")})</span></a></h2>'
        f'<p class="facts">{escape(" · ".join(fact for fact in facts if fact))}<br>'
        f'<span class="file">{escape(document.file)}</span></p>{_ledger(held)}{_changes(held) if changing else ""}</li>'
    )


def _read(held: Held) -> str:
    if not held.read_at:
        return ""
    return text("documents_read", at=datetime.fromisoformat(held.read_at).strftime("%Y-%m-%d %H.%M"))


def _ledger(held: Held) -> str:
    """What was not understood, each with its page."""
    if not held.doubts:
        return f'<p class="clear">{text("documents_no_doubts")}</p>'
    count = len(held.doubts)
    heading = text("documents_doubt") if count == 1 else text("documents_doubts", count=count)
    lines = "".join(f"<li>{_doubt(held, doubt)}</li>" for doubt in held.doubts)
    return f"<details><summary>{heading}</summary><ul>{lines}</ul></details>"


def _doubt(held: Held, doubt: Doubt) -> str:
    page = text("pdf_page", page=doubt.page)
    if has_pictures(held.document.file):
        address = f"{document_link(held.document.id)}#page={doubt.page}"
        page = f'<a href="{escape(address)}" target="_blank" rel="noopener">{page}</a>'
    return f"{page}: {escape(doubt.text)}"


def _changes(held: Held) -> str:
    """Replacing and removing, each behind a step of its own."""
    address = f"{DOCUMENTS.path}/{escape(held.document.id)}"
    title = f'<span class="unseen"> {escape(held.document.title)}</span>'
    return (
        f'<div class="changes"><details><summary class="quiet">{text("documents_replace")}{title}</summary>'
        f'<form method="post" action="{address}/ersatt" enctype="multipart/form-data">'
        f"<p>{text('documents_replace_more')}</p>{_file_field(f'ny-{escape(held.document.id)}', False)}"
        f'<button class="strong" type="submit">{text("documents_replace")}</button></form></details>'
        f'<details><summary class="quiet">{text("documents_remove")}{title}</summary>'
        f'<form method="post" action="{address}/ta-bort"><p>{text("documents_remove_more")}</p>'
        f'<button class="strong danger" type="submit">{text("documents_remove_sure")}</button></form></details></div>'
    )
