"""Tables without a single rule: columns by the blanks between words, rows by their distance."""

from pathlib import Path

from ingest.blocks import Grid, Table
from ingest.pdf import read_pdf
from ingest.tables import assemble
from tests.ingest.drawn_pdf import Drawn, drawn_pdf, lines, words
from tests.ingest.literals import texts

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


def tables(folder: Path, *pages: list[Drawn]) -> list[Table]:
    (folder / "plan.pdf").write_bytes(drawn_pdf(*pages))
    parts = [part for page in read_pdf(folder / "plan.pdf") for part in page.parts if isinstance(part, Grid)]
    return [block for block in assemble(parts) if isinstance(block, Table)]


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


def test_a_last_label_without_values_is_a_row_and_text_at_another_edge_is_not(tmp_path: Path) -> None:
    table, total = drawn((200, HEADER), (216, ROW), (232, ROW)), drawn((248, ("Summa (tkr)",)), bold=0)
    rows = [list(HEADER), list(ROW), list(ROW)]
    assert read(tmp_path, *table, *total, words(68, 264, "Se nästa rapport")) == [[*rows, ["Summa (tkr)", "", "", ""]]]
    assert read(tmp_path, *table, words(68, 248, "Se nästa rapport")) == [rows]


def test_the_title_of_a_group_alone_at_the_end_of_a_page_is_of_the_rows_on_the_next(tmp_path: Path) -> None:
    title, last = ("Skola",), ("Individ- och familjeomsorg samt övrigt",)
    first = drawn((684, HEADER), (700, title), (716, ROW), (732, ("Färdtjänst", "-1", "-2", "")), (748, last))
    (table,) = tables(tmp_path, first, drawn((90, ROW), (106, ("Ledning", "-5", "", "")), bold=0))
    assert [row.group for row in table.rows] == ["Skola", "Skola", *last, *last]


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


def test_a_column_that_is_blank_on_every_row_keeps_its_place_under_its_header(tmp_path: Path) -> None:
    blank = ("Färdtjänst", "", "-12", "Klar")
    table = drawn((200, HEADER), (216, ("Hemtjänst", "", "-75 100", "Klar")), (232, blank))
    assert read(tmp_path, *table) == [[list(HEADER), ["Hemtjänst", "", "-75 100", "Klar"], list(blank)]]


def test_a_name_broken_over_two_lines_is_not_said_for_its_neighbours(tmp_path: Path) -> None:
    names = ("Verksamhet", "Budget", "Utfall", "Status")
    table = drawn((188, ("", "Årets", "Årets", "")), (200, names), (216, ROW), (232, ROW), bold=2)
    (grid,) = read(tmp_path, *table)
    assert grid[0] == ["Verksamhet", "Årets Budget", "Årets Utfall", "Status"]


def test_a_table_of_words_is_read_under_its_bold_header(tmp_path: Path) -> None:
    names, row = ("Uppdrag", "Ansvarig", "Nämnd", "Läge"), ("Se över taxan", "Chefen", "Miljö", "Pågår")
    table = drawn((200, names), (216, row), (232, ("Bygga en bro", "Chefen", "", "Klart")))
    assert read(tmp_path, *table) == [[list(names), list(row), ["Bygga en bro", "Chefen", "", "Klart"]]]


def test_a_bold_caption_right_above_a_header_is_no_part_of_it(tmp_path: Path) -> None:
    caption = words(72, 184, "Tabell 4. Nämndens ekonomiska ram för hela perioden, tkr", bold=True)
    assert read(tmp_path, caption, *drawn((200, HEADER), (216, ROW), (232, ROW))) == [
        [list(HEADER), list(ROW), list(ROW)]
    ]


def test_labels_with_broken_text_beside_them_are_rows(tmp_path: Path) -> None:
    parts = [words(72, 200, "Ledning"), words(72, 242, "Måltider")]
    for at, text in enumerate(("Ledningen blir", "mindre under", "hela året")):
        parts += [words(250, 200 + 12 * at, text), words(250, 242 + 12 * at, text)]
    text = "Ledningen blir mindre under hela året"
    assert read(tmp_path, *parts) == [[["Ledning", text], ["Måltider", text]]]


def test_a_label_may_be_a_short_word_and_stand_further_below_the_text_above_it(tmp_path: Path) -> None:
    parts = [words(72, 200, "Ledning"), words(72, 248, "IT")]
    for at, text in enumerate(("Ledningen blir", "mindre under", "hela året")):
        parts += [words(250 + 5 * at, 200 + 12 * at, text), words(250 + 5 * at, 248 + 12 * at, text)]
    assert read(tmp_path, *parts) == []  # no edge, no middle
    even = [words(250, top + 12 * at, text) for top in (200, 248) for at, text in enumerate(("Allt", "blir", "bra"))]
    assert read(tmp_path, *parts[:2], *even) == [[["Ledning", "Allt blir bra"], ["IT", "Allt blir bra"]]]


def test_points_of_a_list_are_no_table(tmp_path: Path) -> None:
    parts = [words(72, 200 + 50 * n, mark) for n, mark in enumerate(("1.", "2."))]
    parts += [words(110, 200 + 50 * n + 12 * at, "Texten går vidare här") for n in range(2) for at in range(3)]
    assert read(tmp_path, *parts) == []


