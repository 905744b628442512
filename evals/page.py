"""The page as its user waits for it: how long until it is there, and until its first answer."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parent.parent
LONGEST_WAIT = 120.0
QUESTION = "Vad kostar hemtjänsten i Timrå 2022?"


class Page(NamedTuple):
    """Seconds until the page is served, seconds of its first answer, bytes resident (0 where that is not known)."""

    ready: float
    first_answer: float
    memory: int


def measure_page(corpus: Path, data: Path) -> Page:
    """Start the page over an index that is there, ask it one question and stop it."""
    start = time.perf_counter()
    with _served(_command(corpus, data)) as (address, server):
        ready = time.perf_counter()
        _ask(f"{address}api/fraga")
        return Page(ready - start, time.perf_counter() - ready, _resident(server.pid))


@contextmanager
def serving(corpus: Path | None, data: Path) -> Iterator[str]:
    """The address of the page over an index, as long as it is needed; its own documents where no corpus is named."""
    with _served(_command(corpus, data)) as (address, _):
        yield address.rstrip("/")


@contextmanager
def serving_bare_chat() -> Iterator[str]:
    """The address of Gradio's own bare chat, which the page is weighed against."""
    with _served(["-m", "evals.bare_chat"]) as (address, _):
        yield address.rstrip("/")


def _command(corpus: Path | None, data: Path) -> list[str]:
    return ["-m", "app", *(["--corpus", str(corpus)] if corpus else []), "--data", str(data), "serve"]


@contextmanager
def _served(command: Sequence[str]) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A server of ours on a port that is free, from when it answers until it is stopped."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    start = time.perf_counter()
    arguments = [sys.executable, *command, "--port", str(port)]
    server = subprocess.Popen(arguments, cwd=ROOT, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        _wait_for(server, f"http://127.0.0.1:{port}/", start)
        yield f"http://127.0.0.1:{port}/", server
    finally:
        server.terminate()
        server.wait()


def _wait_for(server: subprocess.Popen[bytes], address: str, start: float) -> None:
    while time.perf_counter() - start < LONGEST_WAIT and server.poll() is None:
        try:
            with urlopen(address, timeout=LONGEST_WAIT):
                return
        except (URLError, ConnectionError):
            time.sleep(0.05)
    raise TimeoutError(f"the page did not start: {' '.join(map(str, server.args))}")  # type: ignore[arg-type]


def _ask(address: str) -> None:
    body = json.dumps({"question": QUESTION}).encode()
    with urlopen(Request(address, body, {"content-type": "application/json"}), timeout=LONGEST_WAIT) as answer:
        answer.read()


def _resident(pid: int) -> int:
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS")), 0)
