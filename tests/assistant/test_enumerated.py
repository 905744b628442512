"""Sentences that name several things one after the other."""

import pytest

from assistant.enumerated import enumerates, lead_of, listed, names_enough, names_listed, points_of
from assistant.evidence import Subject
from corpus.swedish.concepts import concepts_in


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Skolan har egen slöjdsal, matsal och aula.", True),
        ("De som deltar är biblioteket, kulturskolan, och fritidsgården.", True),
        ("Tre granskningar gjordes: av avtalen, av krisberedskapen och av köerna till simskolan.", True),
        ("Två planer antogs: Norra hamnen samt Lyckan 4:12.", True),
        ("Målgruppen är barn, unga som behöver stöd samt nyanlända.", True),
        ("Bidraget ges till små skolor, det vill säga Ekens, Almens och Lindens skolor.", True),
        ("Projekten får stöd, till exempel Läslyftet, Dansveckan och Barnens opera.", True),
        ("Det sker genom exempelvis sms, brev, samtal på telefon mm.", True),
        ("Hyran ökar, elen stiger och personalen blir färre.", False),
        ("Nämnden träffade en överenskommelse, en IOP, med föreningarna.", False),
        ("Simhallen, som byggdes 1972, är sliten och trång.", False),
        ("Biblioteket och kulturskolan flyttar.", False),
    ],
)
def test_things_named_are_told_from_clauses(text: str, told: bool) -> None:
    assert enumerates(text) is told


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Gruppen omfattar fritidsgårdarna Pelaren, Borgen och Norra magasinet.", 3),
        ("Partnerskapet gäller Röda Korset, PRO och SPF.", 3),
        ("Stärka skolan, Minska kön, Bygga fler bad och Rusta gatorna.", 0),
        ("Skolan har egen slöjdsal, matsal och aula.", 0),
        ("Betyg: Norra skolan, Södra skolan och Östra skolan | 2031: 4", 0),
    ],
)
def test_names_are_told_from_other_things_that_are_listed(text: str, named: int) -> None:
    assert names_listed(text) == named


def test_what_stands_before_the_second_thing_introduces_them() -> None:
    assert lead_of("Skolan har egen slöjdsal, matsal och aula.") == "Skolan har egen slöjdsal"


@pytest.mark.parametrize(
    ("every", "at", "told"),
    [
        (["Kön är lång.", "Simhallen har bassäng, bastu och kafé.", "Taket läcker."], 1, [1]),
        (["Simhallen är från 1972.", "Där finns bassäng, bastu och kafé.", "Taket läcker."], 1, [0, 1]),
        (["Simhallen står inför två utmaningar.", "Taket läcker.", "Kön växer."], 0, [0, 1, 2]),
        (["Simhallen har bassäng, bastu och kafé.", "En trappa till gym och sal.", "Taket läcker."], 0, [0, 1]),
        (["Simhallen växer.", "Inne finns gym, bastu och kafé.", "Ute är bord, gräs och grill."], 1, [0, 1, 2]),
        (["Simhallen byggs om.", "Där blir bassäng, bastu och kafé.", "Taket läcker."], 0, [0, 1]),
    ],
)
def test_a_list_in_running_text_is_told_without_the_sentences_that_name_nothing(
    every: list[str], at: int, told: list[int]
) -> None:
    concepts = concepts_in("simhallen")
    subject = Subject(concepts, (1.0,), concepts, lambda texts: [0.0] * len(texts))
    assert listed(every, at, subject, 58) == [every[n] for n in told]


@pytest.mark.parametrize(
    ("heading", "told"),
    [("Simhallen", ["• Nytt tak", "• Längre öppettider"]), ("Biblioteket", []), ("", [])],
)
def test_a_point_is_told_with_those_beside_it_where_their_heading_says_what_they_are(
    heading: str, told: list[str]
) -> None:
    concepts = concepts_in("simhallen")
    subject = Subject(concepts, (1.0,), concepts, lambda texts: [0.0] * len(texts))
    every = ["Nämnden räknar med detta.", "• Nytt tak", "• Längre öppettider", "Kön är lång."]
    assert points_of(every, 1, subject, heading, 58) == told


def test_a_sentence_that_names_three_is_no_answer_to_which_the_eight_are() -> None:
    text = "Skolan har egen slöjdsal, matsal och aula."
    questions = ("Vilka åtta salar har skolan?", "Vilka tre salar har skolan?", "Vilka salar har skolan?")
    assert [names_enough(question, text) for question in questions] == [False, True, True]
