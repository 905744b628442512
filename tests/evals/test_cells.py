"""How tables are scored: right cells, figures that were invented, tables that fell apart."""

from evals.cells import Reading, Score, score

HEADER = ("Verksamhet", "Budget")
ROWS = [["Hemtjänst", "-74 922"], ["Färdtjänst", ""], ["Ledning", "5"]]
TABLE = {"id": "t1", "header": [list(HEADER)], "rows": ROWS, "row_kinds": ["data"] * 3}


def scored(*read: Reading) -> Score:
    return score([TABLE], read)


def test_a_table_read_as_it_stands_is_right_in_every_cell() -> None:
    found = scored(Reading(HEADER, (("Hemtjänst", "\u221274\u00a0922"), ("Färdtjänst", ""), ("Led ning", "5"))))
    assert found == Score(1, 1, 1, 6, 6, 2, 2, 2, 2, 0, ())


def test_a_minus_may_be_spelled_as_a_dash() -> None:
    found = scored(Reading(HEADER, (("Hemtjänst", "\u201374 922"), ("Färdtjänst", ""), ("Ledning", "5"))))
    assert (found.right, found.invented) == (6, 0)


def test_a_figure_in_a_blank_cell_is_invented() -> None:
    found = scored(Reading(HEADER, (("Hemtjänst", "-74 922"), ("Färdtjänst", "5"), ("Ledning", ""))))
    assert (found.right, found.right_figures, found.invented) == (4, 1, 1)


def test_a_table_that_is_not_found_has_no_right_cell() -> None:
    assert scored() == Score(
        1, 0, 0, 6, 0, 2, 0, 2, 0, 0,
        ("t1: 'Hemtjänst' read as None in Hemtjänst | -74922", "t1: '-74922' read as None in Hemtjänst | -74922",
         "t1: 'Färdtjänst' read as None in Färdtjänst | ", "t1: '' read as None in Färdtjänst | ",
         "t1: 'Ledning' read as None in Ledning | 5",
         "t1: '5' read as None in Ledning | 5", "t1: header 'Verksamhet' read as ''", "t1: header 'Budget' read as ''"),
    )  # fmt: skip


def test_a_table_in_two_pieces_is_found_but_not_whole() -> None:
    first, second = Reading(HEADER, (("Hemtjänst", "-74 922"), ("Färdtjänst", ""))), Reading((), (("Ledning", "5"),))
    found = scored(first, second)
    assert (found.found, found.whole, found.right) == (1, 0, 6)


def test_figures_of_a_table_that_the_document_does_not_have_are_invented() -> None:
    assert scored(Reading((), (("Sida", "3"),))).invented == 1
