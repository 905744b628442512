"""The other views in the browser, over a real index: from an upload to a cited answer, by role, without a fault."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import faults, loaded, serving, tab_to
from tests.web.real_page import LIBRARY, open_real_collection, page_of
from tests.web.tiny_pdf import line_box, tiny_pdf
from web.access import Door
from web.users import add_account

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("default")]

PASSWORD = "hemligt lösenord"
SIZES = [(1360, 860, "light"), (1360, 860, "dark"), (390, 844, "light"), (390, 844, "dark")]
PARKS = ("Parknamndens plan 2030", "Mora kommun. Plan 2030.", "Parkerna i Mora har 17 parkbankar 2030.")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("site")
    for name, roles in (("anna", ["dokument", "utvärdera"]), ("bo", []), ("cia", ["dokument"])):
        add_account(folder / "users.json", name, PASSWORD, roles)
    with open_real_collection(folder) as collection:
        page = page_of(collection, Door(folder / "users.json"))
        with serving(page) as address:
            yield address


@pytest.fixture
def signed_in(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    contexts = []

    def start(name: str, width: int = 1360, height: int = 860, scheme: str = "light") -> Page:
        size = {"width": width, "height": height}
        contexts.append(browser.new_context(locale="sv-SE", viewport=size, color_scheme=scheme))
        contexts[-1].set_default_timeout(20_000)
        page = contexts[-1].new_page()
        page.goto(f"{site}/om")
        page.get_by_label("Användarnamn").fill(name)
        page.get_by_label("Lösenord").fill(PASSWORD)
        page.get_by_role("button", name="Logga in").click()
        page.wait_for_url("**/om")
        return page

    yield start
    for context in contexts:
        context.close()


def test_a_document_goes_from_upload_to_a_cited_answer_on_its_page(
    signed_in: Callable[..., Page], site: str, tmp_path: Path
) -> None:
    page = signed_in("anna")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    (tmp_path / "mora-parknamnden-plan-2030.pdf").write_bytes(tiny_pdf([PARKS]))
    page.get_by_role("link", name="Dokument").click()
    page.set_input_files("#files", tmp_path / "mora-parknamnden-plan-2030.pdf")
    page.get_by_role("button", name="Läs in").click()
    expect(page.locator("#jobs")).to_contain_text("Klart.", timeout=60_000)
    page.reload()
    expect(page.get_by_text("mora-parknamnden-plan-2030.pdf")).to_be_visible()
    page.goto(f"{site}/?fraga=Hur många parkbankar har parkerna i Mora 2030?")
    expect(page.locator(".answer")).to_contain_text("17 parkbankar")
    loaded(page)
    marked = (page.locator(".show").first.get_attribute("data-pictures") or "").split("ytor=")[1].split("&")[0]
    lines = [[int(side) for side in line.split(",")] for line in marked.split(";")]
    asked_line = line_box(1, 2, len(PARKS[2]))
    assert any(abs(x0 - asked_line.x0) < 3 and abs(top - asked_line.top) < 6 for x0, top, _, _ in lines)
    assert {urlsplit(url).netloc for url in asked if url.startswith("http")} == {urlsplit(site).netloc}


def test_a_reload_while_an_upload_runs_loses_nothing_and_it_can_be_stopped(
    signed_in: Callable[..., Page], tmp_path: Path
) -> None:
    page = signed_in("anna")
    (tmp_path / "mora-plan-2031.pdf").write_bytes(tiny_pdf([PARKS] * 990))
    page.get_by_role("link", name="Dokument").click()
    page.set_input_files("#files", tmp_path / "mora-plan-2031.pdf")
    page.get_by_role("button", name="Läs in").click()
    expect(page.locator("#jobs")).to_contain_text("Läser 990 sidor och deras tabeller", timeout=60_000)
    page.reload()
    page.get_by_role("button", name="Avbryt mora-plan-2031.pdf").click()
    expect(page.locator("#jobs")).to_contain_text("Avbrutet. Inget har ändrats i indexet.")


def test_two_upload_at_once_and_each_sees_both_until_they_are_done(
    signed_in: Callable[..., Page], site: str, tmp_path: Path
) -> None:
    pages = [signed_in("anna"), signed_in("cia")]
    names = ["mora-sim-2030.md", "mora-is-2030.md"]
    for page, name in zip(pages, names, strict=True):
        (tmp_path / name).write_text(LIBRARY.replace("Bibliotek", name), "utf-8")
        page.goto(f"{site}/dokument")
        page.set_input_files("#files", tmp_path / name)
    for page in pages:
        page.get_by_role("button", name="Läs in").click()
    for page in pages:
        for name in names:
            expect(page.locator(".document", has_text=name)).to_be_visible(timeout=60_000)


def test_a_file_that_is_empty_is_said_so_and_nothing_is_lost(
    signed_in: Callable[..., Page], site: str, tmp_path: Path
) -> None:
    page = signed_in("anna")
    (tmp_path / "tom.pdf").write_bytes(b"")
    page.goto(f"{site}/dokument")
    page.set_input_files("#files", tmp_path / "tom.pdf")
    page.get_by_role("button", name="Läs in").click()
    expect(page.get_by_role("alert")).to_have_text("tom.pdf: filen är tom. Spara den igen och välj den på nytt.")
    expect(page.locator(".document")).not_to_have_count(0)
    assert faults(page) == []


def test_one_who_may_read_sees_no_way_to_change_or_to_evaluate(signed_in: Callable[..., Page], site: str) -> None:
    page = signed_in("bo")
    page.goto(f"{site}/dokument")
    expect(page.locator(".document")).not_to_have_count(0)
    assert page.locator("form.upload, .changes").count() == 0
    page.goto(f"{site}/?fraga=Vem sköter gatorna i Mora?")
    expect(page.locator(".exchange[data-state=done]")).to_be_visible()
    expect(page.locator(".draft")).to_be_hidden()


def test_an_entry_of_the_view_to_learn_from_leads_to_a_question(signed_in: Callable[..., Page], site: str) -> None:
    page = signed_in("bo")
    page.get_by_role("link", name="Lär").click()
    page.locator("#organisation .lesson").first.get_by_role("link", name="Fråga: ").click()
    expect(page.locator(".exchange[data-state=done] .question")).to_contain_text("Vad ansvarar tekniska nämnden för")


def test_two_who_are_signed_in_never_see_each_others_conversation(signed_in: Callable[..., Page], site: str) -> None:
    anna, bo = signed_in("anna"), signed_in("bo")
    anna.goto(f"{site}/?fraga=Vem sköter gatorna i Mora?")
    expect(anna.locator(".exchange[data-state=done]")).to_be_visible()
    secret = anna.evaluate("sessionStorage.getItem('plansvar-tab')")
    bo.goto(site)
    bo.evaluate(f"sessionStorage.setItem('plansvar-tab', '{secret}')")
    bo.reload()
    expect(bo.locator(".welcome")).to_be_visible()
    assert bo.locator(".exchange").count() == 0


def test_a_shortcoming_can_be_reported_from_the_accessibility_statement(signed_in: Callable[..., Page]) -> None:
    page = signed_in("bo")
    page.get_by_label("Vad fungerar inte, och var?").fill("Bilden saknar text.")
    page.get_by_role("button", name="Skicka").click()
    expect(page.get_by_role("status")).to_contain_text("Tack.")
    assert faults(page) == []


def test_the_page_speaks_english_and_the_answers_swedish(signed_in: Callable[..., Page], site: str) -> None:
    page = signed_in("bo")
    page.get_by_role("link", name="In English").click()
    expect(page.get_by_role("heading", name="About Plansvar")).to_be_visible()
    page.goto(f"{site}/?fraga=Hur många årsarbetare har gatorna i Mora 2030?")
    expect(page.locator(".answer")).to_contain_text("21 årsarbetare")
    expect(page.locator(".sources h3")).to_have_text("Sources")
    expect(page.get_by_label("Your question, in Swedish")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"


def test_one_signs_in_and_goes_between_the_views_with_the_keyboard(browser: Browser, site: str) -> None:
    with browser.new_context(locale="sv-SE") as context:
        page = context.new_page()
        page.goto(site)
        tab_to(page, "#name")
        page.keyboard.type("bo")
        tab_to(page, "#password")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_selector(".welcome")
        page.locator(".skip").focus()
        tab_to(page, "nav li:nth-child(2) a")
        page.keyboard.press("Enter")
        page.wait_for_selector(".document")
        tab_to(page, ".skip")
        page.keyboard.press("Enter")
        expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_no_other_view_has_an_accessibility_fault(
    signed_in: Callable[..., Page], site: str, width: int, height: int, scheme: str
) -> None:
    page = signed_in("anna", width, height, scheme)
    found = {}
    for path in ("/om", "/dokument", "/lar"):
        page.goto(f"{site}{path}")
        for summary in page.locator("main summary").all():
            summary.click()
        found[path] = faults(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Logga ut").click()
    found["/logga-in"] = faults(page)
    assert found == {"/om": [], "/dokument": [], "/lar": [], "/logga-in": []}
