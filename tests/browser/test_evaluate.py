"""An evaluator's way through the view: bring a set, run it, read, compare and take it home."""

from collections.abc import Iterator
from pathlib import Path

import pytest

playwright = pytest.importorskip("playwright.sync_api")

from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from playwright.sync_api import Browser, Page  # noqa: E402

from evals.cases import read_cases  # noqa: E402
from evals.writing import write_cases  # noqa: E402
from tests.browser.conftest import serving  # noqa: E402
from tests.web.bench_parts import TWENTY, opened  # noqa: E402
from tests.web.conftest import in_a_loop  # noqa: E402

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def bench_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    from web.access import Door
    from web.server import Rooms, create_app

    folder = tmp_path_factory.mktemp("bench")
    with opened(folder) as (assistant, bench):
        page = in_a_loop(
            lambda: create_app(assistant, Door(folder / "users.json", open=True), folder, Rooms(bench=bench))
        )
        with serving(page) as address:
            yield f"{address}/utvardera"


@pytest.fixture
def page(browser: Browser, bench_address: str) -> Iterator[Page]:
    with browser.new_context(locale="sv-SE", viewport={"width": 1360, "height": 860}) as context:
        opened_page = context.new_page()
        opened_page.goto(bench_address)
        yield opened_page


def axe_faults(page: Page) -> list[str]:
    return [found["id"] for found in Axe().run(page).response["violations"]]


def run(page: Page, set_name: str) -> str:
    """Run a set and wait until the page tells the outcome; the run's name."""
    page.get_by_role("button", name=f"Kör {set_name}").click()
    page.get_by_role("link", name="Läs rapporten").wait_for()
    return page.get_by_role("heading", level=1).inner_text()


def test_an_evaluator_brings_a_set_runs_it_reads_compares_and_takes_it_home(page: Page, tmp_path: Path) -> None:
    sheet = tmp_path / "mina-fall.xlsx"
    write_cases(sheet, TWENTY)
    assert axe_faults(page) == []
    page.get_by_label("Fil").set_input_files(sheet)
    page.get_by_role("button", name="Ladda upp").click()
    assert page.get_by_role("row").count() == 21

    page.get_by_role("link", name="fel", exact=True).click()
    page.get_by_label("måste finnas").fill("40 000")
    assert axe_faults(page) == []
    home = page.get_by_role("link", name="Till alla uppsättningar")
    home.click()
    first = run(page, "mina-fall")
    assert "19 av 20 svar är rätt" in page.locator("main").inner_text()
    assert axe_faults(page) == []

    home.click()
    page.get_by_role("link", name="mina-fall: Visa och ändra").click()
    page.get_by_role("link", name="fel", exact=True).click()
    page.get_by_label("måste finnas").fill("40 000")
    page.get_by_role("button", name="Spara").click()
    home.click()
    run(page, "mina-fall")
    assert "20 av 20 svar är rätt" in page.locator("main").inner_text()
    page.get_by_label("Tidigare körning").select_option(first)
    page.get_by_role("button", name="Jämför").click()
    assert f"Jämfört med {first}: lika." in page.locator("main").inner_text()

    page.get_by_role("link", name="Läs rapporten").click()
    assert page.get_by_role("heading", name="Jämfört med förut").count() == 1
    assert axe_faults(page) == []
    page.go_back()
    with page.expect_download() as coming:
        page.get_by_role("link", name="XLSX").click()
    assert coming.value.suggested_filename.endswith(".xlsx")
    home.click()
    with page.expect_download() as coming:
        page.get_by_role("link", name="XLSX", exact=True).nth(0).click()
    taken = tmp_path / "hem.xlsx"
    coming.value.save_as(taken)
    assert [case.id for case in read_cases(taken)] == [case.id for case in TWENTY]


def test_a_set_with_faults_is_refused_on_the_page_with_each_of_them(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "fel.csv"
    path.write_text("id;fråga;typ\na;Hur?;tabell\n", "utf-8")
    page.get_by_label("Fil").set_input_files(path)
    page.get_by_role("button", name="Ladda upp").click()
    told = page.get_by_role("alert").inner_text()
    assert "Uppsättningen fel.csv lästes inte in." in told
    assert "rad 2, kolumn ”typ”: ”tabell” är inte något av" in told
    assert axe_faults(page) == []
