"""Figures out of rows: value, sign, unit, year, period and kind of every cell."""

from decimal import Decimal

import pytest

from corpus.documents import Figure, FigureKind
from ingest.blocks import Grid
from ingest.figure_columns import columns_of
from ingest.figure_units import Context, money_unit
from ingest.figures import figures_of, label_columns
from tests.ingest.literals import grid, table

Stated = tuple[object, ...]


def figures(
    found: Grid, title: str = "", unit: str = "", years: tuple[int, ...] = (2022,), caption: str = ""
) -> list[Figure]:
    whole, context = table(found), Context(title, unit, years, caption=caption)
    columns = columns_of(whole, context)
    return [figure for row in whole.rows for figure in figures_of(whole, row, columns, context)]


def only(header: str, cell: str, label: str = "Hemtjänst", **around: object) -> Figure:
    (figure,) = figures(grid(("Verksamhet", header), (label, cell)), **around)  # type: ignore[arg-type]
    return figure


def test_a_figure_knows_all_that_its_cell_header_and_row_say() -> None:
    sheet = grid(("Verksamhet", "Budget 2022 (tkr)"), ("Hemtjänst",), ("Netto", "-74 922"))
    cell = sheet.rows[2][1]
    assert figures(sheet) == [
        Figure(
            value=Decimal(-74922), text="-74 922", unit="tkr", year=2022, period="", kind=FigureKind.BUDGET,
            row=("Hemtjänst", "Netto"), column="Budget 2022 (tkr)", page=1, box=cell.box,
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Budget 2022", FigureKind.BUDGET),
        ("Plan 2023", FigureKind.PLAN),
        ("Prognos helår", FigureKind.FORECAST),
        ("Utfall jan–apr", FigureKind.OUTCOME),
        ("Bokslut 2021", FigureKind.OUTCOME),
        ("Budgetavvikelse", FigureKind.DEVIATION),
        ("Förändring 21–22", FigureKind.CHANGE),
        ("Avvikelse mot prognos", FigureKind.DEVIATION),
        ("Målvärde 2022", FigureKind.GOAL),
        ("Åtagande -23", FigureKind.COMMITMENT),
        ("2022", FigureKind.UNKNOWN),
    ],
)
def test_the_header_tells_what_kind_of_figure_it_is(header: str, kind: FigureKind) -> None:
    assert only(header, "12").kind is kind


@pytest.mark.parametrize("header", ["Framtida behov", "Antal i målgruppen", "Programtimmar"])
def test_a_word_that_only_holds_a_kind_is_none(header: str) -> None:
    assert only(header, "12").kind is FigureKind.UNKNOWN


@pytest.mark.parametrize(
    ("header", "cell", "label", "around", "unit"),
    [
        ("2022 (tkr)", "58 %", "Andel", {}, "%"),
        ("2022 (mnkr)", "6,6", "Netto", {"unit": "tkr"}, "mnkr"),
        ("2022", "58", "Andel nöjda (%)", {}, "%"),
        ("2022", "58", "Andel nöjda", {}, "%"),
        ("2022", "12", "Körsträcka (km)", {}, "km"),
        ("2022", "12", "Särskilt boende, platser", {}, "platser"),
        ("2022", "12", "Antal årsarbetare", {"unit": "tkr", "title": "Kostnader"}, ""),
        ("2022", "12", "Nettokostnad", {"unit": "tkr"}, "tkr"),
        ("2022", "12", "Hemtjänst", {"unit": "tkr", "title": "Driftbudget"}, "tkr"),
        ("2022", "12", "Hemtjänst", {"unit": "tkr"}, ""),
        ("2022", "52", "Andel fallskador, per 1 000 invånare", {}, ""),
        ("2022", "1,0", "Resultat i procent av skatter och bidrag", {"unit": "kr"}, "%"),
        ("2022", "27 373", "Låneskuld per invånare, kronor", {"unit": "mnkr"}, "kr"),
        ("2022", "11", "Handläggningstid, veckor", {}, "veckor"),
        ("2022", "727", "Summa", {"unit": "tkr", "title": "Driftbudget"}, "tkr"),
        ("2022", "727", "Summa", {"unit": "tkr", "title": "Antal anställda"}, ""),
        ("2022", "727", "Summa", {"unit": "tkr", "title": "Nämnder"}, ""),
        ("Årsarbetare aug 2022", "8,5", "Hemtjänst", {"unit": "tkr", "title": "Driftbudget"}, "årsarbetare"),
        ("Kronor per elev", "82 961", "Bors skola", {"unit": "tkr"}, "kr"),
        ("2022", "9,8", "Förskola", {"unit": "tkr", "caption": "Sjukfrånvaro, procent"}, "%"),
        ("2022", "9,8", "Förskola", {"caption": "Resultatet ska vara 2 % av skatterna"}, ""),
        ("Barn 2022", "75", "Ishall", {"unit": "tkr", "caption": "Hyra, kronor"}, "kr"),
    ],
)
def test_the_unit_comes_from_the_nearest_that_states_it(
    header: str, cell: str, label: str, around: dict[str, object], unit: str
) -> None:
    assert only(header, cell, label, **around).unit == unit


