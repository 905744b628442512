"""Signing in and out, and the choice of language."""

from __future__ import annotations

from html import escape
from typing import Annotated

from fastapi import FastAPI, Form, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from web.access import COOKIE, Door, sign_in
from web.frame import framed, user_in
from web.gate import SIGN_IN
from web.sessions import LONGEST, Sessions
from web.texts import LANGUAGE_COOKIE, LANGUAGES, text

YEAR = 365 * 24 * 3600


def serve_sign_in(app: FastAPI, door: Door, sessions: Sessions) -> None:
    """The addresses where one signs in and out, and where the language is chosen."""

    @app.get(SIGN_IN)
    def form(request: Request, till: str = "/") -> Response:
        return RedirectResponse(_inside(till), 303) if user_in(request) else _form(request, till)

    @app.post(SIGN_IN)
    async def signed_in(
        request: Request,
        name: Annotated[str, Form(max_length=200)] = "",
        password: Annotated[str, Form(max_length=1000)] = "",
        till: Annotated[str, Form(max_length=2000)] = "/",
    ) -> Response:
        if sessions.must_wait(name):
            return _form(request, till, name, "sign_in_wait")
        cookie = await run_in_threadpool(sign_in, door, sessions, name, password)
        return _welcomed(request, cookie, till) if cookie else _form(request, till, name, "sign_in_wrong")

    @app.post("/logga-ut")
    def signed_out(request: Request) -> Response:
        sessions.end(request.cookies.get(COOKIE, ""))
        answer = RedirectResponse(SIGN_IN, 303)
        answer.delete_cookie(COOKIE)
        return answer

    @app.get("/sprak/{language}")
    def language(language: str, till: str = "/") -> Response:
        answer = RedirectResponse(_inside(till), 303)
        if language in LANGUAGES:
            answer.set_cookie(LANGUAGE_COOKIE, language, max_age=YEAR, samesite="lax", httponly=True)
        return answer


def _welcomed(request: Request, cookie: str, till: str) -> Response:
    answer = RedirectResponse(_inside(till), 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, cookie, max_age=int(LONGEST), samesite="lax", httponly=True, secure=secure)
    return answer


def _inside(address: str) -> str:
    """The address where it is one of ours, else the first view."""
    plain = address.isprintable() and address.startswith("/") and "\\" not in address
    return address if plain and not address.startswith("//") else "/"


def _form(request: Request, till: str, name: str = "", wrong: str = "") -> Response:
    complaint = f'<p class="complaint" id="wrong" role="alert">{text(wrong)}</p>' if wrong else ""
    described = ' aria-describedby="wrong"' if wrong else ""
    answer = framed(
        request,
        None,
        text("sign_in"),
        f'<section class="sign-in"><h1>{text("sign_in")}</h1><p>{text("sign_in_more")}</p>{complaint}'
        f'<form method="post" action="{SIGN_IN}"><input type="hidden" name="till" value="{escape(till)}">'
        f'<label for="name">{text("user_name")}</label>'
        f'<input id="name" name="name" value="{escape(name)}" autocomplete="username" required{described}>'
        f'<label for="password">{text("password")}</label>'
        f'<input id="password" name="password" type="password" autocomplete="current-password" required{described}>'
        f'<button type="submit" class="strong">{text("sign_in")}</button></form></section>',
    )
    answer.status_code = 401 if wrong else 200
    return answer
