"""What training draws from: the texts as numbered words, synonyms, inflections, openings."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from vectorstore.embedder.texts import PublicText, read_texts

Ids = NDArray[np.int32]
Offsets = NDArray[np.int64]
Pair = tuple[int, int]

WORD = re.compile(r"[^\W_]+")
SENTENCE_END = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÅÄÖ\u2013\d])")
ENDINGS = (
    "s", "n", "t", "a", "e", "r", "en", "et", "er", "ar", "or", "na", "de", "te", "ns", "ts",
    "ens", "ets", "arna", "erna", "orna", "ande", "ade", "ningen", "ningar",
)  # fmt: skip
LEAST_BASE = 4  # letters
LEAST_SEEN = 20  # occurrences of each form
STOP_WORDS = 80  # the commonest words of the texts


@dataclass
class Units:
    """Words and whole phrases, numbered in the order in which they were first seen."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, unit: str) -> int:
        """Look up the number of a word or phrase; a new one gets the next."""
        return self.numbers.setdefault(plain(unit), len(self.numbers))

    def words(self, text: str) -> list[int]:
        """Give the numbers of the words of a text."""
        numbers = self.numbers
        return [numbers.setdefault(word, len(numbers)) for word in WORD.findall(plain(text))]

    def pieces(self, tokenizer: Tokenizer) -> "Ragged":
        """Split every unit into pieces."""
        return Ragged.of([e.ids for e in tokenizer.encode_batch(list(self.numbers))])


@dataclass(frozen=True)
class Ragged:
    """Rows of different length in one array: row i is values[starts[i]:starts[i + 1]]."""

    values: Ids
    starts: Offsets

    @classmethod
    def of(cls, rows: Iterable[list[int]]) -> "Ragged":
        """Pack the rows."""
        kept = list(rows)
        starts = np.cumsum([0] + [len(row) for row in kept], dtype=np.int64)
        return cls(np.array([v for row in kept for v in row], dtype=np.int32), starts)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.starts) - 1

    def lengths(self) -> Offsets:
        """Count the values of every row."""
        return np.diff(self.starts)

    def row(self, index: int) -> Ids:
        """Return one row."""
        return self.values[self.starts[index] : self.starts[index + 1]]

    def expand(self, indices: NDArray[np.integer]) -> "Ragged":
        """Put the rows named one after the other."""
        lengths = self.lengths()[indices]
        starts = np.concatenate([[0], np.cumsum(lengths)])
        within = np.arange(starts[-1]) - np.repeat(starts[:-1], lengths)
        return Ragged(self.values[np.repeat(self.starts[indices], lengths) + within], starts)


@dataclass(frozen=True)
class Passages:
    """Sentences of words, paragraphs of sentences, documents of paragraphs, and their headings."""

    sentences: Ragged
    paragraph_starts: Offsets  # number of each paragraph's first sentence
    document_starts: Offsets  # number of each document's first paragraph
    titles: Ragged
    headings: Ragged
    headed: Offsets  # number of the paragraph under each heading
    statute: NDArray[np.bool_]  # of each document

    def span(self, first: int, last: int) -> Ids:
        """Return the words of the sentences from first up to but not including last."""
        return self.sentences.values[self.sentences.starts[first] : self.sentences.starts[last]]

    def paragraph(self, index: int) -> Ids:
        """Return the words of one paragraph."""
        return self.span(int(self.paragraph_starts[index]), int(self.paragraph_starts[index + 1]))


@dataclass(frozen=True)
class Ground:
    """What pairs and noise are drawn from."""

    passages: Passages
    synonyms: list[Pair]
    inflections: list[Pair]
    replacements: Ragged
    stop_words: NDArray[np.bool_]
    openings: Ids


def read_ground(texts: Path, synonyms: Path) -> tuple[Ground, Units]:
    """Read everything that pairs are drawn from, and the words it is written in."""
    units = Units()
    passages = read_passages(read_texts(texts), units)
    counts = np.bincount(passages.sentences.values, minlength=len(units.numbers))
    inflections = find_inflections(units, counts)
    pairs = read_synonyms(synonyms, units)
    openings = np.array([units.number(opening) for opening in _openings()], dtype=np.int32)
    size = len(units.numbers)
    stop_words = np.zeros(size, dtype=bool)
    stop_words[np.argsort(-counts, kind="stable")[:STOP_WORDS]] = True
    swaps = replacements(pairs, inflections, size)
    return Ground(passages, pairs, inflections, swaps, stop_words, openings), units


def read_passages(texts: Iterable[PublicText], units: Units) -> Passages:
    """Give every word of the texts its number and note where each part begins."""
    sentences: list[list[int]] = []
    paragraphs, documents, titles, headings, headed, statute = [0], [0], [], [], [], []
    for text in texts:
        titles.append(units.words(text.title))
        headings += [units.words(heading) for heading, _ in text.headings]
        headed += [len(paragraphs) - 1 + index for _, index in text.headings]
        for paragraph in text.paragraphs:
            sentences += [units.words(s) for s in SENTENCE_END.split(paragraph)]
            paragraphs.append(len(sentences))
        documents.append(len(paragraphs) - 1)
        statute.append(text.source == "sfs")
    return Passages(
        sentences=Ragged.of(sentences),
        paragraph_starts=np.array(paragraphs),
        document_starts=np.array(documents),
        titles=Ragged.of(titles),
        headings=Ragged.of(headings),
        headed=np.array(headed),
        statute=np.array(statute),
    )


def read_synonyms(path: Path, units: Units) -> list[Pair]:
    """Read the pairs of a Synlex file as they stand there."""
    pairs = ElementTree.parse(path).getroot().iter("syn")
    return [(units.number(pair.findtext("w1", "")), units.number(pair.findtext("w2", ""))) for pair in pairs]


def find_inflections(units: Units, counts: Offsets) -> list[Pair]:
    """Pairs of a base form and the same word with one more ending, both common in the texts."""
    common = {w for w, i in units.numbers.items() if w.isalpha() and counts[i] >= LEAST_SEEN}
    return [
        (units.numbers[base], units.numbers[form])
        for form in sorted(common)
        for base in (form.removesuffix(ending) for ending in ENDINGS)
        if base != form and len(base) >= LEAST_BASE and base in common
    ]


def replacements(synonyms: list[Pair], inflections: list[Pair], size: int) -> Ragged:
    """List what a user may type instead of each unit; an inflected form takes its base's."""
    table: dict[int, set[int]] = defaultdict(set)
    for one, other in synonyms:
        table[one].add(other)
        table[other].add(one)
    inherited = {form: table[base] for base, form in inflections if base in table}
    merged = {**inherited, **table}
    return Ragged.of([sorted(merged.get(unit, ())) for unit in range(size)])


def plain(text: str) -> str:
    """As the tokenizer normalises."""
    return unicodedata.normalize("NFKC", text).lower()


def _openings() -> list[str]:
    lines = Path(__file__).with_name("openings.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
