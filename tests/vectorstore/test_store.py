"""The store: a document is there entirely or not at all, and what is taken out leaves nothing behind."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from corpus.documents import Box, Doubt, Figure, FigureKind, Page, Passage, PassageKind
from tests.vectorstore.small import SmallEmbedder, document, keep, passage
from vectorstore.store import Store

UNCLEAR = Doubt(2, "sum", "oklart", ("a0",))
PAGES = [Page(1, "i", 595, 842, "Ett"), Page(2, "1", 595, 842, "Två")]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = Store(tmp_path / "index.sqlite")
    yield found
    found.close()


def found(store: Store, term: str, *documents: str) -> list[str]:
    return [name for name, _, _ in store.match(f'"{term}"', documents, 10)]


def test_everything_of_a_document_comes_back_as_it_was(store: Store) -> None:
    figure = Figure(
        Decimal("-74922.50"), "−74 922,50", "tkr", 2022, "jan–apr", FigureKind.BUDGET, ("Hemtjänst", "Netto"),
        "Budget", 2, Box(2, 1.5, 2, 3, 4), "a0",
    )  # fmt: skip
    blank = replace(figure, value=None, text="", year=None, box=None)
    row = Passage(
        "a0",
        "a",
        PassageKind.ROW,
        ("Mål", "Åtgärder"),
        "rad",
        (1, 2),
        0,
        "a-t01",
        (Box(1, 0, 0, 1, 1),),
        (figure, blank),
    )
    store.put(document("a"), Path("/planer/a.pdf"), PAGES, [(row, "rad"), (passage("a", 1, "text"), "text")], [UNCLEAR])
    assert store.documents() == [document("a")]
    assert store.pages_of("a") == PAGES
    assert store.passages_of("a") == [row, passage("a", 1, "text")]
    assert store.passages_of("a", "a-t01") == [row]
    assert store.passages(["a0", "okänd"]) == {"a0": row}
    assert (store.path_of("a"), store.doubts_of("a")) == (Path("/planer/a.pdf"), [UNCLEAR])


def test_what_is_not_there_is_empty(store: Store) -> None:
    assert (store.documents(), store.pages_of("x"), store.passages_of("x"), store.doubts_of("x")) == ([], [], [], [])
    assert (store.path_of("x"), store.state("x"), store.remove("x")) == (None, "", False)
    assert (store.vectors("liten", []), store.frequencies([]), store.passages([])) == ({}, {}, {})


def test_a_new_version_takes_the_place_of_the_old_one(store: Store) -> None:
    keep(store, SmallEmbedder(), "a", "gammal budget", "gammal plan")
    keep(store, SmallEmbedder(), "a", "ny budget")
    assert [p.text for p in store.passages_of("a")] == ["ny budget"]
    assert found(store, "gammal", "a") == []
    assert "gammal" not in store.vocabulary()


def test_a_document_taken_out_leaves_nothing_behind(store: Store) -> None:
    keep(store, SmallEmbedder(), "a", "hemtjänst timmar")
    keep(store, SmallEmbedder(), "b", "skola platser")
    assert store.remove("a")
    assert store.documents() == [document("b")]
    assert store.passage_ids() == {"b0": "b"}
    assert store.pages_of("a") == []
    assert found(store, "hemtjänst", "a", "b") == []
    assert store.vocabulary() == ["plat", "skol"]


def test_a_fault_in_the_middle_leaves_the_version_before(store: Store) -> None:
    keep(store, SmallEmbedder(), "a", "gammal plan")
    twice = [(passage("a", 0, "ny"), "ny"), (passage("a", 0, "ny"), "ny")]
    with pytest.raises(Exception, match="UNIQUE"):
        store.put(document("a"), Path("a.pdf"), PAGES, twice)
    assert [p.text for p in store.passages_of("a")] == ["gammal plan"]
    assert (found(store, "gammal", "a"), found(store, "ny", "a")) == (["a0"], [])


def test_another_reader_sees_only_whole_documents(store: Store) -> None:
    keep(store, SmallEmbedder(), "a", "gammal plan")
    reader = Store(store.path)
    keep(store, SmallEmbedder(), "b", "ny plan")
    assert sorted(reader.passage_ids().values()) == ["a", "b"]
    reader.close()


def test_terms_are_found_with_their_swedish_letters_within_the_documents_asked_for(store: Store) -> None:
    keep(store, SmallEmbedder(), "a", "vård", "värd")
    keep(store, SmallEmbedder(), "b", "vård")
    assert [found(store, term, "a") for term in ("vård", "värd", "vard")] == [["a0"], ["a1"], []]
    assert found(store, "vård", "a", "b") == ["a0", "b0"]
    assert found(store, "vård") == []


def test_a_term_counts_once_for_each_passage_that_holds_it(store: Store) -> None:
    keep(store, SmallEmbedder(), "a", "vård vård vård", "vård plan")
    assert store.frequencies(["vård", "plan", "skola"]) == {"vård": 2, "plan": 1}


def test_vectors_are_kept_by_model_and_content_to_half_precision(store: Store) -> None:
    row = np.array([0.1, -0.2, 0.3], np.float32)
    store.put_vectors("liten", {f"k{n}": row * n for n in range(1200)})
    known = store.vectors("liten", [f"k{n}" for n in range(1200)])
    assert len(known) == 1200
    np.testing.assert_allclose(known["k3"], row * 3, atol=1e-3)
    assert (known["k3"].dtype, store.vectors("annan", ["k3"]), store.vectors("liten", ["okänd"])) == (
        np.float32,
        {},
        {},
    )


def test_the_state_of_the_index_is_kept_by_name(store: Store) -> None:
    store.set_state("embedder", "ett")
    store.set_state("embedder", "två")
    store.close()
    again = Store(store.path)
    assert again.state("embedder") == "två"
    again.close()
