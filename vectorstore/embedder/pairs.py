"""Batches of (query, passage) to train on; the query is noised as a user's would be."""

from collections.abc import Callable

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from vectorstore.embedder.ground import Ground, Ids, Pair, Passages, Ragged

SHARES = {
    "title": 0.29,
    "sentence": 0.34,
    "synonym": 0.16,
    "heading": 0.09,
    "inflection": 0.07,
    "adjacent": 0.05,
}
WORDS_ALONE = ("synonym", "inflection")  # too short to be noised
STATUTE_WEIGHT = 0.5
QUERY_WORDS = (5, 20)  # of a sentence that stands for a question
PASSAGE_WORDS = (25, 50)  # about 40-80 pieces
LEAST_REST = 10  # words that a paragraph must have besides the sentence taken out
SWAP, DROP, DROP_STOP, OPEN = 0.5, 0.18, 0.5, 0.5

TextPair = tuple[Ids, Ids]
Sampler = Callable[[Generator], TextPair]


def make_samplers(ground: Ground) -> dict[str, Sampler]:
    """Make a function that draws one pair, for each kind of pair."""
    return {
        "title": _titles(ground.passages),
        "sentence": _sentences(ground.passages),
        "heading": _headings(ground.passages),
        "adjacent": _adjacent(ground.passages),
        "synonym": _words(ground.synonyms),
        "inflection": _words(ground.inflections),
    }


def draw_batch(ground: Ground, samplers: dict[str, Sampler], size: int, random: Generator) -> tuple[Ragged, Ragged]:
    """Draw queries and passages as rows of units; row i belongs to row i."""
    kinds = random.choice(list(SHARES), size=size, p=list(SHARES.values()))
    pairs = [samplers[kind](random) for kind in kinds]
    queries = _pack([query for query, _ in pairs])
    noisy = ~np.isin(kinds, WORDS_ALONE)
    return noise(ground, queries, noisy, random), _pack([passage for _, passage in pairs])


def noise(ground: Ground, queries: Ragged, noisy: NDArray[np.bool_], random: Generator) -> Ragged:
    """Swap and drop words, put an opening in front of half the queries; leave none empty."""
    owner = np.repeat(np.arange(len(queries)), queries.lengths())
    stop = ground.stop_words[queries.values]
    words = _swap(ground.replacements, queries.values, noisy[owner] & ~stop, random)
    chance = np.where(stop, DROP_STOP, DROP) * noisy[owner]
    kept = random.random(len(words)) >= chance
    emptied = np.bincount(owner[kept], minlength=len(queries)) == 0
    kept |= emptied[owner]
    opened = np.flatnonzero(noisy & (random.random(len(queries)) < OPEN))
    openings = random.choice(ground.openings, size=len(opened))
    order = np.argsort(np.concatenate([opened, owner[kept]]), kind="stable")
    values = np.concatenate([openings, words[kept]])[order].astype(np.int32)
    lengths = np.bincount(np.concatenate([opened, owner[kept]]), minlength=len(queries))
    return Ragged(values, np.concatenate([[0], np.cumsum(lengths)]))


def _swap(replacements: Ragged, words: Ids, allowed: NDArray[np.bool_], random: Generator) -> Ids:
    choices = replacements.lengths()[words]
    swapped = (choices > 0) & allowed & (random.random(len(words)) < SWAP)
    picked = (random.random(len(words)) * choices).astype(np.int64)
    places = np.where(swapped, replacements.starts[words] + picked, 0)
    return np.where(swapped, replacements.values[places], words)


def _titles(passages: Passages) -> Sampler:
    starts = passages.paragraph_starts[passages.document_starts]
    long_enough = (passages.titles.lengths() >= 2) & (_words_between(passages, starts) >= LEAST_REST)
    weight = np.where(passages.statute, STATUTE_WEIGHT, 1.0) * long_enough
    draw = _weighted(weight)

    def sample(random: Generator) -> TextPair:
        document = draw(random)
        first, last = passages.document_starts[document : document + 2]
        paragraph = int(random.integers(first, last))
        group = passages.span(int(passages.paragraph_starts[paragraph]), int(starts[document + 1]))
        return passages.titles.row(document), _head(group, random)

    return sample


