"""The page in a real browser beside Gradio's own bare chat: python -m evals.browser DATA.

Weight and time of the first visit (nothing cached), from the click to the first words, and to the source's picture.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from playwright.sync_api import Browser, Page, ViewportSize

from evals.page import serving, serving_bare_chat
from evals.views import chromium

RUNS = 7
PHONE: ViewportSize = {"width": 390, "height": 844}  # where no source opens by itself, so that its picture is new
QUESTIONS = ("Vad kostar hemtjänsten i Timrå 2022?", "Vad betyder LSS?", "Vem är ordförande i socialnämnden i Timrå?")
DRAWN = "() => { const i = document.querySelector('#viewer img'); return i?.src && i.complete && i.naturalWidth > 0; }"


class Visit(NamedTuple):
    """One first visit: milliseconds until one can type, requests, kilobytes; then of each click, in milliseconds."""

    ready: float
    requests: int
    weight: float
    words: list[float]
    picture: list[float]


def main(data: Path) -> None:
    """Measure both in one run and print them side by side."""
    with chromium() as browser:
        with serving(None, data) as address:
            ours = [_visit(browser, address, "#question textarea", _ask_ours) for _ in range(RUNS)]
        with serving_bare_chat() as address:
            bare = [_visit(browser, address, "textarea", _ask_bare) for _ in range(RUNS)]
    print(f"{'median of ' + str(RUNS):<34}{'Plansvar':>12}{'bare Gradio':>14}")
    for name, of in (
        ("until one can type, ms", lambda v: v.ready),
        ("requests", lambda v: v.requests),
        ("weight, kB", lambda v: v.weight),
    ):
        print(f"{name:<34}{median(map(of, ours)):>12.0f}{median(map(of, bare)):>14.0f}")
    for name, ours_ms, bare_ms in (
        ("click to first words, ms", [ms for v in ours for ms in v.words], [ms for v in bare for ms in v.words]),
        ("click to source picture, ms", [ms for v in ours for ms in v.picture], []),
    ):
        other = f"{median(bare_ms):>14.0f}" if bare_ms else f"{'–':>14}"
        print(f"{name:<34}{median(ours_ms):>12.0f}{other}   slowest {max(ours_ms):.0f}")


def _visit(browser: Browser, address: str, box: str, ask: Callable[[Page], tuple[list[float], list[float]]]) -> Visit:
    with browser.new_context(locale="sv-SE", viewport=PHONE) as user:
        page = user.new_page()
        sizes: list[float] = []
        wire = user.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.loadingFinished", lambda done: sizes.append(float(done["encodedDataLength"])))
        start = perf_counter()
        page.goto(address)
        page.wait_for_selector(box)
        ready = 1000 * (perf_counter() - start)
        page.wait_for_load_state("load")
        page.wait_for_timeout(500)
        requests, weight = len(sizes), sum(sizes) / 1024
        return Visit(ready, requests, weight, *ask(page))


def _ask_ours(page: Page) -> tuple[list[float], list[float]]:
    page.wait_for_selector(".welcome")
    words, pictures = [], []
    for n, question in enumerate(QUESTIONS):
        page.fill("#question textarea", question)
        start = perf_counter()
        page.click("#send")
        page.locator(".answer").nth(n).wait_for()
        words.append(1000 * (perf_counter() - start))
        page.locator(".exchange[data-state=done]").nth(n).wait_for()
        show = page.locator(".exchange").nth(n).locator(".show").first
        page.wait_for_timeout(700)
        start = perf_counter()
        show.evaluate("button => button.click()")
        page.wait_for_function(DRAWN)
        pictures.append(1000 * (perf_counter() - start))
        page.locator(".viewer-close").click()
        page.evaluate("document.querySelector('#viewer img').removeAttribute('src')")
    return words, pictures


def _ask_bare(page: Page) -> tuple[list[float], list[float]]:
    words = []
    for n, question in enumerate(QUESTIONS):
        page.fill("textarea", question)
        start = perf_counter()
        page.keyboard.press("Enter")
        page.locator(".bot.message").nth(n).wait_for()
        words.append(1000 * (perf_counter() - start))
    return words, []


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m evals.browser", description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of an index")
    main(parser.parse_args().data)
