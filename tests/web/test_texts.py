import string
import tomllib

import pytest

from web.about import TEXTS
from web.texts import LANGUAGES, texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_text_with_the_same_values(language: str) -> None:
    assert _shape(language) == _shape("sv")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_tells_the_same_about_the_page(language: str) -> None:
    told = tomllib.loads((TEXTS / f"about.{language}.toml").read_text("utf-8"))
    assert [len(section["text"]) for section in told["section"]] == [2, 2, 3, 1, 2, 3]


def _shape(language: str) -> dict[str, list[str]]:
    def names(text: str) -> list[str]:
        return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)

    return {key: names(text) for key, text in texts(language).items()}
