"""Any chat model as a stream of text, or ModelUnavailable; the only file that knows LangChain's chat models."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from assistant.prompts import reply
from assistant.tokens import Counter, counter_of

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessageChunk

LONGEST_REPLY = 350  # tokens
CONNECTING = 5.0  # seconds that a server has to take the call
RETRIES, PAUSE = 1, 0.5  # seconds before the second try
PASSING = ("down", "quota")  # what a second try may get past
OPENAI = ("openai", "azure_openai")
PROVIDERS = {
    "openai": "langchain-openai", "azure_openai": "langchain-openai", "ollama": "langchain-ollama",
    "anthropic": "langchain-anthropic", "mistralai": "langchain-mistralai", "google_genai": "langchain-google-genai",
}  # fmt: skip
KEYS = ("OPENAI_API_KEY", "AZURE_OPENAI_API_KEY")
REASONS = {401: "key", 402: "quota", 403: "key", 404: "unknown", 408: "slow", 429: "quota", 504: "slow"}
NOT_TAKEN = (400, 422, 501)  # a server that knows no JSON schema, or no such temperature
log = logging.getLogger(__name__)


class ModelUnavailable(Exception):
    """The model gives no answer, or not the whole of it; the message says why, to a user, and holds no key."""


class ModelMisnamed(Exception):
    """PLANSVAR_MODEL names nothing that can be opened; the message says what to change or install."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of what a model writes; the tokens read and written come with one of the pieces."""

    text: str
    tokens_in: int = 0
    tokens_out: int = 0


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which model, where it is, and what it may take: seconds an answer, tokens a prompt."""

    name: str
    url: str = ""
    seconds: int = 60
    room: int = 1800
    tokenizer: str = ""


class Model:
    """One chat model: asked with a prompt of at most `room` tokens, it streams its text within its seconds."""

    def __init__(self, chosen: Chosen, chat: BaseChatModel, count: Counter, form: str) -> None:
        self.name, self.room, self.count = chosen.name, chosen.room, count
        self._chat, self._seconds, self._form = chat, chosen.seconds, form

    def write(self, told: str, asked: str, schema: Mapping[str, object] | None = None) -> Iterator[Piece]:
        """What the model writes, as JSON after the schema where its server can. Raises ModelUnavailable."""
        until, again = monotonic() + self._seconds, RETRIES
        while True:
            begun = False
            try:
                for piece in self._pieces(told, asked, schema):
                    begun = True
                    yield piece
                    if monotonic() > until:
                        raise TimeoutError
                return
            except Exception as error:  # whatever a provider's library raises ends here
                reason = _reason(error, begun)
                log.warning("%s: %s (%s)", self.name, reason, type(error).__name__)
                if not begun and self._takes_no_schema(error):
                    continue
                if reason not in PASSING or not again or monotonic() > until:
                    raise ModelUnavailable(reply("model", reason)) from None
                again -= 1
                sleep(PAUSE)

    def _takes_no_schema(self, error: Exception) -> bool:
        """Was it the schema that the server did not take? From then on it is asked for plain text."""
        known, self._form = self._form, "" if _code(error) in NOT_TAKEN else self._form
        return known != self._form

    def _pieces(self, told: str, asked: str, schema: Mapping[str, object] | None) -> Iterator[Piece]:
        bound: dict[str, Any] = _form(self._form, schema) if schema else {}
        with closing(self._chat.stream([("system", told), ("human", asked)], **bound)) as stream:  # type: ignore[type-var]
            yield from map(_piece, stream)


def open_model(chosen: Chosen, folder: Path) -> Model:
    """The model that a name such as openai:gpt-5-mini stands for, at its provider or at an address.

    Keys come from the environment alone; vocabularies are kept in `folder`. Raises ModelMisnamed.
    """
    # Nothing but the model's own server is told what is asked, whatever else the environment says.
    os.environ.update(LANGSMITH_TRACING="false", LANGCHAIN_TRACING_V2="false")
    provider, _, model = chosen.name.partition(":")
    if chosen.url and provider not in PROVIDERS:
        provider, model = "openai", chosen.name
    if provider not in PROVIDERS or not model:
        raise ModelMisnamed(reply("model", "misnamed", model=chosen.name))
    try:
        chat = _chat(provider, model, chosen)
        count = counter_of(model, chosen.tokenizer, folder)
    except ImportError as error:
        raise ModelMisnamed(reply("model", "package", model=chosen.name, package=PROVIDERS[provider])) from error
    except OSError as error:
        raise ModelMisnamed(reply("model", "tokenizer", path=chosen.tokenizer)) from error
    return Model(chosen, chat, count, provider if provider in (*OPENAI, "ollama") else "")


def _chat(provider: str, model: str, chosen: Chosen) -> BaseChatModel:
    from langchain.chat_models import init_chat_model

    address = "azure_endpoint" if provider == "azure_openai" else "base_url"
    options: dict[str, Any] = {"temperature": 0, address: chosen.url or None}
    options |= _of_openai(chosen) if provider in OPENAI else {}
    given = {name: value for name, value in options.items() if value is not None}
    try:
        found: BaseChatModel = init_chat_model(model, model_provider=provider, **given)
    except ImportError:
        raise
    except Exception as error:  # a key or an address that is missing, said by each provider in its own way
        log.debug("%s", type(error).__name__)
        raise ModelMisnamed(reply("model", "no_key", model=chosen.name)) from None
    return found


def _of_openai(chosen: Chosen) -> dict[str, Any]:
    from httpx2 import Timeout

    from assistant.punctual import PunctualClient

    options = {"timeout": Timeout(chosen.seconds, connect=CONNECTING), "max_retries": 0,
               "max_tokens": LONGEST_REPLY, "stream_usage": True,
               "http_client": PunctualClient(chosen.seconds)}  # fmt: skip
    keyless = chosen.url and not any(os.environ.get(name) for name in KEYS)
    return options | ({"api_key": "none"} if keyless else {})


def _form(provider: str, schema: Mapping[str, object]) -> dict[str, Any]:
    """How a provider is told to write JSON after a schema.

    OpenAI's library would parse the whole once more, and fail where it was cut or is no JSON: it is not told of it.
    """
    if provider in OPENAI:
        form = {"type": "json_schema", "json_schema": {"name": "svar", "schema": schema, "strict": True}}
        return {"extra_body": {"response_format": form}}
    return {"format": schema} if provider == "ollama" else {}


def _piece(chunk: BaseMessageChunk) -> Piece:
    used = getattr(chunk, "usage_metadata", None) or {}
    return Piece(str(chunk.text), used.get("input_tokens", 0), used.get("output_tokens", 0))


def _code(error: Exception) -> int:
    return int(getattr(error, "status_code", None) or 0)


def _reason(error: Exception, begun: bool) -> str:
    """Why there is no answer, as one of the sentences of the program."""
    code, kind = _code(error), type(error).__name__
    if isinstance(error, TimeoutError) or "Timeout" in kind:
        return "slow"
    if begun:
        return "broken"
    if code in REASONS:
        return REASONS[code]
    if code >= 500 or "Connect" in kind:
        return "down"
    return "refused" if code >= 400 else "broken"
