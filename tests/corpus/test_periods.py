"""Years and parts of a year as documents and questions write them."""

import pytest

from corpus.swedish.periods import period_in, period_of_header, year_of_header, years_in, years_on


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Budget 2022", (2022,)),
        ("2022–2024", (2022, 2023, 2024)),
        ("2022 - 24", (2022, 2023, 2024)),
        ("läsåret 2022/23", (2022, 2023)),
        ("2021, 2022 och 2021", (2021, 2022)),
        ("utfall 2022-04", (2022,)),
        ("den 2023-04-30", (2023,)),
        ("2024–2022", (2024,)),
        ("1 234 tkr, 12022, 2020,5 och 202204", ()),
        ("grundad 1949, byggd 1950", (1950,)),
    ],
)
def test_years_are_named_one_by_one_and_spans_filled_in(text: str, years: tuple[int, ...]) -> None:
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("header", "year"),
    [
        ("Åtagande -23", 2023),
        ("Budget ’24", 2024),
        ("Bokslut 2021", 2021),
        ("Förändring 2021–2022", 2022),
        ("Utfall", None),
        ("Ålder 80-84", None),
    ],
)
def test_a_column_header_is_of_its_last_year(header: str, year: int | None) -> None:
    assert year_of_header(header) == year


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("perioden jan-april 2021", "jan–apr"),
        ("januari till och med augusti", "jan–aug"),
        ("januari t.o.m. aug.", "jan–aug"),
        ("JAN – DEC", "jan–dec"),
        ("Tertial 1", "jan–apr"),
        ("rapport T2 2024", "jan–aug"),
        ("under mars", ""),
        ("helår 2022", ""),
    ],
)
def test_a_part_of_a_year_is_named_by_its_months(text: str, period: str) -> None:
    assert period_in(text) == period


@pytest.mark.parametrize(
    ("header", "period"),
    [
        ("Utfall t.o.m. aug", "jan–aug"),
        ("Utfall tom aug. 2025", "jan–aug"),
        ("Ack april", "jan–apr"),
        ("Utfall mars t.o.m. aug", "mar–aug"),
        ("Utfall T1", "jan–apr"),
        ("Avtal t.o.m. dec 2026", ""),
        ("t.o.m. majoren", ""),
    ],
)
def test_a_column_header_may_name_the_last_month_alone(header: str, period: str) -> None:
    assert period_of_header(header) == period


@pytest.mark.xfail(strict=True, reason="any word that begins as a month does is taken for it")
@pytest.mark.parametrize("text", ["Marknad – juni", "Majoritet - Decentralisering"])
def test_words_that_begin_as_a_month_name_no_period(text: str) -> None:
    assert period_in(text) == ""


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("Och året innan?", -1),
        ("Hur mycket blir det två år senare?", 2),
        ("Hur många var de 3 år tidigare?", -3),
        ("Och nästa år?", 1),
        ("Hur många är det år 2030?", 0),
    ],
)
def test_a_question_may_step_from_the_year_in_hand(question: str, years: int) -> None:
    assert years_on(question) == years
