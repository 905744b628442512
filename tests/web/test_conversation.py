from dataclasses import replace
from html import escape

from assistant.models import Choices, Turn
from tests.web.fake_assistant import CHIPS, EVIL, NETTO, NOTED, FakeAssistant
from web.answer_text import paragraphs, sentence_count
from web.conversation import Exchange, conversation, failed, waiting, welcome
from web.shelf import years_shown
from web.sources import source_list
from web.talk import Talk


def _exchange(assistant: FakeAssistant, question: str) -> Exchange:
    answer = assistant.ask(question)
    return Exchange(Turn(question, answer.reading, answer))


def test_an_answer_is_shown_with_its_reading_and_its_sources(assistant: FakeAssistant) -> None:
    shown = conversation([_exchange(assistant, "Vad kostar hemtjänsten?")])
    assert 'role="log"' in shown
    assert "−74 922 tkr 2022" in shown
    assert shown.count('class="source"') == 2
    assert shown.count('<button type="button" class="chip"') == 3
    assert "En mening höll inte vid kontrollen" in shown


def test_nothing_from_a_document_or_a_user_is_markup(assistant: FakeAssistant) -> None:
    shown = conversation([_exchange(assistant, f"elak {EVIL}")]) + welcome([EVIL])
    assert "<script" not in shown
    assert "<img" not in shown
    assert escape(EVIL) in shown


def test_a_marker_without_a_citation_stays_text(assistant: FakeAssistant) -> None:
    shown = conversation([_exchange(assistant, "elak")])
    assert shown.count('class="marker"') == 1
    assert "[7]" in shown


def test_a_printed_page_number_is_shown_beside_the_place_in_the_file() -> None:
    assert "s. 1 (PDF-sida 3)" in source_list(1, [NETTO])
    assert "s. 3<" in source_list(1, [replace(NETTO, page_label="")])


def test_a_source_links_to_its_page_and_to_its_picture() -> None:
    shown = source_list(1, [NETTO])
    assert 'href="/dok/timra-plan-2022#page=3"' in shown
    assert 'data-pictures="/sida/timra-plan-2022/3.webp?ytor=72,120,' in shown
    assert " /sida/timra-plan-2022/4.webp?ytor=72,80," in shown


def test_a_document_without_pages_has_no_picture_button() -> None:
    shown = source_list(1, [NOTED])
    assert 'href="/dok/anteckningar"' in shown
    assert "Visa på sidan" not in shown


def test_sentences_are_shown_one_by_one_and_together_are_the_answer(
    assistant: FakeAssistant,
) -> None:
    answer = assistant.ask("hemtjänst")
    steps = [paragraphs(1, answer, n) for n in range(sentence_count(answer) + 1)]
    assert [step.count("<button") for step in steps] == [0, 1, 2]
    assert steps[-1] == paragraphs(1, answer)


def test_lines_with_dashes_become_one_list(assistant: FakeAssistant) -> None:
    answer = replace(assistant.ask("hemtjänst"), text="Två mål:\n- Trygghet [1]\n- Hälsa [2]")
    shown = paragraphs(1, answer)
    assert shown.count("<ul>") == 1
    assert shown.count("<li>") == 2


def test_a_very_long_question_is_shown_cut() -> None:
    shown = waiting([], "å" * 10_000)
    assert len(shown) < 1_000
    assert "(10\N{NO-BREAK SPACE}000 tecken)" in shown


def test_only_the_last_reading_can_be_changed(assistant: FakeAssistant) -> None:
    exchanges = [_exchange(assistant, "hemtjänst"), _exchange(assistant, "möte")]
    assert conversation(exchanges).count('<button type="button" class="chip"') == 1
    assert conversation(exchanges).count('<span class="chip"') == 3


def test_a_failed_question_leaves_what_was_said(assistant: FakeAssistant) -> None:
    shown = failed([_exchange(assistant, "hemtjänst")])
    assert "−74 922" in shown
    assert "Något gick fel" in shown


def test_a_question_shows_at_once_and_ends_with_its_sources(assistant: FakeAssistant) -> None:
    *steps, last = Talk(assistant).ask("hemtjänst", ())
    assert "Söker i dokumenten" in steps[0][0]
    assert "Källor" not in steps[-1][0]
    assert "Källor" in last[0]
    assert len(last[1]) == 1


def test_a_removed_chip_asks_the_same_question_again(assistant: FakeAssistant) -> None:
    talk = Talk(assistant)
    said: tuple[Exchange, ...] = ()
    for question in ("möte", "hemtjänst"):
        *_, (_, said) = talk.ask(question, said)
    *_, (shown, said) = talk.ask_without("year", "2022", said)
    *_, (shown, said) = talk.ask_without("figure_kind", "budget", said)
    taken = frozenset({("year", "2022"), ("figure_kind", "budget")})
    assert assistant.asked[-1] == ("hemtjänst", ("möte",), Choices(taken))
    assert len(said) == 2
    assert [chip.label for chip in said[-1].turn.reading.chips] == [CHIPS[0].label]
    assert "(från förra frågan)" in shown


def test_years_in_a_row_are_shown_as_a_span() -> None:
    assert years_shown((2024, 2022, 2023)) == "2022–2024"
    assert years_shown((2019, 2021)) == "2019, 2021"
    assert years_shown((2022,)) == "2022"
    assert years_shown(()) == ""
