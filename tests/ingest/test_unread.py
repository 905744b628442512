"""Tables that cannot be read with certainty: in the ledger with page and reason, their text kept, no figure read."""

from pathlib import Path

from corpus.documents import Doubt
from ingest.blocks import Grid, RawPage
from ingest.pdf import read_pdf
from ingest.readers import doubts_in
from tests.ingest.drawn_pdf import Drawn, drawn_pdf, words

COLUMNS = (72, 250, 330, 410)
HEADER = ("Verksamhet", "Budget 2023", "Utfall 2023", "Avvikelse")
ROWS = (("Hemtjänst", "-74 922", "-75 100", "-178"), ("Skola", "-12 000", "-11 900", "100"))


def row(top: float, *texts: str, bold: bool = False, xs: tuple[float, ...] = COLUMNS) -> list[Drawn]:
    return [words(x, top, text, 10, bold) for x, text in zip(xs, texts, strict=False) if text]


def read(folder: Path, *pages: list[Drawn]) -> list[RawPage]:
    (folder / "plan.pdf").write_bytes(drawn_pdf(*pages))
    return read_pdf(folder / "plan.pdf")


def grids(page: RawPage) -> list[Grid]:
    return [part for part in page.parts if isinstance(part, Grid)]


def test_figures_in_columns_without_names_are_named_in_the_ledger_and_kept_as_text(tmp_path: Path) -> None:
    (page,) = read(tmp_path, [*row(200, *ROWS[0]), *row(216, *ROWS[1])])
    told = "Tabellen som börjar med ”Hemtjänst” är inte läst som tabell, för kolumnerna har inga namn."
    assert list(doubts_in([page])) == [Doubt(1, "unread", told)]
    assert (grids(page), [line.text for line in page.lines]) == (
        [],
        ["Hemtjänst -74 922 -75 100 -178", "Skola -12 000 -11 900 100"],
    )


def test_a_row_of_figures_without_a_name_makes_the_table_uncertain(tmp_path: Path) -> None:
    (page,) = read(tmp_path, [*row(200, *HEADER, bold=True), *row(216, *ROWS[0]), *row(240, "", "", "14", "7")])
    assert grids(page) == []
    assert page.warnings == (
        "Tabellen som börjar med ”Verksamhet” är inte läst som tabell, för en rad med tal har inget namn",
    )


def test_rows_that_go_on_under_the_names_of_the_page_before_are_certain(tmp_path: Path) -> None:
    first = [*row(700, *HEADER, bold=True), *row(716, *ROWS[0])]
    second = [*row(60, *ROWS[1]), *row(76, "Kultur", "-30", "-31", "-1")]
    assert [page.warnings for page in read(tmp_path, first, second)] == [(), ()]


def test_one_column_of_figures_needs_no_name(tmp_path: Path) -> None:
    (page,) = read(tmp_path, [*row(200, "Antal invånare", "18 100"), *row(216, "Antal anställda", "2 310")])
    assert (page.warnings, len(grids(page))) == ((), 1)
