"""A real browser against a real server on loopback, with the fake assistant behind it."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

playwright = pytest.importorskip("playwright.sync_api")
uvicorn = pytest.importorskip("uvicorn")

from fastapi import FastAPI  # noqa: E402
from playwright.sync_api import Browser, BrowserContext, Page, expect  # noqa: E402

from tests.web.fake_assistant import FakeAssistant  # noqa: E402

CHROMIUM = Path("/usr/bin/chromium")
expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> FakeAssistant:
    return FakeAssistant(tmp_path_factory.mktemp("documents"))


@pytest.fixture(scope="session")
def address(assistant: FakeAssistant) -> Iterator[str]:
    from web.access import Door
    from web.server import create_app

    page = create_app(assistant, Door(assistant.folder / "users.json", open=True), assistant.folder)
    with serving(page) as address:
        yield address


@contextmanager
def serving(page: FastAPI, port: int = 0) -> Iterator[str]:
    """The address of a server of the page on loopback; it ends at once, also while it is asked."""
    server = uvicorn.Server(uvicorn.Config(page, port=port, log_level="critical"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = server.force_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not installed")
    with playwright.sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Visit:
    """One user at the page: what the browser asked for and what it complained of is kept."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        context.set_default_timeout(20_000)
        self.page: Page = context.new_page()
        self.requested: list[str] = []
        self.errors: list[str] = []
        context.on("request", lambda request: self.requested.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(address)
        self.page.wait_for_selector(".example")

    def ask(self, question: str) -> None:
        before = self.page.locator(".exchange[data-state=done]").count()
        self.page.fill("#question textarea", question)
        self.page.keyboard.press("Enter")
        self.page.locator(".exchange[data-state=done]").nth(before).wait_for()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    with browser.new_context(locale="sv-SE", viewport={"width": 1360, "height": 860}) as context:
        yield Visit(context, address)


@pytest.fixture
def visit_as(browser: Browser, address: str) -> Iterator:
    contexts: list[BrowserContext] = []

    def start(width: int, height: int, scheme: str = "light") -> Visit:
        size = {"width": width, "height": height}
        contexts.append(browser.new_context(locale="sv-SE", viewport=size, color_scheme=scheme))
        return Visit(contexts[-1], address)

    yield start
    for context in contexts:
        context.close()


def faults(page: Page) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = axe.Axe().run(page, options={"runOnly": {"type": "tag", "values": levels}})
    return [f"{fault['id']}: {fault['nodes'][0]['html']}" for fault in found.response["violations"]]


def loaded(page: Page) -> None:
    """Wait until the picture of the source is there."""
    page.wait_for_function(
        "() => { const i = document.querySelector('#viewer img');"
        " return i.src && i.complete && i.naturalWidth > 0 && i.offsetWidth > 0; }"
    )


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element has focus, which must then show."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches('{selector}')"):
            break
    else:
        pytest.fail(f"Tab never reaches {selector}")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none", f"{selector} has no visible focus"
