"""The dense index: a generation built from stored vectors, swapped in whole, rebuilt when damaged."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import chromadb
import pytest
from chromadb.config import Settings

from tests.vectorstore.small import LETTERS, SmallEmbedder, keep
from vectorstore.index import DenseIndex, fingerprint
from vectorstore.store import Store

TEXTS = ("hemtjänst timmar", "skola elever", "avgifter för vatten")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = Store(tmp_path / "index.sqlite")
    yield found
    found.close()


@pytest.fixture
def index(tmp_path: Path) -> Iterator[DenseIndex]:
    found = DenseIndex(tmp_path / "chroma")
    yield found
    found.close()


def nearest(index: DenseIndex, text: str, *documents: str, k: int = 1) -> list[str]:
    return [name for name, _ in index.search(SmallEmbedder().query(f"Mål {text}"), documents, k)]


def generations(index: DenseIndex) -> list[str]:
    return sorted(folder.name for folder in index.folder.iterdir() if folder.is_dir())


def test_an_index_not_opened_yet_finds_nothing(index: DenseIndex) -> None:
    assert nearest(index, "skola", "a") == []


def test_the_nearest_passage_is_found_with_its_likeness(store: Store, index: DenseIndex) -> None:
    keep(store, SmallEmbedder(), "a", *TEXTS)
    index.refresh(store, SmallEmbedder())
    (best, *rest) = index.search(SmallEmbedder().query(f"Mål {TEXTS[1]}"), ["a"], 3)
    assert best == ("a1", pytest.approx(1.0, abs=1e-3))
    assert {name for name, _ in rest} == {"a0", "a2"}


def test_only_the_documents_asked_for_are_searched(store: Store, index: DenseIndex) -> None:
    keep(store, SmallEmbedder(), "a", *TEXTS)
    keep(store, SmallEmbedder(), "b", *TEXTS)
    index.refresh(store, SmallEmbedder())
    assert sorted(nearest(index, TEXTS[0], "b", k=9)) == ["b0", "b1", "b2"]
    assert (nearest(index, TEXTS[0]), nearest(index, TEXTS[0], "c")) == ([], [])


def test_a_passage_of_many_windows_is_found_once(store: Store, index: DenseIndex) -> None:
    keep(store, SmallEmbedder(), "a", "ord " * 200, "annat")
    index.refresh(store, SmallEmbedder())
    assert nearest(index, "ord ord", "a", k=9) == ["a0", "a1"]


def test_a_passage_of_many_windows_does_not_hide_the_next(store: Store, index: DenseIndex) -> None:
    keep(store, SmallEmbedder(), "a", "ord " * 200, "annat")
    index.refresh(store, SmallEmbedder())
    assert nearest(index, "ord ord", "a", k=2) == ["a0", "a1"]


def test_a_new_generation_takes_the_place_of_the_old_one(store: Store, index: DenseIndex) -> None:
    keep(store, SmallEmbedder(), "a", TEXTS[0])
    index.refresh(store, SmallEmbedder())
    before = generations(index)
    keep(store, SmallEmbedder(), "b", TEXTS[1])
    index.refresh(store, SmallEmbedder())
    assert nearest(index, TEXTS[1], "a", "b") == ["b0"]
    mark = fingerprint(store, SmallEmbedder())
    assert (generations(index), (index.folder / "CURRENT").read_text("utf-8")) == ([mark], mark)
    assert before != [mark]


def test_the_same_content_is_the_same_generation_and_is_not_built_again(store: Store, index: DenseIndex) -> None:
    keep(store, SmallEmbedder(), "a", *TEXTS)
    index.refresh(store, SmallEmbedder())
    made = (index.folder / "CURRENT").stat().st_mtime_ns
    index.refresh(store, SmallEmbedder())
    again = DenseIndex(index.folder)
    again.refresh(store, SmallEmbedder())
    assert nearest(again, TEXTS[2], "a") == ["a2"]
    assert (index.folder / "CURRENT").stat().st_mtime_ns == made
    again.close()


def test_a_generation_is_of_one_embedder_and_one_content(store: Store) -> None:
    keep(store, SmallEmbedder(), "a", *TEXTS)
    marks = {fingerprint(store, SmallEmbedder("ett")), fingerprint(store, SmallEmbedder("två"))}
    store.remove("a")
    assert len(marks | {fingerprint(store, SmallEmbedder("ett"))}) == 3


def cut_file(folder: Path) -> None:
    whole = (folder / "chroma.sqlite3").read_bytes()
    (folder / "chroma.sqlite3").write_bytes(whole[: len(whole) // 2])


def empty_folder(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def forget_current(folder: Path) -> None:
    (folder.parent / "CURRENT").unlink()


@pytest.mark.parametrize("damage", [cut_file, empty_folder, shutil.rmtree, forget_current])
def test_a_damaged_generation_is_rebuilt_from_stored_vectors(
    store: Store, index: DenseIndex, damage: Callable[[Path], None]
) -> None:
    keep(store, SmallEmbedder(), "a", *TEXTS)
    index.refresh(store, SmallEmbedder())
    index.close()
    damage(index.folder / generations(index)[0])
    embedder, again = SmallEmbedder(), DenseIndex(index.folder)
    again.refresh(store, embedder)
    assert (nearest(again, TEXTS[1], "a"), embedder.seen) == (["a1"], [])
    again.close()


def test_a_generation_without_its_graph_is_rebuilt(store: Store, index: DenseIndex) -> None:
    keep(store, SmallEmbedder(), "a", *(f"{LETTERS[n % 29] * (n // 29 + 1)} ord" for n in range(1100)))
    index.refresh(store, SmallEmbedder())
    index.close()
    for graph in (index.folder / generations(index)[0]).glob("*/"):
        shutil.rmtree(graph)
    again = DenseIndex(index.folder)
    again.refresh(store, SmallEmbedder())
    assert nearest(again, "bb ord", "a") == ["a30"]


def test_a_generation_left_half_built_is_swept_away(store: Store, index: DenseIndex) -> None:
    keep(store, SmallEmbedder(), "a", TEXTS[0])
    half = index.folder / ".half-123.tmp"
    half.mkdir(parents=True)
    (half / "chroma.sqlite3").write_bytes(b"")
    index.refresh(store, SmallEmbedder())
    assert generations(index) == [fingerprint(store, SmallEmbedder())]


def test_an_empty_store_has_an_empty_index(store: Store, index: DenseIndex) -> None:
    index.refresh(store, SmallEmbedder())
    assert nearest(index, "skola", "a") == []


def test_a_generation_that_is_gone_while_it_is_open_finds_nothing_and_raises_nothing(
    store: Store, index: DenseIndex
) -> None:
    keep(store, SmallEmbedder(), "a", *TEXTS)
    index.refresh(store, SmallEmbedder())
    assert nearest(index, "skola", "a") != []
    client = chromadb.PersistentClient(str(index.folder / generations(index)[0]), Settings(anonymized_telemetry=False))
    client.delete_collection(client.list_collections()[0].name)
    assert nearest(index, "skola", "a") == []
