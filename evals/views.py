"""Pictures of each view over the bundled documents, for the guide: python -m evals.views DATA FOLDER."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from evals.page import serving

CHROMIUM = "/usr/bin/chromium"
QUESTION = "Vad kostar hemtjänsten i Timrå 2022?"
DESKTOP, PHONE = (1360, 860), (390, 844)
Step = Callable[[Page, str], None]


def main(data: Path, folder: Path) -> None:
    """Take every picture; the server is ours and ends with us."""
    folder.mkdir(parents=True, exist_ok=True)
    with serving(None, data) as address, chromium() as browser:
        for name, size, scheme, step in SHOTS:
            width, height = size
            with browser.new_context(
                locale="sv-SE", viewport={"width": width, "height": height}, color_scheme=scheme
            ) as user:
                page = user.new_page()
                step(page, address)
                page.wait_for_timeout(600)
                _keep(page.screenshot(), folder / f"{name}.png")


def _keep(picture: bytes, file: Path) -> None:
    """Write the picture with no more colours than a page needs."""
    colours = Image.open(BytesIO(picture)).convert("RGB")
    colours.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(file, optimize=True)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser, without anything that a server of pictures lacks."""
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def ask(page: Page, address: str, question: str = QUESTION) -> None:
    """One question with its answer and its source."""
    page.goto(address)
    page.wait_for_selector(".welcome")
    page.fill("#question textarea", question)
    page.keyboard.press("Enter")
    page.wait_for_selector(".exchange[data-state=done]")
    page.wait_for_timeout(900)
    page.evaluate("window.scrollTo(0, 0)")


def _source(page: Page, address: str) -> None:
    ask(page, address)
    page.locator(".show").first.click()


def _series(page: Page, address: str) -> None:
    ask(page, address)
    page.locator(".series summary").click()
    page.locator(".series").scroll_into_view_if_needed()


def _units(page: Page, address: str) -> None:
    ask(page, address, "Vilka verksamheter går med underskott i Timrå april 2021?")
    page.locator(".series summary").click()
    page.evaluate("document.querySelector('.series').scrollIntoView()")


def _kept(page: Page, address: str) -> None:
    ask(page, address)
    tab = page.evaluate("sessionStorage.getItem('plansvar-tab')")
    kept = page.request.post(f"{address}/svar", data={"tab": tab, "n": 1}).json()["address"]
    page.goto(f"{address}{kept}")
    page.locator(".show").first.click()


def _welcome(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(".example")


def _view(path: str) -> Step:
    def step(page: Page, address: str) -> None:
        page.goto(f"{address}{path}")

    return step


def _learn(page: Page, address: str) -> None:
    page.goto(f"{address}/lar")
    page.locator("#terms .show").nth(3).click()


def _goals(page: Page, address: str) -> None:
    page.goto(f"{address}/lar")
    page.locator("#goals summary").first.click()
    page.locator("#goals .show").nth(1).click()
    page.evaluate("document.querySelector('#goals').scrollIntoView()")


SHOTS: tuple[tuple[str, tuple[int, int], Literal["light", "dark"], Step], ...] = (
    ("page", DESKTOP, "light", ask),
    ("page-dark", DESKTOP, "dark", ask),
    ("page-phone", PHONE, "light", _source),
    ("welcome", DESKTOP, "light", _welcome),
    ("series", DESKTOP, "light", _series),
    ("units", DESKTOP, "light", _units),
    ("kept", DESKTOP, "light", _kept),
    ("documents", DESKTOP, "light", _view("/dokument")),
    ("documents-phone", PHONE, "dark", _view("/dokument")),
    ("learn", DESKTOP, "light", _learn),
    ("learn-dark", DESKTOP, "dark", _learn),
    ("goals", DESKTOP, "light", _goals),
    ("goals-phone", PHONE, "dark", _goals),
    ("about", DESKTOP, "light", _view("/om")),
)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m evals.views", description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of an index")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    given = parser.parse_args()
    main(given.data, given.folder)
