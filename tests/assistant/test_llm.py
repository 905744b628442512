"""A language model behind a real socket: what it says, and every way in which it may fail."""

from pathlib import Path

import pytest

from assistant.llm import Chosen, Model, ModelMisnamed, ModelUnavailable, Piece, open_model
from tests.assistant.chat_server import Server, chat_server

KEY = "sk-hemligt-1234567890"
SCHEMA = {"type": "object", "properties": {"meningar": {"type": "array"}}, "required": ["meningar"]}


def opened(server: Server, folder: Path, seconds: int = 5, name: str = "openai:m") -> Model:
    return open_model(Chosen(name, server.url, seconds), folder)


def said(model: Model, schema: dict[str, object] | None = None) -> str:
    return "".join(piece.text for piece in model.write("Regler", "Fråga", schema))


def test_the_text_comes_in_pieces_and_its_tokens_with_them(tmp_path: Path) -> None:
    with chat_server("Hej på dig") as server:
        pieces = [piece for piece in opened(server, tmp_path).write("Regler", "Fråga") if piece != Piece("")]
    assert "".join(piece.text for piece in pieces) == "Hej på dig "
    assert [(p.tokens_in, p.tokens_out) for p in pieces if p.tokens_in] == [(40, 5)]
    sent = server.calls[0]
    assert [(m["role"], m["content"]) for m in sent["messages"]] == [("system", "Regler"), ("user", "Fråga")]
    assert (sent["temperature"], sent["stream"], sent["model"]) == (0.0, True, "m")


def test_a_name_with_a_colon_at_ones_own_server_is_the_servers_name_for_it(tmp_path: Path) -> None:
    with chat_server("Hej") as server:
        said(opened(server, tmp_path, name="qwen2.5:7b"))
    assert server.calls[0]["model"] == "qwen2.5:7b"


def test_a_schema_is_asked_for_and_a_server_that_takes_none_is_asked_for_plain_text(tmp_path: Path) -> None:
    with chat_server(400, "Hej", "Hej igen") as server:
        model = opened(server, tmp_path)
        assert (said(model, SCHEMA), said(model, SCHEMA)) == ("Hej ", "Hej igen ")
    assert ["response_format" in call for call in server.calls] == [True, False, False]


@pytest.mark.parametrize(
    ("doings", "sentence"),
    [
        ([401], "modellens server godtar inte nyckeln."),
        ([404], "modellens server känner inte till modellen."),
        ([429], "modellens kvot är slut för tillfället."),
        ([500], "modellens server går inte att nå."),
        ([402], "modellens kvot är slut för tillfället."),
        ([400, 400], "modellens server tog inte emot frågan."),
        ([("wait", 3)], "modellen hann inte svara i tid."),
        ([("alive", 5)], "modellen hann inte svara i tid."),
        ([("cut", "Hemtjänsten kostar")], "modellens svar avbröts."),
    ],
)
def test_a_failure_is_one_sentence_without_the_key(
    doings: list[object],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with chat_server(*doings) as server, pytest.raises(ModelUnavailable) as raised:
        said(opened(server, tmp_path, seconds=1))
    assert str(raised.value) == sentence
    assert KEY in server.keys[0]
    assert "hemligt" not in f"{raised.value!r} {caplog.text}"


@pytest.mark.parametrize("code", [429, 500, 503])
def test_what_may_pass_is_tried_once_more(code: int, tmp_path: Path) -> None:
    with chat_server(code, "Hej") as server:
        assert said(opened(server, tmp_path)) == "Hej "


def test_a_server_that_is_not_there_is_told_as_such(tmp_path: Path) -> None:
    with chat_server("Hej") as server:
        model = opened(server, tmp_path)
    with pytest.raises(ModelUnavailable, match="går inte att nå"):
        said(model)


def test_what_has_begun_is_not_begun_again(tmp_path: Path) -> None:
    with chat_server(("cut", "Hej på"), "Hej") as server, pytest.raises(ModelUnavailable):
        said(opened(server, tmp_path))
    assert len(server.calls) == 1


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("mistralai:stor", "python -m pip install langchain-mistralai"),
        ("gpt-5-mini", "den leverantören är okänd"),
        ("openai:", "den leverantören är okänd"),
        ("openai:gpt-5-mini", "OPENAI_API_KEY"),
    ],
)
def test_a_model_that_cannot_be_opened_says_what_to_do(
    name: str, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(ModelMisnamed, match=sentence):
        open_model(Chosen(name), tmp_path)


def test_a_tokenizer_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelMisnamed, match=r"tokenizer\.json"):
        open_model(Chosen("openai:m", "http://127.0.0.1:1/v1", tokenizer=str(tmp_path / "saknas.json")), tmp_path)


def test_nothing_is_told_to_a_tracing_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from langsmith.utils import get_env_var, tracing_is_enabled

    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    monkeypatch.setenv("LANGCHAIN_TRACING_V2", "true")
    open_model(Chosen("openai:m", "http://127.0.0.1:1/v1"), tmp_path)
    get_env_var.cache_clear()
    assert tracing_is_enabled() is False


def test_a_model_in_azure_is_reached_at_its_endpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_API_VERSION", "2026-01-01")
    with chat_server("Hej") as server:
        address = server.url.removesuffix("/v1")
        model = open_model(Chosen("azure_openai:gpt-5-mini", address, 5), tmp_path)
        assert said(model) == "Hej "
    assert server.paths == ["/openai/deployments/gpt-5-mini/chat/completions?api-version=2026-01-01"]
