"""Which sentence of the evidence goes first."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.candidates import best_sentences
from assistant.models import Intent, Reading, Scope
from corpus.documents import Figure, FigureKind, PassageKind
from tests.assistant.test_check import source
from tests.assistant.test_extract import subject


@pytest.mark.parametrize("told", ["IKE: ersättning mellan kommuner.", "Elever får IKE (ersättning mellan kommuner)."])
def test_a_term_is_told_by_what_spells_it_out(told: str) -> None:
    reading = Reading("Vad betyder IKE?", "IKE", Intent.DEFINITION, Scope())
    evidence = [source("All IKE har betalats under året."), source(told)]
    assert best_sentences(reading, evidence, subject("IKE"))[0].text == told


TORG = (
    "Torget mitt i byn växer. Arbetet började i maj. "
    "Parken är mycket stor. Allt är nu helt klart. En skola började i juni."
)


def test_a_sentence_that_goes_on_from_its_subject_goes_before_one_elsewhere() -> None:
    reading = Reading("När började torget?", "torget började", Intent.DATE, Scope())
    evidence = [source(TORG)]
    found = [c.text for c in best_sentences(reading, evidence, subject("torget började"))]
    assert found.index("Arbetet började i maj.") < found.index("En skola började i juni.")


@pytest.mark.parametrize(("intent", "told"), [(Intent.REASON, []), (Intent.FACT, ["Broar | Budget: 12"])])
def test_a_row_of_bare_figures_tells_no_reason(intent: Intent, told: list[str]) -> None:
    row = source("Broar | Budget: 12")
    figure = Figure(Decimal(12), "12", "tkr", None, "", FigureKind.BUDGET, ("Broar",), "Budget", 1)
    rows = [replace(row, passage=replace(row.passage, kind=PassageKind.ROW, figures=(figure,)))]
    reading = Reading("Broar?", "broar", intent, Scope())
    assert [c.text for c in best_sentences(reading, rows, subject("broar"))] == told


def test_a_term_is_told_by_what_is_meant_with_it() -> None:
    reading = Reading("Vad är skolpeng?", "skolpeng", Intent.DEFINITION, Scope())
    told = "Med skolpeng avses ersättning som följer en elev."
    evidence = [source("Kostnaden för skolpeng är en fråga för nämnden."), source(told)]
    assert best_sentences(reading, evidence, subject("skolpeng"))[0].text == told


def test_what_a_unit_does_is_told_by_the_first_sentence_under_its_name() -> None:
    reading = Reading("Vad gör Hamnenheten?", "hamnenheten", Intent.FACT, Scope())
    section = source("Enheten ansvarar för kajer och bojar.")
    section = replace(section, passage=replace(section.passage, headings=("Hamnenheten",)))
    found = best_sentences(reading, [source("Här finns även Hamnenheten."), section], subject("hamnenheten"))
    assert found[0].text == "Enheten ansvarar för kajer och bojar."
