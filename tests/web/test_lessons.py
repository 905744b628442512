"""What is learnt from the documents: words, organisation, goals with their figures; each from the smallest text."""

from decimal import Decimal

import pytest

from corpus.documents import Document, Figure, FigureKind, Passage, PassageKind
from web.goals import Goal, goals_in
from web.lessons import Place, question_about
from web.organisation import said_of_organisation
from web.terms import terms_in

PLAN = Document("d", "plan.pdf", "Plan 2030", "Mora", "vägnämnden", "plan", (2030,), "aa")
REPORT = Document("e", "rapport.pdf", "Rapport 2030", "Mora", "vägnämnden", "delårsrapport", (2030,), "bb")
BOARD = "2 Nämndens ansvar och organisation"


def _place(
    text: str,
    *headings: str,
    kind: PassageKind = PassageKind.PROSE,
    figures: tuple[Figure, ...] = (),
    of: Document = PLAN,
) -> Place:
    return Place(
        of, Passage("p", of.id, PassageKind.ROW if figures else kind, headings, text, (1,), 0, figures=figures)
    )


def _figure(row: str, kind: FigureKind, unit: str = "", value: int | None = 5, column: str = "") -> Figure:
    known = None if value is None else Decimal(value)
    return Figure(known, str(value), unit, 2030, "", kind, (row,), column or f"{kind.value} 2030", 1)


def _terms(text: str, *headings: str, kind: PassageKind = PassageKind.PROSE) -> dict[str, str]:
    return {term.short: term.meaning for term in terms_in([_place(text, *headings, kind=kind)])}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nämnden följer lagen om vård av unga (LVU).", {"LVU": "lagen om vård av unga"}),
        ("Arbetet med individ- och familjeomsorg (IFO) går vidare.", {"IFO": "individ- och familjeomsorg"}),
        ("Genom TUFF-projektet (träning, utbildning, fallförebyggande) fler.",
         {"TUFF": "träning, utbildning, fallförebyggande"}),
        ("KF betyder kommunfullmäktige.", {"KF": "kommunfullmäktige"}),
        ("Volym: Klienter i boende (VINR) och sedan (SIP). Boende i hus (AB). LOV (se sidan 4).", {}),
    ],
)  # fmt: skip
def test_an_abbreviation_stands_for_words_beside_it_that_hold_its_letters(text: str, found: dict[str, str]) -> None:
    assert _terms(text) == found


def test_a_heading_spells_an_abbreviation_out() -> None:
    assert _terms("Här står något.", "SO – Stöd och omsorg") == {"SO": "Stöd och omsorg"}


def test_an_abbreviation_is_told_once_in_its_plain_form() -> None:
    texts = ["Socialtjänstens familjeomsorgs (FO) ansvar", "familjeomsorg (FO)", "kommunstyrelsen (KS)"]
    found = terms_in([_place(text) for text in texts])
    assert [(term.short, term.meaning) for term in found] == [("FO", "familjeomsorg"), ("KS", "kommunstyrelsen")]


def test_a_section_of_explanations_tells_other_words_too() -> None:
    listed = "• KLG – kommunledningsgruppen, alla chefer\n• AU: arbetsutskottet"
    said = "Med NKI menas nöjd-kund-index. Laga kraft betyder att ett beslut står fast. Det är ett index."
    row = "Ord: APL | Förklaring: Arbetsplatsförlagt lärande"
    assert _terms(listed, "Ord och förkortningar", kind=PassageKind.LIST) == {
        "AU": "arbetsutskottet",
        "KLG": "kommunledningsgruppen, alla chefer",
    }
    assert _terms(said, "Begrepp") == {"Laga kraft": "att ett beslut står fast", "NKI": "nöjd-kund-index"}
    assert _terms(row, "2.1 Ordlista", kind=PassageKind.ROW) == {"APL": "Arbetsplatsförlagt lärande"}
    assert _terms(row, "Personal", kind=PassageKind.ROW) == {}


def _told(*places: Place) -> list[tuple[str, str, str]]:
    return [(said.sort, said.name, said.text) for said in said_of_organisation(places)]


def test_who_leads_and_what_the_board_answers_for_is_quoted_once() -> None:
    text = "Ordförande är Anna Berg-Ek. Vägnämnden ansvarar för gator och parker. Gatorna sopas på våren."
    expected = [
        ("people", "", "Ordförande är Anna Berg-Ek."),
        ("duties", "", "Vägnämnden ansvarar för gator och parker."),
    ]
    assert _told(_place(text, BOARD), _place(text, BOARD)) == expected


def test_outside_the_sections_of_the_organisation_nobody_answers_for_anything() -> None:
    text = "Vägnämnden ansvarar för uppdraget tillsammans med andra."
    assert _told(_place(text, "Mål och uppdrag", "Uppdrag: Trygga gator"), _place(text, BOARD, "Mål")) == []


