"""The texts of prompts/: the program's own sentences, and what a language model is told."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

PROMPTS = Path(__file__).resolve().parent.parent / "prompts"


@lru_cache(maxsize=1)
def replies() -> dict[str, dict[str, str]]:
    """Section -> name -> sentence."""
    return tomllib.loads((PROMPTS / "replies.toml").read_text("utf-8"))


def reply(section: str, name: str, **values: object) -> str:
    """One sentence with its places filled in. Raises KeyError for a sentence that is not there."""
    return replies()[section][name].format(**values)


@lru_cache(maxsize=8)
def prompt(name: str) -> str:
    """What a model is told before it is given something to do."""
    return (PROMPTS / f"{name}.md").read_text("utf-8").strip()


def version_of(name: str) -> str:
    """A prompt's name with the first letters of its checksum, so that an answer tells which wording made it."""
    return f"{name}-{sha256(prompt(name).encode()).hexdigest()[:8]}"
