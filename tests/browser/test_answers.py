"""What can be done with an answer in the browser: stop it, go on from it, draw it, keep it, report it, save it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, faults, loaded
from tests.web.fake_assistant import FakeAssistant

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("default")]


def test_an_answer_can_be_stopped_and_asked_again(visit: Visit, assistant: FakeAssistant) -> None:
    visit.page.fill("#question textarea", "långsam hemtjänst")
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("#send")).to_be_hidden()
    visit.page.locator("#stop").click()
    expect(visit.page.locator(".failed")).to_have_text("Svaret stoppades.")
    expect(visit.page.locator("#send")).to_be_visible()
    visit.page.get_by_role("button", name="Fråga igen").click()
    visit.page.locator(".exchange[data-state=done]").wait_for(timeout=30_000)
    expect(visit.page.locator(".exchange")).to_have_count(1)


def test_a_reload_in_the_middle_of_an_answer_can_ask_it_again(visit: Visit) -> None:
    visit.page.fill("#question textarea", "långsam hemtjänst")
    visit.page.keyboard.press("Enter")
    visit.page.locator(".exchange[data-state=open]").wait_for()
    visit.page.reload()
    visit.page.get_by_role("button", name="Fråga igen").click()
    visit.page.locator(".exchange[data-state=done]").wait_for(timeout=30_000)


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
    assert copied[:2] == ["Kolumn i källan\ttkr\tKälla", "Budget 2022\t-74 922\t[1]"]
    assert copied[-1] == "[1] Verksamhetsplan 2022–2024, sida 1 (PDF-sida 3)"


def test_a_link_to_an_answer_opens_it_with_its_source(visit: Visit) -> None:
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.ask("hemtjänst")
    visit.page.get_by_role("button", name="Kopiera länk till svaret").click()
    expect(visit.page.locator(".tool-said")).to_contain_text("Länken är kopierad")
    visit.page.goto(visit.page.evaluate("navigator.clipboard.readText()"))
    expect(visit.page.locator(".answer")).to_contain_text("−74 922 tkr 2022")
    visit.page.locator(".marker").first.click()
    loaded(visit.page)
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


@pytest.mark.parametrize(
    ("button", "name", "begins"),
    [("PDF", "plansvar.pdf", b"%PDF-"), ("Word", "plansvar.docx", b"PK"), ("text", "plansvar.md", b"# Samtal")],
)
def test_a_conversation_is_saved_as_a_file(visit: Visit, button: str, name: str, begins: bytes) -> None:
    visit.ask("hemtjänst")
    visit.page.locator(".export summary").click()
    with visit.page.expect_download() as saved:
        visit.page.get_by_role("button", name=f"Spara som {button}").click()
    assert saved.value.suggested_filename == name
    assert saved.value.path().read_bytes().startswith(begins)


def test_a_comparison_is_a_table_with_a_source_for_each_cell_that_can_be_copied(visit: Visit) -> None:
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.ask("jämför")
    table = visit.page.get_by_role("table", name="Nettokostnad, tkr")
    expect(table.get_by_role("columnheader")).to_have_text(["Verksamhet", "Budget 2022", "Plan 2023"])
    expect(table.get_by_role("rowheader")).to_have_text(["Hemtjänst", "Utredning"])
    assert faults(visit.page) == []
    table.locator(".marker").last.click()
    loaded(visit.page)
    expect(visit.page.locator(".viewer-place")).to_contain_text("sida 4")
    visit.page.get_by_role("button", name="Kopiera tabellen").first.click()
    copied = visit.page.evaluate("navigator.clipboard.readText()").splitlines()
    rows = ["Verksamhet\tBudget 2022\tPlan 2023", "Hemtjänst\t-74 922\t-76 420", "Utredning\t\tpågår"]
    places = ["[1] Verksamhetsplan 2022–2024, sida 1 (PDF-sida 3)", "[2] Verksamhetsplan 2022–2024, sida 4"]
    assert copied == [*rows, "", *places]
    visit.page.get_by_role("button", name="Kopiera svaret").click()
    expect(visit.page.locator(".tool-said")).to_have_text("Kopierat.")
    assert "Hemtjänst −74 922 [1] −76 420 [1]" in visit.page.evaluate("navigator.clipboard.readText()").replace(
        "\t", " "
    )
