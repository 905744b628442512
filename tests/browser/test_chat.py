import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from assistant.models import Choices
from tests.browser.conftest import Visit, faults
from tests.web.fake_assistant import EVIL, FakeAssistant

# Gradio and pandas warn of each other in the server's thread.
pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("default")]

SIZES = [(1360, 860, "light"), (1360, 860, "dark"), (390, 844, "light"), (390, 844, "dark")]


def test_a_question_gets_its_answer_its_reading_and_its_sources(visit: Visit) -> None:
    visit.ask("Vad kostar hemtjänsten i Timrå 2022?")
    last = visit.page.locator(".exchange").last
    expect(last.locator(".answer")).to_contain_text("−74 922 tkr 2022")
    expect(last.locator(".chip")).to_have_count(3)
    expect(last.locator(".source")).to_have_count(2)
    expect(last.locator(".source").first).to_contain_text("sida 1 (PDF-sida 3)")
    link = last.locator(".source a").first
    assert link.get_attribute("href") == "/dok/timra-plan-2022#page=3"
    assert link.get_attribute("target") == "_blank"
    assert visit.page.input_value("#question textarea") == ""
    assert visit.errors == []


def test_the_first_source_stands_beside_the_answer_and_a_marker_opens_another(
    visit: Visit,
) -> None:
    visit.ask("hemtjänst")
    picture = visit.page.locator("#viewer img")
    _loaded(visit.page)
    assert "/sida/timra-plan-2022/3.webp?ytor=" in (picture.get_attribute("src") or "")
    visit.page.locator(".marker").nth(1).click()
    _loaded(visit.page)
    assert "/sida/timra-plan-2022/4.webp?ytor=" in (picture.get_attribute("src") or "")
    expect(visit.page.locator(".viewer-quote")).to_contain_text("ses hemtjänstens arbetssätt")
    expect(visit.page.locator(".viewer-open")).to_have_attribute("href", "/dok/timra-plan-2022#page=4")
    assert (picture.get_attribute("alt") or "").startswith("Bild av sida 4 ur Verksamhetsplan")


def test_the_pages_of_the_document_can_be_turned_and_lead_back_to_the_passage(visit: Visit) -> None:
    visit.ask("hemtjänst")
    picture = visit.page.locator("#viewer img")
    expect(visit.page.locator(".viewer-place")).to_contain_text("sida 1 (PDF-sida 3)")
    visit.page.locator(".viewer-after").click()
    expect(picture).to_have_attribute("src", re.compile(r"/4\.webp\?ytor="))
    expect(visit.page.locator(".viewer-open")).to_have_attribute("href", "/dok/timra-plan-2022#page=4")
    visit.page.locator(".viewer-after").click()
    expect(visit.page.locator(".viewer-after")).to_be_disabled()
    expect(picture).to_have_attribute("src", re.compile(r"/4\.webp"))
    visit.page.locator(".viewer-back").click()
    expect(picture).to_have_attribute("src", re.compile(r"/3\.webp\?ytor=.*&tal=300,120,340,135"))
    visit.page.locator(".viewer-before").click()
    expect(picture).to_have_attribute("src", re.compile(r"/2\.webp$"))
    expect(visit.page.locator(".viewer-place")).to_have_text("PDF-sida 2")


def test_the_source_opens_under_its_own_line_on_a_phone(
    visit_as: Callable[..., Visit],
) -> None:
    phone = visit_as(390, 844)
    phone.ask("hemtjänst")
    expect(phone.page.locator("#viewer")).to_be_hidden()
    phone.page.locator(".show").first.click()
    _loaded(phone.page)
    expect(phone.page.locator(".source").first.locator("#viewer img")).to_be_visible()
    phone.page.locator(".viewer-close").click()
    expect(phone.page.locator("#viewer")).to_be_hidden()
    width = phone.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    phone.ask("möte")
    expect(phone.page.locator(".exchange")).to_have_count(2)


def test_a_chip_taken_away_asks_again_without_it(visit: Visit, assistant: FakeAssistant) -> None:
    visit.ask("hemtjänst")
    visit.page.get_by_role("button", name="Ta bort 2022 och fråga igen").click()
    expect(visit.page.locator(".chip")).to_have_count(2)
    expect(visit.page.locator(".exchange")).to_have_count(1)
    assert assistant.asked[-1] == ("hemtjänst", (), Choices(frozenset({("year", "2022")})))


def test_a_changed_chip_asks_again_and_keeps_the_focus(visit: Visit, assistant: FakeAssistant) -> None:
    visit.ask("hemtjänst")
    visit.page.get_by_label("Ändra Timrå och fråga igen").select_option("Ort <i>")
    expect(visit.page.locator(".chip")).to_have_count(2)
    expect(visit.page.locator(".exchange")).to_have_count(1)
    chosen = Choices(frozenset({("municipality", "Timrå")}), frozenset({("municipality", "Ort <i>")}))
    assert assistant.asked[-1] == ("hemtjänst", (), chosen)


