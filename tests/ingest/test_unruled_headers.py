"""Headers of tables without rules: names broken over lines, and names of columns that are blank."""

from pathlib import Path

from tests.ingest.drawn_pdf import words
from tests.ingest.literals import texts
from tests.ingest.test_unruled import STEP, drawn, tables


def header_of(folder: Path, *names: tuple[float, tuple[str, ...]]) -> tuple[str, ...]:
    """The names of the columns of a table whose header stands on some lines above its rows."""
    below = [(names[-1][0] + 24 + at * STEP, ("Hemtjänst", "-74 922", "-75 100", "-178")) for at in range(2)]
    (table,) = tables(folder, drawn(*names, *below, bold=len(names)))
    return table.header


def test_names_broken_over_unlike_many_lines_and_set_in_the_middle_are_of_one_row(tmp_path: Path) -> None:
    first, second, third = ("", "", "", "Avvikelse"), ("", "", "Budget", "mot"), ("Enhet", "Utfall", "", "")
    rest = (234.0, ("", "", "2023", "budget")), (251.0, ("", "", "", "2023"))
    names = (200.0, first), (217.0, second), (225.5, third), *rest
    assert header_of(tmp_path, *names) == ("Enhet", "Utfall", "Budget 2023", "Avvikelse mot budget 2023")


def test_the_first_line_of_a_name_that_stands_lowest_is_said_for_its_own_column_alone(tmp_path: Path) -> None:
    names = (200.0, ("", "", "Budget", "Avvikelse")), (217.0, ("Enhet", "Utfall", "2023", "2023"))
    assert header_of(tmp_path, *names) == ("Enhet", "Utfall", "Budget 2023", "Avvikelse 2023")


def test_columns_that_are_blank_keep_their_names_beside_two_columns_of_labels(tmp_path: Path) -> None:
    places = (72, 140, 290, 340, 390, 440)
    names = ("Investeringar, tkr", "", "Budget", "Budget", "Plan", "Totalt")
    rows = (("65600", "Sängar", "300", "700", "", ""), ("65601", "Larm och lås i hemmen", "20", "30", "", ""))
    body = [("Objekt", "Text", "", "", "", ""), *rows]
    drawn_rows = enumerate([names, ("", "", "2018", "2019", "2020", ""), *body])
    parts = [words(x, 200 + 10 * at + 6 * (at > 1) * (at - 1), text, size=7, bold=at < 3) for at, row in drawn_rows
             for x, text in zip(places, row, strict=True) if text]  # fmt: skip
    (table,) = tables(tmp_path, parts)
    header = ("Investeringar, tkr Objekt", "Text", "Budget 2018", "Budget 2019", "Plan 2020", "Totalt")
    assert (table.header, texts(table)) == (header, [list(row) for row in rows])
