"""Tables with horizontal rules: below the head and above the sums, or between all rows."""

from collections.abc import Sequence
from pathlib import Path

from ingest.blocks import Grid, Table
from ingest.pdf import read_pdf
from ingest.tables import assemble
from tests.ingest.drawn_pdf import HEIGHT, Drawn, drawn_pdf, words

COLUMNS = (72, 250, 330)
STEP, LEADING = 16, 11  # points from row to row, and from line to line of one cell
RULE = ("-",)  # stands for a rule instead of a row
Row = Sequence[str]
HEADER, SUM = ("Post", "Budget 2025", "Utfall 2025"), ("Summa", "30", "32")


def drawn(*rows: Row, step: float = STEP, top: float = 200) -> list[Drawn]:
    """A table, its header bold, with rules between some rows; a row whose first text begins with > is a cell's rest."""
    out: list[Drawn] = []
    for at, row in enumerate(rows):
        if row == RULE:
            out.append(f"{COLUMNS[0] - 4} {HEIGHT - top - 13} m 420 {HEIGHT - top - 13} l S")
            continue
        top += LEADING if row[0].startswith(">") else step
        cells = zip(COLUMNS, row, strict=False)
        out += [words(x, top, text.lstrip(">"), bold=at == 0) for x, text in cells if text.strip(">")]
    return out


def read(folder: Path, *pages: list[Drawn]) -> tuple[list[list[list[str]]], list[str]]:
    """The tables of the pages as their cells, and what is told of those that are not read."""
    (folder / "plan.pdf").write_bytes(drawn_pdf(*pages))
    found = read_pdf(folder / "plan.pdf")
    grids = [part for page in found for part in page.parts if isinstance(part, Grid)]
    told = [warning.rpartition(", för ")[2] for page in found for warning in page.warnings]
    return [[[cell.text for cell in row] for row in grid.rows] for grid in grids], told


def listed(*rows: Row) -> list[list[str]]:
    return [list(row) for row in rows if row != RULE]


def test_rows_between_a_rule_under_the_head_and_rules_above_the_sums_are_rows(tmp_path: Path) -> None:
    rows = (HEADER, RULE, ("Skola", "10", "11"), ("Vård", "20", "21"), RULE, SUM, ("Avgifter", "-3", "-4"),
            ("varav parkering", "-1", "-2"), RULE, ("Netto", "27", "28"))  # fmt: skip
    assert read(tmp_path, drawn(*rows)) == ([listed(*rows)], [])


def test_a_text_over_a_rule_within_the_header_is_said_for_the_columns_under_the_rule(tmp_path: Path) -> None:
    places, names = (72, 200, 260, 320, 380), ("Enhet", "Beslut", "2025", "2026", "2027")
    rows = [names, ("Skola", "KF", "10", "11", "12"), ("Vård", "KF", "20", "21", "22")]
    parts = [words(x, 214 + STEP * at, text, bold=at == 0) for at, row in enumerate(rows)
             for x, text in zip(places, row, strict=True)]  # fmt: skip
    parts += [f"68 {HEIGHT - 226 - STEP * at} m 430 {HEIGHT - 226 - STEP * at} l S" for at in range(3)]
    parts += [words(320, 198, "År", bold=True), f"255 {HEIGHT - 211} m 430 {HEIGHT - 211} l S"]
    (tmp_path / "plan.pdf").write_bytes(drawn_pdf(parts))
    (table,) = (block for page in read_pdf(tmp_path / "plan.pdf") for block in assemble(page.parts))
    assert isinstance(table, Table)
    assert table.header == ("Enhet", "Beslut", "År 2025", "År 2026", "År 2027")


def test_rows_go_on_below_the_last_rule(tmp_path: Path) -> None:
    rows = (HEADER, RULE, ("Skola", "10", "11"), ("Vård och omsorg", "20", "21"), RULE, SUM, RULE,
            ("Finans", "", ""), ("Ränta", "1", "2"), ("Skatt", "3", "4"))  # fmt: skip
    assert read(tmp_path, drawn(*rows)) == ([listed(*rows)], [])


