"""What the label of a row says: its words, how strange they are to a question, and how much of it they name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from assistant.evidence import NAMED, Subject, words_of
from corpus.swedish.compounds import parts
from corpus.swedish.cues import column_words
from corpus.swedish.words import content_tokens, fold, lexicon, light_words, stem, tokens

JOINED = re.compile(r"\s(?:och|samt)\s|[,/]\s?| [-–] ")
NARROWER = 0.3  # how strange a word is that says a sort of what is asked for
MOSTLY_ELSE = 0.35  # of a label that may be of other things
OTHER = 0.5  # the same for one that says another thing, of what is asked for (sjuksköterskor, where 'sjuka' is)
ENTRIES = frozenset(  # what a table lists, and whoever has the thing (försörjningsstödstagare)
    "projekt projekten objekt objekten post poster område områden tagare tagarna mottagare mottagarna".split()
)
OF_PEOPLE = re.compile(r"\b(kvinn(?:a|or)|m[aä]n|flickor|pojkar)\b")  # a row or a column that is a part of a total
FEMALE, MALE = re.compile(r"\b(?:(?:kvinn|flick)\w+|kv)\b"), re.compile(r"\b(?:män|männen|männens|pojkar\w*)\b")
SET_APART = re.compile(
    r"\beller\b|\brespektive\b|\bhur många \w+ och hur många (?:kvinn|flick|män|pojk)"
)  # each of two by itself
BROKEN_OFF = re.compile(  # 'färdig beh.', 'Korttids,'
    r"(?:\b([^\W\d_]{3,}) )?\b([^\W\d_]{2,})\.|\b([^\W\d_]{4,}s)(?=\s*[,/])"
)
CUT = re.compile(r"\b[^\W\d_]{5,}(?: [a-zåäö]{2,})?\b")  # a word, and what may go on with it
CUT_OFF = 8  # letters at least of a word that is cut short without a full stop
BROKEN = 2  # letters at least that a word which is broken off lacks
YEAR = 4  # digits of a year, which says when something was decided and not what it is


def label_words(label: str) -> frozenset[str]:
    """The stems of a row's label; those of a stop word too, where it is all of the label (Man)."""
    return words_of(label) or frozenset(stem(t) for t in tokens(label))


@lru_cache(maxsize=20_000)
def written_out(label: str, question: str) -> str:
    """The label with the words that are broken off in it as the question writes them in full."""
    asked = [token for token in tokens(question) if len(token) > BROKEN]
    whole = BROKEN_OFF.sub(lambda found: _in_full(found, asked), label) if BROKEN_OFF.search(label) else label
    return CUT.sub(lambda found: _uncut(found.group(), asked), whole)


def _uncut(words: str, asked: Collection[str]) -> str:
    """A word that is cut in two ('Arbetsmiljöåt gärder') or short ('Verksamhetsanpass') as the question writes it."""
    first, *more = words.split(" ")
    if fold(first) in lexicon() or parts(fold(first)):
        return words
    either = [w for w in asked if more and w == fold(f"{first}{more[0]}")] or [w for w in asked if _is_cut(first, w)]
    rest = more if either and either[0] != fold("".join([first, *more])) else []
    return " ".join([*either[:1], *rest]) if either else words


def _is_cut(first: str, word: str) -> bool:
    return len(first) >= CUT_OFF and len(word) > len(first) + BROKEN and word.startswith(fold(first))


def _in_full(found: re.Match[str], asked: Collection[str]) -> str:
    before, end, linked = (group or "" for group in found.groups())
    stubs = [(fold(before + end), ""), (fold(end), before)] if end else [(fold(linked), "")]
    told = ((word, kept) for stub, kept in stubs for word in asked if word[:-BROKEN].startswith(stub))
    word, kept = next(told, ("", ""))
    return f"{kept} {word}".strip() if word else found.group()


def tells_none_apart(row: Sequence[str], columns: Sequence[str], question: str) -> bool:
    """Is a row of women and men together, where one of them is asked about, or which of the two?"""
    if any(OF_PEOPLE.search(fold(column)) for column in columns):
        return False
    said, told = fold(question), fold(" ".join(row))
    both = FEMALE.search(told) and MALE.search(told)
    asked = [bool(pattern.search(said)) for pattern in (FEMALE, MALE)]
    return bool(both) and any(asked) and (not all(asked) or SET_APART.search(said) is not None)


def unasked(label: str, subject: Subject, question: frozenset[str]) -> float:
    """The share of a label's words that the question does not hold in any form; light words aside."""
    asked = frozenset(s for c in subject.concepts for form in c.forms for s in form) | question
    whole = _strange(label, asked)
    joined = [_strange(part, asked) for part in JOINED.split(label) if content_tokens(part)]
    return (whole + min(joined, default=whole)) / 2


def names_mainly(label: str, subject: Subject) -> bool:
    """Is a label mostly of what is asked for, and not of many things?"""
    return unasked(label, subject, frozenset()) < MOSTLY_ELSE


def _strange(text: str, asked: frozenset[str]) -> float:
    words = [t for t in content_tokens(text) if t not in light_words() and not (t.isdigit() and len(t) == YEAR)]
    return sum(_strangeness(w, asked) for w in words) / len(words) if words else 0.0


def _strangeness(word: str, asked: frozenset[str]) -> float:
    """1 for a word that is not asked for, 0 for one that is, and between for one that is narrower (timanställda)."""
    if stem(word) in asked:
        return 0.0
    split = parts(word)
    first, last = (stem(part) in asked for part in split) if split else (False, False)
    if not (first or last):
        return 1.0
    return 0.0 if first and (last or _is_measure(split[1])) else NARROWER if last else OTHER


def _is_measure(word: str) -> bool:
    """Does a word only say what is told of a thing, as the last part of 'skatteintäkter' or 'investeringsprojekt'?"""
    return word in column_words() or word in light_words() or word in ENTRIES


def held_in(subject: Subject, stems: Collection[str]) -> float:
    """The share of the core that some stems name, where no stem stands for two things."""
    free = set(stems)
    named = 0.0
    weights = {concept.word: weight for concept, weight in subject.weighed}
    for concept in sorted(subject.core, key=lambda c: not {stem(t) for t in tokens(c.word)} <= free):
        forms = sorted(concept.forms.items(), key=lambda pair: -pair[1])
        form = next((set(f) for f, weight in forms if weight >= NAMED and set(f) <= free), set())
        named += weights[concept.word] if form else 0.0
        free -= form
    total = sum(weights[concept.word] for concept in subject.core)
    return named / total if total else 1.0


def stems_of(text: str) -> frozenset[str]:
    """The stems of the words of a text as they stand."""
    return frozenset(stem(token) for token in content_tokens(text))


def things_in(text: str) -> frozenset[str]:
    """Those, and of each compound the part that names a thing: the last, or the first before what is told of it."""
    split = [parts(token) for token in content_tokens(text)]
    return stems_of(text) | {stem(each[0] if _is_measure(each[1]) else each[1]) for each in split if each}
