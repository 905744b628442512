"""What is served from the first moment: that the server lives, and that the page is on its way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from web.texts import text

if TYPE_CHECKING:
    from fastapi import FastAPI

HEALTH = "/halsa"


@dataclass(slots=True)
class Doorway:
    """ASGI app that answers at once, while `build` makes the page in a thread of its own.

    `opened` is called when the page is there, `failed` when it could not be made; `error` says why.
    """

    build: Callable[[], FastAPI]
    opened: Callable[[], None] = lambda: None
    failed: Callable[[], None] = lambda: None
    error: BaseException | None = None
    _page: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Health always; the page once it is there."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope.get("path") == HEALTH:
            await _health(self._page is not None)(scope, receive, send)
        elif self._page is None:
            await _starting()(scope, receive, send)
        else:
            await self._page(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        stop = asyncio.Event()
        making = asyncio.create_task(self._make(stop))
        await send({"type": "lifespan.startup.complete"})
        await receive()
        stop.set() if self._page else making.cancel()
        with suppress(asyncio.CancelledError):
            await making
        await send({"type": "lifespan.shutdown.complete"})

    async def _make(self, stop: asyncio.Event) -> None:
        try:
            page = await in_thread(self.build)
            async with page.router.lifespan_context(page):
                self._page = page
                self.opened()
                await stop.wait()
        except Exception as error:
            self.error = error
            self.failed()


async def in_thread(build: Callable[[], FastAPI]) -> FastAPI:
    """The outcome of a thread that nobody waits for when the server is stopped meanwhile."""
    loop = asyncio.get_running_loop()
    made: asyncio.Future[FastAPI] = loop.create_future()

    def run() -> None:
        outcome: Future[FastAPI] = Future()
        try:
            outcome.set_result(build())
        except Exception as error:
            outcome.set_exception(error)
        with suppress(RuntimeError):  # the loop is closed: the server was stopped meanwhile
            loop.call_soon_threadsafe(_hand_over, outcome, made)

    Thread(target=run, daemon=True).start()
    return await made


def _hand_over(outcome: Future[FastAPI], made: asyncio.Future[FastAPI]) -> None:
    error = outcome.exception()
    if not made.cancelled():
        made.set_exception(error) if error else made.set_result(outcome.result())


def _health(ready: bool) -> Response:
    return JSONResponse({"status": "ok"} if ready else {"status": "starting"}, 200 if ready else 503)


def _starting() -> Response:
    page = (
        f'<!doctype html><html lang="sv"><meta charset="utf-8"><meta http-equiv="refresh" content="1">'
        f"<title>{text('title')}</title><body><h1>{text('title')}</h1><p>{text('starting')}</p></body></html>"
    )
    return HTMLResponse(page, 503, {"Retry-After": "1"})