def test_a_filter_holds_for_the_questions_to_come(visit: Visit, assistant: FakeAssistant) -> None:
    visit.page.get_by_label("Kommun", exact=True).select_option("Timrå")
    visit.page.wait_for_timeout(400)
    visit.ask("möte")
    assert assistant.asked[-1] == ("möte", (), Choices(pinned=frozenset({("municipality", "Timrå")})))


def test_a_follow_up_carries_the_conversation_until_it_is_renewed(visit: Visit, assistant: FakeAssistant) -> None:
    visit.page.locator(".example").first.click()
    visit.page.locator(".exchange[data-state=done]").wait_for()
    visit.ask("möte")
    assert assistant.asked[-1][1] == ("Vad kostar hemtjänsten i Timrå 2022?",)
    visit.page.get_by_role("button", name="Nytt samtal").click()
    expect(visit.page.locator(".example")).to_have_count(3)
    expect(visit.page.locator("#viewer")).to_be_hidden()
    visit.ask("möte")
    assert assistant.asked[-1][1] == ()


def test_the_conversation_survives_a_reload_and_goes_on(visit: Visit, assistant: FakeAssistant) -> None:
    visit.ask("hemtjänst")
    visit.page.reload()
    expect(visit.page.locator(".answer")).to_contain_text("−74 922")
    visit.ask("möte")
    assert assistant.asked[-1][1] == ("hemtjänst",)


def test_an_answer_can_be_stopped_and_asked_again(visit: Visit, assistant: FakeAssistant) -> None:
    visit.page.fill("#question textarea", "långsam hemtjänst")
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("#send")).to_be_hidden()
    visit.page.locator("#stop").click()
    expect(visit.page.locator(".failed")).to_have_text("Svaret stoppades.")
    expect(visit.page.locator("#send")).to_be_visible()
    visit.page.get_by_role("button", name="Fråga igen").click()
    visit.page.locator(".exchange[data-state=done]").wait_for(timeout=15_000)
    expect(visit.page.locator(".exchange")).to_have_count(1)


def test_a_question_of_another_year_is_one_click_away(visit: Visit, assistant: FakeAssistant) -> None:
    visit.ask("Vad kostar hemtjänsten i Timrå 2022?")
    visit.page.locator(".next").first.click()
    expect(visit.page.locator(".exchange[data-state=done]")).to_have_count(2)
    assert assistant.asked[-1][0] == "Vad kostar hemtjänsten i Timrå 2023?"


def test_figures_of_several_years_are_a_picture_and_a_table_for_a_spreadsheet(visit: Visit) -> None:
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.ask("hemtjänst")
    visit.page.locator(".series summary").click()
    expect(visit.page.locator(".bars .bar")).to_have_count(3)
    visit.page.get_by_role("button", name="Kopiera tabellen").click()
    expect(visit.page.locator(".tool-said")).to_have_text("Kopierat.")
    copied = visit.page.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied[:2] == ["Kolumn i källan\ttkr\tKälla", "Budget 2022\t-74 922\t1"]


def test_a_link_to_an_answer_opens_it_with_its_source(visit: Visit) -> None:
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.ask("hemtjänst")
    visit.page.get_by_role("button", name="Kopiera länk till svaret").click()
    expect(visit.page.locator(".tool-said")).to_contain_text("Länken är kopierad")
    visit.page.goto(visit.page.evaluate("navigator.clipboard.readText()"))
    expect(visit.page.locator(".answer")).to_contain_text("−74 922 tkr 2022")
    visit.page.locator(".marker").first.click()
    _loaded(visit.page)
    assert faults(visit.page) == []
    visit.page.get_by_role("link", name="Ställ frågan igen").click()
    expect(visit.page.locator(".exchange[data-state=done]")).to_have_count(2)


def test_an_answer_is_reported_with_reasons(visit: Visit, assistant: FakeAssistant) -> None:
    visit.ask("hemtjänst")
    visit.page.get_by_text("Något är fel", exact=True).click()
    visit.page.get_by_label("fel siffra").check()
    visit.page.get_by_label("Kommentar").fill("Ska vara 75 000")
    assert faults(visit.page) == []
    visit.page.get_by_role("button", name="Skicka").click()
    expect(visit.page.locator(".report-said")).to_contain_text("Tack.")
    (line,) = (assistant.folder / "reports.jsonl").read_text("utf-8").splitlines()
    assert '"reasons": ["figure"], "comment": "Ska vara 75 000"' in line


