"""A model's text is read sentence by sentence, as soon as each is finished."""

import re
from itertools import accumulate

import pytest

from assistant.replying import Said, said_in, schema_of

JSON = '{"meningar": ["Budgeten är \\"stor\\" [1].", "En till. Två [2]."], "fragor": ["Vad kostar det?"]}'


def test_json_is_read_string_by_string() -> None:
    assert list(said_in([JSON])) == [
        Said('Budgeten är "stor" [1].'),
        Said("En till [2]."),
        Said("Två [2]."),
        Said("Vad kostar det?", is_question=True),
    ]


@pytest.mark.parametrize("text", [JSON, f"```json\n{JSON}\n```", "Det är så. [1]\n\nT.ex. så [2][3].\nVad då?"])
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_it_makes_no_difference_how_the_text_is_cut_into_pieces(text: str, size: int) -> None:
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    assert list(said_in(pieces)) == list(said_in([text]))


def test_a_sentence_is_told_before_the_next_has_come() -> None:
    texts = ['{"meningar": ["Ett [1].', '", "Tv', "å [2].", '"], "fragor": []}']
    told = [len(list(said_in([text]))) for text in accumulate(texts)]
    assert told == [0, 1, 1, 2]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("3) Det är så [1].", "Det är så [1]."),
        ("Det är så. [1]", "Det är så [1]."),
        ("Det är så. [1] [2] [3].", "Det är så [1][2][3]."),
        ("- Det är så [1, 2].", "Det är så [1][2]."),
        ("1. Det är så [1]", "Det är så [1]"),
        ("Det  är\tså [1].", "Det är så [1]."),
        ("Andelen är 58% [1].", "Andelen är 58\N{NO-BREAK SPACE}% [1]."),
    ],
)
def test_labels_bullets_and_blanks_are_put_right(text: str, sentence: str) -> None:
    assert list(said_in([text])) == [Said(sentence)]


@pytest.mark.parametrize("text", ["", "  ", "{", '{"meningar": [', '{"meningar": ["Halv', "{}", "{]"])
def test_what_is_not_finished_is_not_told(text: str) -> None:
    assert list(said_in([text])) == []


def test_a_server_that_can_is_held_to_one_sentence_a_string_and_to_labels_that_there_are() -> None:
    pattern = schema_of(2)["properties"]["meningar"]["items"]["pattern"]  # type: ignore[index]
    for sentence in ("Kostnaden för gatorna är 5,2 mnkr [1].", "Mötet börjar klockan åtta i huset [1] [2]."):
        assert re.fullmatch(pattern, sentence)
    for sentence in ("Gatorna är många. De är långa [1].", "Gatorna är många och långa [3].", "Gatorna är många."):
        assert not re.fullmatch(pattern, sentence)
