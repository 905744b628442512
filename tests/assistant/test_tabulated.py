"""Figures of several documents as a small table."""

from decimal import Decimal

from assistant.tabulated import Line, as_table, makes_table
from corpus.documents import Box, Figure, FigureKind


def of(value: int, kind: FigureKind, column: str) -> Figure:
    return Figure(
        Decimal(value), str(value), "tkr", 2030, "", kind, ("Parker",), column, 1, Box(1, 0.0, 0.0, 0.0, 0.0), "p"
    )


BUDGET, OUTCOME = of(90, FigureKind.BUDGET, "Budget 2030"), of(95, FigureKind.OUTCOME, "Utfall 2030")


def test_a_column_stands_for_each_kind_and_a_marker_behind_every_figure() -> None:
    lines = [Line("Mora", "Parker", (BUDGET, OUTCOME), 1), Line("Kalix", "Park|gata", (BUDGET,), 2)]
    assert [line.replace("\u00a0", " ") for line in as_table(lines)] == [
        "| Dokument | Uppgift | Budget | Utfall |",
        "| --- | --- | --- | --- |",
        "| Mora | Parker | 90 tkr (Budget 2030) [1] | 95 tkr (Utfall 2030) [1] |",
        "| Kalix | Park/gata | 90 tkr (Budget 2030) [2] |  |",
    ]


def test_figures_of_no_common_kind_share_a_column() -> None:
    lines = [Line("Mora", "Parker", (BUDGET,), 1), Line("Kalix", "Parker", (OUTCOME,), 2)]
    assert as_table(lines)[0] == "| Dokument | Uppgift | Värde |"


def test_two_figures_make_no_table_nor_does_a_line_without_one() -> None:
    two = [Line("Mora", "Parker", (BUDGET,), 1), Line("Kalix", "Parker", (OUTCOME,), 2)]
    assert not makes_table(two)
    assert not makes_table([Line("Mora", "Parker", (BUDGET, OUTCOME, BUDGET), 1), Line("Kalix", "Parker", (), 2)])
    assert makes_table([*two, Line("Falun", "Parker", (BUDGET,), 3)])
