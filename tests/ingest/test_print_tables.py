from pathlib import Path

import pytest

from ingest.blocks import UnreadableFile
from ingest.print_tables import as_text, tables_of

TEXT = """# Driftbudget

Belopp i tkr.

| Verksamhet | Budget 2022 | Plan 2023 |
|---|---|---|
| Hemtjänst | -74 922 | -76 420 |
| Särskilt boende | -113 611 |  |
| Summa | -188 533 | -76 420 |

# Personal

| Grupp | 2021 | 2022 |
|---|---|---|
| Kock | 12 | 13 |
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan-2022.md"
    path.write_text(TEXT, "utf-8")
    return path


def test_every_cell_is_shown_with_what_it_was_read_as(plan: Path) -> None:
    lines = [line.replace("\u00a0", " ") for line in as_text(tables_of(plan))]
    assert lines[1:8] == [
        "  kolumner: Verksamhet | Budget 2022 | Plan 2023",
        "  rad 1",
        "    Verksamhet: Hemtjänst",
        "    Budget 2022: -74 922  =  −74 922 tkr (budget 2022)",
        "    Plan 2023: -76 420  =  −76 420 tkr (plan 2023)",
        "  rad 2",
        "    Verksamhet: Särskilt boende",
    ]
    assert "    Plan 2023: (tom)" in lines


def test_tables_stand_in_order_with_their_title_and_pages(plan: Path) -> None:
    first, second = tables_of(plan)
    assert (first.title.split(" > ")[-1], first.pages, len(first.rows)) == ("Driftbudget", (1,), 3)
    assert [cell.text for cell in second.rows[0].cells] == ["Kock", "12", "13"]


def test_a_page_without_a_table_shows_none(plan: Path) -> None:
    assert tables_of(plan, page=1) == tables_of(plan)
    assert tables_of(plan, page=7) == []


def test_what_does_not_come_out_is_told_under_its_table(plan: Path) -> None:
    plan.write_text(TEXT.replace("-188 533", "-190 000"), "utf-8")
    first, second = tables_of(plan)
    assert [doubt.replace("\u00a0", " ") for doubt in first.doubts] == [
        "Summa (Budget 2022) anges till −190 000 tkr, men raderna ovanför ger −188 533 tkr; skillnaden är 1 467 tkr."
    ]
    assert (second.doubts, [line for line in as_text([first]) if "obs:" in line]) == ((), [f"  obs: {first.doubts[0]}"])


def test_a_file_of_no_known_kind_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "plan.xyz"
    path.write_text("x", "utf-8")
    with pytest.raises(UnreadableFile):
        tables_of(path)
