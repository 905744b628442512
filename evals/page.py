"""The page as its user waits for it: how long until it is there, and until its first answer."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
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
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = ["-m", "app", "--corpus", str(corpus), "--data", str(data), "serve", "--port", str(port)]
    start = time.perf_counter()
    server = subprocess.Popen([sys.executable, *command], cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        _wait_for(server, f"http://127.0.0.1:{port}/", start)
        ready = time.perf_counter()
        _ask(f"http://127.0.0.1:{port}/api/fraga")
        return Page(ready - start, time.perf_counter() - ready, _resident(server.pid))
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
