"""A conversation as markup: questions, answers, readings and sources.

Everything that comes from a user or a document passes `escape` on its way in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from assistant.models import NO_CHOICES, Answer, Chip, Choices, Turn
from web.answer_text import paragraphs
from web.sources import source_list
from web.texts import text

LONGEST_QUESTION_SHOWN = 400


@dataclass(frozen=True, slots=True)
class Exchange:
    """A turn of the conversation, and what the user chose by hand for it."""

    turn: Turn
    choices: Choices = NO_CHOICES


def conversation(exchanges: Sequence[Exchange], last_sentences: int | None = None) -> str:
    """The log of all exchanges; the last may be shown up to its first sentences only."""
    last = len(exchanges)
    parts = [
        _exchange(n, exchange, n == last, last_sentences if n == last else None)
        for n, exchange in enumerate(exchanges, 1)
    ]
    return _log(parts)


def waiting(exchanges: Sequence[Exchange], question: str) -> str:
    """The log with a question that has no answer yet."""
    searching = f'<p class="searching">{text("searching")}</p>'
    asked = _article(len(exchanges) + 1, question, searching, done=False)
    return _log([*_past(exchanges), asked])


def failed(exchanges: Sequence[Exchange]) -> str:
    """The log after a question that never got its answer."""
    return _log([*_past(exchanges), f'<p class="failed">{text("failed")}</p>'])


def welcome(examples: Iterable[str]) -> str:
    """What stands in the place of the log before the first question."""
    buttons = "".join(
        f'<li><button type="button" class="example" data-ask="{escape(question)}">{escape(question)}</button></li>'
        for question in examples
    )
    return (
        f'<section class="welcome"><h2>{text("welcome")}</h2>'
        f'<p class="tagline">{text("tagline")}</p>'
        f'<p>{text("welcome_more")}</p><ul class="examples">{buttons}</ul></section>'
    )


def _log(parts: Iterable[str]) -> str:
    label = escape(text("log_label"))
    return f'<div class="log" role="log" aria-label="{label}">{"".join(parts)}</div>'


def _past(exchanges: Sequence[Exchange]) -> list[str]:
    return [_exchange(n, exchange, False, None) for n, exchange in enumerate(exchanges, 1)]


def _exchange(n: int, exchange: Exchange, last: bool, sentences: int | None) -> str:
    answer = exchange.turn.answer
    done = sentences is None
    inside = _reading(answer.reading.chips, removable=last and done)
    inside += f'<div class="answer">{paragraphs(n, answer, sentences)}</div>'
    if done:
        inside += _withheld(answer) + source_list(n, answer.citations)
    return _article(n, exchange.turn.question, inside, done)


def _article(n: int, question: str, inside: str, done: bool) -> str:
    state = "done" if done else "open"
    return (
        f'<article class="exchange" tabindex="-1" data-state="{state}" '
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


def _reading(chips: Sequence[Chip], removable: bool) -> str:
    if not chips:
        return ""
    shown = "".join(f"<li>{_chip(chip, removable)}</li>" for chip in chips)
    return (
        f'<div class="reading"><span class="reading-name">{text("reading")}</span><ul class="chips">{shown}</ul></div>'
    )


def _chip(chip: Chip, removable: bool) -> str:
    label = escape(chip.label)
    if chip.inherited:
        label += f' <span class="inherited">({text("inherited")})</span>'
    if not removable:
        return f'<span class="chip">{label}</span>'
    return (
        f'<button type="button" class="chip" data-field="{escape(chip.field)}" '
        f'data-value="{escape(chip.value)}" '
        f'aria-label="{escape(text("remove_chip", label=chip.label))}">'
        f'{label} <span class="cross" aria-hidden="true"></span></button>'
    )
