from collections.abc import Sequence

import pytest

from corpus.documents import Box
from ingest.blocks import Block, Heading, Paragraph
from ingest.chunk import passages_of
from ingest.doubts import find_doubts
from tests.ingest.literals import PLAN, grid, table

AT = Box(1, 72, 50, 500, 60)
HEADER = ("Resultat, tkr", "Budget 2022", "Plan 2023")
PERIOD = ("Resultat, tkr", "Budget", "Utfall", "Avvikelse")
SICKNESS = [
    ("Indikator", "2021", "2022"),
    ("Sjukfrånvaro (%) Alla", "8.1%", "10.2%"),
    ("Sjukfrånvaro långtid (%)", "40%", "47%"),
]


def rows(*cells: Sequence[str]) -> list[Block]:
    return [Heading("Driftbudget", 1, AT), table(grid(*cells))]


def prose(text: str) -> list[Block]:
    return [Heading("Kommentar", 1, AT), Paragraph(text, (AT,))]


def told(*blocks: Sequence[Block]) -> list[str]:
    found = find_doubts(PLAN, passages_of(PLAN, [b for part in blocks for b in part]))
    return [doubt.text.replace("\u00a0", " ") for doubt in found]


def account(*net: str, cost: Sequence[str] = ("-142 498", "-145 348")) -> list[Block]:
    group = ("Särskilt boende",)
    other = [
        ("Hemtjänst",),
        ("INTÄKTER", "10", "10"),
        ("KOSTNADER (-)", "-30", "-30"),
        ("NETTOKOSTNADER (-)", "-20", "-20"),
    ]
    return rows(
        HEADER, *other, group, ("INTÄKTER", "29 211", "29 796"), ("KOSTNADER (-)", *cost), ("NETTOKOSTNADER (-)", *net)
    )


def test_a_net_that_income_and_costs_do_not_give_is_told_with_the_figures_as_they_stand() -> None:
    assert told(account("-113 611", "-115 552")) == [
        "Särskilt boende (Budget 2022): intäkter 29 211 och kostnader −142 498 ger −113 287 tkr, "
        "men nettokostnader anges till −113 611 tkr; skillnaden är 324 tkr."
    ]


def test_a_difference_of_one_unit_is_rounding() -> None:
    assert told(account("-113 288", "-115 551")) == []


def test_costs_written_without_a_minus_are_taken_from_the_income() -> None:
    assert told(account("113 287", "115 552", cost=("142 498", "145 348"))) == []
    assert len(told(account("113 611", "115 552", cost=("142 498", "145 348")))) == 1


def test_a_side_left_blank_counts_as_nothing() -> None:
    blank = rows(("", "Bokslut", "2018"), ("Inkomster", "", ""), ("Utgifter", "6 757", "9 000"),
                 ("Nettoinvesteringar", "12 000", "9 000"))  # fmt: skip
    assert told(blank) == [
        "Driftbudget (Bokslut): inkomster (inget värde) och utgifter 6 757 ger 6 757, "
        "men nettoinvesteringar anges till 12 000; skillnaden är 5 243."
    ]


def test_a_net_left_blank_or_a_row_without_a_name_is_no_doubt() -> None:
    assert told(account("", ""), rows(HEADER, ("", "5", "5"), ("Hyror", "10", "10"))) == []


def test_rows_between_costs_and_net_make_it_another_sum() -> None:
    more = rows(HEADER, ("Intäkter", "100", "100"), ("Kostnader", "-500", "-500"), ("Åtgärder", "30", "30"),
                ("Nettokostnader", "-370", "-370"))  # fmt: skip
    assert told(more) == []


def summed(total: str, label: str = "Summa") -> list[Block]:
    return rows(HEADER, ("Personal", "1 000", "1 100"), ("varav vikarier", "400", "400"), ("Hyror", "500", "500"),
                ("Övrigt", "", "100"), (label, total, "1 700"))  # fmt: skip


@pytest.mark.parametrize("label", ["Summa", "Totalt:", "Hela nämnden totalt"])
def test_a_sum_that_the_rows_above_do_not_make_is_told(label: str) -> None:
    assert told(summed("1 600", label)) == [
        f"{label.strip(':')} (Budget 2022) anges till 1 600 tkr, men raderna ovanför ger 1 500 tkr; "
        "skillnaden är 100 tkr."
    ]
    assert told(summed("1 500", label)) == []


