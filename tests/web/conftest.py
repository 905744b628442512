"""One fake assistant, with its three documents, for each test of the page."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest

from tests.web.fake_assistant import FakeAssistant


@pytest.fixture
def assistant(tmp_path: Path) -> FakeAssistant:
    return FakeAssistant(tmp_path)


Made = TypeVar("Made")


def in_a_loop(make: Callable[[], Made]) -> Made:
    """Build where Gradio finds an event loop, since it else leaves its own open behind it."""

    async def building() -> Made:
        return make()

    # In a thread of its own, since the browser's driver keeps a loop in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, building()).result()
