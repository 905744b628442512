"""Make the embedded Swedish model from public texts and synonyms (model card: README.md).

Use: python -m vectorstore.embedder.train --texts TEXTS.jsonl.xz --synonyms synlex.xml --out DIR
"""

import argparse
import logging
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
from tokenizers import Tokenizer

from vectorstore.embedder.ground import Ground, Ragged, read_ground
from vectorstore.embedder.pairs import draw_batch, make_samplers
from vectorstore.embedder.start import (
    SEED,
    UNKNOWN,
    Table,
    train_start_vectors,
    train_tokenizer,
    write_pieces,
)
from vectorstore.embedder.texts import read_texts

STEPS = 3_000
BATCH = 1_280
LEARNING_RATE = 1.5e-3
SCALE = 20.0
TRAINED_SHARE = 0.7

logger = logging.getLogger(__name__)


def make_start(texts: Path, work: Path) -> tuple[Tokenizer, Table]:
    """Tokenizer and start vectors, taken from the work folder where an earlier run left them."""
    if not (work / "start.npy").exists():
        trained = train_tokenizer(read_texts(texts))
        trained.save(str(work / "tokenizer.json"))
        logger.info("tokenizer made")
        counts = write_pieces(read_texts(texts), trained, work / "pieces.txt")
        np.save(work / "start.npy", train_start_vectors(work / "pieces.txt", counts))
        logger.info("start vectors made from %d pieces", counts.sum())
    return Tokenizer.from_file(str(work / "tokenizer.json")), np.load(work / "start.npy")


def train_table(ground: Ground, pieces: Ragged, tokenizer: Tokenizer, start: Table) -> Table:
    """Train the table so that query and passage of a pair find each other in the batch."""
    random = np.random.default_rng(SEED)
    samplers = make_samplers(ground)
    model = assemble(tokenizer, start.copy())
    loss_of = MultipleNegativesRankingLoss(
        model, SCALE, directions=("query_to_doc", "doc_to_query"), partition_mode="per_direction"
    )
    optimizer = torch.optim.Adam(model.parameters(), lr=LEARNING_RATE, fused=True)
    decay = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / STEPS)
    for step in range(STEPS):
        batch = draw_batch(ground, samplers, BATCH, random)
        loss = loss_of([features(side, pieces) for side in batch], torch.empty(0))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        decay.step()
        if step % 50 == 0:
            logger.info("step %d of %d, loss %.3f", step, STEPS, loss.item())
    table: Table = next(model.parameters()).detach().numpy()
    return table


def features(texts: Ragged, pieces: Ragged) -> dict[str, torch.Tensor]:
    """Texts given as units, in the form that StaticEmbedding takes."""
    found = pieces.expand(texts.values)
    return {
        "input_ids": torch.from_numpy(found.values.astype(np.int64)),
        "offsets": torch.from_numpy(found.starts[texts.starts[:-1]]),
    }


def soup(start: Table, trained: Table, tokenizer: Tokenizer) -> NDArray[np.float16]:
    """Mix start and trained vectors; what the tokenizer does not know counts nothing."""
    mixed = (1 - TRAINED_SHARE) * start + TRAINED_SHARE * trained
    mixed[tokenizer.token_to_id(UNKNOWN)] = 0
    return mixed.astype(np.float16)


def assemble(tokenizer: Tokenizer, table: NDArray[np.floating]) -> SentenceTransformer:
    """Make a model of a table: the mean of piece vectors, of length one."""
    modules: list[torch.nn.Module] = [StaticEmbedding(tokenizer, table), Normalize()]
    return SentenceTransformer(modules=modules, device="cpu")


def main() -> None:
    """Make the model folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--synonyms", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--work", type=Path, help="keep tokenizer and start vectors here")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(1)  # the sums are small: more threads mostly wait, and add up in another order
    with TemporaryDirectory() as scratch:
        tokenizer, start = make_start(args.texts, args.work or Path(scratch))
    ground, units = read_ground(args.texts, args.synonyms)
    logger.info("%d words, %d inflections", len(units.numbers), len(ground.inflections))
    trained = train_table(ground, units.pieces(tokenizer), tokenizer, start)
    model = assemble(tokenizer, soup(start, trained, tokenizer))
    model.save(str(args.out), create_model_card=False)


if __name__ == "__main__":
    main()