def test_a_sum_of_sums_comes_out() -> None:
    roads = [("A-gatan", "10", "10"), ("B-gatan", "20", "20"), ("Summa gator", "30", "30")]
    parks = [("C-parken", "5", "5"), ("D-parken", "6", "6"), ("Summa parker", "11", "11")]
    assert told(rows(HEADER, *roads, *parks, ("Summa", "41", "41"))) == []


def test_a_sum_far_from_the_rows_above_is_of_something_else() -> None:
    assert told(summed("90 000")) == []


def test_a_mean_is_no_sum_of_its_parts() -> None:
    mean = rows(
        ("Enhet", "Anställda", "Frånvaro"), ("Kost", "48", "9,2"), ("Stab", "12", "2,9"), ("Totalt", "60", "7,9")
    )
    assert told(mean) == []


DEVIATIONS = [("Hemtjänst", "-21 338", "-25 197", "-3 859"), ("Särskilt boende", "-35 984", "-39 502", "-3 518"),
              ("Korttidsvård", "-4 539", "-4 941", "-401"), ("Assistans", "-6 193", "-5 691", "502")]  # fmt: skip


def test_a_deviation_with_the_wrong_sign_is_told_as_such() -> None:
    wrong = ("Hälso- och sjukvård", "-11 425", "-9 923", "-1 502")
    assert told(rows(PERIOD, *DEVIATIONS, wrong)) == [
        "Hälso- och sjukvård: avvikelse anges till −1 502 tkr, men utfall −9 923 minus budget −11 425 "
        "är 1 502 tkr; tecknet är omvänt."
    ]


def test_a_deviation_of_another_size_is_told() -> None:
    wrong = ("Hälso- och sjukvård", "-11 425", "-9 923", "1 205")
    assert told(rows(PERIOD, *DEVIATIONS, wrong)) == [
        "Hälso- och sjukvård: avvikelse anges till 1 205 tkr, men utfall −9 923 minus budget −11 425 "
        "är 1 502 tkr; skillnaden är 297 tkr."
    ]


def test_deviations_that_no_two_columns_explain_are_left() -> None:
    blank = ("Politisk verksamhet", "", "", "0")
    assert told(rows(PERIOD, *DEVIATIONS, blank), rows(PERIOD, ("Ett", "1", "4", "9"), ("Två", "2", "9", "5"))) == []


def test_a_table_may_count_its_deviations_from_the_budget() -> None:
    projects = [("Tak", "5 200", "4 980", "220"), ("Hissar", "2 100", "2 300", "-200"), ("Kök", "3 600", "3 600", "0")]
    assert told(rows(PERIOD, *projects)) == []


def test_income_and_costs_without_a_minus_deviate_in_opposite_ways() -> None:
    costs = [("Personal", "700", "650", "50"), ("Hyror", "90", "100", "-10"), ("Övrigt", "40", "30", "10")]
    assert told(rows(PERIOD, ("Intäkter", "300", "320", "20"), ("Taxor", "80", "90", "10"), *costs)) == []


def test_women_and_men_that_do_not_make_the_whole_are_told() -> None:
    assert told(prose("2017 beviljades 322 boenden till 124 män och 178 kvinnor.")) == [
        "Texten anger 322, men delarna ”124 män och 178 kvinnor” är tillsammans 302; skillnaden är 20."
    ]


@pytest.mark.parametrize("text", [
    "155 beslut verkställdes, varav 85 kvinnor och 70 män.",
    "Av 900 tillfrågade svarade 124 män och 178 kvinnor.",
    "2017 beviljades 3 män och 0 kvinnor bostad.",
    "Av 2 573 anställda slutade 256. Av dem var 227 kvinnor och 29 män.",
])  # fmt: skip
def test_parts_that_make_their_whole_or_have_none_are_no_doubt(text: str) -> None:
    assert told(prose(text)) == []


GOAL = [("Mått", "Utfall 2017", "Mål 2019"), ("Minska antalet övergångskontrakt", "344", "högst 150")]


def test_at_most_in_a_table_against_at_least_in_its_section_is_told() -> None:
    text = Paragraph("Målet är att övergångskontrakten minskar till minst 150.", (AT,))
    found = told([*rows(*GOAL), text])
    assert found == [
        "Mål 2019 för ”Minska antalet övergångskontrakt” är högst 150 i tabellen på sidan 1, "
        "men texten på sidan 1 säger minst 150."
    ]
    assert told([*rows(*GOAL), Paragraph("Övergångskontrakten ska bli högst 150.", (AT,))]) == []