def test_a_table_goes_on_over_a_page_in_its_own_columns_without_its_header(tmp_path: Path) -> None:
    first = drawn((700, HEADER), (716, ROW), (732, ROW))
    rest = drawn((90, ("Färdtjänst", "", "-12", "")), (106, ("Ledning", "-5", "", "")), bold=0)
    (table,) = tables(tmp_path, first, rest)
    assert table.header == HEADER
    assert texts(table)[2:] == [["Färdtjänst", "", "-12", ""], ["Ledning", "-5", "", ""]]


def test_a_header_alone_at_the_end_of_a_page_names_the_columns_of_the_next(tmp_path: Path) -> None:
    (table,) = tables(tmp_path, drawn((720, HEADER)), drawn((90, ROW), (106, ROW), bold=0))
    assert (table.header, texts(table)) == (HEADER, [list(ROW), list(ROW)])


def test_another_table_at_the_top_of_the_next_page_is_its_own(tmp_path: Path) -> None:
    other = ("Verksamhet", "Budget 2024", "Utfall 2024", "Status")
    first, second = tables(tmp_path, drawn((700, HEADER), (716, ROW)), drawn((90, other), (106, ROW), (122, ROW)))
    assert (first.header, second.header) == (HEADER, other)


def test_rows_that_are_shaded_in_turn_are_one_table(tmp_path: Path) -> None:
    rows = [(200 + STEP * at, row) for at, row in enumerate((HEADER, ROW, ROW, ROW, ROW))]
    shade = [f"0.9 g 68 {842 - 216 - STEP * at - 12:.1f} 430 {STEP} re f 0 g" for at in (0, 2)]
    assert read(tmp_path, *shade, *drawn(*rows)) == [[list(row) for _, row in rows]]


def test_a_numbered_first_column_does_not_push_the_others_aside(tmp_path: Path) -> None:
    names, row = ("Nr", "Projekt", "2024", "2025"), ("5101", "Ledning", "14 500", "8 920")
    table = drawn((200, names), (216, row), (232, ("5104", "Bro", "", "")), (248, ("Summa", "", "14 500", "8 920")))
    (grid,) = read(tmp_path, *table)
    assert grid == [list(names), list(row), ["5104", "Bro", "", ""], ["Summa", "", "14 500", "8 920"]]


def test_a_header_alone_that_names_no_labels_names_the_columns_of_the_next_page(tmp_path: Path) -> None:
    names, row, last = (
        ("", "2019", "2020", "2021"),
        ("Demografi", "8 600", "14 000", "13 100"),
        ("Ram", "-60", "", "-54"),
    )
    (table,) = tables(tmp_path, drawn((720, names)), drawn((90, row), (106, last), bold=0))
    assert (table.header, texts(table)) == (names, [list(row), list(last)])


def test_a_last_row_alone_on_a_page_goes_on_though_the_page_has_another_table_of_that_header(tmp_path: Path) -> None:
    other = [(150, HEADER), (166, ROW), (182, ROW)]
    second = [*drawn((90, ROW), bold=0), lines(115, "Nästa mål följs upp i rapporten till hösten."), *drawn(*other)]
    first, following = tables(tmp_path, drawn((700, HEADER), (716, ROW)), second)
    assert (texts(first), texts(following)) == ([list(ROW), list(ROW)], [list(ROW), list(ROW)])


def test_a_header_that_is_said_again_is_no_part_of_the_last_row(tmp_path: Path) -> None:
    names = [(0, ("", "Januari-april", "", "Helår")), (24, ("", "Utfall", "Budget", "")),
             (32, ("Post", "", "", "Prognos")), (40, ("", "2024", "2025", ""))]  # fmt: skip
    rows, last = (("Lokaler", "-22", "-23", "-70"), ("Hyror", "-2", "-3", "-7")), ("Övriga", "-21", "-22", "-66")
    first, again = (
        drawn(*((top + at, line) for at, line in (*names, *body)), bold=4)
        for top, body in ((600, ((64, rows[0]), (88, rows[1]))), (60, ((90, last),)))
    )
    (table,) = tables(tmp_path, first, again)
    assert texts(table) == [*map(list, rows), list(last)]


def test_two_years_close_to_each_other_name_a_column_each(tmp_path: Path) -> None:
    places, names = (72, 250, 276, 340), ("Styrtal", "2018", "2019", "2020")
    rows = [names, ("Nöjd med hemtjänst", "", "", "90%"), ("Nöjd med boende", "", "", "80%")]
    parts = [words(x, 200 + STEP * at, text, bold=not at) for at, row in enumerate(rows)
             for x, text in zip(places, row, strict=True) if text]  # fmt: skip
    assert read(tmp_path, *parts) == [[list(row) for row in rows]]


def test_no_two_columns_get_the_same_name_from_the_row_above(tmp_path: Path) -> None:
    top, names = [(271, "Utfall"), (398.6, "Budget")], [(72, "Post"), (273.8, "2022"), (339.8, "2023"), (410.8, "2023")]
    figures = [(72, "Hyror"), (282.1, "5,2"), (348.1, "5,6"), (419.1, "5,5")]  # all end where the names do
    lines_of_it = enumerate((top, names, figures))
    parts = [words(x, 200 + STEP * at, text, bold=at < 2) for at, line in lines_of_it for x, text in line]
    (table,) = tables(tmp_path, parts)
    assert table.header == ("Post", "Utfall 2022", "Utfall 2023", "Budget 2023")
