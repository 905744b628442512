"""The view to learn from as markup. What comes from a document passes `escape`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from assistant.models import Citation
from corpus.documents import Document, Figure, FigureKind
from web.goals import AIMS, Goal, Indicator
from web.lessons import Place, question_about
from web.links import page_link, page_name
from web.organisation import Said
from web.sources import show_button, viewer
from web.terms import Term
from web.texts import text

SHOWN = 8  # entries of a list that are shown before the rest is unfolded
AFTER_DASH = re.compile(r"^\S+ [–-] ")
Cite = Callable[[Place], Citation]


@dataclass(frozen=True, slots=True)
class Lessons:
    """The glossary, what each document says of its organisation, and the goals of each board."""

    terms: Sequence[Term]
    organisation: Sequence[tuple[Document, Sequence[Said]]]
    goals: Sequence[tuple[str, Sequence[Goal]]]


def lessons_markup(lessons: Lessons, cite: Cite) -> str:
    """The whole view; `cite` makes the citation of a place."""
    sections = {
        "terms": _list([_term(term, cite) for term in lessons.terms], len(lessons.terms)),
        "organisation": "".join(_organisation(document, said, cite) for document, said in lessons.organisation),
        "goals": "".join(_goals(board, goals, False, cite) for board, goals in lessons.goals),
        "volumes": "".join(_goals(board, goals, True, cite) for board, goals in lessons.goals),
    }
    jump = "".join(f'<li><a href="#{name}">{text(f"learn_{name}")}</a></li>' for name in sections)
    shown = "".join(_section(name, inside) for name, inside in sections.items())
    return (
        f'<div class="learn"><div><h1>{text("learn_title")}</h1><p class="lead">{text("learn_lead")}</p>'
        f'<ul class="jump">{jump}</ul>{shown}</div><div class="learn-source">{viewer()}</div></div>'
    )


def _section(name: str, inside: str) -> str:
    inside = inside or f'<p class="lead">{text("learn_none")}</p>'
    return f'<section id="{name}"><h2>{text(f"learn_{name}")}</h2>{inside}</section>'


def _list(items: Sequence[str], shown: int = SHOWN) -> str:
    first = f'<ul class="lessons">{"".join(items[:shown])}</ul>' if items else ""
    if len(items) <= shown:
        return first
    rest = f'<ul class="lessons">{"".join(items[shown:])}</ul>'
    return f"{first}<details><summary>{text('learn_more', count=len(items))}</summary>{rest}</details>"


def _term(term: Term, cite: Cite) -> str:
    shown = f"<p><strong>{escape(term.short)}</strong> – {escape(term.meaning)}</p>"
    return _entry(shown, cite(term.place), question_about("term", short=term.short))


def _organisation(document: Document, said: Sequence[Said], cite: Cite) -> str:
    told = _list([_said(one, cite) for one in said]) or f'<p class="lead">{text("learn_silent")}</p>'
    return f"<h3>{escape(document.title)}</h3>{told}"


def _said(said: Said, cite: Cite) -> str:
    name = f"<strong>{escape(said.name)}</strong>" if said.name else ""
    above = f' <span class="above">{escape(said.above)}</span>' if said.above else ""
    shown = f"<p>{name}{above}</p><p>{escape(said.text)}</p>" if name else f"<p>{escape(said.text)}</p>"
    return _entry(shown, cite(said.place), _question_of(said))


def _question_of(said: Said) -> str:
    document = said.place.document
    if said.sort == "units":
        return _question("unit", document, name=AFTER_DASH.sub("", said.name))
    if said.sort == "people":
        return _question("chair" if "ordförande" in said.text.lower() else "head", document)
    return _question("duty", document)


def _goals(board: str, goals: Sequence[Goal], promised: bool, cite: Cite) -> str:
    """The goals of a board, or the volumes that it has promised, each folded with its figures."""
    shown = "".join(_goal(goal, promised, cite) for goal in goals)
    return f"<h3>{escape(board)}</h3>{shown}" if shown else ""


def _goal(goal: Goal, promised: bool, cite: Cite) -> str:
    measured = [indicator for indicator in goal.indicators if indicator.promised is promised]
    said = [] if promised else [_told(goal.name, *one, cite) for one in goal.said]
    items = [*said, *(_indicator(indicator, cite) for indicator in measured)]
    if not items:
        return ""
    count = text("learn_measures", count=len(measured)) if measured else text("learn_no_measures")
    return (
        f'<details class="goal"><summary>{escape(goal.name or text("learn_other_measures"))} '
        f'<span class="count">{count}</span></summary><ul class="lessons">{"".join(items)}</ul></details>'
    )


def _told(name: str, sentence: str, place: Place, cite: Cite) -> str:
    """What one document says of a goal."""
    return _entry(f"<p>{escape(sentence or name)}</p>", cite(place), _question("goal", place.document, name=name))


def _indicator(indicator: Indicator, cite: Cite) -> str:
    figures = "".join(map(_figure, indicator.figures))
    aims = [figure for figure in indicator.figures if figure.kind in AIMS]
    none = "" if aims or _is_all_aims(indicator) else f'<div class="none"><dt>{text("learn_no_aim")}</dt></div>'
    shown = f'<p><strong>{escape(indicator.name)}</strong></p><dl class="figures">{figures}{none}</dl>'
    return _entry(shown, cite(indicator.place), _asked(indicator, aims), indicator.figures)


def _is_all_aims(indicator: Indicator) -> bool:
    """Is it a row of nothing but values for years to come?"""
    first = min(indicator.place.document.years, default=0)
    return all(figure.kind is FigureKind.UNKNOWN and (figure.year or 0) >= first for figure in indicator.figures)


def _asked(indicator: Indicator, aims: Sequence[Figure]) -> str:
    """The question about the goal of the last year that has one; else about how it stands."""
    years = {figure.year for figure in aims or indicator.figures if figure.year}
    year = f" {max(years)}" if years else ""
    sort = "indicator" if aims else "measured"
    return _question(sort, indicator.place.document, name=indicator.name.rstrip("."), year=year)


def _figure(figure: Figure) -> str:
    aim = ' class="aim"' if figure.kind in AIMS else ""
    return f"<div{aim}><dt>{escape(figure.column)}</dt><dd>{escape(figure.text.replace('-', '−'))}</dd></div>"


def _question(sort: str, document: Document, **values: str) -> str:
    place = f" i {document.municipality}" if document.municipality else ""
    return question_about(sort, board=document.board or "nämnden", place=place, **values)


def _entry(shown: str, citation: Citation, question: str, figures: Sequence[Figure] = ()) -> str:
    ask = escape(text("learn_ask_about", question=question))
    return (
        f'<li class="lesson source">{shown}<p class="where"><a href="{escape(page_link(citation))}" target="_blank" '
        f'rel="noopener">{escape(citation.title)}, {escape(page_name(citation))}'
        f'<span class="unseen"> ({text("open_document")})</span></a>{show_button(citation, figures)}'
        f'<a href="/?fraga={quote(question)}" aria-label="{ask}">{text("learn_ask")}</a></p></li>'
    )
