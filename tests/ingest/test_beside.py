"""Blocks that stand beside each other on a page: two tables, or a table and running text."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.blocks import Grid, Line, RawPage
from ingest.pdf import read_pdf
from tests.ingest.drawn_pdf import Drawn, Ruled, drawn_pdf, lines, words

LEFT, RIGHT = (72, 170, 230), (310, 420, 480)
COSTS = (("Nämnd", "2023", "2024"), ("Skola", "-100", "-110"), ("Omsorg", "-200", "-220"), ("Kultur", "-30", "-33"))
STAFF = (("Yrke", "2023", "2024"), ("Lärare", "40", "42"), ("Skötare", "90", "88"), ("Bibliotekarier", "5", "6"))
COLUMNS = (("Nämnd", "Budget", "Utfall"), ("Yrke", "Kvinnor", "Män"))  # names that tell nothing of two tables


def table(xs: Sequence[float], top: float, rows: Sequence[Sequence[str]], step: float = 16) -> list[Drawn]:
    """A table without rules, its header bold, its texts at the columns' left edges."""
    return [
        words(x, top + at * step, text, 9, bold=at == 0)
        for at, row in enumerate(rows)
        for x, text in zip(xs, row, strict=True)
        if text
    ]


def read(folder: Path, *parts: Drawn) -> list[str | list[list[str]]]:
    """The page from top to bottom: lines of text, and tables as their cells."""
    page = page_of(folder, *parts)
    return [part.text if isinstance(part, Line) else cells(part) for part in page.parts]


def page_of(folder: Path, *parts: Drawn) -> RawPage:
    (folder / "plan.pdf").write_bytes(drawn_pdf(parts))
    (page,) = read_pdf(folder / "plan.pdf")
    return page


def cells(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows]


def listed(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [list(row) for row in rows]


def test_two_tables_under_titles_of_their_own_are_two_each_below_its_title(tmp_path: Path) -> None:
    titles = [words(72, 180, "Kostnader, tkr", 12, bold=True), words(310, 180, "Anställda", 12, bold=True)]
    page = read(tmp_path, *titles, *table(LEFT, 204, COSTS), *table(RIGHT, 204, STAFF))
    assert page == ["Kostnader, tkr", listed(COSTS), "Anställda", listed(STAFF)]


def test_two_tables_whose_rows_are_not_level_are_two(tmp_path: Path) -> None:
    other = (*STAFF, ("Kockar", "7", "7"), ("Vaktmästare", "3", "3"))
    page = read(tmp_path, *table(LEFT, 204, COSTS, 23), *table(RIGHT, 207, other))
    assert page == [listed(COSTS), listed(other)]


def test_two_tables_of_the_same_header_are_two(tmp_path: Path) -> None:
    other = (COSTS[0], *STAFF[1:])
    assert read(tmp_path, *table(LEFT, 204, COSTS), *table(RIGHT, 204, other)) == [listed(COSTS), listed(other)]


def test_two_drawn_tables_keep_their_titles(tmp_path: Path) -> None:
    titles = [words(72, 180, "Kostnader", 12, bold=True), words(320, 180, "Anställda", 12, bold=True)]
    first, second = Ruled(200, (72, 150, 200, 250), COSTS), Ruled(200, (320, 410, 460, 510), STAFF)
    page = read(tmp_path, *titles, first.draw(), second.draw())
    assert page == ["Kostnader", listed(COSTS), "Anställda", listed(STAFF)]


def test_a_table_beside_running_text_is_read_without_it(tmp_path: Path) -> None:
    written = (
        "Nämnden har haft ett år med|stora förändringar, och 14 nya|medarbetare har börjat. Fler|väntas under nästa år."
    )
    text = written.split("|")
    beside = [words(310, 203 + 13 * at, line, 10) for at, line in enumerate(text)]
    assert read(tmp_path, *table(LEFT, 204, COSTS, 21), *beside) == [listed(COSTS), *text]


def test_a_column_of_words_between_figures_parts_no_table(tmp_path: Path) -> None:
    header = ("Projekt", "Budget", "Ansvarig", "Utfall")
    rows = (header, ("Förskola", "400", "Eva Lind", "380"), ("Gata", "90", "Per Ek", "95"))
    assert read(tmp_path, *table((72, 170, 310, 420), 204, rows)) == [listed(rows)]


def test_text_around_two_tables_stays_above_and_below(tmp_path: Path) -> None:
    titles = [words(72, 180, "Kostnader, tkr", 12, bold=True), words(310, 180, "Anställda", 12, bold=True)]
    above, below = "Tabellerna visar läget den sista december för hela nämnden.", "Läget är i stort sett oförändrat."
    drawn = [*titles, *table(LEFT, 204, COSTS), *table(RIGHT, 204, STAFF), lines(150, above), lines(290, below)]
    page = read(tmp_path, *drawn)
    assert page == [above, "Kostnader, tkr", listed(COSTS), "Anställda", listed(STAFF), below]


def level(names: Sequence[Sequence[str]], *last: Sequence[str]) -> list[list[tuple[str, ...]]]:
    """The rows of two tables under some names, with a last row of each where one is given."""
    bodies = zip(names, (COSTS[1:], STAFF[1:]), last or ((), ()), strict=True)
    return [[tuple(top), *body, *([tuple(end)] if end else [])] for top, body, end in bodies]


@pytest.mark.parametrize(
    "tables",
    [
        level((COSTS[0], STAFF[0])),
        level((("", "Budget", "Utfall"), ("", "Kvinnor", "Män"))),
        level(COLUMNS, ("Summa", "-330", "-363"), ("Summa", "135", "136")),
        level(COLUMNS, (), ("Kockar", "7", "7")),
    ],
    ids=["they name columns alike", "no labels are named", "both have a sum", "the right one goes on below"],
)
def test_two_tables_whose_rows_are_level_are_two_where_it_shows(tmp_path: Path, tables: list[list[list[str]]]) -> None:
    left, right = tables
    assert read(tmp_path, *table(LEFT, 204, left), *table(RIGHT, 204, right)) == [listed(left), listed(right)]


def rule(x0: float, x1: float, top: float) -> Drawn:
    return f"{x0} {842 - top} {x1 - x0} 0.6 re f"


def test_two_tables_whose_rows_are_level_are_two_where_each_has_a_rule_of_its_own(tmp_path: Path) -> None:
    left, right = level(COLUMNS)
    drawn = [*table(LEFT, 204, left), *table(RIGHT, 204, right), rule(70, 290, 216), rule(308, 510, 216)]
    assert read(tmp_path, *drawn) == [listed(left), listed(right)]


def test_a_rule_over_all_columns_makes_one_table_of_them(tmp_path: Path) -> None:
    left, right = level(COLUMNS)
    page = read(tmp_path, *table(LEFT, 204, left), *table(RIGHT, 204, right), rule(70, 510, 216))
    assert page == [[[*row, *other] for row, other in zip(left, right, strict=True)]]


def test_tables_that_may_be_two_or_one_are_named_in_the_ledger_and_no_row_is_read(tmp_path: Path) -> None:
    left, right = level(COLUMNS)
    page = page_of(tmp_path, *table(LEFT, 204, left), *table(RIGHT, 204, right))
    told = "Tabellen som börjar med ”Nämnd” är inte läst som tabell, för den kan vara två tabeller bredvid varandra"
    assert (page.warnings, [part for part in page.parts if isinstance(part, Grid)]) == ((told,), [])
