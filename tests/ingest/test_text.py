"""Text and Markdown files to pages of lines and tables."""

from pathlib import Path

import pytest

from ingest.blocks import Grid, Line, UnreadableFile
from ingest.text import read_text


def parts(folder: Path, name: str, text: str) -> list[object]:
    """What the first page holds: '2 text' for a line with its heading level, rows of cells for a table."""
    (folder / name).write_text(text, "utf-8")
    return [short(part) for part in read_text(folder / name)[0].parts]


def short(part: Line | Grid) -> object:
    if isinstance(part, Grid):
        return [[cell.text for cell in row] for row in part.rows]
    return f"{part.level} {part.text}" if part.level else part.text


def test_markdown_headings_paragraphs_and_points_are_read(tmp_path: Path) -> None:
    text = "# Plan 2022\n\n## Ekonomi ##\nNämnden **ansvarar**\nför [skolan](http://x).\n- ett\n- två\n"
    assert parts(tmp_path, "a.md", text) == [
        "1 Plan 2022",
        "2 Ekonomi",
        "Nämnden ansvarar för skolan.",
        "- ett",
        "- två",
    ]


def test_a_markdown_table_keeps_its_blank_cells(tmp_path: Path) -> None:
    text = "Text före.\n| Rad | 2022 | 2023 |\n|---|---:|---|\n| Kostnad | | -2 |\n| | 1 | |\nText efter."
    table = [["Rad", "2022", "2023"], ["Kostnad", "", "-2"], ["", "1", ""]]
    assert parts(tmp_path, "a.md", text) == ["Text före.", table, "Text efter."]


@pytest.mark.xfail(
    strict=True, reason="a blank first cell without spaces is stripped, and its neighbours are moved left"
)
def test_a_blank_first_cell_written_tight_moves_no_neighbour(tmp_path: Path) -> None:
    text = "|Rad|2022|2023|\n|---|---|---|\n||5|6|"
    assert parts(tmp_path, "a.md", text) == [[["Rad", "2022", "2023"], ["", "5", "6"]]]


@pytest.mark.xfail(strict=True, reason="a star or a bar written as itself keeps the backslash before it")
def test_a_mark_written_as_itself_loses_its_backslash(tmp_path: Path) -> None:
    assert parts(tmp_path, "a.md", "| Rad | 2022 |\n|---|---|\n| A | \\*\\*13 525 |") == [
        [["Rad", "2022"], ["A", "**13 525"]]
    ]


@pytest.mark.xfail(strict=True, reason="the rule under a header is known by three hyphens; Markdown asks for one")
def test_a_short_rule_under_a_header_is_no_row(tmp_path: Path) -> None:
    assert parts(tmp_path, "a.md", "|Rad|2022|\n|-|-|\n|A|5|") == [[["Rad", "2022"], ["A", "5"]]]


def test_lines_with_tabs_are_a_table_in_a_text_file(tmp_path: Path) -> None:
    text = "Ekonomi\n\nRad\t2022\t2023\nKostnad\t\t-2\nNetto\t-1\t\n\nDetta är text efter tabellen.\n"
    table = [["Rad", "2022", "2023"], ["Kostnad", "", "-2"], ["Netto", "-1", ""]]
    assert parts(tmp_path, "a.txt", text) == ["2 Ekonomi", table, "Detta är text efter tabellen."]


@pytest.mark.xfail(strict=True, reason="a row whose cells but the first are blank cuts the table in two")
def test_a_row_of_blank_cells_stays_in_its_table(tmp_path: Path) -> None:
    text = "Rad\t2022\t2023\nHemtjänst\t\t\nNetto\t-1\t-2\n"
    assert parts(tmp_path, "a.txt", text) == [[["Rad", "2022", "2023"], ["Hemtjänst", "", ""], ["Netto", "-1", "-2"]]]


def test_lines_of_a_paragraph_in_a_text_file_are_joined(tmp_path: Path) -> None:
    text = "Nämnden ansvarar för att skolan är bra och\natt alla elever når målen i varje ämne.\n\n\n\nNytt stycke här."
    assert parts(tmp_path, "a.txt", text) == [
        "Nämnden ansvarar för att skolan är bra och att alla elever når målen i varje ämne.", "Nytt stycke här."
    ]  # fmt: skip


def test_a_form_feed_starts_a_new_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Sida ett.\fSida två.", "utf-8")
    pages = read_text(tmp_path / "a.txt")
    assert [(page.index, page.label, [line.text for line in page.lines]) for page in pages] == [
        (1, "1", ["Sida ett."]), (2, "2", ["Sida två."])
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_swedish_letters_are_read_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("Åldern på ön.\r\nÄr hög.".encode(encoding))
    assert [line.text for line in read_text(tmp_path / "a.txt")[0].lines] == ["Åldern på ön.", "Är hög."]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "a.txt: filen är tom."),
        (b" \n\t\n\f ", "a.txt: filen är tom."),
        (b"PK\x03\x04\x00\x00", "a.txt: filen är inte text. Spara den som UTF-8 och läs in den igen."),
        (b"\x81\x8d\x8f", "a.txt: filen är inte läsbar text. Spara den som UTF-8 och läs in den igen."),
    ],
)
def test_what_is_no_text_is_said_in_a_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    with pytest.raises(UnreadableFile) as caught:
        read_text(tmp_path / "a.txt")
    assert str(caught.value) == sentence
