"""What stands round every view: the document, the heading with its navigation, and who is signed in."""

from __future__ import annotations

from html import escape
from typing import cast

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from web.texts import LANGUAGES, spoken, text
from web.users import Role, User
from web.views import ASK, View, views_for

# Nothing but our own files, no script in the page itself, and no frame of another site.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def user_in(asked: HTTPConnection) -> User | None:
    """Who asks, as the gate found it."""
    return cast("User | None", getattr(asked.state, "user", None))


def framed(asked: HTTPConnection, view: View | None, title: str, body: str) -> Response:
    """One view as a whole page; `body` is markup, `title` is not."""
    return HTMLResponse(_page(asked, view, title, body), headers=HEADERS)


def refused(asked: HTTPConnection, why: str, status: int) -> Response:
    """A sentence that says why not: to one who reads the page, on a page that leads on; to a program, as it is."""
    if "text/html" not in asked.headers.get("accept", ""):
        return PlainTextResponse(why, status)
    said = f'<h1>{text("refused")}</h1><p class="complaint" role="alert">{escape(why)}</p>'
    answer = framed(asked, None, text("refused"), said)
    answer.status_code = status
    return answer


def _page(asked: HTTPConnection, view: View | None, title: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="{spoken()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} – {text('title')}</title>{styles('frame', 'talk', 'views')}"
        f"{scripts('viewer', 'tools', 'views')}</head>"
        f'<body class="plain">{heading(asked, view)}'
        f"{words()}"
        f'<main id="main" class="view" tabindex="-1">{body}</main></body></html>'
    )


def styles(*sheets: str) -> str:
    """The mark and the style sheets, for the head of a page."""
    links = "".join(f'<link rel="stylesheet" href="/utseende/{sheet}.css">' for sheet in sheets)
    return f'<link rel="icon" href="/utseende/plansvar.svg" type="image/svg+xml">{links}'


def scripts(*names: str) -> str:
    """The scripts of a page, for its head; they run once the page is there."""
    return "".join(f'<script src="/utseende/{name}.js" defer></script>' for name in names)


def words() -> str:
    """The sentences that the scripts say by themselves."""
    said = ("copied", "link_copied", "not_copied", "not_kept", "reported", "drafted", "lost")
    data = " ".join(f'data-{name.replace("_", "-")}="{escape(text(name))}"' for name in said)
    return f'<span id="words" hidden {data}></span>'


def heading(asked: HTTPConnection, view: View | None) -> str:
    """The name of the page, the way to the other views, the language and who is signed in."""
    user = user_in(asked)
    links = "".join(_link(one, view) for one in views_for(user))
    nav = f'<nav aria-label="{text("views")}"><ul>{links}</ul></nav>' if links else ""
    return (
        f'<a class="skip" href="#{"talk" if view == ASK else "main"}">{text("skip")}</a>'
        f'<header class="top"{_rights(user)}>'
        f'<a class="brand" href="/"><span class="mark" aria-hidden="true"></span>{text("title")}</a>'
        f'{nav}<div class="top-end">{_languages(asked)}{_signed_in(user)}</div></header>'
    )


def _rights(user: User | None) -> str:
    """What the user may do beyond reading, for the style sheet to show the buttons of."""
    rights = {"documents": Role.DOCUMENTS, "evaluate": Role.EVALUATE}
    return "".join(f" data-{name}" for name, role in rights.items() if user and user.may(role))


def _link(view: View, here: View | None) -> str:
    current = ' aria-current="page"' if view == here else ""
    return f'<li><a href="{view.path}"{current}>{text(f"view_{view.name}")}</a></li>'


def _languages(asked: HTTPConnection) -> str:
    here = escape(asked.url.path)
    return "".join(
        f'<a class="language" href="/sprak/{code}?till={here}" lang="{code}" hreflang="{code}">{name}</a>'
        for code, name in LANGUAGES.items()
        if code != spoken()
    )


def _signed_in(user: User | None) -> str:
    if not user or not user.name:
        return ""
    return (
        f'<form class="who" method="post" action="/logga-ut"><span>{escape(user.name)}</span>'
        f'<button type="submit">{text("sign_out")}</button></form>'
    )
