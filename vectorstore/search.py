"""Search within a scope: BM25 over concepts and nearest vectors, fused by reciprocal rank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from corpus.documents import ROW_TERM, Passage
from corpus.swedish.compounds import parts
from corpus.swedish.concepts import WIDER, Concept, Form
from corpus.swedish.cues import column_words
from corpus.swedish.words import content_tokens, light_words, stem
from vectorstore.embed import Embedder, Rows
from vectorstore.index import DenseIndex
from vectorstore.store import Store

CANDIDATES = 150  # passages that each half looks at
FUSION = 5  # the constant of reciprocal rank fusion; small, so that first places count
K1, B, USUAL = 1.2, 0.6, 90.0  # BM25's saturation and length terms; USUAL is a passage's usual length in terms
DEFINITE = re.compile(r"(?:an|en|et|n|t)$")
SHORTEST_MISSPELT = 5  # letters of a word that may be taken for a slip of another
MISSPELT = 0.9  # what a word counts that is nearly the word asked for
MOST_HELD = 20_000  # sentences whose vectors are kept
NEAREST = 0.05  # what running text gains that is nearest in meaning: it is among the first without a word in common
LEXICAL = 1.5  # the lexical half's share against the dense half's 1


Weighed = Sequence[tuple[Concept, float]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, its fused score, its 1-based rank in each half (0: not found there), and its coverage."""

    passage: Passage
    score: float
    dense_rank: int
    lexical_rank: int


