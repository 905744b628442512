import re
from dataclasses import replace
from decimal import Decimal
from html import escape

from assistant.models import Answer, Choices, Turn
from tests.web.fake_assistant import CHIPS, EVIL, FIGURES, FakeAssistant
from web.answer_text import blocks
from web.chart import charts
from web.conversation import broken, conversation, waiting, welcome
from web.follow import examples_by_role, next_questions
from web.series import Point, Series, series_of, told_figures
from web.shelf import years_shown
from web.sources import quoted, show_button, source_list
from web.talks import Exchange, Said


def _said(assistant: FakeAssistant, *questions: str) -> Said:
    said = Said()
    for question in questions:
        answer = assistant.ask(question, said.turns)
        said = said.answered(Turn(question, answer.reading, answer))
    return said


def _shown(assistant: FakeAssistant, *questions: str) -> str:
    return conversation(_said(assistant, *questions), assistant.documents())


def _told(assistant: FakeAssistant, text: str) -> Answer:
    return replace(assistant.ask("hemtjänst"), text=text)


def test_an_answer_is_shown_with_its_reading_and_its_sources(assistant: FakeAssistant) -> None:
    shown = _shown(assistant, "Vad kostar hemtjänsten?")
    assert shown.startswith('<section class="log" aria-label="Samtal">')
    assert "−74 922 tkr 2022" in shown
    assert shown.count('class="source"') == 2
    assert shown.count('<span class="chip open">') == 3
    assert "En mening höll inte vid kontrollen" in shown


def test_nothing_from_a_document_or_a_user_is_markup(assistant: FakeAssistant) -> None:
    shown = _shown(assistant, f"elak {EVIL}") + welcome({"newcomer": [EVIL]})
    assert "<script" not in shown
    assert "<img" not in shown
    assert escape(EVIL) in shown


def test_a_marker_without_a_citation_stays_text(assistant: FakeAssistant) -> None:
    shown = _shown(assistant, "elak")
    assert shown.count('class="marker"') == 1
    assert "[7]" in shown


def test_a_printed_page_number_is_shown_beside_the_place_in_the_file(assistant: FakeAssistant) -> None:
    answer = assistant.ask("hemtjänst")
    first, second = answer.citations
    assert "sida 1 (PDF-sida 3)" in source_list(1, answer)
    unlabelled = replace(answer, citations=(replace(first, page_label=""), second))
    assert "sida 3<" in source_list(1, unlabelled)


def test_a_source_links_to_its_page_and_to_its_picture_with_passage_and_figure_marked(
    assistant: FakeAssistant,
) -> None:
    shown = source_list(1, assistant.ask("hemtjänst"))
    assert 'href="/dok/timra-plan-2022#page=3"' in shown
    assert 'data-pictures="/sida/timra-plan-2022/3.webp?ytor=72,120,' in shown
    assert "tal=300,120,340,135&amp;kolumner=Budget+2022" in shown
    assert 'data-figures="Hemtjänst – Netto – Budget 2022: −74 922 tkr"' in shown
    assert "310,120" not in shown
    assert " /sida/timra-plan-2022/4.webp?ytor=72,80," in shown


def test_a_unit_that_the_document_writes_out_is_told_once(assistant: FakeAssistant) -> None:
    share = replace(FIGURES[0], text="10.3%", unit="%", row=("Frånvaro",), column="2020")
    answer = assistant.ask("hemtjänst")
    assert 'data-figures="Frånvaro – 2020: 10.3%"' in show_button(answer.citations[0], (share,))


def test_quoted_rows_of_a_table_are_a_table_and_all_else_is_quoted_as_it_stands() -> None:
    rows = "Hemtjänst:\nINTÄKTER | Budget: 10 | Plan: –\nKOSTNADER | Budget: <b>-85 | Plan: -86"
    shown = quoted(rows)
    assert "<caption>Hemtjänst</caption>" in shown
    assert '<th scope="col"></th><th scope="col">Budget</th><th scope="col">Plan</th>' in shown
    assert '<th scope="row">KOSTNADER</th><td>&lt;b&gt;-85</td><td class="number">-86</td>' in shown
    named = quoted("Indikator: Fall, antal | 2022: 5 | Mål: 3")
    assert '<th scope="col">Indikator</th><th scope="col">2022</th>' in named
    assert '<th scope="row">Fall, antal</th>' in named
    for other in ("Vi ska: gå | stå", "A | x: 1\nB | y: 2", "Mål:", "En mening."):
        assert quoted(other) == f"<blockquote>{other}</blockquote>"