def _sentences(passages: Passages) -> Sampler:
    paragraph = np.repeat(np.arange(len(passages.paragraph_starts) - 1), np.diff(passages.paragraph_starts))
    total = _words_between(passages, passages.paragraph_starts)[paragraph]
    length = passages.sentences.lengths()
    fits = (length >= QUERY_WORDS[0]) & (total - length >= LEAST_REST)
    draw = _weighted(np.where(_in_statute(passages)[paragraph], STATUTE_WEIGHT, 1.0) * fits)

    def sample(random: Generator) -> TextPair:
        taken = draw(random)
        first, last = passages.paragraph_starts[paragraph[taken] : paragraph[taken] + 2]
        rest = np.concatenate([passages.span(first, taken), passages.span(taken + 1, last)])
        return _window(passages.sentences.row(taken), QUERY_WORDS, random), _window(rest, PASSAGE_WORDS, random)

    return sample


def _headings(passages: Passages) -> Sampler:
    places: dict[bytes, list[int]] = {}
    enough = _words_between(passages, passages.paragraph_starts) >= LEAST_REST
    for index, paragraph in enumerate(passages.headed):
        if enough[paragraph] and passages.headings.starts[index] < passages.headings.starts[index + 1]:
            places.setdefault(passages.headings.row(index).tobytes(), []).append(index)
    groups = list(places.values())

    def sample(random: Generator) -> TextPair:
        group = groups[random.integers(len(groups))]
        index = group[random.integers(len(group))]
        paragraph = passages.paragraph(int(passages.headed[index]))
        return passages.headings.row(index), _window(paragraph, PASSAGE_WORDS, random)

    return sample


def _adjacent(passages: Passages) -> Sampler:
    enough = _words_between(passages, passages.paragraph_starts) >= LEAST_REST
    first_of_document = np.zeros(len(enough) + 1, dtype=bool)
    first_of_document[passages.document_starts] = True
    fits = enough[:-1] & enough[1:] & ~first_of_document[1:-1]
    draw = _weighted(np.where(_in_statute(passages)[:-1], STATUTE_WEIGHT, 1.0) * fits)

    def sample(random: Generator) -> TextPair:
        one = draw(random)
        before, after = passages.paragraph(one), passages.paragraph(one + 1)
        return _window(before, PASSAGE_WORDS, random), _window(after, PASSAGE_WORDS, random)

    return sample


def _words(pairs: list[Pair]) -> Sampler:
    table = np.array(pairs, dtype=np.int32)

    def sample(random: Generator) -> TextPair:
        one, other = table[random.integers(len(table))]
        return np.array([one]), np.array([other])

    return sample


def _weighted(weight: NDArray[np.float64]) -> Callable[[Generator], int]:
    """Draw an index in proportion to its weight."""
    heights = np.cumsum(weight)
    return lambda random: int(np.searchsorted(heights, random.random() * heights[-1], side="right"))


def _window(words: Ids, lengths: tuple[int, int], random: Generator) -> Ids:
    length = int(random.integers(lengths[0], lengths[1] + 1))
    start = int(random.integers(max(len(words) - length, 0) + 1))
    return words[start : start + length]


def _head(words: Ids, random: Generator) -> Ids:
    return words[: int(random.integers(PASSAGE_WORDS[0], PASSAGE_WORDS[1] + 1))]


def _words_between(passages: Passages, sentence_starts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Words in each stretch of sentences."""
    return np.diff(passages.sentences.starts[sentence_starts])


def _in_statute(passages: Passages) -> NDArray[np.bool_]:
    """Tell of each paragraph whether it is from a statute."""
    return np.repeat(passages.statute, np.diff(passages.document_starts))


def _pack(rows: list[Ids]) -> Ragged:
    starts = np.cumsum([0] + [len(row) for row in rows], dtype=np.int64)
    return Ragged(np.concatenate(rows), starts)
