"""The wrapping of Gradio's page: Swedish for screen readers, no vendor's tags, safe headers."""

import re
from dataclasses import dataclass

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.frame import heading, scripts, styles, words
from web.texts import spoken
from web.views import ASK

# Gradio evaluates its own templates and writes style elements: hence the two unsafe words.
POLICY = (
    "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
# Gradio takes the language of its own words, and then of the page, from the browser.
SPEAK = (
    "<script>for (const [name, value] of [['language', '{0}'], ['languages', ['{0}']]])"
    "Object.defineProperty(navigator, name, {{get: () => value}});</script>"
)
VENDOR_TAGS = re.compile(r'<meta\s+(?:property="og:|name="twitter:)[^>]*>')


@dataclass(frozen=True, slots=True)
class Shell:
    """ASGI middleware: rewrites the page itself and adds headers to it, nothing else."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes all on but the page at `/`."""
        if scope["type"] != "http" or scope["path"] != "/":
            await self.app(scope, receive, send)
            return
        # A compressed page could not be rewritten.
        headers = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
        top = heading(HTTPConnection(scope), ASK)
        await self.app({**scope, "headers": headers}, receive, _Rewriter(send, top))


class _Rewriter:
    """Holds the page back until it is whole, then sends it rewritten."""

    def __init__(self, send: Send, top: str) -> None:
        self.send, self.top = send, top
        self.start: Message = {}
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
            return
        if message["type"] != "http.response.body":
            await self.send(message)
            return
        self.body += message.get("body", b"")
        if message.get("more_body"):
            return
        body = rewritten(self.body.decode(), self.top).encode()
        headers = MutableHeaders(raw=self.start["headers"])
        headers["content-length"] = str(len(body))
        headers["content-security-policy"] = POLICY
        headers["x-content-type-options"] = "nosniff"
        headers["referrer-policy"] = "same-origin"
        await self.send(self.start)
        await self.send({"type": "http.response.body", "body": body})


def rewritten(page: str, top: str) -> str:
    """Gradio's page in our language, with our heading before it and without its own descriptions of itself."""
    page = page.replace('lang="en"', f'lang="{spoken()}"', 1)
    page = page.replace(
        "<head>",
        f"<head>{SPEAK.format(spoken())}{styles('frame', 'talk')}{scripts('viewer', 'tools')}",
        1,
    )
    page = page.replace("<gradio-app", f"{top}{words()}<gradio-app", 1)
    return VENDOR_TAGS.sub("", page)
