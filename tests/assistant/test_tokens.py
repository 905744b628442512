"""A prompt is measured with the tokenizer of its model, and nothing is fetched for it."""

from pathlib import Path

import pytest

from assistant.tokens import counter_of, estimate
from settings import Settings

TEXT = "Hemtjänsten har en budgeterad nettokostnad på −74 922 tkr 2022."
OURS = str(Path(Settings().embedder) / "tokenizer.json")


@pytest.mark.parametrize(("model", "tokens"), [("gpt-4o", 23), ("gpt-4", 26)])
def test_openais_models_are_counted_with_tiktoken_without_the_network(
    model: str, tokens: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    assert counter_of(model, "", tmp_path)(TEXT) == tokens
    assert len(list(tmp_path.iterdir())) == 1


def test_a_model_with_a_tokenizer_of_its_own_is_counted_with_that(tmp_path: Path) -> None:
    assert counter_of("qwen", OURS, tmp_path)("hemtjänst i Timrå") > 2


def test_other_models_are_estimated_with_a_margin(tmp_path: Path) -> None:
    assert counter_of("qwen", "", tmp_path) is estimate
    assert estimate(TEXT) == 32
    assert estimate(TEXT) > counter_of("gpt-4o", "", tmp_path)(TEXT)
