"""A model's text as it comes: each sentence once it is finished, and then the questions that it suggests."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.evidence import split_sentences

SENTENCES, QUESTIONS = "meningar", "fragor"
# One sentence, then its labels: a full stop inside it is what a small model goes on after, without end.
ONE = r'^[^"\\\[\].?!_]{{15,240}}( \[[{labels}]\]){{1,2}}\.$'
ASKING = r'^[^"\\\[\]?.!]{8,90}\?$'
MOST_LABELS = 9
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\s*([:,\]}])')  # finished, with what comes after it
FENCE = re.compile(r"^\s*`{3}\w*\s*")
MARKS_AFTER = re.compile(r"([.!?])[ \t]*((?:\[\d+\][ \t]*(?=[\[.]|\s|$))+)\.?")  # "så är det. [1]" is "så är det [1]."
LONGEST_LIST = re.compile(r"\[(\d+(?:\s*,\s*\d+)+)\]")  # [1, 2] is [1][2]
HALF_LABEL = re.compile(r"(?<=[.!?])\s*\[\S*$")
LABEL = re.compile(r"\[\d+\]")
APART = re.compile(r"(?<=\d)\]\s+\[(?=\d)")
SHARE = re.compile(r"(?<=\d)%")
POINT = re.compile(r"^(?:[-•*–]|\d+[.)])\s+")


@dataclass(frozen=True, slots=True)
class Said:
    """One finished sentence, or a question that may be asked next."""

    text: str
    is_question: bool = False


def schema_of(labels: int) -> dict[str, object]:
    """What a server that can is held to, where there are so many labels: sentences under them, then questions."""
    sentence = {"type": "string", "pattern": ONE.format(labels=f"1-{min(labels, MOST_LABELS)}" if labels > 1 else "1")}
    return {
        "type": "object",
        "properties": {
            SENTENCES: {"type": "array", "items": sentence, "minItems": 1, "maxItems": 2},
            QUESTIONS: {"type": "array", "items": {"type": "string", "pattern": ASKING}, "maxItems": 3},
        },
        "required": [SENTENCES, QUESTIONS],
        "additionalProperties": False,
    }


def said_in(pieces: Iterable[str]) -> Iterator[Said]:
    """Each sentence of a stream as soon as it is finished, from JSON after the schema or from plain text."""
    text, given = "", 0
    for piece in pieces:
        text += piece
        found = list(_finished(text, whole=False))
        yield from found[given:]
        given = max(given, len(found))
    yield from list(_finished(text, whole=True))[given:]


def _finished(text: str, whole: bool) -> Iterator[Said]:
    text = FENCE.sub("", text)
    if not text.strip():
        return
    yield from _from_json(text) if text.lstrip().startswith("{") else _from_prose(text, whole)


def _from_json(text: str) -> Iterator[Said]:
    """The finished strings of the two lists; a name followed by a colon says which list comes."""
    named = ""
    for match in STRING.finditer(text):
        said = json.loads(f'"{match[1]}"', strict=False)
        if match[2] == ":":
            named = said
        elif named == QUESTIONS:
            yield Said(tidy(said), is_question=True)
        else:
            yield from map(Said, labelled(tidy(said)))


def labelled(text: str) -> Iterator[str]:
    """The sentences of a text, those without a label under the labels that close it."""
    labels = "".join(LABEL.findall(text.rpartition(" ")[2]))
    for sentence in _sentences(text):
        yield sentence if LABEL.search(sentence) else sentence.rstrip(".") + (f" {labels}." if labels else ".")


def _from_prose(text: str, whole: bool) -> Iterator[Said]:
    """The sentences of plain text; the last counts as finished once the whole has come."""
    text = text if whole else HALF_LABEL.sub("", text)
    parts = list(_sentences(MARKS_AFTER.sub(_marks_before, text)))
    for part in parts if whole else parts[:-1]:
        yield Said(tidy(part), part.rstrip().endswith("?"))


def _sentences(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield from (s for s in split_sentences(POINT.sub("", line.strip())) if s.strip())


def tidy(text: str) -> str:
    """One line, marks apart and before the full stop, without bullets; "58 %" for "58%"."""
    line = APART.sub("][", POINT.sub("", " ".join(text.split())))
    line = LONGEST_LIST.sub(lambda m: "".join(f"[{n.strip()}]" for n in m[1].split(",")), line)
    return SHARE.sub("\N{NO-BREAK SPACE}%", MARKS_AFTER.sub(_marks_before, line))


def _marks_before(match: re.Match[str]) -> str:
    blanks = match[2][len(match[2].rstrip()) :]
    return f" {''.join(match[2].split())}{match[1]}{blanks}"
