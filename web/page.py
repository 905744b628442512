"""The page: a conversation with cited answers, its sources beside it, and the documents."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from web.links import has_pictures
from web.pictures import page_count
from web.shelf import shelf
from web.sources import viewer
from web.talk import Answering, Exchanges, Shown, Talk
from web.texts import text

# Events are no public interface (that is /api/fraga), and the page shows by itself what goes on.
_HIDDEN: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
SCRIPT = Path(__file__).parent / "static" / "page.js"


def build_page(assistant: Answering) -> gr.Blocks:
    """The whole page; each user's conversation lives in the page's own state, never here."""
    talk = Talk(assistant)
    page = gr.Blocks(title=text("title"), analytics_enabled=False, fill_width=True)
    with page:
        exchanges = gr.State(())
        with gr.Row(elem_id="columns"):
            with gr.Column(elem_id="talk"):
                _markup(f'<h1 class="unseen">{text("view_ask")}</h1>')
                shown = gr.HTML(
                    talk.begin()[0],
                    js_on_load=SCRIPT.read_text(encoding="utf-8"),
                    apply_default_css=False,
                    elem_id="conversation",
                )
                question, ask = _ask_box()
                renew = gr.Button(text("new_conversation"), elem_id="renew", size="sm")
            with gr.Column(elem_id="beside"):
                _markup(viewer())
                documents = _markup(_shelf(assistant))
        # What is in the index may have changed since the server started.
        page.load(
            lambda: (*talk.begin(), _shelf(assistant)),
            None,
            [shown, exchanges, documents],
            **_HIDDEN,
        )
        _connect(talk, (shown, exchanges, question), ask, renew)
    page.queue(default_concurrency_limit=4, max_size=64)
    return page


def _connect(
    talk: Talk,
    parts: tuple[gr.HTML, gr.State, gr.Textbox],
    ask: gr.Button,
    renew: gr.Button,
) -> None:
    """Ties what the user does to the steps of the conversation."""
    shown, exchanges, question = parts

    def asked(words: str, said: Exchanges) -> Iterator[tuple[object, ...]]:
        # The box is emptied once, when there is an answer: a question that fails stays in it.
        for n, step in enumerate(talk.ask(words, said)):
            yield *step, "" if n == 1 else gr.skip()

    def clicked(said: Exchanges, event: gr.EventData) -> Iterator[Shown]:
        yield from _on_click(talk, said, event._data)

    to_state = [shown, exchanges]
    events = [
        question.submit(asked, [question, exchanges], [*to_state, question], **_HIDDEN),
        ask.click(asked, [question, exchanges], [*to_state, question], **_HIDDEN),
        shown.click(clicked, [exchanges], to_state, **_HIDDEN),
    ]
    for event in events:
        event.failure(talk.fail, [exchanges], [shown], **_HIDDEN)
    renew.click(talk.begin, None, to_state, **_HIDDEN)


def _on_click(talk: Talk, said: Exchanges, data: object) -> Iterator[Shown]:
    """The step that page.js asks for: an example question, or a chip taken away."""
    match data:
        case {"ask": str(question)}:
            return talk.ask(question, said)
        case {"field": str(field), "value": str(value)} if said:
            return talk.ask_without(field, value, said)
    return iter(())


def _ask_box() -> tuple[gr.Textbox, gr.Button]:
    with gr.Row(elem_id="ask"):
        question = gr.Textbox(
            label=text("question_label"),
            placeholder=text("question_placeholder"),
            lines=1,
            max_lines=6,
            elem_id="question",
        )
        ask = gr.Button(text("ask"), variant="primary", elem_id="send", scale=0)
    return question, ask


def _markup(value: object) -> gr.HTML:
    return gr.HTML(value, js_on_load=None, apply_default_css=False)


def _shelf(assistant: Answering) -> str:
    documents = assistant.documents()
    return shelf([(document, _pages(assistant, document.id)) for document in documents])


def _pages(assistant: Answering, document_id: str) -> int:
    path = assistant.file_of(document_id)
    return page_count(path) if path and path.exists() and has_pictures(path.name) else 0
