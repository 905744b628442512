"""The program's own sentences, read from prompts/replies.toml."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

REPLIES = Path(__file__).resolve().parent.parent / "prompts" / "replies.toml"


@lru_cache(maxsize=1)
def replies() -> dict[str, dict[str, str]]:
    """Section -> name -> sentence."""
    return tomllib.loads(REPLIES.read_text("utf-8"))


def reply(section: str, name: str, **values: object) -> str:
    """One sentence with its places filled in. Raises KeyError for a sentence that is not there."""
    return replies()[section][name].format(**values)
