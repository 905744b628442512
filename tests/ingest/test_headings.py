"""Lines to headings with levels, paragraphs and points of lists."""

import pytest

from ingest.blocks import Grid, Heading, Line, Paragraph
from ingest.headings import blocks_of
from tests.ingest.literals import grid, line, page

BODY = "Det här är brödtext som är så lång att den bestämmer vilken grad som är textens egen i dokumentet."


def read(*parts: Line | Grid) -> list[object]:
    """What one page holds, in short: '1 text' for a heading, '• text' for a point, text for a paragraph."""
    return [short(block) for block in blocks_of([page(1, *parts)])]


def short(block: Heading | Paragraph | Grid) -> str:
    if isinstance(block, Heading):
        return f"{block.level} {block.text}"
    return ("• " if block.item else "") + block.text if isinstance(block, Paragraph) else "table"


def test_larger_and_bolder_lines_are_headings_with_levels() -> None:
    parts = (line("Ekonomi", 100, size=18), line("Drift", 150, size=14), line("Skola", 200, bold=True), line(BODY, 230))
    assert read(*parts) == ["1 Ekonomi", "2 Drift", "3 Skola", BODY]


def test_a_heading_over_two_lines_is_one() -> None:
    assert read(line("Barn- och", 100, size=18), line("utbildning", 119, size=18), line(BODY, 200)) == [
        "1 Barn- och utbildning", BODY
    ]  # fmt: skip


def test_a_heading_that_breaks_after_a_comma_is_one() -> None:
    assert read(line("Mål: Bättre skola,", 100, size=18), line("lek och fritid", 119, size=18), line(BODY, 200)) == [
        "1 Mål: Bättre skola, lek och fritid", BODY
    ]  # fmt: skip


def test_a_line_of_a_heading_that_ends_with_a_comma_takes_in_no_running_text() -> None:
    assert read(line("Skola,", 100, size=18), line(BODY, 119)) == ["Skola, " + BODY]


@pytest.mark.parametrize("text", ["Det här är en hel mening.", "2022, ", "12 345", "ett " * 20])
def test_a_sentence_and_a_figure_in_large_type_are_no_headings(text: str) -> None:
    assert read(line(text.strip(), 100, size=18), line(BODY, 200)) == [text.strip(), BODY]


def test_lines_close_together_are_one_paragraph() -> None:
    assert read(line("Nämnden ansvarar för", 100), line("skolan.", 112), line("Nytt stycke.", 140)) == [
        "Nämnden ansvarar för skolan.", "Nytt stycke."
    ]  # fmt: skip


def test_points_of_a_list_are_told_apart_from_what_introduces_them() -> None:
    parts = (
        line("Nämnden ska:", 100),
        line("• leda", 112),
        line("vården", 124),
        line("– följa upp", 136),
        line("1. äga", 148),
    )
    assert read(*parts) == ["Nämnden ska:", "• leda vården", "• följa upp", "• äga"]


@pytest.mark.parametrize("text", ["-6,6 mnkr blev årets resultat.", "–6,6 mnkr blev årets resultat."])
def test_a_minus_before_a_figure_is_no_bullet(text: str) -> None:
    assert read(line(text)) == [text]


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    pages = [
        page(1, line("Nämnden ansvarar för", 780, 1)),
        page(2, line("skolan.", 100, 2), line("Ny mening.", 140, 2)),
    ]
    blocks = blocks_of(pages)
    assert [short(block) for block in blocks] == ["Nämnden ansvarar för skolan.", "Ny mening."]
    assert isinstance(blocks[0], Paragraph)
    assert [box.page for box in blocks[0].boxes] == [1, 2]


def test_a_table_stands_where_it_stood() -> None:
    assert read(line("Före."), grid(("År", "2022")), line("Efter.", 300)) == ["Före.", "table", "Efter."]


def test_a_document_without_text_has_no_blocks() -> None:
    assert blocks_of([page(1)]) == []