def test_where_columns_name_their_own_units_one_of_something_else_has_none() -> None:
    found = figures(grid(("Skola", "Budget tkr", "Lokaler", "Elever"), ("Bors skola", "14", "7", "58")), unit="kr")
    assert [figure.unit for figure in found] == ["tkr", "", "elever"]


def test_a_column_of_units_tells_the_unit_of_each_row() -> None:
    sheet = grid(
        ("Avgift", "2022", "Enhet"), ("Larm", "310", "kr per månad"), ("Index", "7", "antal"), ("Hyra", "9", "Stab")
    )
    assert [figure.unit for figure in figures(sheet, unit="mnkr")] == ["kr", "", "mnkr"]


@pytest.mark.parametrize(
    ("texts", "unit"),
    [
        (["Belopp i tkr"], "tkr"),
        (["Driftbudget (mnkr)", "Belopp i tkr"], "mnkr"),
        (["Mål", "Alla belopp anges i miljoner kronor."], "mnkr"),
        (["Vi fick 5 tkr mer"], ""),
        ([], ""),
    ],
)
def test_the_unit_of_money_is_the_first_that_is_stated(texts: list[str], unit: str) -> None:
    assert money_unit(texts) == unit


@pytest.mark.parametrize(
    ("header", "title", "years", "year", "period"),
    [
        ("Budget 2023", "", (2022,), 2023, ""),
        ("Budget", "Driftbudget 2024", (2022,), 2024, ""),
        ("Budget", "", (2022,), 2022, ""),
        ("Budget", "", (2022, 2023), None, ""),
        ("Utfall", "Resultat jan–apr 2021", (2021,), 2021, "jan–apr"),
        ("Prognos helår", "Resultat jan–apr 2021", (2021,), 2021, ""),
        ("Bokslut 2020", "Resultat jan–apr 2021", (2021,), 2020, ""),
    ],
)
def test_year_and_period_come_from_header_title_and_document(
    header: str, title: str, years: tuple[int, ...], year: int | None, period: str
) -> None:
    found = only(header, "12", title=title, years=years)
    assert (found.year, found.period) == (year, period)


@pytest.mark.parametrize("blank", ["", "-", "–", "uppgift saknas", "x"])
def test_a_cell_without_a_value_is_a_figure_without_a_value(blank: str) -> None:
    found = figures(grid(("Verksamhet", "2022"), ("A", blank), ("B", "5")))
    assert [(figure.row, figure.value, figure.text) for figure in found] == [(("A",), None, blank), (("B",), 5, "5")]


def test_text_is_no_figure_and_a_column_of_text_has_no_blanks() -> None:
    found = figures(grid(("Mål", "2022", "2023"), ("A", "74922-76420", "1"), ("B", "", "5")))
    assert [(figure.row, figure.column, figure.value) for figure in found] == [
        (("A 74922-76420",), "2023", 1),
        (("B",), "2023", 5),
    ]


def test_the_columns_before_the_figures_name_the_row() -> None:
    sheet = grid(("Nr", "Mål", "2022"), ("1.1", "Nöjda brukare", "58"), ("1.2", "Trygghet", "60"))
    assert label_columns(table(sheet)) == 2
    assert [figure.row for figure in figures(sheet)] == [("1.1 Nöjda brukare",), ("1.2 Trygghet",)]


def test_a_year_that_stands_again_is_that_of_the_group_before_it() -> None:
    header = ("Lokal", "Barn 2024", "2025", "Vuxna 2024", "2025")
    assert [f.column for f in figures(grid(header, ("Ishall", "210", "220", "640", "690")))] == [
        "Barn 2024", "Barn 2025", "Vuxna 2024", "Vuxna 2025",
    ]  # fmt: skip


@pytest.mark.parametrize("header", ["Not", "Klart", "Slutår"])
def test_a_note_or_a_year_of_completion_is_no_amount(header: str) -> None:
    found = grid(("Post", header, "Budget 2031"), ("Bron", "2031", "9 000"))
    assert [f.text for f in figures(found)] == ["9 000"]


def test_what_is_used_up_is_an_outcome() -> None:
    assert only("Upparbetat totalt", "12").kind is FigureKind.OUTCOME


def test_a_part_of_a_year_that_one_column_names_holds_for_what_has_been_so_far() -> None:
    names = ("Verksamhet", "Budget jan–aug", "Utfall netto", "Avvikelse", "Prognos helår", "Avvikelse prognos")
    found = figures(grid(names, ("Hamn", "3", "4", "1", "5", "2")))
    assert [figure.period for figure in found] == ["jan–aug", "jan–aug", "jan–aug", "", ""]


def test_a_row_that_is_named_by_a_year_is_of_it_where_no_column_is() -> None:
    found = figures(grid(("Post", "Belopp"), ("Bokslut 2020", "1"), ("Kommunbidrag 2021", "2"), ("Agenda 2030", "3")))
    assert [(figure.year, figure.kind) for figure in found] == [
        (2020, FigureKind.OUTCOME), (2021, FigureKind.UNKNOWN), (2022, FigureKind.UNKNOWN),
    ]  # fmt: skip
