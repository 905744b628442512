"""Tables without a single rule: columns by the blanks between words, rows by their distance."""

from pathlib import Path

from ingest.blocks import Grid, Table
from ingest.pdf import read_pdf
from ingest.tables import assemble
from tests.ingest.drawn_pdf import Drawn, drawn_pdf, lines, words

COLUMNS = (72, 250, 330, 410)
STEP, LEADING = 16, 12  # points from row to row, and from line to line of one cell


def drawn(*rows: tuple[float, tuple[str, ...]], bold: int = 1) -> list[Drawn]:
    """Lines of a table, each at a height, its texts at the columns' left edges."""
    return [
        words(x, top, text, bold=at < bold)
        for at, (top, texts) in enumerate(rows)
        for x, text in zip(COLUMNS, texts, strict=False)
        if text
    ]


def read(folder: Path, *parts: Drawn) -> list[list[list[str]]]:
    (folder / "plan.pdf").write_bytes(drawn_pdf(parts))
    (page,) = read_pdf(folder / "plan.pdf")
    return [[[cell.text for cell in row] for row in part.rows] for part in page.parts if isinstance(part, Grid)]


HEADER = ("Verksamhet", "Budget 2023", "Utfall 2023", "Status")
ROW = ("Hemtjänst", "-74 922", "-75 100", "Klar")


def test_columns_are_told_by_the_blanks_and_an_empty_cell_stays_empty(tmp_path: Path) -> None:
    table = drawn((200, HEADER), (216, ROW), (232, ("Färdtjänst", "", "-12", "Klar")))
    assert read(tmp_path, *table) == [[list(HEADER), list(ROW), ["Färdtjänst", "", "-12", "Klar"]]]


def test_a_label_and_a_cell_broken_over_lines_are_of_one_row(tmp_path: Path) -> None:
    table = drawn(
        (200, HEADER),
        (216, ROW),
        (232, ("Brukarbedömning LSS -", "1", "2", "Inget värde")),
        (232 + LEADING, ("Brukaren får bestämma", "", "", "angivet")),
        (232 + 2 * LEADING, ("andel (%)",)),
        (232 + 2 * LEADING + STEP, ROW),
    )
    (grid,) = read(tmp_path, *table)
    assert grid[2] == ["Brukarbedömning LSS - Brukaren får bestämma andel (%)", "1", "2", "Inget värde angivet"]
    assert grid[3] == list(ROW)


def test_a_last_row_without_figures_is_read_to_its_end(tmp_path: Path) -> None:
    table = drawn(
        (200, HEADER),
        (216, ROW),
        (232, ROW),
        (248, ("Färdtjänst", "", "", "Inget värde")),
        (248 + LEADING, ("", "", "", "angivet")),
    )
    (grid,) = read(tmp_path, *table)
    assert grid[-1] == ["Färdtjänst", "", "", "Inget värde angivet"]


def test_the_title_of_a_group_may_stand_between_the_header_and_the_first_row(tmp_path: Path) -> None:
    table = drawn((200, HEADER), (216, ("Kunderna ska känna",)), (228, ("trygghet",)), (244, ROW), (260, ROW), bold=3)
    (grid,) = read(tmp_path, *table)
    assert grid == [list(HEADER), ["Kunderna ska känna trygghet", "", "", ""], list(ROW), list(ROW)]


def test_text_below_and_figures_in_running_text_are_no_table(tmp_path: Path) -> None:
    table = drawn((200, HEADER), (216, ROW), (232, ROW))
    text = lines(260, "Tabellen visar att 74 922 tkr var budget 2023", "och att 75 100 tkr blev utfallet.")
    assert read(tmp_path, *table, text) == [[list(HEADER), list(ROW), list(ROW)]]
    assert read(tmp_path, text) == []


def test_a_year_in_the_middle_over_several_columns_is_said_for_each_of_them(tmp_path: Path) -> None:
    places = (72, 220, 280, 340, 400)
    under = ("Mått", "Kvinnor", "Män", "Kvinnor", "Män")
    parts = [words(252, 200, "2022", bold=True), words(372, 200, "2023", bold=True)]
    parts += [words(x, 216, text, bold=True) for x, text in zip(places, under, strict=True)]
    for at, row in enumerate((("Anställda", "71", "42", "74", "41"), ("Sjukfrånvaro", "7,6", "5,1", "6,8", "4,9"))):
        parts += [words(x, 232 + at * STEP, text) for x, text in zip(places, row, strict=True)]
    (tmp_path / "plan.pdf").write_bytes(drawn_pdf(parts))
    (page,) = read_pdf(tmp_path / "plan.pdf")
    (table,) = [block for block in assemble(page.parts) if isinstance(block, Table)]
    assert table.header == ("Mått", "2022 Kvinnor", "2022 Män", "2023 Kvinnor", "2023 Män")
