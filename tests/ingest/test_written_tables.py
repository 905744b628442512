"""Tables of text dumps: one reading alone is taken, everything else stays text."""

import random

import pytest

from ingest.plain import plain_units
from ingest.units import TableUnit, TextUnit, UnreadUnit

RESULT = """Konto Utfall Budget Avvikelse
Intäkter 146 441 114 227 32 214
Personal -652 202 -639 978 -12 224
Övrigt -274 752 -248 420 -26 332
Summa -780 513 -774 171 -6 342"""


def read(text: str) -> list[list[str]]:
    """The rows of the one table in a text."""
    (table,) = [unit for unit in plain_units(text.split("\n")) if isinstance(unit, TableUnit)]
    return [list(row.cells) for row in table.rows]


def doubts(text: str) -> list[str]:
    return [unit.text for unit in plain_units(text.split("\n")) if isinstance(unit, UnreadUnit)]


def test_figures_with_blanks_inside_are_parted_where_the_arithmetic_of_the_row_says() -> None:
    assert read(RESULT)[1:] == [
        ["Intäkter", "146 441", "114 227", "32 214"],
        ["Personal", "-652 202", "-639 978", "-12 224"],
        ["Övrigt", "-274 752", "-248 420", "-26 332"],
        ["Summa", "-780 513", "-774 171", "-6 342"],
    ]


def test_a_row_that_can_be_read_in_two_ways_stays_text_and_is_in_the_ledger() -> None:
    text = (
        "Konto Budget 2022 Budget 2023\nHyror 146 441 114 227\nLön -1 100 -1 200\nEl -20 -30\nVatten -1 -2\nKost -3 -4"
    )
    assert [row[0] for row in read(text)] == ["Konto", "Lön", "El", "Vatten", "Kost"]
    assert doubts(text) == ["en rad i tabellen ”Konto” går inte att läsa säkert och finns bara som text"]
    assert [u.text for u in plain_units(text.split("\n")) if isinstance(u, TextUnit)] == ["Hyror 146 441 114 227"]


def test_a_blank_cell_that_leaves_a_gap_stays_blank() -> None:
    text = "  2019 2020 2021 \nVolym 2 000 5 000 5 000 \nKläder 2 000   \nFreda 1 000   \nResa 700  300 \n"
    assert read(text) == [
        ["", "2019", "2020", "2021"], ["Volym", "2 000", "5 000", "5 000"], ["Kläder", "2 000", "", ""],
        ["Freda", "1 000", "", ""], ["Resa", "700", "", "300"],
    ]  # fmt: skip


def test_rows_with_fewer_figures_than_columns_and_no_gaps_are_no_table() -> None:
    text = "Volym Utfall 2018 Budget 2019 2020 2021\nPlatser 26 17 16\nBrukare 20 22 22\nVårdare 11 10 5"
    assert read(text) == [["Volym Utfall 2018 Budget 2019 2020 2021"], ["Platser 26 17 16"], ["Brukare 20 22 22"],
                          ["Vårdare 11 10 5"]]  # fmt: skip
    assert doubts(text) == ["3 rader i tabellen ”Volym Utfall 2018 Budget 2019 2020 2021” går inte att läsa säkert och "
                            "finns bara som text"]  # fmt: skip


def test_a_figure_broken_over_lines_is_put_together() -> None:
    text = "Enhet Utfall 2022 Budget 2022 \nMyndighet -399 \n698 \n-389 950 \nSumma -780 \n513 \n-774 078 \nEl -1 -2 \n"
    assert read(text)[1:] == [
        ["Myndighet", "-399 698", "-389 950"],
        ["Summa", "-780 513", "-774 078"],
        ["El", "-1", "-2"],
    ]


def test_a_label_over_several_lines_and_the_title_of_a_group_are_told_apart() -> None:
    text = """Resultat, tkr Budget 2022 Plan 2023

Hälso- och sjukvård
INTÄKTER 10 219 10 424
KOSTNADER -85 141 -86 844
Bistånds- och avgiftshandläggare samt
övrigt stöd
INTÄKTER 11 100 11 200
KOSTNADER -18 285 -18 651"""
    assert read(text)[1:] == [
        ["Hälso- och sjukvård"], ["INTÄKTER", "10 219", "10 424"], ["KOSTNADER", "-85 141", "-86 844"],
        ["Bistånds- och avgiftshandläggare samt övrigt stöd"], ["INTÄKTER", "11 100", "11 200"],
        ["KOSTNADER", "-18 285", "-18 651"],
    ]  # fmt: skip


