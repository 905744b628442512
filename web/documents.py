"""The view of the documents: what is in the index, its ledger, and for those with the right what changes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Annotated

from fastapi import FastAPI, File, Request, UploadFile
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from ingest.readers import READERS
from vectorstore.lock import Busy
from web.collection import Collection
from web.documents_markup import LARGEST_MB, documents_markup, jobs_markup
from web.frame import framed, user_in
from web.texts import text
from web.users import Role
from web.views import DOCUMENTS

LONGEST_NAME = 200


def serve_collection(app: FastAPI, collection: Collection) -> None:
    """The addresses of the view, and of what it changes."""

    @app.get(DOCUMENTS.path)
    def documents(request: Request) -> Response:
        return _shown(request, collection, ())

    @app.get(f"{DOCUMENTS.path}/lasningar")
    def jobs() -> Response:
        return Response(jobs_markup(collection.intake.jobs()), media_type="text/html")

    _serve_changes(app, collection)


def _serve_changes(app: FastAPI, collection: Collection) -> None:
    @app.post(DOCUMENTS.path)
    def upload(request: Request, files: Annotated[list[UploadFile], File()] = []) -> Response:  # noqa: B006
        return _answered(request, collection, _received(collection, files))

    @app.post(f"{DOCUMENTS.path}/{{document_id}}/ersatt")
    def replace(request: Request, document_id: str, files: Annotated[list[UploadFile], File()] = []) -> Response:  # noqa: B006
        known = collection.document_of(document_id)
        if known is None:
            raise HTTPException(404, text("not_found_document"))
        return _answered(request, collection, _received(collection, files[:1], known.file))

    @app.post(f"{DOCUMENTS.path}/{{document_id}}/ta-bort")
    def remove(document_id: str) -> Response:
        try:
            collection.remove(document_id)
        except Busy:
            raise HTTPException(409, text("busy")) from None
        return RedirectResponse(DOCUMENTS.path, 303)

    @app.post(f"{DOCUMENTS.path}/lasningar/{{job_id}}/avbryt")
    def stop(job_id: str) -> Response:
        collection.intake.stop(job_id)
        return RedirectResponse(DOCUMENTS.path, 303)


def _shown(request: Request, collection: Collection, complaints: Sequence[str]) -> Response:
    user = user_in(request)
    changing = bool(user and user.may(Role.DOCUMENTS))
    body = documents_markup(collection.held(), collection.intake.jobs(), changing, complaints)
    answer = framed(request, DOCUMENTS, text("view_documents"), body)
    answer.status_code = 400 if complaints else 200
    return answer


def _answered(request: Request, collection: Collection, complaints: Sequence[str]) -> Response:
    """What is wrong with what was sent; else the view at its own address, which can be loaded again."""
    return _shown(request, collection, complaints) if complaints else RedirectResponse(DOCUMENTS.path, 303)


def _received(collection: Collection, files: Sequence[UploadFile], replaced: str = "") -> list[str]:
    """Begin to read the files, in the place of one of that name; a sentence for each that cannot be taken."""
    named = [(_plain_name(file.filename or ""), file) for file in files if file.filename]
    if not named:
        return [text("upload_none")]
    with collection.intake.receiving:  # of two with one name, sent at the same moment, the second is refused
        return [said for name, file in named if (said := _taken(collection, name, file, replaced))]


def _taken(collection: Collection, name: str, file: UploadFile, replaced: str) -> str:
    """Begin to read one file, or say why not."""
    complaint = _complaint(collection, name, file, replaced)
    if not complaint:
        collection.intake.receive(name, iter(lambda: file.file.read(2**20), b""), collection.file_of(name))
    return complaint


def _plain_name(given: str) -> str:
    """The name of a file alone: without folders and without letters that no name should have."""
    name = "".join(sign for sign in PurePath(given.replace("\\", "/")).name if sign.isprintable()).strip(". ")
    stem, suffix = PurePath(name).stem, PurePath(name).suffix
    return stem[: LONGEST_NAME - len(suffix)].encode()[:LONGEST_NAME].decode(errors="ignore") + suffix


def _complaint(collection: Collection, name: str, file: UploadFile, replaced: str) -> str:
    if PurePath(name).suffix.lower() not in READERS or not PurePath(name).stem:
        return text("upload_kind", file=name)
    if not file.size:
        return text("upload_empty", file=name)
    if file.size > LARGEST_MB * 2**20:
        return text("upload_large", file=name, limit=LARGEST_MB)
    if replaced and name != replaced:
        return text("upload_name", file=name, known=replaced)
    if any(job.file == name and not job.over for job in collection.intake.jobs()):
        return text("upload_running", file=name)
    return text("upload_known", file=name) if not replaced and collection.file_of(name) else ""
