"""Everyday words of every municipal domain reach what plans write, and nothing that has its own figures."""

import pytest

from corpus.swedish.boards import also_called
from corpus.swedish.concepts import SYNONYM, WIDER, bag_of, concepts_in, synonyms
from corpus.swedish.words import HERE, read_lines, stem, stop_words, tokens

COMMON = ("verksamhet", "arbete", "plan", "mål", "kommun", "nämnd", "förvaltning", "resultat", "utveckling",
          "insats", "stöd", "behov", "område", "åtgärd", "uppdrag", "ansvar", "år", "antal")  # fmt: skip


def reach(word: str, text: str) -> float:
    """How well a word or phrase, one concept of a question, is found in a text."""
    (concept,) = concepts_in(word)
    return concept.found_in(bag_of(text))


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("byskola", "Småskolestödet fördelas efter elevantal."),
        ("föräldrarna", "Vårdnadshavare svarar på enkäten."),
        ("skolkurator", "Elevhälsan förstärks."),
        ("fröknar", "Legitimerade förskollärare"),
        ("skräp", "Nedskräpningen i centrum"),
        ("snöröjning", "Vinterväghållning, nettokostnad"),
        ("lyktstolpar", "Gatubelysning byts till led."),
        ("badar", "Antal badbesök"),
        ("svartbygge", "Ärenden om olovligt byggande"),
        ("ovädret", "Skyfallet i augusti"),
        ("hackningen", "En it-attack i mars"),
        ("hackningen", "Cyberangreppet stoppades"),
        ("brandmän", "Räddningstjänsten rekryterar."),
        ("bodde", "Folkmängd den 31 december"),
        ("sparar på", "Effektivisering av lokaler"),
        ("gå back", "Ett underskott väntas."),
        ("varslade", "Övertalighet efter neddragningen"),
        ("buffert", "Resultatutjämningsreserven används."),
        ("högsta tjänsteman", "Kommundirektören leder arbetet."),
        ("sommarjobb", "Feriearbete för ungdomar"),
        ("skjutits upp", "Projektet är senarelagt."),
    ],
)
def test_an_everyday_word_is_answered_from_the_word_of_the_plans(word: str, text: str) -> None:
    assert reach(word, text) >= WIDER


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("cykeln", "Antal cyklar"), ("bränder", "En brand i maj"), ("ledamot", "Nämndens ledamöter"),
        ("teatern", "Teatrar och museer"), ("museet", "Museer"), ("konsulten", "Konsulter"),
        ("sålda", "Huset såldes."), ("inställda", "Mötet är inställt."), ("ansökan", "Inkomna ansökningar"),
        ("regel", "Nya regler"), ("läkemedlet", "Läkemedel"),
    ],
)  # fmt: skip
def test_inflections_that_the_stemmer_keeps_apart_are_one_word(asked: str, written: str) -> None:
    assert reach(asked, written) >= WIDER


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("närvaro", "frånvaro"), ("medellön", "medianlön"), ("övertid", "fyllnadstid"), ("besökare", "utlån"),
        ("utfall", "budget"), ("överskott", "underskott"), ("inflyttning", "utflyttning"), ("pension", "lön"),
    ],
)  # fmt: skip
def test_words_with_figures_of_their_own_are_kept_apart(word: str, text: str) -> None:
    assert max(reach(word, text), reach(text, word)) < WIDER


def test_no_word_that_every_plan_is_full_of_stands_for_another_by_itself() -> None:
    forms = {form for found in synonyms().values() for form, weight in found.items() if weight == SYNONYM}
    assert forms & {(stem(word),) for word in COMMON} == set()


def test_every_everyday_word_can_be_asked_for() -> None:
    asked = [line.partition("->")[0] for line in read_lines(HERE / "synonyms.txt") if "->" in line]
    assert [word for word in asked if set(tokens(word)) <= stop_words()] == []


def test_boards_go_by_their_everyday_names() -> None:
    named = ("byggnämnd", "tekniska nämnd", "idrottsnämnd", "kunskapsnämnd")
    assert [name for name in named if len(also_called(name)) < 2] == []