class Searcher:
    """Both halves over one store."""

    def __init__(self, store: Store, index: DenseIndex, embedder: Embedder) -> None:
        self._store, self._index, self._embedder = store, index, embedder
        self._count = len(store.passage_ids())
        self._vocabulary = store.vocabulary()
        self._held: dict[str, Rows] = {}

    def search(self, text: str, weighed: Weighed, documents: Sequence[str], k: int) -> list[Hit]:
        """The k best passages within documents, best first, for concepts with what each weighs."""
        lexical = self._lexical(weighed, documents)
        dense = [name for name, _ in self._index.search(self._embedder.query(text), documents, CANDIDATES)]
        ranks = [{name: at for at, name in enumerate(found, 1)} for found in (dense, lexical)]
        scores = {
            name: 1 / (FUSION + ranks[0].get(name, 10**6)) + LEXICAL / (FUSION + ranks[1].get(name, 10**6))
            for name in {*dense, *lexical}
        }
        nearest = self._store.passages(dense[:1])
        scores |= {name: scores[name] + NEAREST for name, passage in nearest.items() if not passage.figures}
        best = sorted(scores, key=lambda name: (-scores[name], name))[:k]
        found = self._store.passages(best)
        return [Hit(found[n], scores[n], ranks[0].get(n, 0), ranks[1].get(n, 0)) for n in best if n in found]

    def spelled(self, concepts: Sequence[Concept]) -> tuple[Concept, ...]:
        """The concepts, those that no document holds with the forms of words that are nearly the same."""
        whole = self._store.frequencies([next(iter(c.forms))[0] for c in concepts])
        return tuple(
            c if whole.get(next(iter(c.forms))[0]) or self._is_phrase(c) else self._nearest(c) for c in concepts
        )

    def _is_phrase(self, concept: Concept) -> bool:
        return len(next(iter(concept.forms))) > 1

    def is_unknown(self, concept: Concept) -> bool:
        """Is the concept's own word in no passage?"""
        return self.weigh([concept])[concept.word] >= self._idf(0)

    def _nearest(self, concept: Concept) -> Concept:
        word = next(iter(concept.forms))[0]
        if len(concept.word.split()) > 1 or len(word) < SHORTEST_MISSPELT or any(c.isdigit() for c in word):
            return concept
        slips = 1 if len(word) < 8 else 2
        near = [
            found
            for form in {word, DEFINITE.sub("", word)}
            for found in process.extract(
                form, self._vocabulary, scorer=DamerauLevenshtein.distance, score_cutoff=slips, limit=3
            )
        ]
        best = min((distance for _, distance, _ in near), default=0)
        forms: dict[Form, float] = {
            (term,): MISSPELT for term, distance, _ in near if distance == best and term[0] == word[0]
        }
        split = parts(concept.word)
        telling = split if split and split[-1] not in light_words() | column_words() else split[:1]
        first: dict[Form, float] = {(stem(part),): WIDER for part in telling}
        return Concept(concept.word, {**concept.forms, **first, **forms})

    def mentions(self, documents: Sequence[str], name: str) -> bool:
        """Does a passage of the documents hold every word of a name?"""
        stems = " AND ".join(f'"{stem(token)}"' for token in content_tokens(name))
        return bool(stems) and bool(self._store.match(stems, documents, 1))

    def likeness(self, text: str, others: Sequence[str]) -> list[float]:
        """The cosine of a text with each of some others."""
        asked = self._embedder.query(text)
        return [float(row @ asked) for row in self._rows_of(others)]

    def _rows_of(self, texts: Sequence[str]) -> list[Rows]:
        """The vectors of some texts; the same sentences are read again and again, so theirs are kept."""
        held = {text: self._held[text] for text in texts if text in self._held}
        new = [text for text in dict.fromkeys(texts) if text not in held]
        if new:
            held |= zip(new, self._embedder.passages(new), strict=True)
            self._held = held if len(self._held) > MOST_HELD else {**self._held, **held}
        return [held[text] for text in texts]

    def rows(self, weighed: Weighed, documents: Sequence[str], k: int) -> list[Hit]:
        """The k best passages that hold figures of a table, by their words alone."""
        names = self._lexical(weighed, documents, f"{ROW_TERM} AND ")[:k]
        found = self._store.passages(names)
        return [Hit(found[name], 0.0, 0, at) for at, name in enumerate(names, 1) if name in found]

    def weigh(self, concepts: Sequence[Concept]) -> dict[str, float]:
        """How telling each concept's word is: the inverse document frequency of its commonest form."""
        stems = sorted({stem for concept in concepts for form in concept.forms for stem in form})
        found = self._store.frequencies(stems)
        return {c.word: self._idf(max(_frequency(form, found) for form in _strong(c))) for c in concepts}

    def _idf(self, frequency: int) -> float:
        return log(1 + (self._count - frequency + 0.5) / (frequency + 0.5))

    def _lexical(self, weighed: Weighed, documents: Sequence[str], only: str = "") -> list[str]:
        """Passage ids by BM25 in which every concept counts once, in its best form."""
        stems = sorted({f'"{stem}"' for concept, _ in weighed for form in concept.forms for stem in form})
        if not stems or not documents:
            return []
        rows = self._store.match(f"{only}({' OR '.join(stems)})", documents, CANDIDATES)
        scored = [
            (sum(weight * _saturation(c, terms.split()) for c, weight in weighed), name) for name, terms, _ in rows
        ]
        return [name for score, name in sorted(scored, key=lambda row: (-row[0], row[1])) if score > 0]


def _strong(concept: Concept) -> list[tuple[str, ...]]:
    top = max(concept.forms.values())
    return [form for form, weight in concept.forms.items() if weight >= 0.85 * top]


def _frequency(form: tuple[str, ...], found: dict[str, int]) -> int:
    return min((found.get(stem, 0) for stem in form), default=0)


def _saturation(concept: Concept, terms: Sequence[str]) -> float:
    """The best form's weight times its saturated count in the passage."""
    norm = K1 * (1 - B + B * len(terms) / USUAL)
    counts = {form: min(terms.count(stem) for stem in form) for form in concept.forms}
    return max((concept.forms[form] * n * (K1 + 1) / (n + norm) for form, n in counts.items()), default=0.0)
