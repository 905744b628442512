"""Text whose columns are set by blanks."""

from ingest.fixed_width import fixed_grids, is_fixed_width

TABLE = """Tabell 3. Antal barn
Verksamhet                    Utfall      Prognos       Plan 2025
                              2022        2023
Förskola                       1 012          978             930
Familjedaghem                     41           36
Fritidshem                       786          801             770
Sfi                              164                          110
Kommunen tar emot elever från tre kommuner, vilket förklarar intäkterna.
Post                                 2024       2025
Löner                              24 300     17 450
Hyror                               1 100        600"""


def tables(text: str) -> list[list[list[str]]]:
    grids = [unit.grid for unit in fixed_grids(text.split("\n"), 0)]
    return [[[cell.text for cell in row] for row in grid.rows] for grid in grids if grid]


def test_a_cell_stands_in_the_column_that_it_stands_under() -> None:
    assert tables(TABLE)[0] == [
        ["Verksamhet", "Utfall 2022", "Prognos 2023", "Plan 2025"], ["Förskola", "1 012", "978", "930"],
        ["Familjedaghem", "41", "36", ""], ["Fritidshem", "786", "801", "770"], ["Sfi", "164", "", "110"],
    ]  # fmt: skip


def test_running_text_parts_two_tables() -> None:
    assert tables(TABLE)[1] == [["Post", "2024", "2025"], ["Löner", "24 300", "17 450"], ["Hyror", "1 100", "600"]]


def test_columns_that_cannot_be_told_apart_stay_text() -> None:
    text = "Post          Budget     Budget\nLön              -10        -20\nHyra             -30        -40"
    assert [(unit.grid, unit.texts[1:]) for unit in fixed_grids(text.split("\n"), 0)] == [
        (None, ("Lön -10 -20", "Hyra -30 -40"))
    ]


def test_a_text_with_single_blanks_is_not_set_in_columns() -> None:
    assert is_fixed_width(TABLE.split("\n"))
    assert not is_fixed_width(["Lön -10 -20 -30", "Hyra -30 -40 -50"] * 5)
