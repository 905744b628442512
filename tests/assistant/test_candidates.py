"""Which sentence of the evidence goes first."""

import pytest

from assistant.candidates import best_sentences
from assistant.models import Intent, Reading, Scope
from tests.assistant.test_check import source
from tests.assistant.test_extract import subject


@pytest.mark.parametrize("told", ["IKE: ersättning mellan kommuner.", "Elever får IKE (ersättning mellan kommuner)."])
def test_a_term_is_told_by_what_spells_it_out(told: str) -> None:
    reading = Reading("Vad betyder IKE?", "IKE", Intent.DEFINITION, Scope())
    evidence = [source("All IKE har betalats under året."), source(told)]
    assert best_sentences(reading, evidence, subject("IKE"))[0].text == told
