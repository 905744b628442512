"""An HTTP client whose answers end in time, also those that a server keeps open with signs of life and no words."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import Any

from httpx2 import ReadTimeout, Request, Response, SyncByteStream
from openai import DefaultHttpxClient


class PunctualClient(DefaultHttpxClient):
    """The client that OpenAI's library makes for itself, but no answer takes longer than its seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._most = seconds

    def send(self, request: Request, **options: Any) -> Response:
        """Send a request; the answer's bytes raise ReadTimeout when they come too late."""
        until = monotonic() + self._most
        response = super().send(request, **options)
        if isinstance(response.stream, SyncByteStream):
            response.stream = _Punctual(response.stream, until)
        return response


class _Punctual(SyncByteStream):
    """The bytes of a stream until its time is out."""

    def __init__(self, stream: SyncByteStream, until: float) -> None:
        self._stream, self._until = stream, until

    def __iter__(self) -> Iterator[bytes]:
        for content in self._stream:
            if monotonic() > self._until:
                raise ReadTimeout("the answer took too long")
            yield content

    def close(self) -> None:
        self._stream.close()
