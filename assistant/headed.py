"""Lists that headings make: those of the kind asked for ('Mål 1: …'), or those under a heading that names it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.called import noun_asked, sort_asked
from assistant.evidence import Subject, words_of
from assistant.found import Found
from assistant.library import Library
from assistant.models import Evidence, Reading
from assistant.overview import told_whole
from assistant.standing import UNTOLD, Asked, sections_so_far, standing_asked
from corpus.swedish.concepts import Concept
from corpus.swedish.words import content_tokens, fold, light_words, stem, tokens

ENOUGH = 0.38  # a form's weight from which a heading is what is asked for
HEADED = 0.3  # how well a list of headings fits at least
SO_CALLED = 0.5  # what headings gain that each say what is asked for (Mål 1, Mål 2)
NEARLY_ALL = 0.8  # of a document's passages that stand under its title
OWN_NAME = 2  # words of a title by which a question may name one thing of a kind
TITLE = 3  # words of a heading that is named after one thing
NUMBERING = re.compile(r"^[\d.]+\s+")
LETTERED = re.compile(r"(?:[\d.]+\s+)?(\w+)\s+(?:[A-ZÅÄÖ]|\d+)[.)]?\s+(\w.*)")
Under = dict[str, Evidence]


@dataclass(frozen=True, slots=True)
class Sought:
    """What a list is to be about: the stems of the question, its subject, and how far the things are to have come."""

    asked: set[str]
    subject: Subject
    standing: Asked | None


def headed_lists(reading: Reading, subject: Subject, library: Library) -> Iterable[Found]:
    """The lists that the headings of the documents in scope make, each with how well it fits."""
    sought = Sought({stem(t) for t in tokens(reading.question)}, subject, standing_asked(reading.question))
    meant = sought.asked | subject.stems(ENOUGH)
    called_for = sort_asked(reading.question) or meant
    sort = stem(noun_asked(reading.question))
    for document in reading.scope.documents:
        passages = library.document(document)
        for concept in subject.concepts:
            if (concept in subject.core or not subject.core) and not _numbered(concept.word, reading.question):
                under = _named_so(concept, passages)
                if _names_one(under, sought.asked):
                    continue
                for found in _told(_kind_of(under, concept.word), under, passages, sought):
                    whole = [found] if sought.standing else _wholes(found, under, passages, reading, library)
                    yield from (replace(each, fit=found.fit + SO_CALLED) for each in whole)
        for above, under in _parents(passages).items():
            if not subject.core and called_for.isdisjoint(words_of(" ".join([above, *under]))):
                continue
            yield from _told(NUMBERING.sub("", above).rstrip(":"), _meant(above, under, meant, sort), passages, sought)


def _numbered(word: str, question: str) -> bool:
    """Does a question name one thing of a kind by its number ('mål 3'), and not all of them?"""
    return re.search(rf"\b{re.escape(word)} \d{{1,2}}\b", fold(question)) is not None


def _names_one(headings: Iterable[str], asked: set[str]) -> bool:
    """Does a question name one thing of a kind by its title, or by what opens it ('Tryggt åldrande, nära vård')?"""
    titles = (_titled(heading)[1].partition(",")[0] for heading in headings)
    named = ({stem(t) for t in tokens(title)} for title in titles)
    return any(len(words) >= OWN_NAME and words <= asked for words in named)


def _wholes(
    found: Found, under: Under, passages: Sequence[Evidence], reading: Reading, library: Library
) -> Iterable[Found]:
    """The list as its document tells it whole, and as those of the years asked for do where it is of none of them."""
    yield told_whole(_as_far_as_told(found, under, passages), passages)
    years = set(reading.scope.years)
    if not years or not years.isdisjoint(found.sources[0].document.years):
        return
    for document in reading.scope.documents:
        other = library.document(document)
        if other and not years.isdisjoint(other[0].document.years):
            whole = told_whole(found, other)
            yield from [whole] if whole is not found else []


def _as_far_as_told(found: Found, under: Under, passages: Sequence[Evidence]) -> Found:
    """The list, without saying of how many where other headings stand beside its own and may be of its kind."""
    parents = [set(below) for below in _parents(passages).values() if not set(below).isdisjoint(under)]
    return found if all(below <= set(under) for below in parents) else replace(found, total=0)


def _told(lead: str, under: Under, passages: Sequence[Evidence], sought: Sought) -> Iterable[Found]:
    """The list of some headings, of those that have come as far as is asked where they tell it."""
    if len(under) < 2:
        return
    standing = sought.standing
    so_far = sections_so_far(list(under), passages, standing) if standing else None
    chosen = so_far if so_far is not None else {h: s for h, s in under.items() if _opens(s, sought.asked)} or under
    if not chosen:
        return  # none has come so far
    names = tuple(NUMBERING.sub("", _titled(h)[1] or h).rstrip(":") for h in chosen)
    words = words_of(" ".join([lead, *under])) | (standing.words if standing and so_far else frozenset())
    share = sought.subject.core_share(words) if sought.subject.core else 1.0
    fit = HEADED + (1 - HEADED) * share - UNTOLD * (standing is not None and not so_far)
    yield Found(lead, names, len(under), tuple(chosen.values()), fit)


def _named_so(concept: Concept, passages: Sequence[Evidence]) -> dict[str, Evidence]:
    """Headings that open with the concept and a colon, each with the first passage under it."""
    under: dict[str, Evidence] = {}
    for source in passages:
        for heading in source.passage.headings:
            if concept.found_in(words_of(_titled(heading)[0])) >= ENOUGH:
                under.setdefault(heading, source)
    return under


def _kind_of(headings: Iterable[str], word: str) -> str:
    """What headings all say that they are ('Nämndens mål'), or the word that they open with."""
    kinds = {_titled(heading)[0] for heading in headings}
    return kinds.pop() if len(kinds) == 1 else word.capitalize()


def _titled(heading: str) -> tuple[str, str]:
    """What a heading says it is and its own title ('Mål B En frisk miljö'); '' where it does not say."""
    kind, colon, title = heading.partition(":")
    if colon and title.strip():
        return kind, title.strip()
    lettered = LETTERED.match(heading)
    return (lettered[1], lettered[2]) if lettered else ("", "")


def _parents(passages: Sequence[Evidence]) -> dict[str, Under]:
    """Every heading but the document's title with those right under it, each with the first passage under it."""
    parents: dict[str, Under] = {}
    tops = Counter(heading for source in passages for heading in source.passage.headings[:1])
    titles = {heading for heading, count in tops.items() if count > NEARLY_ALL * len(passages)}
    for source in passages:
        for above, below in pairwise(source.passage.headings):
            if above not in titles:
                parents.setdefault(above, {}).setdefault(below, source)
    return parents


def _meant(above: str, under: Under, asked: set[str], sort: str) -> Under:
    """The headings under one that is named after the subject; of those the ones of the sort asked for, if any are."""
    stems = {stem(t) for t in content_tokens(above) if t not in light_words()} or {stem(t) for t in tokens(above)}
    strange = len(stems - asked)
    whole = [{stem(t) for t in content_tokens(below)} for below in under]
    one = any(below and below <= asked for below in whole) or _names_one(under, asked)
    if not stems & asked or strange > (len(stems) <= TITLE) or one:
        return {}  # a question that names one of them is about that one
    named = {below: source for below, source in under.items() if sort in words_of(below)}
    told = len(named) > 1 or not sort or sort in words_of(above)
    return (named if len(named) > 1 else under) if told else {}


def _opens(source: Evidence, asked: set[str]) -> bool:
    first = {stem(t) for t in tokens(source.passage.text.split("\n")[0])}
    return bool(first) and len(first) <= 5 and first <= asked
