"""Passages taken apart into what may be told alone."""

import pytest

from assistant.evidence import sentences
from corpus.documents import Passage, PassageKind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mål: Energi | 2030: 168\nMål: Fordon | 2030: 41", ["Mål: Energi | 2030: 168", "Mål: Fordon | 2030: 41"]),
        ("Klimat:\nEnergi | 2030: 168", ["Klimat:\nEnergi | 2030: 168"]),
    ],
)
def test_a_row_is_told_alone_or_under_the_title_of_its_group(text: str, expected: list[str]) -> None:
    assert sentences(Passage("p", "d", PassageKind.ROW, (), text, (1,), 1)) == expected