def test_blanks_that_leave_no_gap_are_placed_where_the_sums_of_the_columns_put_them() -> None:
    text = """Post 2024 2025 2026
Löner 24 300 17 450 18 200
Färre barn −6 840 −7 235 −5 420
Ny förskola 3 400 600
Statsbidrag 5 200
Skolskjuts −1 100
Assistenter 1 500
Administration −3 000 −3 000
Summa 20 060 10 615 13 380"""
    assert read(text)[3:8] == [
        ["Ny förskola", "", "3 400", "600"], ["Statsbidrag", "5 200", "", ""], ["Skolskjuts", "−1 100", "", ""],
        ["Assistenter", "1 500", "", ""], ["Administration", "−3 000", "−3 000", ""],
    ]  # fmt: skip


def test_a_table_whose_rows_speak_against_their_own_total_is_not_read() -> None:
    text = "Projekt 2025 2026 Totalt\nBrand 1 2 30\nFiber 4 5 90\nVatten 7 8 15\nEl 2 3 5"
    assert all(len(row) == 1 for row in read(text))


def test_a_figure_at_the_end_of_a_label_is_no_cell() -> None:
    text = "Volym 2019 2020 \nAntal brukare över 65 48 52 \nAntal brukare under 65 4 6 \nAntal platser 2 3 \n"
    assert read(text)[1:3] == [["Antal brukare över 65", "48", "52"], ["Antal brukare under 65", "4", "6"]]


def test_words_after_the_figures_are_a_column_of_their_own() -> None:
    text = """Indikator 2020 2021 Mål 2022 Bedömning
Sjuka (%) 9,6 8,8 8,0 Grön
Nöjda (%) 66 70 75 Ej uppnått
Kvar (%) 1,5 1,6 1,7 Röd"""
    assert read(text)[1:] == [["Sjuka (%)", "9,6", "8,8", "8,0", "Grön"], ["Nöjda (%)", "66", "70", "75", "Ej uppnått"],
                              ["Kvar (%)", "1,5", "1,6", "1,7", "Röd"]]  # fmt: skip


def test_dates_are_cells_and_a_comment_stands_under_its_row() -> None:
    text = """Uppdrag Startdatum Slutdatum Status \n
Översyn av platser 2020-01-30 2023-08-31 Klar \n
Kommentar: Översynen gjordes under 2021 \noch en strategi togs fram. \n
Plan för digitalisering 2019-03-01 2023-12-31 Pågår """
    assert read(text)[1:] == [
        ["Översyn av platser", "2020-01-30", "2023-08-31", "Klar"],
        ["Kommentar: Översynen gjordes under 2021 och en strategi togs fram."],
        ["Plan för digitalisering", "2019-03-01", "2023-12-31", "Pågår"],
    ]


def test_cells_that_stand_one_to_a_line_are_the_cells_of_their_row() -> None:
    text = "Verksamhet\n Utfall\n 2022\n Budget\n 2023\nFörskola\n 1 012\n 978\nFritidshem\n 786\n 801\nSfi\n 16\n 14"
    assert read(text) == [["Verksamhet", "Utfall 2022", "Budget 2023"], ["Förskola", "1 012", "978"],
                          ["Fritidshem", "786", "801"], ["Sfi", "16", "14"]]  # fmt: skip


def test_running_text_under_a_table_is_no_row() -> None:
    text = f"{RESULT}\nResultatet blev sämre än väntat. Orsaken är att 1 200 fler fick stöd 2023"
    assert len(read(text)) == 5


@pytest.mark.parametrize("seed", range(40))
def test_no_table_that_shows_its_blanks_is_read_with_another_figure(seed: int) -> None:
    draw = random.Random(seed)
    amounts = [[draw.randint(-9, 9) * 10 ** draw.randint(0, 6) for _ in range(4)] for _ in range(draw.randint(3, 9))]
    rows = [[draw.choice(["", f"{amount:,}".replace(",", " ")]) for amount in row] for row in amounts]
    lines = [f"{'ABCDEFGHI'[at]}post " + "".join(f"{cell} " for cell in row) for at, row in enumerate(rows)]
    truth = {f"{'ABCDEFGHI'[at]}post": row for at, row in enumerate(rows)}
    units = plain_units(["Konto Utfall 2021 Budget 2022 Plan 2023 Plan 2024 ", *lines])
    told = [row.cells for unit in units if isinstance(unit, TableUnit) for row in unit.rows[1:] if len(row.cells) == 5]
    assert [list(cells) for cells in told] == [[cells[0], *truth[cells[0]]] for cells in told]
