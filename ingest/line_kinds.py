"""What each line under the header of a table is: figures, a label with figures, or words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.swedish.words import fold
from ingest.cell_words import counts, run_of, words_of
from ingest.column_names import Header
from ingest.column_words import names_in
from ingest.readings import ASKS_FOR_NUMBER, readings
from ingest.segments import YEAR

HELD_WORDS, COMMENT_WORDS = 60, 400  # words that may stand between two rows, and those of a comment
SENTENCE = 6  # words of a line that may be a sentence by itself
LONGEST_TAIL = 6  # words after the figures of a row
LABEL_WORDS = 14  # words before a lone figure that may be a row's label
YEARS_LABEL = 4  # words beside the years in the header of a table of years
UNITS_ALONE = frozenset(("%", "tkr", "mnkr", "kr", "km"))
WITHIN = re.compile(r"[a-zåäö)\d]{3,}[.!?] [A-ZÅÄÖ]")  # one sentence ends and the next begins
CLOSING = re.compile(
    r"(?:tabell|diagram|figur) \d|\d{1,2}(?:\.\d{1,2})+ [A-ZÅÄÖ]", re.IGNORECASE
)  # a caption, a heading
DIGIT = re.compile(r"\d")
NUMBERED = re.compile(r"\d+ [-–]")  # the number of a project before its name
COMMENT = "kommentar"


@dataclass(frozen=True, slots=True)
class Style:
    """How a file writes tables: blanks marked by spaces, cells parted by empty lines."""

    spaced: bool
    chunked: bool


def kinds_of(lines: Sequence[str], header: Header, style: Style) -> str:
    """One letter a line, up to where the table ends: figures alone, a label with Figures, Words, or blank."""
    kinds: list[str] = []
    held, commented = 0, False
    for at, line in enumerate(lines):
        following = next((later for later in lines[at + 1 :] if later.strip()), "")
        kind = _kind(line, following, header, bool(kinds) and not style.spaced)
        if "".join(kinds).rstrip("_")[-1:] in ("F", "N") and _is_rest(line, header):
            kind = "N"
        commented = kind in "W_" and (commented or fold(line).startswith(COMMENT))
        held = 0 if kind in "FN" else held + len(line.split())
        closes = kind == "W" and not commented and _is_sentence(line) and _kind(following, "", header) != "N"
        too_long = held > (COMMENT_WORDS if commented else HELD_WORDS)
        if _is_header(line) or CLOSING.match(line.strip()) or closes or too_long:
            break
        kinds.append(kind)
    return "".join(kinds)


def _kind(line: str, following: str, header: Header, lone: bool = False) -> str:
    """The letter of one line; `lone` where a label with one figure, and no sign of blanks, may be a row as well."""
    words = words_of(line)
    start, end = run_of(words)
    tail = words.texts[end:]
    if not words.texts:
        return "_"
    digits = any(DIGIT.search(word) for word in words.texts[start:end])
    if NUMBERED.fullmatch(line.strip()) or not digits or not _may_follow(tail, header):
        return "W"
    if start == 0:
        return "N"
    asks = words.texts[start - 1].lower() in ASKS_FOR_NUMBER
    goes_on = bool(following) and run_of(words_of(following))[0] == 0 and not asks
    whole = counts(words)[1] > 1 or bool(readings(words, header.width, header.before)) or goes_on
    lone = lone and start <= LABEL_WORDS and not tail and not YEAR.fullmatch(words.texts[end - 1])
    return "F" if whole or lone else "W"


def _is_rest(line: str, header: Header) -> bool:
    """Is a line below figures the rest of them: a unit alone, or blank cells before the cell of words?"""
    return line.strip() in UNITS_ALONE or bool(header.after) and line.startswith("  ") and line.strip()[:1].isupper()


def _may_follow(tail: Sequence[str], header: Header) -> bool:
    """May the words after the figures be a cell of words?"""
    return not tail or bool(header.after) and len(tail) <= LONGEST_TAIL and tail[0][:1].isupper()


def _is_header(line: str) -> bool:
    """Does the line begin another table: names of columns, or years side by side, and nothing but years as figures?"""
    words = words_of(line)
    start, end = run_of(words)
    cells = words.texts[start:end]
    years = [word for word in words.texts if YEAR.fullmatch(word)]
    if end == len(words.texts) and not all(YEAR.fullmatch(word) for word in cells):
        return False
    return names_in(line) - len(years) > 1 or len(years) > 1 and len(years) >= len(words.texts) - YEARS_LABEL


def _is_sentence(line: str) -> bool:
    ends = line.rstrip()[-1:] in tuple(".!?:") and len(line.split()) >= SENTENCE
    return ends or len(line.split()) >= SENTENCE and WITHIN.search(line) is not None