def test_a_conversation_is_saved_as_a_file(visit: Visit) -> None:
    visit.ask("hemtjänst")
    visit.page.locator(".export summary").click()
    with visit.page.expect_download() as saved:
        visit.page.get_by_role("button", name="Spara som text").click()
    assert "## hemtjänst" in saved.value.path().read_text("utf-8")


def test_two_users_never_see_each_others_questions(
    visit: Visit, visit_as: Callable[..., Visit], assistant: FakeAssistant
) -> None:
    other = visit_as(1360, 860)
    visit.ask("hemtjänst")
    other.ask("möte")
    assert assistant.asked[-1] == ("möte", (), Choices())
    expect(other.page.locator(".exchange")).to_have_count(1)
    expect(visit.page.locator(".exchange")).to_have_count(1)


def test_a_document_that_means_harm_is_only_text(visit: Visit) -> None:
    visit.ask("elak")
    _loaded(visit.page)
    assert visit.page.evaluate("window.hacked") is None
    expect(visit.page.locator(".viewer-title")).to_have_text(f"Elak {EVIL}")
    expect(visit.page.locator(".answer")).to_contain_text(EVIL)
    expect(visit.page.locator(".source-title").first).to_have_text(f"Elak {EVIL}")
    assert visit.page.locator(".log img, .log script").count() == 0


def test_a_failed_question_says_so_and_stays_in_the_box(visit: Visit) -> None:
    visit.ask("hemtjänst")
    visit.page.fill("#question textarea", "krasch")
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator(".failed")).to_contain_text("Något gick fel på servern")
    assert "secret of the server" not in visit.page.content()
    assert visit.page.input_value("#question textarea") == "krasch"
    visit.ask("möte")


def test_nothing_is_asked_of_any_other_machine(visit: Visit, address: str) -> None:
    visit.ask("hemtjänst")
    _loaded(visit.page)
    visit.page.get_by_role("button", name="Nytt samtal").click()
    schemes = ("http", "https", "ws", "wss")
    asked = {urlsplit(url).netloc for url in visit.requested if urlsplit(url).scheme in schemes}
    assert asked == {urlsplit(address).netloc}


def test_the_page_is_swedish_and_shows_no_vendor(visit: Visit) -> None:
    assert visit.page.evaluate("document.documentElement.lang").startswith("sv")
    assert visit.page.title() == "Plansvar"
    assert "gradio" not in visit.page.inner_text("body").lower()
    assert visit.page.locator("footer:visible").count() == 0


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_no_view_has_an_accessibility_fault(
    visit_as: Callable[..., Visit], width: int, height: int, scheme: str
) -> None:
    visit = visit_as(width, height, scheme)
    assert faults(visit.page) == []
    visit.ask("hemtjänst")
    visit.ask("möte")
    visit.page.locator(".show").first.click()
    _loaded(visit.page)
    visit.page.locator(".viewer-zoom").click()
    visit.page.wait_for_timeout(300)
    assert faults(visit.page) == []


def test_all_can_be_done_with_the_keyboard(visit: Visit) -> None:
    keys = visit.page.keyboard
    visit.page.locator(".top a").last.focus()
    _tab_to(visit.page, ".example")
    keys.press("Enter")
    visit.page.locator(".exchange[data-state=done]").wait_for()
    _tab_to(visit.page, ".chip-choice")
    _tab_to(visit.page, ".chip-remove")
    _tab_to(visit.page, ".marker")
    _tab_to(visit.page, ".source a")
    _tab_to(visit.page, ".show")
    keys.press("Enter")
    expect(visit.page.locator("#viewer")).to_be_focused()
    _tab_to(visit.page, ".viewer-close")
    _tab_to(visit.page, ".viewer-page")
    _tab_to(visit.page, ".viewer-after")
    _tab_to(visit.page, ".viewer-zoom")
    keys.press("Enter")
    expect(visit.page.locator(".viewer-zoom")).to_have_text("Hela sidan")
    keys.press("Escape")
    expect(visit.page.locator("#viewer")).to_be_hidden()
    expect(visit.page.locator(".show").first).to_be_focused()
    _tab_to(visit.page, "#question textarea")
    keys.type("möte")
    _tab_to(visit.page, "#send")
    keys.press("Enter")
    expect(visit.page.locator(".exchange")).to_have_count(2)


def _loaded(page: Page) -> None:
    """Wait until the picture of the source is there."""
    page.wait_for_function(
        "() => { const i = document.querySelector('#viewer img');"
        " return i.src && i.complete && i.naturalWidth > 0 && i.offsetWidth > 0; }"
    )


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element has focus, which must then show."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches('{selector}')"):
            break
    else:
        pytest.fail(f"Tab never reaches {selector}")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none", f"{selector} has no visible focus"
