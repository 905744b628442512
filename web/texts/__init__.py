"""The words of the page, one file a language."""

import tomllib
from collections.abc import Mapping
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LANGUAGES = {"sv": "På svenska", "en": "In English"}
LANGUAGE_COOKIE = "sprak"
# Of the request that is being answered; a server speaks to several users at once.
_spoken: ContextVar[str] = ContextVar("language", default="sv")


@cache
def texts(language: str = "sv") -> Mapping[str, str]:
    """Every word that the page shows in `language`."""
    here = Path(__file__).parent
    paths = [here / f"{part}{language}.toml" for part in ("", "evaluate.")]
    return {name: said for path in paths for name, said in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def speak(language: str) -> None:
    """Choose the language of this request; one that there is no file for becomes Swedish."""
    _spoken.set(language if language in LANGUAGES else "sv")


def spoken() -> str:
    """The language of this request."""
    return _spoken.get()


def text(name: str, **values: object) -> str:
    """One text of the page with its {names} filled in."""
    return texts(spoken())[name].format(**values)
