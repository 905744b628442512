"""Words for another sort of the same thing."""

from corpus.swedish.compounds import siblings


def test_a_compound_with_the_same_end_and_another_beginning_is_of_another_thing() -> None:
    assert siblings("vattentaxan", "Avfallstaxan är oförändrad.") == ["avfallstaxan"]


def test_the_word_itself_its_end_alone_and_words_without_parts_are_not() -> None:
    assert siblings("vattentaxan", "Taxan för vatten, vattentaxan, höjs.") == []
    assert siblings("bro", "Hängbron är stängd.") == []
