from decimal import Decimal

from corpus.documents import Document, Figure, FigureKind, Passage, PassageKind
from web.lessons import Place, goals_in, indicators_in, question_about, said_of_organisation, terms_in

PLAN = Document("d", "plan.pdf", "Plan 2030", "Mora", "vägnämnden", "plan", (2030,), "aa")


def _place(text: str, *headings: str, figures: tuple[Figure, ...] = ()) -> Place:
    kind = PassageKind.ROW if figures else PassageKind.PROSE
    return Place(PLAN, Passage("p", PLAN.id, kind, headings, text, (1,), 0, figures=figures))


def _figure(row: str, kind: FigureKind, unit: str = "") -> Figure:
    return Figure(Decimal(5), "5", unit, 2030, "", kind, (row,), f"{kind.value} 2030", 1)


def _terms(text: str) -> dict[str, str]:
    return {term.short: term.meaning for term in terms_in([_place(text)])}


def test_an_abbreviation_stands_for_the_fewest_words_that_hold_its_letters() -> None:
    assert _terms("Nämnden följer lagen om vård av unga (LVU).") == {"LVU": "lagen om vård av unga"}
    assert _terms("Arbetet med individ- och familjeomsorg (IFO) går vidare.") == {"IFO": "individ- och familjeomsorg"}


def test_an_abbreviation_that_no_words_before_it_make_up_is_left_out() -> None:
    assert _terms("Volym: Klienter i boende (VINR) och sedan (SIP). Boende i hus (AB).") == {}


def test_an_abbreviation_is_told_once_where_it_is_first_written_out() -> None:
    places = [_place("Särskilt boende (SÄBO)"), _place("särskilda boenden (SÄBO)"), _place("kommunstyrelsen (KS)")]
    assert [(term.short, term.meaning) for term in terms_in(places)] == [
        ("KS", "kommunstyrelsen"),
        ("SÄBO", "Särskilt boende"),
    ]


def test_who_leads_and_who_is_responsible_is_quoted() -> None:
    text = "Ordförande är Anna Berg. Vägnämnden ansvarar för gator och parker. Gatorna sopas på våren."
    places = [_place(text), _place(text)]
    assert [said.text for said in said_of_organisation(places, "people")] == ["Ordförande är Anna Berg."]
    duties = ["Vägnämnden ansvarar för gator och parker."]
    assert [said.text for said in said_of_organisation(places, "duties")] == duties


def test_goals_are_the_headings_that_name_one() -> None:
    places = [
        _place("x", "Mål och budget", "Inriktningsmål 1 av 2: Trygga gator"),
        _place("y", "Tabell: Mål för: allt"),
    ]
    assert [goal.text for goal in goals_in(places)] == ["Inriktningsmål 1 av 2: Trygga gator"]


def test_measures_are_rows_with_a_goal_that_is_not_money() -> None:
    lanes, cost = _figure("Cykelvägar", FigureKind.GOAL), _figure("Gator", FigureKind.GOAL, "tkr")
    outcome = _figure("Cykelvägar", FigureKind.OUTCOME)
    other = _figure("Lekplatser", FigureKind.OUTCOME)
    (found,) = indicators_in([_place("rad", figures=(lanes, cost, outcome, other))])
    assert (found.name, found.figures) == ("Cykelvägar", (lanes, outcome))


def test_an_entry_leads_to_a_question_in_swedish() -> None:
    assert question_about("term", short="IFO") == "Vad betyder IFO?"
