"""Sorts of answer: what a question asks for so narrowly that other text is no answer."""

import pytest

from corpus.swedish.sorts import holds_sort, tells, without_sorts


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("Vilken besöksadress har badet?", "Badet ligger på Storgatan 4.", "Badet har många besök."),
        ("Vilken grannkommun hjälper till?", "Det sker med Sundsvalls kommun.", "Det sker med kommunen."),
        ("Vilka åldrar får individstöd?", "För den som är 18–65 år.", "Stödet ges i hemmet."),
        ("Hur gammal ska man vara?", "Alla över 18 år kan söka.", "Man söker hos kommunen."),
        ("Vilken månad öppnar badet?", "Badet öppnar den 3 juni.", "Badet öppnar 2031."),
        ("Vilket datum antogs planen?", "Antagen 2019-02-25.", "Antagen av nämnden under året."),
        ("Vilka öppettider har biblioteket?", "Öppet kl. 10–18.", "Öppet måndagar och torsdagar."),
        ("Hur länge pågår projektet?", "Det pågår till och med 2031.", "Projektet är stort."),
        ("Hur ofta städas det?", "Det städas varje vecka.", "Städningen sköts av kommunen."),
        ("Vad heter chefen?", "Chefen Olle Ek Dahl leder arbetet.", "Chefen har anställts."),
        ("Vad har badet för telefonnummer?", "Ring 0650-190 00.", "Ring badet."),
        ("Hur många dagar väntar man?", "Väntetiden är 51 arbetsdagar.", "Det finns i dag två tomma platser."),
        ("Hur många kilometer väg finns det?", "Kommunen sköter 240 km väg.", "Kommunen har 240 vägar."),
        ("Hur är frånvaron fördelad på kvinnor och män?", "7 % för kvinnor och 5 % för män.", "Den är 6 %."),
        ("Vad heter alkohol- och drogbehandlaren?", "Anna Ek behandlar.", "Behandlaren är anställd."),
        ("Vilket bolag kör bussarna?", "Bussarna körs av Fjällbuss AB.", "Bussarna körs enligt ett nytt avtal."),
        ("Vilka föreningar är med?", "Med är Norrby PRO och Röda Korset.", "Vi arbetar ihop med föreningar."),
        ("Vad betalar en pensionär per månad?", "Avgiften är 265 kronor i månaden.", "Avgiften är 265 kronor."),
        ("Vilken e-post har nämnden?", "Skriv till namnden@kommun.example.", "Skriv till nämnden."),
    ],
)
def test_only_text_of_the_sort_that_is_asked_for_is_an_answer(question: str, told: str, other: str) -> None:
    assert (holds_sort(question, told), holds_sort(question, other)) == (True, False)


def test_a_question_that_asks_for_no_sort_takes_any_text() -> None:
    assert holds_sort("Vad gör nämnden?", "Den bygger vägar.")


def test_words_that_only_ask_for_a_sort_are_taken_out() -> None:
    assert without_sorts("Vilka åldrar får individstöd?").split() == ["får", "individstöd?"]
    assert without_sorts("Vad heter chefen?") == "Vad heter chefen?"


@pytest.mark.parametrize("who", ["Distriktssköterskorna delegerar.", "Det sköts av Sundsvalls kommun.", "Gatuenheten."])
def test_a_profession_or_a_body_may_be_who_does_something(who: str) -> None:
    assert tells("agent", who)
    assert not tells("agent", "Det görs varje vecka.")
