"""The words of the page, one file a language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def texts(language: str = "sv") -> Mapping[str, str]:
    """Every word that the page shows in `language`."""
    path = Path(__file__).with_name(f"{language}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def text(name: str, **values: object) -> str:
    """One text of the page with its {names} filled in."""
    return texts()[name].format(**values)
