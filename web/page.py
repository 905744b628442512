"""The first view: a conversation with cited answers, and its sources beside it."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import gradio as gr

from web.chips import FIELDS, filters, values_of
from web.frame import user_in
from web.links import has_pictures
from web.pictures import page_count
from web.shelf import shelf
from web.sources import viewer
from web.talk import Answering, Talk
from web.talks import KEY, TalkKey, Talks
from web.texts import LANGUAGE_COOKIE, speak, text

# Events are no public interface (that is /api/fraga), and the page shows by itself what goes on.
_HIDDEN: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
SCRIPT = Path(__file__).parent / "static" / "page.js"
# The secret of a tab: it survives a reload, and no other tab or user has it.
TAB_SECRET = """() => {
  let tab = sessionStorage.getItem("plansvar-tab");
  if (!tab) {
    tab = [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
    sessionStorage.setItem("plansvar-tab", tab);
  }
  return [tab];
}"""


def build_page(assistant: Answering, talks: Talks) -> gr.Blocks:
    """The view of the conversation; what each user says lies in `talks`, under the secret of the tab."""
    talk = Talk(assistant, talks)
    page = gr.Blocks(title=text("title"), analytics_enabled=False, fill_width=True)
    with page:
        tab = gr.Textbox(visible=False)  # held by the browser, so that it outlives the server
        with gr.Row(elem_id="columns"):
            with gr.Column(elem_id="talk"):
                _markup(_spoken_log())
                shown = gr.HTML(
                    "",
                    js_on_load=SCRIPT.read_text(encoding="utf-8"),
                    apply_default_css=False,
                    elem_id="conversation",
                )
                with gr.Column(elem_id="dock"):
                    question, ask, stop = _ask_box()
                    below = gr.HTML("", js_on_load=None, apply_default_css=False, elem_id="below")
            with gr.Column(elem_id="beside"):
                beside = _markup("")
        events = _Events(talk)
        page.load(events.opened, [tab], [tab, shown, below, beside, question, ask, stop], js=TAB_SECRET, **_HIDDEN)
        _connect(events, (tab, shown, question), ask, stop)
    page.queue(default_concurrency_limit=4, max_size=64)
    return page


class _Events:
    """What the user does, as Gradio tells it: each is answered in the user's own words and conversation."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk

    def opened(self, given: str, request: gr.Request) -> tuple[object, ...]:
        """The page is opened or loaded again: the conversation is as it was left."""
        key = _key(given, request)
        said = self.talk.talks.of(key)
        if said.asked and not said.halted:
            self.talk.stop(key)  # what was on its way to the page before it was loaded again
        return (
            given if KEY.fullmatch(given or "") else "",
            self.talk.shown(key),
            below(filters(self.talk.assistant.documents(), said.filters)),
            viewer() + _shelf(self.talk.assistant),
            gr.update(label=text("question_label"), placeholder=text("question_placeholder")),
            gr.update(value=text("ask")),
            gr.update(value=text("stop")),
        )

    def asked(self, words: str, tab: str, request: gr.Request) -> Iterator[tuple[object, ...]]:
        """A question is sent. The box is emptied once there is an answer: a question that fails stays in it."""
        for n, step in enumerate(self._spoken(self.talk.ask(_key(tab, request), words), request)):
            yield step, "" if n == 1 else gr.skip()

    def clicked(self, tab: str, event: gr.EventData, request: gr.Request) -> Iterator[str]:
        """Something in the conversation is clicked: page.js says what."""
        yield from self._spoken(on_click(self.talk, _key(tab, request), event._data), request)

    def stopped(self, tab: str, request: gr.Request) -> str:
        """The user has had enough of an answer."""
        return self.talk.stop(_key(tab, request))

    def failed(self, tab: str, request: gr.Request) -> str:
        """An answer broke off."""
        return self.talk.failed(_key(tab, request))

    def _spoken(self, steps: Iterator[str], request: gr.Request) -> Iterator[str]:
        for step in steps:
            yield step
            _speak(request)


def on_click(talk: Talk, key: TalkKey, data: object) -> Iterator[str]:
    """The step that a click stands for; none for what means nothing."""
    match data:
        case {"ask": str(question)}:
            return talk.ask(key, question)
        case {"field": str(field), "value": str(value), "to": str(to)}:
            return talk.change(key, field, value, to)
        case {"retry": str()}:
            return talk.retry(key)
        case {"renew": str()}:
            return iter((talk.begin(key),))
        case {"filter": str(field), "to": str(to)} if field in FIELDS:
            known = to in values_of(field, talk.assistant.documents())
            talk.filter(key, field, to if known else "")
    return iter(())


def _connect(events: _Events, parts: tuple[gr.Textbox, gr.HTML, gr.Textbox], ask: gr.Button, stop: gr.Button) -> None:
    """Ties what the user does to the steps of the conversation."""
    tab, shown, question = parts
    running: list[Any] = [
        question.submit(events.asked, [question, tab], [shown, question], **_HIDDEN),
        ask.click(events.asked, [question, tab], [shown, question], **_HIDDEN),
        shown.click(events.clicked, [tab], [shown], **_HIDDEN),
    ]
    for event in running:
        event.failure(events.failed, [tab], [shown], **_HIDDEN)
    stop.click(events.stopped, [tab], [shown], **_HIDDEN)


def _key(tab: str, request: gr.Request) -> TalkKey:
    """Whose conversation it is; speaks the language of who asks from here on."""
    _speak(request)
    user = user_in(request.request) if request.request else None
    return TalkKey(user.name if user else "", tab or "")


def _speak(request: gr.Request) -> None:
    speak(dict(request.cookies).get(LANGUAGE_COOKIE, ""))


def _ask_box() -> tuple[gr.Textbox, gr.Button, gr.Button]:
    with gr.Row(elem_id="ask"):
        question = gr.Textbox(
            label=text("question_label"),
            placeholder=text("question_placeholder"),
            lines=1,
            max_lines=6,
            elem_id="question",
        )
        ask = gr.Button(text("ask"), variant="primary", elem_id="send", scale=0)
        stop = gr.Button(text("stop"), elem_id="stop", scale=0)
    return question, ask, stop


def below(lists: str) -> str:
    """What stands under the question box: the filters, and what can be done with the whole conversation."""
    renew = f'<button type="button" class="quiet" data-renew="yes">{text("new_conversation")}</button>'
    export = "".join(
        f'<button type="button" class="quiet" data-export="{kind}">{text(f"export_{kind}")}</button>'
        for kind in ("pdf", "docx", "md", "print")
    )
    menu = f'<details class="export"><summary class="quiet">{text("export")}</summary><div>{export}</div></details>'
    return f'<div class="below">{lists}<div class="whole">{menu}{renew}</div></div>'


def _spoken_log() -> str:
    """What a screen reader reads out as it comes: page.js says each finished answer here, once.

    The conversation itself is drawn anew with each step, and would be read from its beginning.
    """
    log = f'<div id="spoken" class="unseen" role="log" aria-label="{escape(text("log_label"))}"></div>'
    return f'<h1 class="unseen">{text("view_ask")}</h1>{log}<p id="lost" role="alert"></p>'


def _shelf(assistant: Answering) -> str:
    """The documents that answers come from, with their pages."""
    documents = assistant.documents()
    return shelf([(document, _pages(assistant, document.id)) for document in documents])


def _pages(assistant: Answering, document_id: str) -> int:
    path = assistant.file_of(document_id)
    return page_count(path) if path and path.exists() and has_pictures(path.name) else 0


def _markup(value: str) -> gr.HTML:
    return gr.HTML(value, js_on_load=None, apply_default_css=False)
