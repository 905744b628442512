"""Words that tell how a question is meant, from question_words.toml."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from corpus.swedish.words import fold, light_words, stop_words

WHOLE_YEAR = "(?:helårs?|års|periods?)?"  # what a word such as budget may be joined to: helårsbudget
COMPOUND_KIND = re.compile(r"(?<!\w)\w{4,}?(budget|plan|prognos|utfall|avvikelse)(?:en|et|n|s|ens|ets)?(?!\w)")
TYPE_NOUN = re.compile(r"\b(?:vilka|vilken|vilket|hur många)\s+(\w+)")  # says what sort of thing is asked for
OPENING_MARKS = " ,.!:–-"  # between a greeting and the question
OPENING = 24  # letters within which a question word still opens the question
QUESTION_WORDS = Path(__file__).parent / "question_words.toml"


@lru_cache(maxsize=1)
def _cues() -> dict[str, dict[str, re.Pattern[str]]]:
    sections = tomllib.loads(QUESTION_WORDS.read_text("utf-8"))
    whole = {"kind": WHOLE_YEAR}
    return {
        name: {key: _pattern(words, whole.get(name, "")) for key, words in section.items()}
        for name, section in sections.items()
    }


@lru_cache(maxsize=1)
def column_words() -> frozenset[str]:
    """Every single word that names a kind of figure or a side of the accounts."""
    sections = tomllib.loads(QUESTION_WORDS.read_text("utf-8"))
    cues = (cue for name in ("kind", "side") for words in sections[name].values() for cue in words)
    return frozenset(fold(cue) for cue in cues if " " not in cue) | {
        "plan",
        "planen",
        "prislappen",
        "belopp",
        "snittet",
    }


def _pattern(words: list[str], prefix: str) -> re.Pattern[str]:
    longest_first = sorted(map(fold, words), key=len, reverse=True)
    parts = ([re.escape(part.strip()) for part in re.split(r"…|\.\.\.", words)] for words in longest_first)
    phrases = (r"(?!\w)(.{1,120}?)(?<!\w)".join(each) for each in parts)
    return re.compile(r"(?<!\w)" + prefix + "(?:" + "|".join(phrases) + r")(?!\w|-\s)")


def _plain(text: str) -> str:
    """The text as cues are looked for: without phrases that hold a cue but ask nothing."""
    return _cues()["intent"]["ignore"].sub(" ", fold(text).lstrip(" ,.–-"))


def cue(section: str, key: str, text: str) -> str:
    """The first cue of that kind which stands in the text as whole words, or ''."""
    match = _cues()[section][key].search(_plain(text))
    return match.group() if match else ""


def cues_in(section: str, text: str) -> tuple[str, ...]:
    """The keys of a section that have a cue in the text, earliest first; a longer cue hides those inside it."""
    low = _plain(text)
    found = [(m.start(), m.start() - m.end(), key) for key, p in _cues()[section].items() for m in p.finditer(low)
             if section != "intent" or _asks(low, m)]  # fmt: skip
    taken: list[tuple[int, int, str]] = []
    for start, length, key in sorted(found, key=lambda f: f[1]):
        inside = any(s <= start and start - length <= s - n and (s, n) != (start, length) for s, n, _ in taken)
        taken += [] if inside else [(start, length, key)]
    return tuple(dict.fromkeys(key for _, _, key in sorted(taken)))


def kind_spans(text: str) -> list[tuple[int, str]]:
    """(place, key) of every cue of a kind of figure, longer cues hiding those inside them."""
    found = [(m.start(), m.end(), key) for key, p in _cues()["kind"].items() for m in p.finditer(text)]
    found += [(m.start(), m.end(), m[1]) for m in COMPOUND_KIND.finditer(text)]
    longest = [f for f in found if not any(o[0] <= f[0] and f[1] <= o[1] and o[1] - o[0] > f[1] - f[0] for o in found)]
    return sorted({(start, key) for start, _, key in longest})


def _asks(text: str, match: re.Match[str]) -> bool:
    """Does a question word ask, rather than join clauses: at the start, after 'och' or a comma, or in a phrase?"""
    before = text[: match.start()].rstrip()
    return " " in match.group() or len(before) < OPENING or before.endswith((",", ":", " och", " samt", "?", "."))


def without_cues(section: str, key: str, text: str) -> str:
    """The text, lower case, without the cues of that kind; what a cue stands around, or names of its own, is kept."""
    return _cues()[section][key].sub(_telling, _plain(text))


def _telling(match: re.Match[str]) -> str:
    """What a cue stands around, or else its words that name more than a column ('vad blev sjukfrånvaron')."""
    if match.groups() and any(match.groups()):
        return _between(match)
    empty = stop_words() | light_words() | column_words()
    return f" {' '.join(word for word in match.group().split() if word not in empty)} "


def _between(match: re.Match[str]) -> str:
    return f" {' '.join(group for group in match.groups() if group)} "


def cue_words(sections: tuple[str, ...], text: str) -> frozenset[str]:
    """Every word that is part of a cue of these sections in the text, not those that a cue stands around."""
    low = _plain(text)
    found = (m for name in sections for p in _cues()[name].values() for m in p.finditer(low))
    return frozenset(word for m in found for word in m.group().split() if word not in _between(m).split())


def opens_with(section: str, key: str, text: str) -> bool:
    """Does the text begin with a cue of that kind?"""
    return _cues()[section][key].match(fold(text)) is not None


def without_opening(section: str, key: str, text: str) -> str:
    """The text without a cue of that kind that it begins with, as long as something is left."""
    found = _cues()[section][key].match(text.lower().lstrip())
    rest = text.lstrip()[found.end() :].lstrip(OPENING_MARKS) if found else ""
    return rest or text
