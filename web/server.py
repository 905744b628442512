"""The server: the page, the documents behind its links, page pictures, and asking by JSON."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Annotated

import gradio as gr
from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, Response
from fastapi.staticfiles import StaticFiles
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from assistant.contract import as_contract
from assistant.models import Turn
from evals.workbench import Workbench
from web.about import serve_about
from web.access import Door
from web.answers import serve_answers
from web.boxes import MOST_BOXES, read
from web.collection import Collection
from web.documents import serve_collection
from web.evaluate import serve_evaluate
from web.frame import refused
from web.gate import Gate
from web.learn import serve_learn
from web.links import BETWEEN
from web.look import look
from web.page import build_page
from web.pictures import NoSuchPage, picture
from web.sessions import Sessions
from web.shell import Shell
from web.sign_in import serve_sign_in
from web.talk import Answering
from web.talks import Talks
from web.texts import text

STATIC = Path(__file__).parent / "static"
MEDIA = {
    ".pdf": "application/pdf",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
}
# A document is shown, never run: no script, no request, no frame of another site.
DOCUMENT_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; "
    "object-src 'self'; frame-ancestors 'self'",
    "Referrer-Policy": "no-referrer",
}
PICTURE_HEADERS = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=300"}


class Asked(BaseModel):
    """The body of a question: its words, and the user's earlier questions, oldest first."""

    question: Annotated[str, Field(max_length=100_000)]
    history: Annotated[list[str], Field(max_length=50)] = []


@dataclass(frozen=True, slots=True)
class Rooms:
    """What the page has beyond the conversation: the documents, the bench, and what the language model is called."""

    collection: Collection | None = None
    bench: Workbench | None = None
    model: str = ""


NONE = Rooms()


def create_app(assistant: Answering, door: Door, data: Path, rooms: Rooms = NONE) -> FastAPI:
    """The whole server round one assistant, behind its door; what users leave is kept in the folder `data`."""
    app = FastAPI(title=text("title"), docs_url=None, redoc_url=None, openapi_url=None)
    sessions, talks = Sessions(data / "sessions.json"), Talks(data / "talks")
    app.add_exception_handler(HTTPException, _in_plain_words)
    app.mount("/utseende", StaticFiles(directory=STATIC))
    serve_sign_in(app, door, sessions)
    _serve_documents(app, assistant)
    _serve_questions(app, assistant)
    serve_answers(app, assistant, talks, data)
    if rooms.collection:
        serve_collection(app, rooms.collection)
        serve_learn(app, rooms.collection.store)
    if rooms.bench:
        serve_evaluate(app, rooms.bench)
    serve_about(app, rooms.model, data)
    app.add_middleware(Shell)
    app.add_middleware(Gate, door=door, sessions=sessions)
    gr.mount_gradio_app(
        app,
        build_page(assistant, talks),
        path="/",
        ssr_mode=False,
        footer_links=[],
        show_error=False,
        run_history=False,
        favicon_path=str(STATIC / "plansvar.svg"),
        **look(),
    )
    return app


def _serve_documents(app: FastAPI, assistant: Answering) -> None:
    @app.get("/dok/{document_id}")
    def document(document_id: str) -> Response:
        path = _file(assistant, document_id)
        media = MEDIA.get(path.suffix.lower())
        return FileResponse(
            path,
            media_type=media or "application/octet-stream",
            filename=path.name,
            content_disposition_type="inline" if media else "attachment",
            headers=DOCUMENT_HEADERS,
        )

    @app.get("/sida/{document_id}/{page}.webp")
    def page_picture(document_id: str, page: str, ytor: str = "", tal: str = "", kolumner: str = "") -> Response:
        path = _file(assistant, document_id)
        if path.suffix.lower() != ".pdf":
            raise HTTPException(404, text("no_picture"))
        return Response(_picture(path, page, ytor, tal, kolumner), 200, PICTURE_HEADERS, "image/webp")


def _serve_questions(app: FastAPI, assistant: Answering) -> None:
    @app.post("/api/fraga")
    def question(asked: Asked) -> dict[str, object]:
        turns = _replayed(assistant, asked.history)
        started = perf_counter()
        answer = assistant.ask(asked.question, turns)
        return as_contract(answer, perf_counter() - started)


def _replayed(assistant: Answering, questions: Sequence[str]) -> list[Turn]:
    """The conversation so far, really held again."""
    turns: list[Turn] = []
    for question in questions:
        answer = assistant.ask(question, turns)
        turns.append(Turn(question, answer.reading, answer))
    return turns


def _file(assistant: Answering, document_id: str) -> Path:
    path = assistant.file_of(document_id)
    if path is None or not path.is_file():
        raise HTTPException(404, text("not_found_document"))
    return path


def _picture(path: Path, page: str, lines: str, figures: str, columns: str) -> bytes:
    try:
        marked, strong = read(lines, 1), read(figures, 1)
    except ValueError:
        raise HTTPException(400, text("bad_boxes")) from None
    try:
        return picture(path, int(page), marked, strong, columns.split(BETWEEN)[:MOST_BOXES])
    except (NoSuchPage, ValueError):
        raise HTTPException(404, text("not_found_page")) from None


async def _in_plain_words(request: Request, error: Exception) -> Response:
    """A refusal as one Swedish sentence; the router's own say no more than 'Not Found'."""
    assert isinstance(error, HTTPException)
    spoken = text("not_found") if error.detail == "Not Found" else error.detail
    return refused(request, spoken, error.status_code)
