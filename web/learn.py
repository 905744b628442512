"""The view of what can be learnt from the documents: words, organisation, goals and what they are measured by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from fastapi import FastAPI, Request
from fastapi.responses import Response

from assistant.cite import citations_of
from assistant.models import Citation, Evidence
from corpus.documents import Document
from vectorstore.store import Store
from web.frame import framed
from web.goals import goals_in
from web.kept import index_version
from web.learn_markup import Lessons, lessons_markup
from web.lessons import Place
from web.organisation import said_of_organisation
from web.terms import terms_in
from web.texts import spoken, text
from web.views import LEARN


def serve_learn(app: FastAPI, store: Store) -> None:
    """The address of the view; it is made anew when the index holds something else than before."""
    made: dict[tuple[str, str], str] = {}

    @app.get(LEARN.path)
    def learn(request: Request) -> Response:
        version = (index_version(store.documents()), spoken())
        if version not in made:
            made.clear()
            made[version] = lessons_markup(lessons_of(store), _citing(store))
        return framed(request, LEARN, text("view_learn"), made[version])


def lessons_of(store: Store) -> Lessons:
    """All that the documents of an index teach, a board at a time, its oldest document first."""
    documents = sorted(store.documents(), key=lambda d: (*_board(d), d.years, d.title))
    boards = [list(group) for _, group in groupby(documents, _board)]
    places = [[Place(d, p) for d in board for p in store.passages_of(d.id)] for board in boards]
    return Lessons(
        terms_in([place for board in places for place in board]),
        [(d, said_of_organisation([p for p in group if p.document == d])) for group in places for d in _in(group)],
        [(", ".join(filter(None, _board(_in(group)[0]))), goals_in(group)) for group in places if group],
    )


def _board(document: Document) -> tuple[str, str]:
    return document.municipality, document.board


def _in(places: Sequence[Place]) -> list[Document]:
    return list(dict.fromkeys(place.document for place in places))


def _citing(store: Store) -> Callable[[Place], Citation]:
    return lambda place: citations_of([Evidence(place.passage, place.document, 0.0)], store)[0]
