"""Measure the model alone: recall of the passages that hold the evidence of questions.

Use: python -m vectorstore.embedder.evaluate --documents FOLDER_OF_TXT --questions Q.jsonl …
"""

import argparse
import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import TypedDict

import numpy as np
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer

PASSAGE, WINDOW, STRIDE = 100, 45, 22  # words
CUTOFFS = (5, 10)
HELD = 0.6  # share of the evidence's words that make a passage hold it

DASHES = re.compile(r"[\u2010-\u2015\u2212\ufe63\uff0d]")


class Case(TypedDict):
    """A line of a question file."""

    question: str
    evidence: list[dict[str, str]]


def split_passages(text: str) -> list[str]:
    """Pack paragraphs into passages of about 100 words; a paragraph longer than that is cut."""
    passages: list[list[str]] = [[]]
    for paragraph in re.split(r"\n\s*\n", text):
        words = paragraph.split()
        for start in range(0, len(words), PASSAGE):
            piece = words[start : start + PASSAGE]
            if passages[-1] and len(passages[-1]) + len(piece) > PASSAGE:
                passages.append([])
            passages[-1] += piece
    return [" ".join(words) for words in passages if words]


def split_windows(passage: str) -> list[str]:
    """Overlapping windows of a passage; the last one reaches its end."""
    words = passage.split()
    starts = range(0, max(len(words) - WINDOW, 0) + STRIDE, STRIDE)
    return [" ".join(words[s : s + WINDOW]) for s in starts if s < len(words)]


def rank_passages(model: SentenceTransformer, passages: list[str], questions: list[str]) -> NDArray[np.intp]:
    """Rank for each question the indices of the passages, best window first."""
    windows = [split_windows(passage) for passage in passages]
    owner = np.repeat(np.arange(len(passages)), [len(w) for w in windows])
    inside = model.encode([w for group in windows for w in group], show_progress_bar=False)
    asked = model.encode(questions, show_progress_bar=False)
    best = np.full((len(questions), len(passages)), -np.inf, dtype=np.float32)
    np.maximum.at(best.T, owner, inside @ asked.T)
    return np.argsort(-best, axis=1, kind="stable")


def holds(passage: str, quote: str) -> bool:
    """Tell whether the quote is in the passage, or at least three fifths of its words."""
    need, got = _words(quote), set(_words(passage))
    return _plain(quote) in _plain(passage) or sum(w in got for w in need) >= HELD * len(need)


def recall(cases: list[Case], passages: list[str], ranks: NDArray[np.intp]) -> dict[int, float]:
    """Mean share of each question's evidence that its first k passages hold."""
    found: dict[int, list[float]] = {k: [] for k in CUTOFFS}
    for case, order in zip(cases, ranks, strict=True):
        for k in CUTOFFS:
            top = [passages[i] for i in order[:k]]
            hits = [any(holds(p, quote) for p in top) for quote in _quotes(case)]
            found[k].append(sum(hits) / len(hits))
    return {k: float(np.mean(shares)) for k, shares in found.items()}


def read_cases(path: Path) -> list[Case]:
    """Read the questions of a file that have evidence to be found."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [row for row in rows if _quotes(row)]


def main() -> None:
    """Print one line of recall a question file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--questions", type=Path, nargs="+", required=True)
    parser.add_argument("--model", type=Path, default=Path(__file__).parent / "model")
    args = parser.parse_args()
    texts = [path.read_text("utf-8") for path in sorted(args.documents.glob("*.txt"))]
    passages = [passage for text in texts for passage in split_passages(text)]
    model = SentenceTransformer(str(args.model), device="cpu").float()  # half is for storing
    for path in args.questions:
        cases = read_cases(path)
        ranks = rank_passages(model, passages, [case["question"] for case in cases])
        shares = recall(cases, passages, ranks)
        figures = "  ".join(f"recall@{k} {share:.3f}" for k, share in shares.items())
        counted = f"{len(cases)} questions, {len(passages)} passages"
        sys.stdout.write(f"{path.name}: {counted}: {figures}\n")


def _quotes(case: Case) -> list[str]:
    return [place["quote"] for place in case["evidence"] if "quote" in place]


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).lower()
    text = DASHES.sub("-", text)
    return re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", " ".join(text.split()))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", _plain(text))


if __name__ == "__main__":
    main()
