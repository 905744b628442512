"""Grids to tables: header rows, group titles, comments, and tables that go on over pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.blocks import Paragraph, Table
from ingest.tables import assemble, boxes_of
from tests.ingest.literals import grid, line, table, texts

HEADER = ("Verksamhet", "Budget 2022", "Utfall 2022")
amount = st.sampled_from(["", "-74 922", "0", "12,5", "58 %", "minst 125"])
label = st.sampled_from(["Hemtjänst", "Särskilt boende", "Summa", "Ledning och stöd", "Äldre 65+", "IFO"])
figure_rows = st.lists(st.tuples(label, amount, st.sampled_from(["-1", "2 000", "3,5 %"])), min_size=2, max_size=8)


def note(text: str, page: int = 1) -> Paragraph:
    return Paragraph(text, (line(text, page=page).box,))


def test_a_bold_row_names_the_columns() -> None:
    found = table(grid(HEADER, ("Hemtjänst", "-1", "-2")))
    assert (found.header, texts(found)) == (HEADER, [["Hemtjänst", "-1", "-2"]])


def test_a_row_without_figures_above_figures_names_the_columns_though_not_bold() -> None:
    found = table(grid(HEADER, ("Hemtjänst", "-1", "-2"), header=0))
    assert (found.header, texts(found)) == (HEADER, [["Hemtjänst", "-1", "-2"]])


def test_two_header_rows_are_said_together_for_each_column() -> None:
    top = ("", "Budget", "Budget")
    found = table(grid(top, ("Verksamhet", "2022", "2023"), ("Hemtjänst", "-1", "-2"), header=2))
    assert found.header == ("Verksamhet", "Budget 2022", "Budget 2023")


def test_a_table_without_a_header_has_only_rows() -> None:
    found = table(grid(("Hemtjänst", "-1"), ("Skola", "-2"), header=0))
    assert (found.header, texts(found)) == (("", ""), [["Hemtjänst", "-1"], ["Skola", "-2"]])


def test_a_row_of_years_under_the_rows_is_the_header_of_another_table() -> None:
    rows = (("Indikator", "2023", "", "Mål 2025"), ("Trygga", "87", "", "95"), ("Frånvaro",),
            ("Verksamhet", "2023", "2024", ""), ("Förskola", "9,8", "8,7", ""))  # fmt: skip
    first, title, second = assemble([grid(*rows)])
    assert isinstance(first, Table)
    assert isinstance(title, Paragraph)
    assert isinstance(second, Table)
    assert (first.header, texts(first)) == (("Indikator", "2023", "Mål 2025"), [["Trygga", "87", "95"]])
    assert (title.text, second.header) == ("Frånvaro", ("Verksamhet", "2023", "2024"))
    assert texts(second) == [["Förskola", "9,8", "8,7"]]


def test_a_group_ends_with_the_sum_that_is_named_after_it() -> None:
    rows = (("Vård om äldre",), ("Hemtjänst", "-1", "-2"), ("Summa äldre", "-1", "-2"), ("varav lokaler", "0", "-1"),
            ("Nämnden totalt", "-3", "-4"))  # fmt: skip
    assert [row.group for row in table(grid(HEADER, *rows)).rows] == ["Vård om äldre"] * 3 + [""]


def test_a_group_goes_on_after_the_sum_of_one_side_of_its_account() -> None:
    rows = (("Hemtjänst",), ("Summa intäkter", "1", "2"), ("Summa kostnader", "-1", "-2"), ("Netto", "0", "0"))
    assert [row.group for row in table(grid(HEADER, *rows)).rows] == ["Hemtjänst"] * 3


def test_a_blank_cell_stays_blank_and_moves_no_neighbour() -> None:
    rows = [["Hemtjänst", "", "-2"], ["Skola", "-1", ""], ["IFO", "", ""]]
    assert texts(table(grid(HEADER, *rows))) == rows


def test_a_group_title_belongs_to_the_rows_under_it() -> None:
    found = table(grid(HEADER, ("Hemtjänst",), ("Netto", "-1", "-2"), ("Skola",), ("Netto", "-3", "-4")))
    assert [(row.group, row.cells[0].text, row.cells[1].text) for row in found.rows] == [
        ("Hemtjänst", "Netto", "-1"), ("Skola", "Netto", "-3")
    ]  # fmt: skip


def test_a_long_text_over_the_whole_width_is_a_comment_on_the_row_above() -> None:
    comment = "Kostnaden ökar på grund av fler timmar."
    found = table(grid(HEADER, ("Hemtjänst", "-1", "-2"), (comment,), ("Skola", "-3", "-4")))
    assert [(row.cells[0].text, row.comment) for row in found.rows] == [("Hemtjänst", comment), ("Skola", "")]


def test_a_long_title_above_the_label_that_begins_each_group_is_no_comment() -> None:
    long = "Äldreomsorg med korttidsvård, dagverksamhet och medicinskt färdigbehandlade"
    found = table(grid(HEADER, ("Hemtjänst",), ("Netto", "-1", "-2"), (long,), ("Netto", "-3", "-4")))
    assert [(row.group, row.cells[1].text, row.comment) for row in found.rows] == [
        ("Hemtjänst", "-1", ""), (long, "-3", "")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rest", "label"),
    [("(-)", "NETTO (-)"), ("viktig. Nämnden fortsätter arbetet med taxan och kön till hösten.", "NETTO")],
)
def test_a_short_rest_at_the_top_of_a_page_is_of_the_label_and_a_sentence_is_not(rest: str, label: str) -> None:
    found = table(grid(HEADER, ("NETTO", "-1", "-2")), grid((rest, "", ""), ("Skola", "-3", "-4"), page=2, header=0))
    assert found.rows[0].cells[0].text == label


@given(figure_rows, st.data(), st.booleans())
def test_a_table_cut_by_a_page_break_is_put_together_again(
    rows: list[tuple[str, str, str]], data: st.DataObject, repeated: bool
) -> None:
    at = data.draw(st.integers(1, len(rows) - 1))
    rest = [HEADER, *rows[at:]] if repeated else rows[at:]
    cut = assemble([grid(HEADER, *rows[:at]), grid(*rest, page=2, header=int(repeated))])
    whole = table(grid(HEADER, *rows))
    (found,) = cut
    assert isinstance(found, Table)
    assert (found.header, texts(found)) == (whole.header, texts(whole))
    assert [row.pages for row in found.rows] == [(1,)] * at + [(2,)] * (len(rows) - at)


@given(st.lists(figure_rows, min_size=2, max_size=4))
def test_a_table_over_many_pages_is_one_table(parts: list[list[tuple[str, str, str]]]) -> None:
    grids = [grid(HEADER, *rows, page=n) for n, rows in enumerate(parts, 1)]
    assert texts(table(*grids)) == [list(row) for rows in parts for row in rows]


def test_a_row_cut_by_a_page_break_is_one_row_on_both_pages() -> None:
    before = grid(HEADER, ("Mål", "Andel elever som når", "58 %"))
    after = grid(HEADER, ("", "målen i årskurs 9", ""), page=2)
    (row,) = table(before, after).rows
    assert ([cell.text for cell in row.cells], row.pages) == (
        ["Mål", "Andel elever som når målen i årskurs 9", "58 %"],
        (1, 2),
    )


def test_a_row_of_its_own_may_begin_with_a_small_letter() -> None:
    rows = [["Hemtjänst", "-10", "-20"], ["varav natt", "-1", "-2"]]
    assert texts(table(grid(HEADER, rows[0]), grid(HEADER, rows[1], page=2))) == rows


@pytest.mark.xfail(
    strict=True, reason="a row of dashes at the top of a page is taken for a header, and parts the table"
)
def test_a_row_of_dashes_at_the_top_of_a_page_is_no_header() -> None:
    rows = [["Hemtjänst", "-10", "-20"], ["Bygg", "–", "–"], ["Skola", "-1", "-2"]]
    assert texts(table(grid(HEADER, rows[0]), grid(*rows[1:], page=2, header=0))) == rows


def test_a_footnote_between_two_parts_comes_after_the_table() -> None:
    parts = [grid(HEADER, ("A", "1", "2")), note("* Avser egen regi."), grid(HEADER, ("B", "3", "4"), page=2)]
    found, footnote = assemble(parts)
    assert isinstance(found, Table)
    assert texts(found) == [["A", "1", "2"], ["B", "3", "4"]]
    assert footnote == note("* Avser egen regi.")


def test_tables_with_text_between_or_other_columns_are_different_tables() -> None:
    first = grid(HEADER, ("A", "1", "2"))
    others = [grid(("Mål", "2022"), ("B", "3"), page=2), grid(("Nyckeltal", "2022", "2023"), ("B", "3", "4"), page=2)]
    assert [len(assemble([first, other])) for other in others] == [2, 2]
    assert len(assemble([first, note("Stycke.", 1), note("Stycke.", 2), grid(HEADER, ("B", "3", "4"), page=2)])) == 4


def test_two_tables_on_one_page_are_two() -> None:
    assert len(assemble([grid(HEADER, ("A", "1", "2")), grid(HEADER, ("B", "3", "4"))])) == 2


def test_empty_rows_are_left_out_and_a_row_knows_where_its_cells_stand() -> None:
    (row,) = table(grid(HEADER, ("A", "1", "2"), ("", "", ""))).rows
    assert boxes_of(row) == tuple(cell.box for cell in row.cells)


def test_a_row_cut_by_a_page_break_may_go_on_with_a_figure_of_its_text() -> None:
    before = grid(HEADER, ("Utreda läge för ny", "2022-06-", "Förstudien redovisas i maj"))
    (row,) = table(before, grid(HEADER, ("simhall", "16", "2024"), page=2)).rows
    assert [cell.text for cell in row.cells] == [
        "Utreda läge för ny simhall",
        "2022-06-16",
        "Förstudien redovisas i maj 2024",
    ]


def test_a_title_under_a_title_is_no_comment_and_a_group_ends_where_another_part_begins() -> None:
    goal, other = "Mål: Alla barn ska nå kunskapsmålen i tidig ålder och trivas i skolan", "Mål: Budget i balans"
    found = table(grid(HEADER, ("Del: Medborgare",), (goal,), ("Trygga", "1", "2"), ("Del: Ekonomi",), (other,),
                       ("Netto", "3", "4")))  # fmt: skip
    assert [(row.group, row.cells[0].text, row.comment) for row in found.rows] == [
        ("", "Del: Medborgare", ""), (goal, "Trygga", ""), ("", "Del: Ekonomi", ""), (other, "Netto", "")
    ]  # fmt: skip


def test_names_of_years_with_no_row_under_them_are_running_text_and_no_figures() -> None:
    (text,) = assemble([grid(("Investeringar", "2030", "2031"), ("Nummer", "Text", ""), header=2)])
    assert isinstance(text, Paragraph)
    assert text.text == "Investeringar 2030 2031 Nummer Text"
