"""What is done with answers by address: links to one, reports of one, and whole conversations as files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from assistant.models import Turn
from web.conversation import whole
from web.export import as_markdown, as_pdf, as_word
from web.frame import framed, user_in
from web.kept import Kept, keep_answer, kept_answer
from web.report import LONGEST_COMMENT, REASONS, Report, keep_draft, keep_report
from web.sources import viewer
from web.talk import Answering
from web.talks import TalkKey, Talks
from web.texts import text
from web.users import Role
from web.views import ASK

# How a conversation is saved, by the ending of the file.
FILES: dict[str, tuple[Callable[[Sequence[Turn]], str | bytes], str]] = {
    "md": (as_markdown, "text/markdown; charset=utf-8"),
    "docx": (as_word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": (as_pdf, "application/pdf"),
}


class Tab(BaseModel):
    """Whose conversation: the secret of the browser tab."""

    tab: Annotated[str, Field(max_length=64)]


class Pointed(Tab):
    """One answer of it, counted from 1."""

    n: Annotated[int, Field(ge=1)]


class Reported(Pointed):
    """What the reader says of it."""

    good: bool
    reasons: Annotated[list[str], Field(max_length=len(REASONS))] = []
    comment: Annotated[str, Field(max_length=LONGEST_COMMENT)] = ""
    draft: bool = False


def serve_answers(app: FastAPI, assistant: Answering, talks: Talks, folder: Path) -> None:
    """The addresses of links, reports and files; `folder` is where they are kept."""

    @app.post("/svar")
    def keep(request: Request, pointed: Pointed) -> dict[str, str]:
        turns = _turns(talks, request, pointed)
        return {"address": f"/svar/{keep_answer(folder, turns[-1], assistant.documents())}"}

    @app.get("/svar/{name}")
    def kept(request: Request, name: str) -> Response:
        found = kept_answer(folder, name)
        if found is None:
            raise HTTPException(404, text("not_found_answer"))
        now = {document.id: document.sha256 for document in assistant.documents()}
        return framed(request, ASK, text("kept_title"), _kept_markup(found, now))

    @app.post("/synpunkt")
    def report(request: Request, reported: Reported) -> dict[str, str]:
        turns = _turns(talks, request, reported)
        reasons = tuple(reason for reason in reported.reasons if reason in REASONS)
        said = Report(reported.good, reasons, reported.comment)
        user = user_in(request)
        if reported.draft and not (user and user.may(Role.EVALUATE)):
            raise HTTPException(403, text("not_yours"))
        (keep_draft if reported.draft else keep_report)(folder, turns, said)
        return {"status": "ok"}

    @app.post("/samtal.{kind}")
    def whole_talk(request: Request, kind: Literal["md", "docx", "pdf"], tab: Tab) -> Response:
        write, media = FILES[kind]
        return Response(write(_said(talks, request, tab)), media_type=media)


def _said(talks: Talks, request: Request, tab: Tab) -> list[Turn]:
    user = user_in(request)
    return talks.of(TalkKey(user.name if user else "", tab.tab)).turns


def _turns(talks: Talks, request: Request, pointed: Pointed) -> list[Turn]:
    """The conversation up to the answer that is pointed at."""
    turns = _said(talks, request, pointed)[: pointed.n]
    if len(turns) < pointed.n:
        raise HTTPException(404, text("not_found_answer"))
    return turns


def _kept_markup(kept: Kept, now: dict[str, str]) -> str:
    at = datetime.fromisoformat(kept.at).astimezone().strftime("%Y-%m-%d %H.%M")
    titles = {citation.document_id: citation.title for citation in kept.answer.citations}
    documents = "".join(
        f"<li>{escape(titles.get(key, key))}: {_state(now.get(key), digest)} <code>{escape(digest[:12])}</code></li>"
        for key, digest in kept.documents.items()
    )
    return (
        f'<div class="kept"><div><h1 class="unseen">{text("kept_title")}</h1>'
        f'<div class="log">{whole(1, kept.question, kept.answer)}</div>'
        f'<section class="kept-facts"><h2>{text("kept_documents")}</h2><ul>{documents}</ul>'
        f"<p>{text('kept_at', at=at, index=escape(kept.index))}</p>"
        f'<p><a href="/?fraga={quote(kept.question)}">{text("kept_ask")}</a></p></section></div>'
        f'<div class="kept-source">{viewer()}</div></div>'
    )


def _state(now: str | None, then: str) -> str:
    return text("kept_gone" if now is None else "kept_same" if now == then else "kept_changed")
