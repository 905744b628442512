"""Text that stands on its side: names of columns, notes in the margin, whole pages, and pages that are shown turned."""

from pathlib import Path

from ingest.blocks import Grid, Line, RawPage
from ingest.pdf import read_pdf
from ingest.turned import ON_ITS_SIDE
from tests.ingest.drawn_pdf import HEIGHT, Drawn, drawn_pdf, words

COLUMNS = (72, 250, 330, 410)
ROWS = (("Almen", "81", "90", "77"), ("Björken", "79", "88", "74"))
NAMES = ("Trygghet", "Bemötande", "Mat")


def upwards(x: float, bottom: float, text: str) -> Drawn:
    """A line that runs upwards from `bottom`, its letters' feet at x + 8."""
    return f"BT /F2 10 Tf 0 1 -1 0 {x + 8} {HEIGHT - bottom} Tm ({text}) Tj ET"


def downwards(x: float, top: float, text: str) -> Drawn:
    return f"BT /F1 10 Tf 0 -1 1 0 {x} {HEIGHT - top} Tm ({text}) Tj ET"


def table(*names: Drawn) -> list[Drawn]:
    body = [words(x, 216 + 16 * at, text) for at, row in enumerate(ROWS) for x, text in zip(COLUMNS, row, strict=True)]
    return [words(72, 198, "Enhet", bold=True), *names, *body]


def read(folder: Path, parts: list[Drawn]) -> RawPage:
    (folder / "plan.pdf").write_bytes(drawn_pdf(parts))
    (page,) = read_pdf(folder / "plan.pdf")
    return page


def cells(page: RawPage) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in part.rows] for part in page.parts if isinstance(part, Grid)]


def test_names_of_columns_that_run_upwards_are_read_whole(tmp_path: Path) -> None:
    page = read(tmp_path, table(*(upwards(x, 208, name) for x, name in zip(COLUMNS[1:], NAMES, strict=True))))
    assert cells(page) == [[["Enhet", *NAMES], *map(list, ROWS)]]


def test_a_note_that_runs_upwards_in_the_margin_is_no_part_of_a_row(tmp_path: Path) -> None:
    flat = [words(x, 198, name, bold=True) for x, name in zip(COLUMNS[1:], NAMES, strict=True)]
    page = read(tmp_path, [*table(*flat), upwards(30, 240, "Diarienummer 14")])
    assert cells(page) == [[["Enhet", *NAMES], *map(list, ROWS)]]
    assert [part.text for part in page.parts if isinstance(part, Line)] == ["Diarienummer 14"]


def test_a_page_on_its_side_is_read_as_text_and_named_in_the_ledger(tmp_path: Path) -> None:
    up = [upwards(100, 700, "Verksamhet"), upwards(120, 700, "Skola -74 922")]
    down = [downwards(420, 100, "Verksamhet"), downwards(400, 100, "Skola -74 922")]
    for side in (up, down):
        page = read(tmp_path, side)
        assert ([line.text for line in page.lines], page.warnings) == (["Verksamhet", "Skola -74 922"], (ON_ITS_SIDE,))


def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(tmp_path: Path) -> None:
    edges, tops, off = (100, 200, 300), (100, 120, 160, 180), 0.00001  # a turned drawing is never quite straight
    lined = [f"100 {x} m 180 {x + off} l 180 {x + 1} l 100 {x + 1 + off} l h f" for x in edges]
    lined += [f"{y} 100 m {y + off} 300 l {y + 1} 300 l {y + 1 + off} 100 l h f" for y in tops]
    said = [(100, "Post", "2023"), (120, "Skola och", "-74 922"), (140, "Vuxna", ""), (160, "Vård", "-12")]
    texts = [f"BT /F1 10 Tf 0 1 -1 {off} {y + 14} {x + 4} Tm ({text}) Tj ET"
             for y, *row in said for x, text in zip(edges, row, strict=False)]  # fmt: skip
    (tmp_path / "plan.pdf").write_bytes(drawn_pdf([*lined, *texts], turned=90))
    (page,) = read_pdf(tmp_path / "plan.pdf")
    assert cells(page) == [[["Post", "2023"], ["Skola och Vuxna", "-74 922"], ["Vård", "-12"]]]