def test_a_document_without_pages_has_no_picture_button(assistant: FakeAssistant) -> None:
    shown = source_list(1, assistant.ask("möte"))
    assert 'href="/dok/anteckningar"' in shown
    assert "Visa på sidan" not in shown


def test_lines_with_dashes_become_one_list(assistant: FakeAssistant) -> None:
    shown = blocks(1, _told(assistant, "Två mål:\n- Trygghet [1]\n- Hälsa [2]"))
    assert shown.count("<ul>") == 1
    assert shown.count("<li>") == 2
    assert shown.count('class="marker"') == 2


def test_rows_of_cells_become_a_table_with_its_markers_and_nothing_from_it_is_markup(assistant: FakeAssistant) -> None:
    text = "Så här:\n| Kommun | 2022 | 2023 |\n|---|---|---|\n| <b>Timrå | −1 [1] | −2 [2] |\nKalix | −3 [1]"
    shown = blocks(1, _told(assistant, text))
    assert "<table><caption>Så här</caption>" in shown
    assert shown.count("<tr>") == 3
    assert '<th scope="col">Kommun</th><th scope="col">2022</th><th scope="col">2023</th>' in shown
    assert '<th scope="row">&lt;b&gt;Timrå</th><td class="number">−1 <button' in shown
    assert "</button></td><td></td></tr></tbody>" in shown
    assert shown.count('class="marker"') == 3
    assert "Kopiera tabellen" in shown


def test_a_lone_line_with_cells_is_no_table(assistant: FakeAssistant) -> None:
    assert blocks(1, _told(assistant, "INTÄKTER | Budget 2022: 5")) == "<p>INTÄKTER | Budget 2022: 5</p>"


def test_a_figure_and_its_marker_do_not_run_together_where_they_are_copied(assistant: FakeAssistant) -> None:
    shown = re.sub(r"<[^>]*>", "", blocks(1, assistant.ask("möte")))
    assert shown == "Mötet hölls i mars [1]."


def test_the_figures_that_an_answer_tells_are_found_in_its_source(assistant: FakeAssistant) -> None:
    answer = assistant.ask("hemtjänst")
    assert [figure.text for figure in told_figures(answer, answer.citations[0])] == ["-74 922"]
    assert told_figures(answer, answer.citations[1]) == []
    assert [figure.year for figure in told_figures(_told(assistant, "Det är −76420,0 tkr"), answer.citations[0])] == [
        2023
    ]


def test_a_row_of_several_years_is_a_series_with_its_source(assistant: FakeAssistant) -> None:
    (series,) = series_of(assistant.ask("hemtjänst"))
    told = [point.told for point in series.points]
    assert (series.over, series.title, series.unit) == ("years", "Hemtjänst – Netto", "tkr")
    assert told == [True, False, False]
    assert series.points[2] == Point("Budget 2024", Decimal("-77949"), "-77 949", False, 1)


def test_a_series_is_shown_as_picture_and_table_and_every_point_is_cited(assistant: FakeAssistant) -> None:
    shown = charts(1, assistant.ask("hemtjänst"))
    assert shown.count("<rect") == 3
    assert shown.count('class="bar told"') == 1
    assert "Budget 2022: −74 922; Budget 2023: −76 420; Budget 2024: −77 949" in shown
    assert shown.count('data-source="kalla-1-1"') == 3
    assert charts(1, assistant.ask("möte")) == ""


