"""The command line with a language model in its settings."""

from pathlib import Path

import pytest

import app


def test_a_model_that_cannot_be_had_is_one_sentence_that_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLANSVAR_DATA", str(tmp_path))
    for model, url, sentence in (
        ("påhittad:modell", "", "leverantören är okänd"),
        ("mistralai:stor", "", "pip install langchain-mistralai"),
        ("", "http://127.0.0.1:1/v1", "PLANSVAR_MODEL_URL är satt, men inte PLANSVAR_MODEL"),
    ):
        monkeypatch.setenv("PLANSVAR_MODEL", model)
        monkeypatch.setenv("PLANSVAR_MODEL_URL", url)
        assert app.main(["ask", "Vad kostar hemtjänsten?"]) == 2
        assert sentence in capsys.readouterr().err
