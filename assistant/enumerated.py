"""Sentences that name several things one after the other ('A, B och C'), or say how many ('tre utmaningar')."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache, partial
from itertools import accumulate, groupby

from assistant.called import count_asked, sort_asked
from assistant.evidence import CELL, NAMED, Subject, words_of
from corpus.swedish.numbers import WORDS
from corpus.swedish.verbs import verbs
from corpus.swedish.words import stop_words, tokens

INTRODUCED = 0.15  # what a sentence gains for naming the subject, and the sort asked for, before the things
SO_CALLED = 0.15  # what it gains for naming the sort asked for, by its own word for it, before the things
TOLD = 0.9  # a form's weight from which a sentence before tells whose the things are
LONGEST = 9  # words of a thing that stands between two commas
FEWEST, UNJOINED = 3, 4  # things that make an enumeration, with 'och' before the last or without
AS_FAR_BACK = 2  # sentences back to what several enumerations are of
OPENING = 4  # words among which the verb of a clause stands
COMMA = re.compile(r"\s*[,;]\s+")
NAMELY = re.compile(
    r"^(?:till exempel|t\.? ?ex\.?|bland annat|bl\.? ?a\.?|exempelvis|det vill säga|dvs\.?|nämligen|såsom|i form av)\s",
    re.I,
)
LAST = re.compile(r"(?:^|\s)(?:och|samt|eller|respektive)\s")
AND_MORE = re.compile(r"(?:^|\s)(?:m\.? ?m|m\.? ?fl|osv|o\.? ?s\.? ?v|etc)\b")  # ends what is named as the last does
CLAUSE = frozenset("som vilket vilka vilken där när men så att om då utan varav eftersom medan dels".split())
PUT_IN = frozenset("med på för till från genom under vid inom hos enligt kring mot efter trots oavsett bland".split())
NAME = re.compile(r"(?:(?<=[^.!?:] )|^)[A-ZÅÄÖ][\w-]+")
POINT = "• "
FINITE = ("r", "de", "te")  # how a verb ends that tells
PLURAL = r"\w{3,}(?:ar|er|or|en|ån|mål|na|de)\b"
PROMISED = re.compile(rf"\b(?:{'|'.join(WORDS[2:])})\s+(?:\w+\s+){{0,2}}?{PLURAL}", re.I)


@lru_cache(maxsize=20_000)
def enumerates(text: str) -> bool:
    """Does the sentence name several things one after the other, as words and not as clauses?"""
    after = text.partition(":")[2]
    if after and counts(text) and LAST.search(after):
        return True
    return any(len(run) + _inside(run) >= (FEWEST if _joins(run[1:]) else UNJOINED) for run in _runs(text))


def names_enough(question: str, text: str) -> bool:
    """Does a sentence that names several things name as many as a question says that there are?"""
    return max((len(run) + _inside(run) for run in _runs(text)), default=0) >= count_asked(question)


def names_listed(text: str) -> int:
    """How many of the things that a sentence names one after the other bear names ('Pelarna, Borgen och Norra')."""
    told = CELL not in text and enumerates(text)
    rest = text.partition(" ")[2]  # but for the word that opens the sentence
    runs = [[piece for part in run for piece in LAST.split(part)] for run in _runs(rest)] if told else []
    return max((sum(map(_bears_name, pieces)) for pieces in runs), default=0)


def _bears_name(piece: str) -> bool:
    return any(name.lower() not in verbs() for name in NAME.findall(piece))


def _runs(text: str) -> list[list[str]]:
    """The parts of a sentence that stand one after the other between commas and each name a thing."""
    first, *rest = COMMA.split(text.rstrip(". "))
    groups = [(thing, list(run)) for thing, run in groupby(rest, partial(_is_thing, first.lower().split()))]
    return [[first, *run] if at == 0 else run for at, (thing, run) in enumerate(groups) if thing]


def lead_of(text: str) -> str:
    """What introduces an enumeration, with the first of its things; the whole text where it is none."""
    return COMMA.split(text)[0] if enumerates(text) else text


def alike_by_lead(texts: Sequence[str], subject: Subject) -> list[float]:
    """How like the question each text is, or what introduces the things that it names."""
    alike = subject.likeness(texts)
    leads = {at: lead_of(text) for at, text in enumerate(texts) if enumerates(text)}
    for at, like in zip(leads, subject.likeness(list(leads.values())), strict=True):
        alike[at] = max(alike[at], like)
    return alike


def introduced(question: str, subject: Subject, text: str) -> float:
    """What a sentence gains for what it says, before the things that it names, of the subject and of their sort."""
    lead = words_of(lead_of(text))
    sort = "vilka" in tokens(question) and any(c.found_in(lead) >= NAMED for c in subject.core[:1])
    said = SO_CALLED * (not sort_asked(question).isdisjoint(lead))
    return INTRODUCED * ((subject.core_share(lead) if subject.core else 0.0) + sort) + said


def before_things(every: Sequence[str], at: int) -> str:
    """The sentence before one that names things, or before several such, which may tell what they are; or ''."""
    before = [] if every[at].startswith(POINT) else every[max(at - AS_FAR_BACK, 0) : at]
    return next((text for text in reversed(before) if not enumerates(text) or text.startswith(POINT)), "")


def listed(every: Sequence[str], at: int, subject: Subject, room: int) -> list[str]:
    """The sentence that names the things, after the one before it where that tells whose they are; or what follows."""
    best, left = every[at], room - len(every[at].split())
    lead = [text for text in every[max(at - 1, 0) : at] if _leads(text, best, subject) and len(text.split()) <= left]
    if enumerates(best) or any(map(_goes_on, every[at + 1 : at + 2])):
        lead = lead if enumerates(best) else []
        return [*lead, *_going_on(every, at, subject, left - sum(len(text.split()) for text in lead))]
    after = next((n for n in range(at + 1, len(every)) if enumerates(every[n])), None)
    if counts(best) and after != at + 1:
        return _as_far(every[at:], room)
    if after is None:
        return _as_far([*lead, *every[at : at + 2]], room)
    if len(every[after].split()) <= left:
        return [best, every[after]]
    return [every[after] if after == at + 1 else best]


def _going_on(every: Sequence[str], at: int, subject: Subject, left: int) -> list[str]:
    """The sentence that names things with those of no verb after it, and the one beside it of the same unsaid thing."""
    ends = next((n for n in range(at + 1, len(every)) if not _goes_on(every[n])), len(every))
    said = any(concept.found_in(words_of(every[at])) >= NAMED for concept in subject.concepts)
    unsaid = bool(subject.core) and not said and not every[at].startswith(POINT)
    beside = [n for n in (at - 1, at + 1) if unsaid and 0 <= n < len(every)]
    same = [n for n in beside if enumerates(every[n]) and not every[n].startswith(POINT)]
    chosen = [at]
    for n in dict.fromkeys([*range(at + 1, ends), *same]):
        length = len(every[n].split())
        if length <= left:
            chosen.append(n)
            left -= length
    return [every[n] for n in sorted(chosen)]


def _goes_on(text: str) -> bool:
    """Is a sentence without a finite verb, as one is that goes on naming things ('Från lärling till mästare.')?"""
    bare = not any(word in verbs() and word.endswith(FINITE) for word in tokens(text))
    return bare and text.endswith(".") and not text.startswith(POINT)


def points_of(every: Sequence[str], at: int, subject: Subject, heading: str, room: int) -> list[str]:
    """The points beside one, of a list that its heading or what introduces it says more of than itself; or none."""
    first = next((n + 1 for n in range(at, -1, -1) if not every[n].startswith(POINT)), 0)
    points = every[first : next((n for n in range(at, len(every)) if not every[n].startswith(POINT)), len(every))]
    above = words_of(" ".join([heading, *every[max(first - 1, 0) : first]]))
    if len(points) < 2 or subject.core_share(above) <= subject.core_share(words_of(every[at])):
        return []
    return _as_far(points, room)


def _leads(before: str, text: str, subject: Subject) -> bool:
    """Does a sentence name what the one after it lacks of what the question is about?"""
    lacks = [c for c in subject.core if c.found_in(words_of(text)) < NAMED]
    return not text.startswith(POINT) and any(c.found_in(words_of(before)) >= TOLD for c in lacks)


def _as_far(every: Sequence[str], room: int) -> list[str]:
    """The sentences from the first on, as many as there is room for."""
    lengths = accumulate(len(text.split()) for text in every)
    return [text for text, length in zip(every, lengths, strict=True) if length <= room] or list(every[:1])


def counts(text: str) -> bool:
    """Does the sentence hold a number of things in words?"""
    return PROMISED.search(text) is not None


def _inside(run: Sequence[str]) -> bool:
    """Does the last part hold two things ('B och C')?"""
    return bool(LAST.search(run[-1])) and not LAST.match(run[-1])


def _joins(run: Sequence[str]) -> bool:
    return any(LAST.search(part) or AND_MORE.search(part) for part in run)


def _is_thing(first: Collection[str], part: str) -> bool:
    """Is a part between commas a thing named, and no clause or phrase put in, after the first part's words?"""
    words = tokens(NAMELY.sub("", next(filter(None, LAST.split(part)), "")))
    main = words[1 : words.index("som") if "som" in words else OPENING]
    finite = any(w in verbs() and w.endswith(FINITE) and w not in stop_words() for w in main[: OPENING - 1])
    opens = "" if not words or words[0] in CLAUSE or words[0] in PUT_IN and words[0] not in first else words[0]
    return bool(opens) and len(words) <= LONGEST and not finite
