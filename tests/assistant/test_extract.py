"""Sentences of the documents as an answer."""

from dataclasses import replace

import pytest

from assistant.evidence import Subject
from assistant.extract import extract
from assistant.models import Intent, Reading, Scope
from corpus.documents import PassageKind
from corpus.swedish.concepts import concepts_in
from tests.assistant.test_check import source


def subject(words: str) -> Subject:
    """All words of one weight, and every sentence as like the question."""
    concepts = concepts_in(words)
    return Subject(concepts, (1 / len(concepts),) * len(concepts), concepts, lambda texts: [0.4] * len(texts))


def test_a_sentence_from_elsewhere_is_told_where_it_holds_what_the_best_does_not() -> None:
    reading = Reading("Vad sägs om att bron rasade i regn?", "bron rasade regn", Intent.FACT, Scope())
    evidence = [source("Bron rasade en natt."), source("Det regn som föll slog rekord."), source("Det kom tolv bud.")]
    told = extract(reading, evidence, subject(reading.subject))
    assert told
    assert told.sentences == ("Bron rasade en natt [1].", "Det regn som föll slog rekord [2].")


def test_a_row_is_told_without_the_row_below_it() -> None:
    reading = Reading("Nås målet för energi?", "målet energi", Intent.YES_NO, Scope())
    told = source("Mål: Energi | Läge: Uppfylls\nMål: Fordon | Läge: Uppfylls inte")
    rows = replace(told, passage=replace(told.passage, kind=PassageKind.ROW))
    draft = extract(reading, [rows], subject(reading.subject))
    assert draft
    assert draft.sentences == ("Ja. Mål: Energi – Läge: Uppfylls [1]",)


def test_a_line_of_a_list_of_terms_is_told_without_the_terms_beside_it() -> None:
    reading = Reading("Vad betyder IKE?", "IKE", Intent.DEFINITION, Scope())
    terms = source("AIL: utbildning av lärare.\nIKE: ersättning mellan kommuner.\nSKA: ett årligt arbete.")
    told = extract(reading, [terms], subject("IKE"))
    assert told
    assert told.sentences == ("IKE: ersättning mellan kommuner [1].",)


@pytest.mark.parametrize(
    ("intent", "told"),
    [
        (Intent.FACT, ("Bron rasade 2 nätter [1].", "Bron har 4 spann [2].")),
        (Intent.FIGURE, ("Bron rasade 2 nätter [1].",)),
    ],
)
def test_of_two_sentences_that_are_as_good_both_are_told_unless_a_figure_is_asked_for(
    intent: Intent, told: tuple[str, ...]
) -> None:
    reading = Reading("Vad sägs om bron?", "bron", intent, Scope())
    draft = extract(reading, [source("Bron rasade 2 nätter."), source("Bron har 4 spann.")], subject("bron"))
    assert draft
    assert draft.sentences == told
