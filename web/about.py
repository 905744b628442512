"""About the page: that it is a machine, what it can and cannot, and how accessible it is."""

from __future__ import annotations

import tomllib
from html import escape
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import Response

from web.frame import framed
from web.texts import spoken, text
from web.views import ABOUT

TEXTS = Path(__file__).parent / "texts"


def serve_about(app: FastAPI, model: str) -> None:
    """The address of the view; `model` is the language model that words answers, '' for none."""

    @app.get(ABOUT.path)
    def about(request: Request) -> Response:
        return framed(request, ABOUT, text("view_about"), f'<div class="prose">{_markup(model)}</div>')


def _markup(model: str) -> str:
    said = tomllib.loads((TEXTS / f"about.{spoken()}.toml").read_text("utf-8"))
    sections = "".join(_section(section["title"], section["text"]) for section in said["section"])
    now = text("about_model", model=model) if model else text("about_no_model")
    return f"<h1>{escape(said['title'])}</h1><p>{escape(now)}</p>{sections}"


def _section(title: str, paragraphs: list[str]) -> str:
    shown = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return f"<section><h2>{escape(title)}</h2>{shown}</section>"
