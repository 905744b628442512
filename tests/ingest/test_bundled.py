"""The documents that come with the project: every table of their sources is read from the PDFs, cell by cell."""

import re
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest

from corpus.swedish.numbers import read_cell
from ingest.blocks import Block, Table
from ingest.chunk import passages_of
from ingest.clean import drop_margins
from ingest.headings import blocks_of
from ingest.pdf import read_pdf
from ingest.tables import assemble
from ingest.text import read_text
from tests.ingest.literals import PLAN

PDFS = sorted((Path(__file__).resolve().parents[2] / "corpus" / "pdf").glob("*.pdf"))
SOURCES = {pdf.stem: pdf.parent / "sources" / f"{pdf.stem}.md" for pdf in PDFS}
TIMRA, APRIL = (
    "timra-socialnamnden-verksamhetsplan-2022-2024-sammandrag",
    "timra-socialnamnden-delarsrapport-april-2021-sammandrag",
)
STYRKORT = "norrbotten-socialnamnden-styrkort-2019-2021-sammandrag"
HUDIKSVALL = "hudiksvall-social-och-omsorgsnamnden-delarsrapport-augusti-2023-sammandrag"

pytestmark = pytest.mark.slow


@lru_cache
def blocks(stem: str) -> list[Block]:
    return assemble(blocks_of(drop_margins(read_pdf(SOURCES[stem].parents[1] / f"{stem}.pdf"))))


def tables(found: list[Block]) -> list[Table]:
    return [block for block in found if isinstance(block, Table)]


def numbers(table: Table) -> list[tuple[str, Decimal]]:
    """Each figure of a table with its column, row by row."""
    named = [
        (header, read_cell(cell.text))
        for row in table.rows
        for header, cell in zip(table.header, row.cells, strict=True)
    ]
    return [(re.sub(r"\W", "", header), number.value) for header, number in named if number]


def written(stem: str, folder: Path) -> list[Table]:
    """The tables of a document's Markdown source, without the marks that say that a star is a star."""
    plain = folder / "plain.md"
    plain.write_text(SOURCES[stem].read_text("utf-8").replace(r"\*", ""), "utf-8")
    return tables(assemble(blocks_of(read_text(plain))))


@pytest.mark.parametrize("stem", SOURCES)
def test_every_table_is_found_and_nothing_else_is_taken_for_one(stem: str) -> None:
    rules = re.findall(r"^\|(?:\s*:?-+:?\s*\|)+$", SOURCES[stem].read_text("utf-8"), re.MULTILINE)
    assert len(tables(blocks(stem))) == len(rules)


@pytest.mark.parametrize("stem", SOURCES)
def test_every_figure_of_a_table_is_read_in_its_column_and_none_is_invented(stem: str, tmp_path: Path) -> None:
    read = [numbers(table) for table in tables(blocks(stem))]
    assert read == [numbers(table) for table in written(stem, tmp_path)]
    assert sum(map(len, read)) > 40


@pytest.mark.parametrize(
    ("stem", "row", "column", "said"),
    [
        (TIMRA, "Äldreomsorg – Hemtjänst > NETTOKOSTNADER (-)", "Budget 2022", "-74922 tkr 2022 budget"),
        (APRIL, "Socialnämnden > NETTOKOSTNADER (-)", "Utfall period", "-159260 tkr jan–apr 2021 utfall"),
        (STYRKORT, "Resor i tjänsten (km)", "Mål 2019", "2348027 km 2019 mål"),
        (STYRKORT, "Kommunbidrag, tkr", "2020", "1696098 tkr 2020"),
        (HUDIKSVALL, "Hemtjänsttimmar (xkl kringtid)", "Åtagande -23", "310000 timmar 2023 åtagande"),
    ],
)
def test_a_known_cell_is_a_figure_that_says_all_of_itself(stem: str, row: str, column: str, said: str) -> None:
    figures = (figure for passage in passages_of(PLAN, blocks(stem)) for figure in passage.figures)
    found = [f for f in figures if " > ".join(f.row) == row and f.column == column]
    parts = [(str(f.value), f.unit, f.period, str(f.year), f.kind.value) for f in found]
    assert [" ".join(filter(None, part)) for part in parts] == [said]
