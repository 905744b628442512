"""Every path, name and threshold that one may want to turn, as one frozen value (environment PLANSVAR_*)."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Settings:
    """Read once, at an entry point; everything else takes plain arguments."""

    corpus: Path = HERE / "corpus" / "pdf"
    data: Path = HERE / ".plansvar"
    embedder: str = str(HERE / "vectorstore" / "embedder" / "model")
    chroma_url: str = ""
    host: str = "127.0.0.1"
    port: int = 7860
    user_header: str = ""
    proxies: str = "127.0.0.1"
    model: str = ""
    model_url: str = ""
    model_timeout: int = 60
    model_prompt: int = 1800
    model_tokenizer: str = ""


def read_settings(**given: object) -> Settings:
    """Settings from the environment (PLANSVAR_CORPUS, …); a value given here goes before it.

    Raises ValueError, in words for the user, for a value that is not of its field's kind.
    """
    values: dict[str, object] = {}
    for field in fields(Settings):
        raw = given.get(field.name) or os.environ.get(f"PLANSVAR_{field.name.upper()}")
        if raw:
            values[field.name] = _of_kind(field.name, raw, type(field.default))
    return Settings(**values)  # type: ignore[arg-type]


def _of_kind(name: str, raw: object, kind: type) -> object:
    if issubclass(kind, Path):
        return Path(str(raw)).expanduser()
    try:
        return int(str(raw)) if kind is int else str(raw)
    except ValueError:
        message = f"PLANSVAR_{name.upper()} ska vara ett heltal, men är ”{raw}”."
        raise ValueError(message) from None
