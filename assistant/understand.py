"""A question to its reading: what it asks for, about what, in which scope, and what it takes from earlier turns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance.DamerauLevenshtein import distance

from assistant.asked import asking, intent_of, kinds_of, operation_of, side_of
from assistant.columns import says_part
from assistant.models import NO_CHOICES, Chip, Choices, Intent, Reading, Scope, Turn
from assistant.scope import chips_of, kind_of, place_of, read_scope, singled_out, without_boards
from corpus.documents import Document, FigureKind
from corpus.swedish.cues import TYPE_NOUN, column_words, cues_in, without_cues
from corpus.swedish.periods import years_on
from corpus.swedish.sorts import without_sorts
from corpus.swedish.verbs import verbs
from corpus.swedish.words import content_tokens, fold, lexicon, light_words, stop_words, tokens

SCOPE_WORDS = frozenset(
    "kommun kommuns kommunens kommunen enligt plan planen plans rapport rapporten delårsrapport delårsrapporten delår "
    "styrkort styrkortet verksamhetsplan verksamhetsplanen dokument dokumentet dokumenten berättelse berättelsen "
    "verksamhetsberättelse verksamhetsberättelsen".split()
)
FOLLOWS = re.compile(
    r"^(?:och|men|samma|hur mycket är det|vad blir det|vem gör|jaså|då)\b"
    r"|\b(?:det|den|de|dem|detta|dessa|där|dit|därifrån)\b|\bdå\W*$"
)
SPOKEN = re.compile(r"(?:(?<=[,:;.?!] )|(?<=och )|^)va(?= (\w+))")  # 'va kostar den': what, and not water and drains
WORD = re.compile(r"[^\W\d_]+")
LONG = 6  # letters of a word that may hold a slip
PUNCTUATION = ".,:;?!()\"'”’"
PRONOUN = re.compile(r"\b(?:det|den|de|dem|detta|dessa)\b")
SET_ASIDE = re.compile(r"[,(]\s*(?:och )?(?:inte|ej)\s+(?!\w+ (?:och|,))[^,()?]*[)]?", re.IGNORECASE)  # inte paneler
OCCASION = re.compile(
    r"^\W*(?:hej\w*\W+)?(?:jag|vi)\b[^?]*?\b(?:behöver(?: få)? veta|vill(?: gärna)? veta|undrar|funderar (?:på|över))"
    r",?\s+(?=(?:hur|vad|vilk\w+|vem|när|varför)\b)",
    re.IGNORECASE,
)
FEW = 2  # content words of a question that can hardly stand alone


def understand(
    question: str, documents: Sequence[Document], turns: Sequence[Turn] = (), choices: Choices = NO_CHOICES
) -> Reading:
    """The reading of a question in the light of the documents and of the turns before it."""
    asked, question = question, spelled(question)
    scope = read_scope(question, documents, choices)
    bare = _without_occasion(question)
    subject, asks = subject_words(bare, documents), asking(bare)
    reading = Reading(
        asked, subject, intent_of(asks), scope, _kinds_kept(asks, choices), side_of(asks),
        operation_of(asks), singled_out=len(singled_out(question, documents)) > 1, of_period=says_part(question),
    )  # fmt: skip
    reading = _take_from(reading, turns[-1].reading, documents, choices) if turns and follows(reading) else reading
    return reading if reading.chips else replace(reading, chips=_chips(reading))


def _without_occasion(question: str) -> str:
    """The question without why it is asked ('Jag ska upp i talarstolen och behöver veta …'), where enough is left."""
    rest = OCCASION.sub("", question)
    return rest if len(telling_words(rest)) >= FEW else question


def spelled(question: str) -> str:
    """The question with 'va' for 'vad' and a slip in a kind of figure ('bugeterat') or a small word put right."""
    question = SPOKEN.sub(lambda said: "vad" if said[1] in verbs() | light_words() else said.group(), question)
    return WORD.sub(lambda word: _spelled(word.group()), question)


def _spelled(word: str) -> str:
    low = fold(word)
    if len(low) < LONG or low in lexicon() or low in column_words():
        return word
    names = sorted(name for name in column_words() | stop_words() if len(name) >= LONG)
    near = process.extractOne(low, names, scorer=distance, score_cutoff=1)
    return near[0] if near else word


def _kinds_kept(question: str, choices: Choices) -> tuple[FigureKind, ...]:
    return tuple(kind for kind in kinds_of(question) if ("figure", kind.value) not in choices.dropped)


def subject_words(question: str, documents: Sequence[Document]) -> str:
    """The question without what only says where to look."""
    text = without_boards(without_cues("intent", "figure", without_sorts(SET_ASIDE.sub(" ", question))), documents)
    kept = [word.strip(PUNCTUATION) for word in text.split() if not any(_is_scope(t, documents) for t in tokens(word))]
    return " ".join(word for word in kept if word)


def _is_scope(token: str, documents: Sequence[Document]) -> bool:
    return bool(place_of(token, documents) or kind_of(token)) or token in SCOPE_WORDS or _is_year(token)


def _is_year(token: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", token) is not None


def follows(reading: Reading) -> bool:
    """Does the question lean on the one before it?"""
    telling = len(telling_words(reading.subject))
    whole = TYPE_NOUN.search(fold(reading.question)) and (reading.scope.municipalities or reading.scope.boards)
    return telling == 0 and not whole or telling <= FEW and FOLLOWS.search(fold(reading.question)) is not None


def telling_words(subject: str) -> list[str]:
    """The words of a subject that name what it is about."""
    return [t for t in content_tokens(subject) if t not in light_words() and t not in column_words()]


def _take_from(reading: Reading, earlier: Reading, documents: Sequence[Document], choices: Choices) -> Reading:
    """The reading with what it lacks taken from the turn before."""
    own = reading.scope
    scope = _scope_with(reading, earlier, documents, choices)
    subject = reading.subject if _names_a_subject(reading) else f"{earlier.subject} {reading.subject}".strip()
    asks = reading.intent is not Intent.FACT or cues_in("intent", reading.question)
    intent = reading.intent if asks else earlier.intent
    if intent is Intent.DEFINITION and own.years and not telling_words(reading.subject):
        intent = Intent.FIGURE  # 'hur såg det ut 2021?'
    taken = replace(
        reading, subject=subject, intent=intent, scope=scope, inherited=subject != reading.subject,
        own=reading.subject,
        of_period=reading.of_period or earlier.of_period and own.years in ((), earlier.scope.years),
        figure_kinds=reading.figure_kinds or earlier.figure_kinds, side=reading.side or earlier.side,
    )  # fmt: skip
    return replace(taken, chips=chips_of(scope, None if own == scope else _only_earlier(own, scope)))


def _scope_with(reading: Reading, earlier: Reading, documents: Sequence[Document], choices: Choices) -> Scope:
    """The scope of a follow-up: its own words, then the earlier question's, in the earlier documents if they fit."""
    text = _scope_text(reading.scope, earlier.scope, years_on(reading.question))
    scope = read_scope(f"{reading.question} {text}", documents, choices)
    if reading.scope.municipalities or reading.scope.kinds or reading.scope.uncovered:
        return scope
    same = tuple(d for d in earlier.scope.documents if d in scope.documents)
    return replace(scope, documents=same or scope.documents)


def _scope_text(own: Scope, earlier: Scope, step: int) -> str:
    """In words, what the earlier scope said that the new question does not say otherwise, its years moved by a step."""
    words = [] if own.municipalities or own.uncovered else list(earlier.municipalities)
    words += [] if own.years else [str(year + step) for year in earlier.years]
    words += [] if own.kinds or own.municipalities else list(earlier.kinds)
    return " ".join(words)


def _only_earlier(own: Scope, scope: Scope) -> Scope:
    """The part of a scope that the question itself did not state."""
    return replace(
        scope,
        municipalities=tuple(m for m in scope.municipalities if m not in own.municipalities),
        years=tuple(y for y in scope.years if y not in own.years),
        kinds=tuple(k for k in scope.kinds if k not in own.kinds),
        boards=tuple(b for b in scope.boards if b not in own.boards),
    )


def _names_a_subject(reading: Reading) -> bool:
    return len(telling_words(reading.subject)) > 0 and PRONOUN.search(fold(reading.question)) is None


def _chips(reading: Reading) -> tuple[Chip, ...]:
    kinds = tuple(Chip("figure", kind.value, kind.value) for kind in reading.figure_kinds if kind.value)
    return chips_of(reading.scope) + kinds
