"""The view of what can be learnt from the documents: words, organisation, goals and what they are measured by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from itertools import groupby
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.responses import Response

from assistant.cite import citations_of
from assistant.models import Citation, Evidence
from corpus.documents import Box, Document
from vectorstore.store import Store
from web.frame import framed
from web.kept import index_version
from web.lessons import (
    Goal,
    Indicator,
    Place,
    Said,
    Term,
    goals_in,
    indicators_in,
    question_about,
    said_of_organisation,
    terms_in,
)
from web.links import page_link, page_name
from web.sources import show_button, viewer
from web.texts import spoken, text
from web.views import LEARN

SHOWN = 6  # entries of a group that are shown before the rest is unfolded
Cite = Callable[[Place], Citation]


def serve_learn(app: FastAPI, store: Store) -> None:
    """The address of the view; it is made anew when the index holds something else than before."""
    made: dict[tuple[str, str], str] = {}

    @app.get(LEARN.path)
    def learn(request: Request) -> Response:
        version = (index_version(store.documents()), spoken())
        if version not in made:
            made.clear()
            made[version] = lessons()
        return framed(request, LEARN, text("view_learn"), made[version])

    def lessons() -> str:
        places = [Place(document, p) for document in store.documents() for p in store.passages_of(document.id)]

        def cite(place: Place) -> Citation:
            return citations_of([Evidence(place.passage, place.document, 0.0)], store)[0]

        return _markup(places, cite)


def _markup(places: Sequence[Place], cite: Cite) -> str:
    organisation = [*said_of_organisation(places, "people"), *said_of_organisation(places, "duties")]
    sections = {
        "terms": [_term(term, cite) for term in terms_in(places)],
        "organisation": _grouped(organisation, lambda one: _said(one, cite)),
        "goals": _grouped(goals_in(places), lambda one: _goal(one, cite)),
        "indicators": _grouped(indicators_in(places), lambda one: _indicator(one, cite)),
    }
    jump = "".join(f'<li><a href="#{name}">{text(f"learn_{name}")}</a></li>' for name in sections)
    shown = "".join(_section(name, entries) for name, entries in sections.items())
    return (
        f'<div class="learn"><div><h1>{text("learn_title")}</h1><p class="lead">{text("learn_lead")}</p>'
        f'<ul class="jump">{jump}</ul>{shown}</div><div class="learn-source">{viewer()}</div></div>'
    )


def _section(name: str, entries: Sequence[str]) -> str:
    inside = "".join(entries) or f'<p class="lead">{text("learn_none")}</p>'
    listed = f'<ul class="lessons">{inside}</ul>' if name == "terms" and entries else inside
    return f'<section id="{name}"><h2>{text(f"learn_{name}")}</h2>{listed}</section>'


def _grouped(entries: Sequence[Said | Goal | Indicator], shown: Callable[..., str]) -> list[str]:
    """The entries under the title of their document; of a long list only the first before it is unfolded."""
    groups = groupby(entries, lambda entry: entry.place.document.title)
    return [f"<h3>{escape(title)}</h3>{_list([shown(entry) for entry in group])}" for title, group in groups]


def _list(items: Sequence[str]) -> str:
    first = f'<ul class="lessons">{"".join(items[:SHOWN])}</ul>'
    if len(items) <= SHOWN:
        return first
    rest = f'<ul class="lessons">{"".join(items[SHOWN:])}</ul>'
    return f"{first}<details><summary>{text('learn_more', count=len(items))}</summary>{rest}</details>"


def _term(term: Term, cite: Cite) -> str:
    shown = f"<p><strong>{escape(term.short)}</strong> – {escape(term.meaning)}</p>"
    return _entry(shown, cite(term.place), question_about("term", short=term.short))


def _said(said: Said, cite: Cite) -> str:
    sort = "chair" if "ordförande" in said.text.lower() else "duty"
    return _entry(f"<p>{escape(said.text)}</p>", cite(said.place), _question(sort, said.place.document))


def _goal(goal: Goal, cite: Cite) -> str:
    return _entry(f"<p>{escape(goal.text)}</p>", cite(goal.place), _question("goals", goal.place.document))


def _indicator(indicator: Indicator, cite: Cite) -> str:
    figures = " · ".join(f"{figure.column}: {figure.text.replace('-', '−')}" for figure in indicator.figures)
    years = {figure.year for figure in indicator.figures if figure.year}
    year = f" {max(years)}" if years else ""
    boxes = [figure.box for figure in indicator.figures if figure.box]
    shown = f"<p><strong>{escape(indicator.name)}</strong></p><p>{escape(figures)}</p>"
    asked = _question("indicator", indicator.place.document, name=indicator.name, year=year)
    return _entry(shown, cite(indicator.place), asked, boxes)


def _question(sort: str, document: Document, **values: str) -> str:
    place = f" i {document.municipality}" if document.municipality else ""
    return question_about(sort, board=document.board or "nämnden", place=place, **values)


def _entry(shown: str, citation: Citation, question: str, figures: Sequence[Box] = ()) -> str:
    ask = escape(text("learn_ask_about", question=question))
    return (
        f'<li class="lesson source">{shown}<p class="where"><a href="{escape(page_link(citation))}" target="_blank" '
        f'rel="noopener">{escape(citation.title)}, {escape(page_name(citation))}'
        f'<span class="unseen"> ({text("open_document")})</span></a>{show_button(citation, list(figures))}'
        f'<a href="/?fraga={quote(question)}" aria-label="{ask}">{text("learn_ask")}</a></p>'
        f"<blockquote>{escape(citation.quote)}</blockquote></li>"
    )
