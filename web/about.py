"""About the page: that it is a machine, what it can and cannot, and how accessible it is."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Annotated, Any

from fastapi import FastAPI, Form, Request
from fastapi.responses import RedirectResponse, Response

from web.frame import framed
from web.report import append_line
from web.texts import spoken, text
from web.views import ABOUT

TEXTS = Path(__file__).parent / "texts"
SHORTCOMINGS = "shortcomings.jsonl"
LONGEST = 2000  # letters of a shortcoming that is reported


def serve_about(app: FastAPI, model: str, folder: Path) -> None:
    """The address of the view, and of what it takes in; `model` is the one that words answers, '' for none."""

    @app.get(ABOUT.path)
    def about(request: Request, tack: bool = False) -> Response:
        return framed(request, ABOUT, text("view_about"), f'<div class="prose">{_markup(model, tack)}</div>')

    @app.post(f"{ABOUT.path}/brist")
    def shortcoming(
        words: Annotated[str, Form(max_length=LONGEST)] = "", contact: Annotated[str, Form(max_length=200)] = ""
    ) -> Response:
        if words.strip():
            line = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "text": words, "contact": contact}
            append_line(folder / SHORTCOMINGS, line)
        return RedirectResponse(f"{ABOUT.path}{'?tack=1' if words.strip() else ''}#brist", 303)


def _markup(model: str, thanked: bool) -> str:
    said = tomllib.loads((TEXTS / f"about.{spoken()}.toml").read_text("utf-8"))
    sections = "".join(_section(section, model) for section in said["section"])
    now = text("about_model", model=model) if model else text("about_no_model")
    return f"<h1>{escape(said['title'])}</h1><p>{escape(now)}</p>{sections}{_form(thanked)}"


def _section(section: dict[str, Any], model: str) -> str:
    """One section; where a language model makes a difference to what is true, with its own words."""
    said = section.get("text_with_model", section["text"]) if model else section["text"]
    shown = "".join(f"<p>{escape(paragraph.replace('{model}', model))}</p>" for paragraph in said)
    return f"<section><h2>{escape(section['title'])}</h2>{shown}</section>"


def _form(thanked: bool) -> str:
    """Where one says what is not accessible."""
    thanks = f'<p role="status"><strong>{text("shortcoming_thanks")}</strong></p>' if thanked else ""
    return (
        f'<section id="brist"><h2>{text("shortcoming")}</h2>{thanks}<form method="post" action="{ABOUT.path}/brist">'
        f'<p><label for="brist-ord">{text("shortcoming_words")}</label>'
        f'<textarea id="brist-ord" class="field" name="words" rows="3" maxlength="{LONGEST}" required></textarea></p>'
        f'<p><label for="brist-kontakt">{text("shortcoming_contact")}</label>'
        f'<input id="brist-kontakt" class="field" name="contact" maxlength="200" autocomplete="email"></p>'
        f'<button type="submit" class="strong">{text("report_send")}</button></form></section>'
    )
