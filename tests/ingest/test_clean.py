"""Lines made whole: what repeats in the margins is dropped, broken words are joined."""

import pytest

from ingest.blocks import Line, RawPage
from ingest.clean import drop_margins, join_lines
from tests.ingest.literals import grid, line, page


def said(pages: list[RawPage]) -> list[list[str]]:
    return [[part.text for part in page.parts if isinstance(part, Line)] for page in pages]


def pages_with(*margin: tuple[str, float]) -> list[RawPage]:
    """Four pages, each with these margin lines and a line of its own; # is the page's number."""
    return [
        page(n, *(line(text.replace("#", str(n)), top, n) for text, top in margin), line(f"Text {n}.", 300, n))
        for n in range(1, 5)
    ]


@pytest.mark.parametrize(
    "margin",
    [
        ("Timrå kommun", 40),
        ("Verksamhetsplan 2022 · #", 40),
        ("Sida # av 4", 800),
        ("#", 810),
        ("# (4)", 810),
        ("s. #", 30),
    ],
)
def test_running_heads_and_page_numbers_are_dropped(margin: tuple[str, float]) -> None:
    assert said(drop_margins(pages_with(margin))) == [[f"Text {n}."] for n in range(1, 5)]


def test_a_line_that_repeats_outside_the_margins_stays() -> None:
    assert said(drop_margins(pages_with(("Nämndens mål", 200)))) == [
        ["Nämndens mål", f"Text {n}."] for n in range(1, 5)
    ]


def test_a_line_that_stands_in_the_margin_once_stays() -> None:
    (only,) = drop_margins([page(1, line("Inledning", 60), line("Text.", 300))])
    assert said([only]) == [["Inledning", "Text."]]


def test_the_table_of_contents_is_dropped() -> None:
    pages = [page(1, line("Inledning ........................ 3", 300), line("Ekonomi … och mål", 320))]
    assert said(drop_margins(pages)) == [["Ekonomi … och mål"]]


def test_a_table_of_contents_that_was_read_as_lines_and_a_small_table_is_dropped() -> None:
    headings = ("Inledning", "Mål", "Ekonomi", "Personal", "Risker")
    contents = [part for at, title in enumerate(headings[2:]) for part in (
        line(title, 200 + 20 * at), line(str(at + 4), 200 + 20 * at))]  # fmt: skip
    table = grid(("Inledning", "", "3"), ("", "Mål", "3"), header=0)
    body = page(2, *(line(title, 300 + 50 * at, 2) for at, title in enumerate(headings)))
    pages = drop_margins([page(1, line("Innehåll", 150), table, *contents), body])
    assert [len(found.parts) for found in pages] == [1, 5]


def test_rows_with_rising_numbers_that_are_no_headings_stay() -> None:
    table = grid(
        *((name, str(at)) for at, name in enumerate(("Ala", "Berg", "Dal", "Ek", "Fors", "Gran"), 3)), header=0
    )
    assert drop_margins([page(1, table), page(2, line("Ekonomi", page=2))])[0].parts == (table,)


def test_a_table_in_the_margin_stays() -> None:
    table = grid(("År", "2022"), ("Platser", "12"))
    assert drop_margins([page(1, table)]) == [page(1, table)]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (["vad hem-", "tjänsten kostar"], "vad hemtjänsten kostar"),
        (["vård-", "och omsorg"], "vård- och omsorg"),
        (["barn-", "eller elevhälsa"], "barn- eller elevhälsa"),
        (["IFO-", "enheten"], "IFO-enheten"),
        (["stor avvik", "else"], "stor avvikelse"),
        (["Kost", "nader"], "Kostnader"),
        (["en ny", "skola"], "en ny skola"),
        (["Avgiftshandläggar", "e"], "Avgiftshandläggare"),
        (["bo", "i"], "bo i"),
        (["åren 2022-", "2024"], "åren 2022- 2024"),
        (["nämnden.", "den som"], "nämnden. den som"),
        (["74\u00a0922", "  tkr "], "74 922 tkr"),
        ([], ""),
    ],
)
def test_words_broken_over_lines_are_made_whole(broken: list[str], whole: str) -> None:
    assert join_lines(broken) == whole


@pytest.mark.xfail(
    strict=True, reason="a name in capitals loses its hyphen where the two could be a compound (tuffträffar)"
)
def test_a_name_in_capitals_keeps_its_hyphen() -> None:
    assert join_lines(["TUFF-", "träffar"]) == "TUFF-träffar"


def test_a_word_is_whole_where_typesetting_broke_it_though_no_list_knows_it() -> None:
    assert join_lines(["Boende i Gripen‐", "berg och Frö‐ och", "Sommen"]) == "Boende i Gripenberg och Frö‐ och Sommen"
