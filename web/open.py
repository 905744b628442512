"""The page on its port, from the first moment until it is stopped."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

import uvicorn

from web.doorway import Doorway

if TYPE_CHECKING:
    from fastapi import FastAPI


class CannotListen(Exception):
    """The address cannot be listened on; the message says what to do."""


def listen(host: str, port: int) -> socket.socket:
    """The port, taken before the seconds that opening the index and the page take. Raises CannotListen."""
    try:
        if port in range(65536):
            return socket.create_server((host, port))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            taken = f"Porten {port} används redan av ett annat program. Välj en annan med --port."
            raise CannotListen(taken) from error
    raise CannotListen(f"Det går inte att lyssna på {host}, port {port}. Välj en annan med --host eller --port.")


def open_page(build: Callable[[], FastAPI], listening: socket.socket, opened: Callable[[], None]) -> None:
    """Serve until Ctrl+C; `opened` is called once the page is there.

    Raises what `build` raised, once the server is stopped.
    """
    doorway = Doorway(build, opened)
    # Who asks is the peer itself: a header that a proxy sets is read by the gate, which knows the proxies.
    server = uvicorn.Server(uvicorn.Config(doorway, log_level="warning", lifespan="on", proxy_headers=False))

    def stop() -> None:
        server.should_exit = True

    doorway.failed = stop
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
    if doorway.error:
        raise doorway.error
