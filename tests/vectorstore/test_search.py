"""Search: both halves fused, never outside the documents asked for, slips in words understood."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.documents import ROW_TERM
from corpus.swedish.concepts import Concept, concepts_in
from tests.vectorstore.small import SmallEmbedder, document, keep, passage
from vectorstore.index import DenseIndex
from vectorstore.search import FUSION, LEXICAL, NEAREST, Hit, Searcher
from vectorstore.store import Store

PLAN = ("hemtjänst timmar för äldre", "skola elever", "avgifter för vatten", "hemtjänst avgifter")
OTHER = ("hemtjänst timmar för äldre i en annan kommun", "bibliotek böcker")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    found = Store(tmp_path_factory.mktemp("sökning") / "index.sqlite")
    keep(found, SmallEmbedder(), "a", *PLAN)
    keep(found, SmallEmbedder(), "b", *OTHER)
    yield found
    found.close()


@pytest.fixture(scope="module")
def searcher(store: Store) -> Iterator[Searcher]:
    index = DenseIndex(store.path.parent / "chroma")
    index.refresh(store, SmallEmbedder())
    yield Searcher(store, index, SmallEmbedder())
    index.close()


def weighed(question: str) -> list[tuple[Concept, float]]:
    return [(concept, 1.0) for concept in concepts_in(question)]


def search(searcher: Searcher, question: str, *documents: str, k: int = 9) -> list[Hit]:
    return searcher.search(question, weighed(question), documents, k)


def names(hits: list[Hit]) -> list[str]:
    return [hit.passage.id for hit in hits]


def test_what_both_halves_put_first_is_first(searcher: Searcher) -> None:
    best = search(searcher, "hemtjänst timmar för äldre", "a", k=1)
    assert [(hit.passage.id, hit.dense_rank, hit.lexical_rank) for hit in best] == [("a0", 1, 1)]
    assert best[0].score == pytest.approx(1 / (FUSION + 1) + LEXICAL / (FUSION + 1) + NEAREST)


def test_the_order_is_the_sum_of_what_the_places_in_both_halves_give(searcher: Searcher) -> None:
    hits = search(searcher, "avgifter för vatten", "a", "b")
    places = [(hit.dense_rank or 10**6, hit.lexical_rank or 10**6) for hit in hits]
    scores = [1 / (FUSION + dense) + LEXICAL / (FUSION + lexical) + NEAREST * (dense == 1) for dense, lexical in places]
    assert [hit.score for hit in hits] == pytest.approx(scores)
    assert scores == sorted(scores, reverse=True)
    assert len(hits) == len(PLAN) + len(OTHER)


def test_the_same_question_has_the_same_hits(searcher: Searcher) -> None:
    assert search(searcher, "hemtjänst", "a", "b") == search(searcher, "hemtjänst", "b", "a")


@pytest.mark.parametrize("question", ["hemtjänst timmar i en annan kommun", "bibliotek", "skola", "zzz"])
@pytest.mark.parametrize("documents", [("a",), ("b",), ()])
def test_no_other_document_is_ever_found(searcher: Searcher, question: str, documents: tuple[str, ...]) -> None:
    assert {hit.passage.document for hit in search(searcher, question, *documents)} <= set(documents)
    assert {hit.passage.document for hit in searcher.rows(weighed(question), documents, 9)} <= set(documents)


def test_a_question_without_a_subject_is_searched_by_meaning_alone(searcher: Searcher) -> None:
    hits = search(searcher, "och", "a")
    assert {hit.lexical_rank for hit in hits} == {0}
    assert len(hits) == len(PLAN)


@pytest.mark.parametrize(
    ("written", "meant"), [("hemtänst", "a0"), ("biblotek", "b1"), ("bibliotke", "b1"), ("hemtjäsnt", "a3")]
)
def test_a_misspelt_word_is_found_as_the_word_that_was_meant(searcher: Searcher, written: str, meant: str) -> None:
    concepts = searcher.spelled(concepts_in(written))
    found = searcher.search(written, [(concept, 1.0) for concept in concepts], ["a", "b"], 9)
    assert meant in [hit.passage.id for hit in found if hit.lexical_rank]
    assert {hit.lexical_rank for hit in search(searcher, written, "a", "b")} == {0}


@pytest.mark.parametrize("word", ["hemtjänst", "bok", "2022", "xylofonkonsert"])
def test_a_word_that_is_known_short_or_like_no_other_is_left_as_it_is(searcher: Searcher, word: str) -> None:
    (concept,) = concepts_in(word)
    (spelled,) = searcher.spelled([concept])
    assert spelled.found_in({"hemtjänst"}) == concept.found_in({"hemtjänst"})
    assert {form for form, weight in spelled.forms.items() if weight == 0.9} == {
        form for form, weight in concept.forms.items() if weight == 0.9
    }


def test_a_rare_word_tells_more_than_a_common_one(searcher: Searcher) -> None:
    weights = searcher.weigh(concepts_in("hemtjänst bibliotek rymdfart"))
    assert weights["hemtjänst"] < weights["bibliotek"] < weights["rymdfart"]


def test_rows_are_only_passages_with_figures_of_a_table(tmp_path: Path) -> None:
    entries = [(passage("c", 0, "Hemtjänst"), "hemtjänst"), (passage("c", 1, "Hemtjänst: 5"), f"hemtjänst {ROW_TERM}")]
    other = Store(tmp_path / "index.sqlite")
    other.put(document("c"), tmp_path, [], entries)
    searcher = Searcher(other, DenseIndex(tmp_path / "tom"), SmallEmbedder())
    assert names(searcher.rows(weighed("hemtjänst"), ["c"], 9)) == ["c1"]
    other.close()


def test_a_passage_that_was_taken_away_while_one_asks_is_left_out(tmp_path: Path) -> None:
    other = Store(tmp_path / "index.sqlite")
    keep(other, SmallEmbedder(), "c", "hemtjänst")
    keep(other, SmallEmbedder(), "d", "hemtjänst timmar")
    index = DenseIndex(tmp_path / "chroma")
    index.refresh(other, SmallEmbedder())
    other.remove("c")
    assert names(search(Searcher(other, index, SmallEmbedder()), "hemtjänst", "c", "d")) == ["d0"]
    index.close()
    other.close()


def test_texts_are_compared_by_meaning(searcher: Searcher) -> None:
    alike, other = searcher.likeness("skola", ["skola", "vatten"])
    assert alike == pytest.approx(1.0, abs=1e-6)
    assert other < alike
    assert searcher.likeness("skola", []) == []
