"""The page as `plansvar serve` starts it, in a process of its own."""

import json
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from tests.test_app import PLAN, QUESTION

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.slow
def test_the_page_is_served_answers_and_ends_quietly_with_ctrl_c(tmp_path: Path) -> None:
    (tmp_path / "timra-plan-2022.md").write_text(PLAN, "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    folders = ["--corpus", str(tmp_path), "--data", str(tmp_path / "index")]
    command = [sys.executable, "-m", "app", *folders, "serve", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as server, ExitStack() as held:
        held.callback(server.kill)
        assert server.stderr is not None
        assert server.stderr.readline().startswith(f"Plansvar är öppet på http://127.0.0.1:{port}")
        with urlopen(f"http://127.0.0.1:{port}/halsa", timeout=60) as health:
            assert json.loads(health.read()) == {"status": "ok"}
        with urlopen(f"http://127.0.0.1:{port}/", timeout=60) as page:
            assert 'lang="sv"' in page.read().decode()
        body = json.dumps({"question": QUESTION}).encode()
        asked = Request(f"http://127.0.0.1:{port}/api/fraga", body, {"content-type": "application/json"})
        with urlopen(asked, timeout=60) as answer:
            assert "112" in json.loads(answer.read())["answer"]
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=30) == 0
        assert server.stderr.read() == ""
