"""A conversation as markup: questions, answers, readings and sources.

Everything that comes from a user or a document passes `escape` on its way in.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from assistant.models import Answer
from corpus.documents import Document
from web.answer_text import blocks
from web.chart import charts
from web.chips import reading
from web.follow import next_questions
from web.report import report_form
from web.sources import source_list
from web.talks import Exchange, Said
from web.texts import text
from web.written import written_by

LONGEST_QUESTION_SHOWN = 400


def conversation(said: Said, documents: Sequence[Document]) -> str:
    """The log of all that was said; the last reading can be changed."""
    *earlier, last = said.exchanges
    shown = [whole(n, exchange.turn.question, exchange.turn.answer) for n, exchange in enumerate(earlier, 1)]
    return _log([*shown, _last(len(said.exchanges), last, documents)])


def waiting(said: Said) -> str:
    """The log with a question that has no answer yet."""
    searching = f'<p class="searching">{text("searching")}</p>'
    return _log([*_past(said), _article(len(said.exchanges) + 1, said.asked, searching, "open")])


def growing(said: Said, answer: Answer) -> str:
    """The log with an answer that has come so far."""
    n = len(said.exchanges) + 1
    writing = f'<p class="searching">{text("writing")}</p>' if answer.unfinished else ""
    shown = _reading(answer) + f'<div class="answer">{blocks(n, answer)}{writing}</div>'
    return _log([*_past(said), _article(n, said.asked, shown, "open")])


def broken(said: Said, why: str) -> str:
    """The log after a question that was stopped or failed, with a way to ask it again."""
    if not said.asked:
        return _log(_past(said))
    again = f'<button type="button" class="quiet" data-retry="yes">{text("retry")}</button>'
    shown = f'<p class="failed">{text(why)}</p><p>{again}</p>'
    return _log([*_past(said), _article(len(said.exchanges) + 1, said.asked, shown, "broken")])


def welcome(examples: Mapping[str, Iterable[str]]) -> str:
    """What stands in the place of the log before the first question: examples for each role."""
    roles = "".join(
        f'<li><h3>{text(f"role_{role}")}</h3><ul class="examples">{"".join(map(_example, questions))}</ul></li>'
        for role, questions in examples.items()
    )
    listed = f'<ul class="roles">{roles}</ul>' if roles else ""
    return (
        f'<section class="welcome"><h2>{text("welcome")}</h2><p class="tagline">{text("tagline")}</p>'
        f"<p>{text('welcome_more' if roles else 'welcome_plain')}</p>"
        f"{listed}</section>"
    )


def _example(question: str) -> str:
    shown = escape(question)
    return f'<li><button type="button" class="example" data-ask="{shown}">{shown}</button></li>'


def whole(n: int, question: str, answer: Answer) -> str:
    """One question with its answer, its reading and its sources, as it stays in the log."""
    return _article(n, question, _reading(answer) + _answer(n, answer) + source_list(n, answer), "done")


def _last(n: int, exchange: Exchange, documents: Sequence[Document]) -> str:
    answer = exchange.turn.answer
    parts = (
        reading(answer.reading.chips, documents, True),
        _answer(n, answer),
        _next(next_questions(exchange.turn)),
        source_list(n, answer),
        _tools(n),
    )
    return _article(n, exchange.turn.question, "".join(parts), "done")


def _reading(answer: Answer) -> str:
    return reading(answer.reading.chips, (), False)


def _answer(n: int, answer: Answer) -> str:
    return f'<div class="answer">{blocks(n, answer)}{_withheld(answer)}{written_by(answer)}</div>{charts(n, answer)}'


def _next(questions: Sequence[str]) -> str:
    if not questions:
        return ""
    buttons = "".join(
        f'<li><button type="button" class="next" data-ask="{escape(q)}">{escape(q)}</button></li>' for q in questions
    )
    return f'<div class="nexts"><h3>{text("next_questions")}</h3><ul>{buttons}</ul></div>'


def _tools(n: int) -> str:
    """What can be done with the answer: link to it, copy it, say what is wrong with it."""
    link = f'<button type="button" class="quiet" data-keep="{n}">{text("keep_link")}</button>'
    copy = f'<button type="button" class="quiet" data-copy="{n}">{text("copy_answer")}</button>'
    return f'<div class="tools">{link}{copy}<p class="tool-said" role="status"></p></div>{report_form(n)}'


def _log(parts: Iterable[str]) -> str:
    return f'<section class="log" aria-label="{escape(text("log_label"))}">{"".join(parts)}</section>'


def _past(said: Said) -> list[str]:
    return [whole(n, exchange.turn.question, exchange.turn.answer) for n, exchange in enumerate(said.exchanges, 1)]


def _article(n: int, question: str, inside: str, state: str) -> str:
    return (
        f'<article class="exchange" tabindex="-1" data-state="{state}" data-n="{n}" '
        f'aria-labelledby="fraga-{n}"><h2 class="question" id="fraga-{n}">'
        f"{escape(_short(question))}</h2>{inside}</article>"
    )


def _short(question: str) -> str:
    if len(question) <= LONGEST_QUESTION_SHOWN:
        return question.strip() or "–"
    count = f"{len(question):,}".replace(",", "\N{NO-BREAK SPACE}")
    return question[:LONGEST_QUESTION_SHOWN] + text("cut", count=count)


def _withheld(answer: Answer) -> str:
    count = len(answer.withheld)
    if not count:
        return ""
    note = text("withheld_one") if count == 1 else text("withheld_many", count=count)
    return f'<p class="withheld">{note}</p>'
