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


def test_a_blank_first_cell_written_tight_moves_no_neighbour(tmp_path: Path) -> None:
    text = "|Rad|2022|2023|\n|---|---|---|\n||5|6|"
    assert parts(tmp_path, "a.md", text) == [[["Rad", "2022", "2023"], ["", "5", "6"]]]


def test_a_mark_written_as_itself_loses_its_backslash(tmp_path: Path) -> None:
    assert parts(tmp_path, "a.md", "| Rad | 2022 |\n|---|---|\n| A | \\*\\*13 525 |") == [
        [["Rad", "2022"], ["A", "**13 525"]]
    ]


def test_a_short_rule_under_a_header_is_no_row(tmp_path: Path) -> None:
    assert parts(tmp_path, "a.md", "|Rad|2022|\n|-|-|\n|A|5|") == [[["Rad", "2022"], ["A", "5"]]]


def test_lines_with_tabs_are_a_table_in_a_text_file(tmp_path: Path) -> None:
    text = "Ekonomi\n\nRad\t2022\t2023\nKostnad\t\t-2\nNetto\t-1\t\n\nDetta är text efter tabellen.\n"
    table = [["Rad", "2022", "2023"], ["Kostnad", "", "-2"], ["Netto", "-1", ""]]
    assert parts(tmp_path, "a.txt", text) == ["6 Ekonomi", table, "Detta är text efter tabellen."]


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


def test_a_tab_table_goes_on_below_the_title_of_its_next_group(tmp_path: Path) -> None:
    text = "Tkr\tBudget\tPlan\nHälsa\t\t\nINTÄKTER\t5\t6\n\nKorttids, dagvård och färdig beh.\n\nINTÄKTER\t7\t8\n"
    table = [["Tkr", "Budget", "Plan"], ["Hälsa", "", ""], ["INTÄKTER", "5", "6"],
             ["Korttids, dagvård och färdig beh.", "", ""], ["INTÄKTER", "7", "8"]]  # fmt: skip
    assert parts(tmp_path, "a.txt", text) == [table]


def test_a_table_of_contents_is_no_table(tmp_path: Path) -> None:
    text = "Innehåll\nMål\t3\nBudget\t4\nPlan\t4\nVolym\t7\nPersonal\t9\n\nSlut\t12\nBilagor\t14\n\nNu läs."
    assert parts(tmp_path, "a.txt", text) == ["6 Innehåll", "Nu läs."]


def test_rows_with_semicolons_are_a_table_and_a_sentence_with_one_is_not(tmp_path: Path) -> None:
    text = "Rad;2022;2023\nLön;-1;-2\nHyra;;-3\n\nDet är bra; det blir bättre; snart."
    table = [["Rad", "2022", "2023"], ["Lön", "-1", "-2"], ["Hyra", "", "-3"]]
    assert parts(tmp_path, "a.txt", text) == [table, "Det är bra; det blir bättre; snart."]


def test_numbered_headings_nest_and_headings_below_each_other_too(tmp_path: Path) -> None:
    text = "2 Ekonomi\n2.1 Drift\nDriftbudget\nSkriv här\nDetta är en mening som slutar med punkt."
    assert parts(tmp_path, "a.txt", text) == [
        "2 2 Ekonomi", "3 2.1 Drift", "6 Driftbudget", "7 Skriv här", "Detta är en mening som slutar med punkt."
    ]  # fmt: skip


def test_a_bullet_on_a_line_of_its_own_goes_with_the_text_below_it(tmp_path: Path) -> None:
    assert parts(tmp_path, "a.txt", "•\nFler platser i skolan.\n(cid:127) Färre köer till vården.") == [
        "• Fler platser i skolan.", "• Färre köer till vården."
    ]  # fmt: skip