def test_prose_that_names_a_row_with_another_value_is_told() -> None:
    text = "Sjukfrånvaron var 8,1 % 2021. Den ökade, med toppar över 10,5 % år 2022."
    assert told(prose(text), rows(*SICKNESS)) == [
        "Texten på sidan 1 anger över 10,5 % för 2022, "
        "men tabellen på sidan 1 har 10.2% 2022 för ”Sjukfrånvaro (%) Alla”."
    ]


@pytest.mark.parametrize("text", [
    "Sjukfrånvaron 2022 var 10 %.",                        # the same, rounded
    "Sjukfrånvaron var cirka 11 % 2022.",
    "Sjukfrånvaron var 11,3 % inom äldreomsorgen 2022.",   # of a part
    "Sjukfrånvaron ökade med 2,1 % 2022.",                 # a change
    "Vikarierna kostade 9,5 % mer 2022.",                  # of something else
    "Sjukfrånvaron var 9,0 % 2019.",                       # a year that the table has not
])  # fmt: skip
def test_what_is_not_said_of_the_row_is_no_doubt(text: str) -> None:
    assert told(prose(text), rows(*SICKNESS)) == []


@pytest.mark.parametrize(("text", "header", "row"), [
    ("Hemtjänsten i Söråker sålde mat för 1 105 tkr 2022.", ("Tkr", "Intäkter 2022"), ("Hemtjänsten", "1 240")),
    ("Hemtjänsten kostar 1 450 tkr 2022 från den 1 juli.", ("Tkr", "2022"), ("Hemtjänsten", "1 380")),
    ("Kvinnornas sjukfrånvaro var 9,8 % 2022.", ("Mått", "2022"), ("Sjukfrånvaro (%)", "7,2%")),
    ("Hemtjänstens investeringsbudget var 1 006 tkr 2022.", ("Tkr", "2022"), ("Hemtjänsten", "827")),
])  # fmt: skip
def test_a_value_of_another_column_kind_sex_or_time_is_no_doubt(
    text: str, header: tuple[str, ...], row: tuple[str, ...]
) -> None:
    assert told(prose(text), rows(header, row)) == []


def test_a_sentence_without_a_year_is_of_the_documents_own() -> None:
    assert told(prose("Sjukfrånvaron är nu 9,9 %."), rows(*SICKNESS)) == [
        "Texten på sidan 1 anger 9,9 % för 2022, men tabellen på sidan 1 har 10.2% 2022 för ”Sjukfrånvaro (%) Alla”."
    ]


def test_an_amount_in_another_unit_of_money_is_the_same() -> None:
    home = rows(HEADER, ("Hemtjänsten i Söråker", "74 922", "76 420"))
    assert told(prose("Budget för hemtjänsten i Söråker är 74,9 mnkr 2022."), home) == []
    assert told(prose("Budget för hemtjänsten i Söråker är 76,5 mnkr 2022."), home) == [
        "Texten på sidan 1 anger 76,5 mnkr för 2022, men tabellen på sidan 1 har 74 922 tkr 2022 "
        "för ”Hemtjänsten i Söråker”."
    ]


def test_one_row_in_two_tables_with_two_values_is_told() -> None:
    first = rows(("Mått", "2021", "2022"), ("Nöjda brukare i hemtjänst, andel", "76%", "71%"))
    second: list[Block] = [
        Heading("Bilaga", 1, AT),
        table(grid(("Mått", "2021", "2022"), ("Nöjda brukare i hemtjänst, andel", "76%", "78%"))),
    ]
    assert told(first, second) == [
        "”Nöjda brukare i hemtjänst, andel” 2022 är 71% i tabellen på sidan 1, men 78% i tabellen på sidan 1."
    ]
    assert told(first, first) == []


@pytest.mark.parametrize(
    ("header", "value"), [(("Mått", "2021", "2022"), "2 380"), (("Mått", "", "Avgift 2022"), "71")]
)
def test_one_row_in_two_tables_of_different_things_is_no_doubt(header: tuple[str, ...], value: str) -> None:
    first = rows(("Mått", "2021", "2022"), ("Anmälan om värmepump", "66", "58"))
    second: list[Block] = [Heading("Taxa", 1, AT), table(grid(header, ("Anmälan om värmepump", "", value)))]
    assert told(first, second) == []


def test_doubts_are_listed_with_their_page_and_name_their_passages() -> None:
    passages = passages_of(PLAN, account("-113 611", "-115 552"))
    (doubt,) = find_doubts(PLAN, passages)
    (line,) = [doubt.line for doubt in find_doubts(PLAN, passages)]
    assert line == f"Sidan 1: {doubt.text}"
    assert set(doubt.passages) == {passage.id for passage in passages if "-113 611" in passage.text}