def test_one_column_of_several_units_is_a_series_with_a_source_for_each(assistant: FakeAssistant) -> None:
    answer = assistant.ask("hemtjänst")
    evidence, cited = [], []
    for n, (unit, value) in enumerate((("Vård", "-10"), ("Skola", "20"), ("Gator", "-30")), 1):
        figure = replace(FIGURES[0], value=Decimal(value), text=value, row=(unit, "Netto"))
        passage = replace(answer.evidence[0].passage, id=unit, figures=(figure,))
        evidence.append(replace(answer.evidence[0], passage=passage))
        cited.append(replace(answer.citations[0], n=n, passage_id=unit))
    text = "Vård −10 [1], Skola 20 [2], Gator −30 [3]."
    told = replace(answer, text=text, citations=tuple(cited), evidence=tuple(evidence))
    points = (("Vård", "-10", 1), ("Skola", "20", 2), ("Gator", "-30", 3))
    expected = tuple(Point(unit, Decimal(value), value, True, n) for unit, value, n in points)
    assert series_of(told) == [Series("units", "Budget 2022", "tkr", expected)]
    assert [f'data-source="kalla-1-{n}"' in charts(1, told) for n in (1, 2, 3)] == [True, True, True]


def test_the_same_question_is_offered_for_the_other_years_of_its_row(assistant: FakeAssistant) -> None:
    said = _said(assistant, "Vad kostar hemtjänsten 2023?", "hemtjänst")
    assert next_questions(said.turns[0]) == ["Vad kostar hemtjänsten 2022?", "Vad kostar hemtjänsten 2024?"]
    assert next_questions(said.turns[1]) == []


def test_examples_are_sorted_by_whom_they_serve() -> None:
    questions = ["Vad kostar vägar 2022?", "Vad betyder LSS?", "Hur många lekplatser finns det?"]
    expected = {"politician": questions[:1], "newcomer": questions[1:2], "evaluator": questions[2:]}
    assert examples_by_role(questions) == expected
    assert examples_by_role(["Vem är ordförande?"]) == {"newcomer": ["Vem är ordförande?"]}


def test_a_very_long_question_is_shown_cut() -> None:
    shown = waiting(Said(asked="å" * 10_000))
    assert len(shown) < 1_000
    assert "(10\N{NO-BREAK SPACE}000 tecken)" in shown


def test_only_the_last_reading_can_be_changed(assistant: FakeAssistant) -> None:
    shown = _shown(assistant, "hemtjänst", "möte")
    assert shown.count('class="chip-remove"') == 1
    assert shown.count('<span class="chip">') == 3


def test_a_chip_offers_the_other_values_of_the_documents(assistant: FakeAssistant) -> None:
    shown = _shown(assistant, "hemtjänst")
    assert shown.count("<select") == 2
    assert '<option value="2024">2024</option>' in shown
    assert '<option value="2022" selected>2022</option>' in shown


def test_a_broken_answer_leaves_what_was_said_and_can_be_asked_again(assistant: FakeAssistant) -> None:
    said = replace(_said(assistant, "hemtjänst"), asked="krasch <b>")
    shown = broken(said, "failed")
    assert "−74 922" in shown
    assert "Något gick fel" in shown
    assert "krasch &lt;b&gt;" in shown
    assert 'data-retry="yes"' in shown


def test_what_was_chosen_belongs_to_its_exchange(assistant: FakeAssistant) -> None:
    chosen = Choices(frozenset({("year", "2022")}))
    answer = assistant.ask("hemtjänst", (), chosen)
    said = replace(Said(), asked="hemtjänst", choices=chosen).answered(Turn("hemtjänst", answer.reading, answer))
    assert said.exchanges == (Exchange(Turn("hemtjänst", answer.reading, answer), chosen),)
    assert [chip.label for chip in answer.reading.chips] == [CHIPS[0].label, CHIPS[2].label]


def test_years_in_a_row_are_shown_as_a_span() -> None:
    assert years_shown((2024, 2022, 2023)) == "2022–2024"
    assert years_shown((2019, 2021)) == "2019, 2021"
    assert years_shown((2022,)) == "2022"
    assert years_shown(()) == ""
