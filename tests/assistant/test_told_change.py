"""A change that running text tells itself."""

import pytest

from assistant.evidence import Subject
from assistant.models import Intent, Reading, Scope
from assistant.told_change import change_told
from corpus.swedish.concepts import concepts_in
from tests.assistant.test_check import source


def alike(words: str) -> Subject:
    """All words of one weight, and every sentence much like the question."""
    concepts = concepts_in(words)
    return Subject(concepts, (1 / len(concepts),) * len(concepts), concepts, lambda texts: [0.8] * len(texts))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Antalet resor har minskat med 70 per månad.", ("Antalet resor har minskat med 70 per månad [1].",)),
        ("Antalet resor är 70 per månad.", ()),
        ("Antalet resor har minskat från 90 till 70.", ()),
        ("Antalet hundar har minskat med 70.", ()),
    ],
)
def test_a_sentence_that_says_by_how_much_answers_for_all_that_is_asked(text: str, told: tuple[str, ...]) -> None:
    asked = "Hur mycket har resorna minskat?"
    reading = Reading(asked, "resorna", Intent.COMPUTE, Scope(), operation="difference")
    draft = change_told(reading, [source(text)], alike("resorna"))
    assert (draft.sentences if draft else ()) == told
