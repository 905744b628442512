"""The tokenizer and the skip-gram vectors that training starts from."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import numpy as np
from gensim.models import Word2Vec
from numpy.typing import NDArray
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from vectorstore.embedder.texts import PublicText

Table = NDArray[np.float32]
Counts = NDArray[np.int64]

PIECES = 32_000
UNKNOWN = "[UNK]"
DIMENSIONS = 256
SEED = 20_261_123
STATUTE_WEIGHT = 0.5  # a third of the words, and far from how plans are written
SIF = 2e-4


def train_tokenizer(texts: Iterable[PublicText]) -> Tokenizer:
    """Unigram pieces without a mark for word boundaries: a compound and its parts share pieces."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r"[^\p{L}\p{N}]+"), "removed"),
            pre_tokenizers.Digits(individual_digits=True),
        ]
    )
    trainer = trainers.UnigramTrainer(
        vocab_size=PIECES, unk_token=UNKNOWN, special_tokens=[UNKNOWN], show_progress=False
    )
    tokenizer.train_from_iterator((text.whole for text in texts), trainer)
    return tokenizer


def write_pieces(texts: Iterable[PublicText], tokenizer: Tokenizer, path: Path) -> Counts:
    """Write each text as a line of piece ids, half of the statutes left out; count each piece."""
    counts = np.zeros(tokenizer.get_vocab_size(), dtype=np.int64)
    with path.open("w", encoding="ascii") as out:
        for batch in _batches(_thin_statutes(texts), 1_000):
            for encoding in tokenizer.encode_batch([text.whole for text in batch]):
                np.add.at(counts, encoding.ids, 1)
                out.write(" ".join(map(str, encoding.ids)) + "\n")
    return counts


def train_start_vectors(pieces: Path, counts: Counts) -> Table:
    """Train skip-gram vectors. Two workers take turns freely: equal runs differ a little."""
    model = Word2Vec(
        corpus_file=str(pieces), vector_size=DIMENSIONS, window=8, negative=6, sg=1, sample=2e-5,
        epochs=4, min_count=1, workers=2, seed=SEED,
    )  # fmt: skip
    table = np.zeros((len(counts), DIMENSIONS), dtype=np.float32)
    for piece, row in model.wv.key_to_index.items():
        table[int(piece)] = model.wv.vectors[row]
    return condition(table, counts)


def condition(table: Table, counts: Counts) -> Table:
    """Take away the mean and the first principal component, then scale each piece by a/(a+p)."""
    share = counts / counts.sum()
    weight = (np.sqrt(share) / np.sqrt(share).sum())[:, None]
    centred = table - (weight * table).sum(axis=0)
    first = np.linalg.eigh(centred.T @ (weight * centred))[1][:, -1:]
    scaled = (centred - centred @ first @ first.T) * (SIF / (SIF + share))[:, None]
    scaled[counts == 0] = 0
    return np.asarray(scaled, dtype=np.float32)


def _thin_statutes(texts: Iterable[PublicText]) -> Iterator[PublicText]:
    random = Random(SEED)
    return (t for t in texts if t.source != "sfs" or random.random() < STATUTE_WEIGHT)


def _batches(texts: Iterable[PublicText], size: int) -> Iterator[list[PublicText]]:
    batch: list[PublicText] = []
    for text in texts:
        batch.append(text)
        if len(batch) == size:
            yield batch
            batch = []
    yield batch