def test_rows_that_begin_with_a_number_are_rows(tmp_path: Path) -> None:
    rows = (("Nr", "Projekt", "Utfall 2025"), RULE, ("1", "Skola", "11"), ("2", "Vård", "21"), RULE,
            ("", "Summa", "32"), RULE)  # fmt: skip
    assert read(tmp_path, drawn(*rows)) == ([listed(*rows)], [])


def test_a_label_broken_between_two_rules_stays_one(tmp_path: Path) -> None:
    rows = (HEADER, RULE, ("Bidrag från stat och", "10", "11"), (">Migrationsverket",), ("Vård", "20", "21"), RULE, SUM)
    whole = ("Bidrag från stat och Migrationsverket", "10", "11")
    assert read(tmp_path, drawn(*rows, RULE)) == ([listed(HEADER, whole, ("Vård", "20", "21"), SUM)], [])


def test_a_row_between_two_rules_that_breaks_its_label_is_one_row(tmp_path: Path) -> None:
    rows = (HEADER, RULE, ("Bidrag från staten", "10", "11"), (">och regionen",), RULE, SUM, RULE)
    whole = ("Bidrag från staten och regionen", "10", "11")
    assert read(tmp_path, drawn(*rows)) == ([listed(HEADER, whole, SUM)], [])


def test_a_short_title_between_two_rules_is_a_row_by_itself(tmp_path: Path) -> None:
    rows = (HEADER, RULE, ("Barn", "10", "11"), ("Vård",), ("Hemtjänst hos äldre", "20", "21"), RULE, SUM, RULE)
    title = ("Vård", "", "")
    assert read(tmp_path, drawn(*rows)) == ([listed(*rows[:3], title, rows[4], SUM)], [])


def test_a_label_alone_that_may_be_the_rest_of_another_makes_the_table_uncertain(tmp_path: Path) -> None:
    rows = (HEADER, RULE, ("Bidrag från stat och", "10", "11"), ("Migrationsverket",), ("Vård", "20", "21"), RULE, SUM)
    assert read(tmp_path, drawn(*rows, RULE)) == ([], ["två tal står i samma ruta"])


def test_figures_below_each_other_under_a_label_that_goes_on_make_the_table_uncertain(tmp_path: Path) -> None:
    rows = (HEADER, RULE, ("Nöjda", "10", "110"), ("i hela kommunen", "20", "210"), RULE, SUM, RULE)
    assert read(tmp_path, drawn(*rows)) == ([], ["två tal står i samma ruta"])


def test_a_running_head_is_no_row_of_the_table_that_the_page_before_ends_with(tmp_path: Path) -> None:
    rows = (HEADER, RULE, ("Skola", "10", "11"), ("Vård", "20", "21"), RULE, SUM)
    first = [words(72, 30, "Nämndens rapport"), words(330, 30, "6"), *drawn(*rows)]
    second = [words(72, 30, "Nämndens rapport"), words(330, 30, "7"), words(72, 200, "Förklaringar")]
    assert read(tmp_path, first, second) == ([listed(*rows)], [])


def test_rows_of_words_between_two_rules_are_rows(tmp_path: Path) -> None:
    rows = (("Område", "Skolor", "Chef"), RULE, ("Centrala", "Strandens skola", "Maria Ek"),
            ("Norra", "Våmhus skola", "Tomas Hag"), RULE)  # fmt: skip
    two = [*drawn(*rows), words(72, 280, "Nämnden", 14), *drawn(*rows, top=300)]
    assert read(tmp_path, two) == ([listed(*rows), listed(*rows)], [])


def test_a_caption_between_two_rules_begins_another_table(tmp_path: Path) -> None:
    first = (HEADER, RULE, ("Skola", "10", "11"), ("Vård", "20", "21"), RULE, SUM, RULE)
    names, second = ("Verksamhet", "2023", "2024"), (RULE, ("Barn", "5", "6"), ("Äldre", "7", "8"), RULE)
    caption = words(COLUMNS[0] - 4, 315, "Sjukdagar per verksamhet", bold=True)
    below = [RULE, *(names, *second)]
    page = [*drawn(*first), caption, *drawn(*below, top=325)]
    page = [
        text.replace("/F1", "/F2") if "(2023)" in text or "(2024)" in text or "(Verks" in text else text
        for text in page
    ]
    assert read(tmp_path, page) == ([listed(*first), listed(*below)], [])