def test_a_unit_is_told_by_the_sentence_that_says_what_it_does() -> None:
    park = _place(
        "Lag (1944:75) anger att parker ska finnas. Enheten sköter allt. Arbetar med parker.", BOARD, "2.1 Park"
    )
    pools = _place("När man vill simma kan man gå till ett bad.", BOARD, "Bad")
    roads = _place("Utmaningar\nKostnaderna för vägar ökar.", BOARD, "Vägar")
    later = _place("Enheten ansvarar för snön.", BOARD, "Vägar")
    assert _told(park, pools, roads, later) == [
        ("units", "Park", "Arbetar med parker."),
        ("units", "Bad", "När man vill simma kan man gå till ett bad."),
    ]


def test_a_unit_is_told_by_a_row_with_its_head_but_an_assignment_is_none() -> None:
    row = _place(
        "Enhet: Gata | Enhetschef: Bo Ek | Uppgifter: Snö | Tjänster: –", BOARD, "Tabell 1", kind=PassageKind.ROW
    )
    task = _place("Uppdrag: Ny väg | Ansvarig: Bo Ek | Status: Klart", "6 Uppdrag", kind=PassageKind.ROW)
    total = _place("Enhet: Summa | Enhetschef: – | Tjänster: 8", BOARD, kind=PassageKind.ROW)
    assert _told(row, task, total) == [("units", "Gata", "Enhetschef: Bo Ek · Uppgifter: Snö")]


def test_a_goal_is_told_over_the_documents_under_one_name() -> None:
    planned = _place("Gatorna ska bli trygga. Mer följer.", "Plan 2030", "Inriktningsmål 1: Trygga gator")
    reported = _place("Bidrar till målet.", "Rapport", "Mål 1. Trygga gator", of=REPORT)
    (goal,) = goals_in([planned, planned, reported])
    assert goal == Goal("Trygga gator", (("Gatorna ska bli trygga.", planned), ("Bidrar till målet.", reported)))


def _row(text: str, *headings: str, figures: tuple[Figure, ...]) -> list[tuple[str, list[str]]]:
    return [
        (goal.name, [one.name for one in goal.indicators])
        for goal in goals_in([_place(text, *headings, figures=figures)])
    ]


def test_a_measure_belongs_to_the_goal_over_its_table_and_money_is_no_measure() -> None:
    lanes, cost = _figure("Cykelvägar", FigureKind.GOAL), _figure("Gator", FigureKind.GOAL, "tkr")
    other = _figure("Lekplatser", FigureKind.OUTCOME)
    headings = ("Plan 2030", "4.1 Mål A: Trygga gator", "Tabell 2 Indikatorer")
    expected = [("Trygga gator", ["Cykelvägar"])]
    assert _row("Indikator: Cykelvägar | mål 2030: 5", *headings, figures=(lanes, cost, other)) == expected


def test_a_measure_without_a_value_for_its_goal_is_told_with_what_there_is() -> None:
    figures = (_figure("(Fall, antal", FigureKind.OUTCOME), _figure("(Fall, antal", FigureKind.GOAL, value=None))
    places = [_place("Trygga gator:\n(Fall, antal | utfall: 5 | mål: –", "Plan", "Indikatorer", figures=figures)]
    (goal,) = goals_in(places)
    assert [(one.name, one.figures, one.promised) for one in goal.indicators] == [("Fall, antal", figures[:1], False)]


def test_where_the_rows_name_their_goals_the_heading_above_is_not_theirs() -> None:
    figures = (_figure("1 Fall, antal", FigureKind.GOAL),)
    headings = ("Plan", "Mål 4 Fler företag", "Tabell 3. Indikatorer")
    assert _row("Mål: 1 Fall, antal | mål 2030: 5", *headings, figures=figures) == [("", ["1 Fall, antal"])]


def test_a_promised_volume_is_under_its_own_part_of_the_organisation() -> None:
    figures = (_figure("Platser", FigureKind.COMMITMENT),)
    (goal,) = goals_in([_place("Äldreomsorg: Platser | åtagande 2030: 5", "Plan", "Kvantiteter", figures=figures)])
    assert (goal.name, goal.indicators[0].promised) == ("Äldreomsorg", True)


def test_a_column_whose_word_was_broken_is_written_as_the_others() -> None:
    columns = ["Senaste utfall", "Senaste utfall", "Senaste ut fall"]
    rows = [(_figure("Fall", FigureKind.OUTCOME, column=c), _figure("Fall", FigureKind.GOAL)) for c in columns]
    goals = goals_in([_place("Mått: Fall | x: 5", "Plan", "Trygga gator", figures=figures) for figures in rows])
    assert {f.column for g in goals for one in g.indicators for f in one.figures} == {"Senaste utfall", "mål 2030"}


def test_an_entry_leads_to_a_question_in_swedish() -> None:
    assert question_about("term", short="IFO") == "Vad betyder IFO?"
