import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from assistant.models import Choices
from tests.browser.conftest import Visit, faults, loaded, tab_to
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
    expect(visit.page.get_by_role("log", name="Samtal")).to_contain_text("−74 922 tkr 2022")
    assert visit.errors == []


def test_the_first_source_stands_beside_the_answer_and_a_marker_opens_another(
    visit: Visit,
) -> None:
    visit.ask("hemtjänst")
    picture = visit.page.locator("#viewer img")
    loaded(visit.page)
    assert "/sida/timra-plan-2022/3.webp?ytor=" in (picture.get_attribute("src") or "")
    expect(visit.page.locator(".viewer-figures li")).to_have_text(["Hemtjänst – Netto – Budget 2022: −74 922 tkr"])
    visit.page.locator(".marker").nth(1).click()
    loaded(visit.page)
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
    expect(picture).to_have_attribute("src", re.compile(r"/3\.webp\?ytor=.*&tal=300,120,340,135&kolumner=Budget\+2022"))
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
    loaded(phone.page)
    expect(phone.page.locator(".source").first.locator("#viewer img")).to_be_visible()
    phone.page.locator(".viewer-close").click()
    expect(phone.page.locator("#viewer")).to_be_hidden()
    phone.ask("jämför")
    expect(phone.page.locator(".exchange")).to_have_count(2)
    expect(phone.page.locator(".sources td")).to_have_count(9)
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390


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
    loaded(visit.page)
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
    expect(visit.page.locator("#lost")).to_be_empty()
    assert visit.page.input_value("#question textarea") == "krasch"
    visit.ask("möte")


def test_nothing_is_asked_of_any_other_machine(visit: Visit, address: str) -> None:
    visit.ask("hemtjänst")
    loaded(visit.page)
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
    loaded(visit.page)
    visit.page.locator(".viewer-zoom").click()
    visit.page.wait_for_timeout(300)
    assert faults(visit.page) == []


def test_all_can_be_done_with_the_keyboard(visit: Visit) -> None:
    keys = visit.page.keyboard
    visit.page.locator(".top a").last.focus()
    tab_to(visit.page, ".example")
    keys.press("Enter")
    visit.page.locator(".exchange[data-state=done]").wait_for()
    tab_to(visit.page, ".chip-choice")
    tab_to(visit.page, ".chip-remove")
    tab_to(visit.page, ".marker")
    tab_to(visit.page, ".source a")
    tab_to(visit.page, ".show")
    keys.press("Enter")
    expect(visit.page.locator("#viewer")).to_be_focused()
    tab_to(visit.page, ".viewer-close")
    tab_to(visit.page, ".viewer-page")
    tab_to(visit.page, ".viewer-after")
    tab_to(visit.page, ".viewer-zoom")
    keys.press("Enter")
    expect(visit.page.locator(".viewer-zoom")).to_have_text("Hela sidan")
    keys.press("Escape")
    expect(visit.page.locator("#viewer")).to_be_hidden()
    expect(visit.page.locator(".show").first).to_be_focused()
    tab_to(visit.page, "#question textarea")
    keys.type("möte")
    tab_to(visit.page, "#send")
    keys.press("Enter")
    expect(visit.page.locator(".exchange")).to_have_count(2)
