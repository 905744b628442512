"""Words that tell how a question is meant, from question_words.toml."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from corpus.swedish.words import fold

QUESTION_WORDS = Path(__file__).parent / "question_words.toml"


@lru_cache(maxsize=1)
def _cues() -> dict[str, dict[str, re.Pattern[str]]]:
    sections = tomllib.loads(QUESTION_WORDS.read_text("utf-8"))
    return {name: {key: _pattern(words) for key, words in section.items()} for name, section in sections.items()}


def _pattern(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(map(fold, words), key=len, reverse=True)
    phrases = (r".{1,60}?".join(re.escape(part.strip()) for part in re.split(r"…|\.\.\.", w)) for w in longest_first)
    return re.compile(r"(?<!\w)(?:" + "|".join(phrases) + r")(?!\w)")


def _plain(text: str) -> str:
    """The text as cues are looked for: without phrases that hold a cue but ask nothing."""
    return _cues()["intent"]["ignore"].sub(" ", fold(text))


def cue(section: str, key: str, text: str) -> str:
    """The first cue of that kind which stands in the text as whole words, or ''."""
    match = _cues()[section][key].search(_plain(text))
    return match.group() if match else ""


def cues_in(section: str, text: str) -> tuple[str, ...]:
    """The keys of a section that have a cue in the text, in the file's order."""
    low = _plain(text)
    return tuple(key for key, pattern in _cues()[section].items() if pattern.search(low))


def opens_with(section: str, key: str, text: str) -> bool:
    """Does the text begin with a cue of that kind?"""
    return _cues()[section][key].match(fold(text)) is not None
