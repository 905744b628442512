"""Whether a text holds what a question asks for."""

import pytest

from assistant.models import Intent, Reading, Scope
from assistant.sought import asks_figure, holds_answer
from corpus.documents import FigureKind


@pytest.mark.parametrize(
    ("question", "intent", "told", "other"),
    [
        ("Hur mycket regnade det?", Intent.FIGURE, "Det föll 94 millimeter.", "Skyfallet kom den 8 augusti."),
        ("Hur mycket ökade det bland unga?", Intent.FIGURE, "Det ökade med 2 bland 18–25 år.", "Unga är 18–25 år."),
        ("Hur finansieras bron?", Intent.FACT, "Bron betalas med medel ur en fond.", "Bron invigdes av kungen."),
        ("Vad kostar en plats?", Intent.FIGURE, "En plats kostar 900 kr per dygn.", "Platser på boende: 438."),
        ("Hur många platser finns?", Intent.FIGURE, "Hemmet har 30 platser.", "Hemmet är för den över 65 år."),
        ("Hur många besökte mässan?", Intent.FIGURE, "Den hade 90 besök.", "Uppdraget blev klart 2023-06-30."),
        ("Hur mycket bidrag får badet?", Intent.FIGURE, "Badet får 3 mnkr.", "Torget, etapp 2, får ett bidrag."),
        ("Hur många brott var det?", Intent.FIGURE, "Det var 513 år 2016.", "Offren var under 18 år."),
        ("Hur många procent är nöjda?", Intent.FIGURE, "Nöjda är 61 procent.", "Nöjda är 94 personer."),
        ("Hur nöjda är de?", Intent.FIGURE, "2 Nöjda är 61 procent.", "2 Nöjda räknas i april."),
        ("Vem delegerar vården?", Intent.PERSON, "Distriktssköterskorna delegerar vården.", "Vården delegeras ofta."),
        ("Vem är chef för vården?", Intent.PERSON, "Chef är Olle Ek Dahl.", "Vården ges av sjuksköterskor."),
        ("Vad betyder IOP?", Intent.DEFINITION, "Vi har två partnerskap (IOP):", "Vi har två IOP:"),
        ("Vad görs åt vården?", Intent.FACT, "Vården flyttar (se avsnitt 3).", "(se under uppdrag: Vården i hemmet)"),
        ("När är det klart?", Intent.DATE, "Nr: 1 | Klart: 2031-06-30", "Antal: klara | 2031: 4 | 2032: 9"),
        ("Hur snabbt ges vård?", Intent.DATE, "Vård ges inom två dygn.", "Vård ges snabbt."),
        ("Vad gör ett ombud?", Intent.FACT, "Ett ombud stöttar den som är sjuk.", "Ombud: vad gör ett ombud?"),
    ],
)
def test_only_a_text_with_something_of_the_sort_answers(question: str, intent: Intent, told: str, other: str) -> None:
    reading = Reading(question, question, intent, Scope())
    assert (holds_answer(reading, told), holds_answer(reading, other)) == (True, False)


def test_one_of_several_is_asked_for_by_name_and_an_amount_is_not() -> None:
    asked = ("Vilken enhet ger råd om budgeten?", "Vilken budget har enheten?")
    assert [asks_figure(Reading(q, q, Intent.FACT, Scope(), (FigureKind.BUDGET,))) for q in asked] == [False, True]
