"""Pages of text files: where they begin, what they are called, what on them is no text."""

from pathlib import Path

from ingest.blocks import Grid
from ingest.text import read_text
from ingest.text_pages import pages_of

BODY = "\n".join(f"Rad {at} handlar om skolan." for at in range(14))


def test_page_numbers_on_lines_of_their_own_part_the_pages_and_name_them() -> None:
    text = "\n".join(f"{BODY}\nSida {number} av 4" for number in (1, 2, 3, 4))
    assert [page.label for page in pages_of(text)] == ["1", "2", "3", "4"]
    assert all("Sida" not in line for page in pages_of(text) for line in page.lines)


def test_a_page_keeps_the_number_printed_on_it_and_loses_its_running_head() -> None:
    text = "\f".join(f"Mora kommun\n{BODY}\n{number}" for number in (3, 4, 5))
    assert [page.label for page in pages_of(text)] == ["3", "4", "5"]
    assert all("Mora kommun" not in page.lines for page in pages_of(text))


def test_figures_that_stand_alone_are_no_page_numbers() -> None:
    assert [page.label for page in pages_of("Antal\n1\n2\n3\n4\n5\n6\n7")] == ["1"]


def test_a_table_that_goes_on_over_a_page_break_keeps_its_header_and_its_pages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Post Utfall Budget\nLön -1 100 -1 200\nHyra -30 -40\fEl -5 -6\nMat -7 -8", "utf-8")
    grids = [part for page in read_text(tmp_path / "a.txt") for part in page.parts if isinstance(part, Grid)]
    assert [[[cell.text for cell in row] for row in grid.rows] for grid in grids] == [
        [["Post", "Utfall", "Budget"], ["Lön", "-1 100", "-1 200"], ["Hyra", "-30", "-40"]],
        [["Post", "Utfall", "Budget"], ["El", "-5", "-6"], ["Mat", "-7", "-8"]],
    ]
    assert [grid.box.page for grid in grids] == [1, 2]
