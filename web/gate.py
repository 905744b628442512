"""The gate before every address: who is asking, in which language, and whether it is theirs to ask."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from web.access import LOOPBACK, Door, user_of
from web.frame import refused
from web.sessions import Sessions
from web.texts import LANGUAGE_COOKIE, speak, text
from web.users import User
from web.views import view_at

SIGN_IN = "/logga-in"
PUBLIC = (SIGN_IN, "/utseende/", "/sprak/")
SAFE = ("GET", "HEAD", "OPTIONS")
UNUSED = ("/gradio_api/upload",)  # Gradio would keep files of anyone; ours go through the documents
LARGEST_BODY = 500 * 2**20


@dataclass(frozen=True, slots=True)
class Gate:
    """ASGI middleware: passes on what may be asked, with the user in the request's state."""

    app: ASGIApp
    door: Door
    sessions: Sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers by itself what may not be passed on."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        asked = HTTPConnection(scope)
        speak(asked.cookies.get(LANGUAGE_COOKIE, ""))
        answer = self._refusal(asked)
        await (answer or self.app)(scope, receive, send)

    def _refusal(self, asked: HTTPConnection) -> Response | None:
        """What to answer in place of what was asked; None where it may be passed on."""
        if self.door.open and (urlsplit(f"//{asked.headers.get('host', '')}").hostname or "") not in LOOPBACK:
            return PlainTextResponse(text("wrong_host"), 421)
        if asked.scope.get("method") not in SAFE and _is_from_elsewhere(asked):
            return PlainTextResponse(text("from_elsewhere"), 403)
        user = user_of(self.door, self.sessions, asked)
        asked.scope.setdefault("state", {})["user"] = user
        path = asked.url.path
        if path.startswith(PUBLIC):
            return None
        if user is None:
            return _to_sign_in(asked)
        return _unfit(asked) or (None if _may(user, asked) else refused(asked, text("not_yours"), 403))


def _may(user: User, asked: HTTPConnection) -> bool:
    """Has the user the right to see what is asked for, or to change it?"""
    view = view_at(asked.url.path)
    changing = asked.scope.get("method") not in SAFE
    return view is None or user.may(view.role) and (not changing or user.may(view.changes))


def _unfit(asked: HTTPConnection) -> Response | None:
    """The answer to what is too large, has no length, or is sent where nothing belongs; seen before it is read."""
    length = asked.headers.get("content-length", "0")
    if asked.url.path.startswith(UNUSED) or "chunked" in asked.headers.get("transfer-encoding", ""):
        return PlainTextResponse(text("not_found"), 404)
    too_large = not length.isdigit() or int(length) > LARGEST_BODY
    return PlainTextResponse(text("too_large"), 413) if too_large else None


def _is_from_elsewhere(asked: HTTPConnection) -> bool:
    """Does a page of another site ask, in the name of whoever reads it?"""
    origin = asked.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != asked.headers.get("host")


def _to_sign_in(asked: HTTPConnection) -> Response:
    if asked.scope.get("method") == "GET" and "text/html" in asked.headers.get("accept", ""):
        return RedirectResponse(f"{SIGN_IN}?till={quote(asked.url.path)}", 303)
    return PlainTextResponse(text("sign_in_first"), 401)
