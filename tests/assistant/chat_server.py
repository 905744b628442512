"""A server that speaks as OpenAI's chat interface does, over a real socket, and does what the test has it do."""

import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Server(ThreadingHTTPServer):
    """Answers call after call with its doings, the last again and again."""

    daemon_threads = True
    calls: list[dict[str, Any]]
    keys: list[str]
    paths: list[str]

    def __init__(self, doings: Sequence[Any]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.doings, self.calls, self.keys, self.paths = list(doings), [], [], []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class Handler(BaseHTTPRequestHandler):
    """A doing is a status code, a text to stream, ('cut', text) to die in mid-sentence,
    ('wait', seconds), or ('alive', seconds) to give signs of life and no words."""

    server: Server

    def log_message(self, *_: Any) -> None:
        pass

    def do_POST(self) -> None:
        call = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.calls.append(call)
        self.server.paths.append(self.path)
        self.server.keys.append(self.headers.get("Authorization", ""))
        doing = self.server.doings[min(len(self.server.calls), len(self.server.doings)) - 1]
        match doing:
            case int(code):
                self._refuse(code)
            case ("wait", seconds):
                time.sleep(seconds)
            case ("alive", seconds):
                self._give_signs(seconds)
            case ("cut", text):
                self._stream(text, whole=False)
            case str(text):
                self._stream(text, whole=True)

    def _refuse(self, code: int) -> None:
        said = json.dumps({"error": {"message": f"key {self.headers['Authorization']} refused", "type": "x"}})
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(said)))
        self.send_header("retry-after-ms", "10")  # what the client waits before it tries again
        self.end_headers()
        self.wfile.write(said.encode())

    def _begin(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def _give_signs(self, seconds: float) -> None:
        self._begin()
        until = time.monotonic() + seconds
        try:
            while time.monotonic() < until:
                self._chunk(": still here\n\n")
                time.sleep(0.1)
        except OSError:  # the client has gone
            self.close_connection = True

    def _stream(self, text: str, whole: bool) -> None:
        self._begin()
        for word in text.split(" "):
            self._send({"choices": [{"index": 0, "delta": {"content": word + " "}, "finish_reason": None}]})
        if whole:
            self._send({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
            usage = {"prompt_tokens": 40, "completion_tokens": 5, "total_tokens": 45}
            self._send({"choices": [], "usage": usage})
            self._chunk("data: [DONE]\n\n")
            self._chunk("")
        self.close_connection = True

    def _send(self, event: dict[str, Any]) -> None:
        head = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
        self._chunk(f"data: {json.dumps({**head, **event})}\n\n")

    def _chunk(self, text: str) -> None:
        self.wfile.write(f"{len(text.encode()):x}\r\n{text}\r\n".encode())


@contextmanager
def chat_server(*doings: Any) -> Iterator[Server]:
    """The server while the test runs."""
    server = Server(doings)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()
