"""Swedish words: what is one word, and which forms of a word meet in a stem."""

import pytest

from corpus.swedish.words import clean_text, content_tokens, fold, lexicon, light_words, stem, stop_words, tokens


def test_swedish_letters_stay_as_they_are() -> None:
    assert tokens("Åldrandet på Öland: ÄLDRE, naïv idé") == ["åldrandet", "på", "öland", "äldre", "naïv", "idé"]


def test_a_letter_with_a_hyphen_belongs_to_its_word() -> None:
    assert tokens("E-tjänst och e-tjänster, men vård- och omsorg") == [
        "etjänst", "och", "etjänster", "men", "vård", "och", "omsorg"
    ]  # fmt: skip


def test_single_letters_are_no_words_but_single_figures_are() -> None:
    assert tokens("I F O 1 § 2022") == ["1", "2022"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("omsorgs-\nförvaltningen", "omsorgsförvaltningen"),
        ("vård-\noch omsorg", "vård- och omsorg"),
        ("barn- \n samt unga", "barn- samt unga"),
        ("äldre\u00adomsorg", "äldreomsorg"),
        ("ﬁnansiering", "finansiering"),
        ("a\u030alder", "ålder"),
        ("  två\n\n  rader\t", "två rader"),
    ],
)
def test_text_is_made_whole_before_it_is_read(written: str, meant: str) -> None:
    assert clean_text(written) == meant


def test_every_dash_compares_as_a_hyphen() -> None:
    assert fold("2022–2024 −5 VÅRD‑OMSORG") == "2022-2024 -5 vård-omsorg"


@pytest.mark.parametrize(
    "forms",
    [
        "skola skolan skolans skolor skolorna",
        "kostnad kostnaden kostnader kostnaderna kostnads",
        "revidering revideringen revidera reviderar revideras reviderad",
        "hemtjänst hemtjänsten hemtjänstens",
        "socialpsykiatri socialpsykiatrin socialpsykiatrins",
        "underskott underskottet",
        "boende boendet boenden boendena",
        "nämnd nämnden nämndens nämnder nämnderna",
        "mål målet målen målens",
        "avgift avgiften avgifter avgifterna",
        "sjukfrånvaro sjukfrånvaron",
        "verksamhet verksamheten verksamheter verksamheterna",
        "e-tjänst e-tjänsten e-tjänster",
    ],
)
def test_the_forms_of_a_word_meet_in_one_stem(forms: str) -> None:
    assert len({stem(word) for form in forms.split() for word in tokens(form)}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("hemtjänst", "hemsjukvård"), ("man", "män"), ("budget", "bud"), ("fall", "fallet7"), ("vård", "värd")],
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["2022", "a12", "74922", "covid19"])
def test_what_holds_a_figure_is_not_stemmed(word: str) -> None:
    assert stem(word) == word


def test_stop_words_carry_no_subject_but_words_that_turn_a_meaning_do() -> None:
    assert content_tokens("Är det över budget, inte under?") == ["över", "budget", "inte", "under"]


def test_the_word_lists_are_lower_case_single_words_given_once() -> None:
    for words in (stop_words(), light_words(), frozenset(lexicon())):
        assert {word for word in words if word != word.lower() or len(word.split()) != 1} == set()


def test_the_lexicon_counts_every_word_and_holds_the_everyday_ones() -> None:
    assert len(lexicon()) > 40_000
    assert min(lexicon().values()) > 0
    assert lexicon()["och"] > lexicon()["kommunen"] > lexicon()["hemtjänst"] > 0


def test_the_mark_of_a_note_is_no_part_of_a_word() -> None:
    assert tokens("Enligt lex Sarah⁴ är golvet 25 m²") == ["enligt", "lex", "sarah", "är", "golvet", "25", "m2"]


def test_a_typographic_hyphen_at_the_end_of_a_line_breaks_no_word() -> None:
    assert clean_text("avlopps\u2010\ngruppen") == "avloppsgruppen"
