"""How fast and how big (make bench): Plansvar beside the naive pipeline, each step in a process of its own."""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from assistant.batch import read_questions
from evals.naive import Naive, files_in
from evals.page import Page, measure_page
from settings import read_settings

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = Path(__file__).with_name("sets") / "speed.jsonl"
BUILD = {
    "plansvar": lambda corpus, data: ["-m", "app", "--corpus", corpus, "--data", data, "ingest", "--json"],
    "naive": lambda corpus, data: ["-m", "evals.naive", corpus, data],
}


@dataclass(frozen=True, slots=True)
class Measured:
    """One pipeline over one corpus; seconds and bytes."""

    ingest: float
    size: int
    cold: float
    answers: tuple[float, ...]
    memory: int


def main() -> None:
    """Measure both pipelines and print the table; or, in a process of its own, measure the answers of one."""
    given = _arguments()
    if given.answers_of:
        print(json.dumps(_measure_answers(given.answers_of, given.data, given.questions)))
        return
    with TemporaryDirectory() as folder:
        columns = [measure(name, Path(folder) / name, given) for name in BUILD]
        page = measure_page(given.corpus, Path(folder) / "plansvar")
    print("\n".join(table(given.corpus, columns, page)))


def measure(name: str, data: Path, given: argparse.Namespace) -> Measured:
    """Build the index, then answer in a fresh process."""
    start = time.time()
    _run([*BUILD[name](given.corpus, data)])
    ingest = time.time() - start
    start = time.time()
    child = ["-m", "evals.speed", "--answers-of", name, "--data", data, "--questions", given.questions]
    seen = json.loads(_run(child).splitlines()[-1])
    size = sum(file.stat().st_size for file in data.rglob("*") if file.is_file())
    return Measured(ingest, size, seen["first_at"] - start, tuple(seen["seconds"]), seen["memory"])


def table(corpus: Path, columns: Sequence[Measured], page: Page) -> list[str]:
    """The lines of the table."""
    rows = [
        ("ingest of the corpus", *(f"{m.ingest:.1f} s" for m in columns)),
        ("index on disk", *(f"{m.size / 1e6:.1f} MB" for m in columns)),
        ("cold start to first answer", *(f"{m.cold:.1f} s" for m in columns)),
        ("answer, median", *(f"{1000 * _quantile(m.answers, 50):.0f} ms" for m in columns)),
        ("answer, 95th percentile", *(f"{1000 * _quantile(m.answers, 95):.0f} ms" for m in columns)),
        ("resident memory, answering", *(f"{m.memory / 1e6:.0f} MB" for m in columns)),
        ("page ready, second start", f"{page.ready:.1f} s", "–"),
        ("first answer on the page", f"{1000 * page.first_answer:.0f} ms", "–"),
        ("resident memory, page", f"{page.memory / 1e6:.0f} MB" if page.memory else "–", "–"),
    ]
    head = f"{len(files_in(corpus))} documents, {len(columns[0].answers)} questions"
    return [f"{name:<34}{ours:>12}{theirs:>12}" for name, ours, theirs in [(head, *BUILD), *rows]]


def _measure_answers(name: str, data: Path, questions: Path) -> dict[str, object]:
    ask = _open(name, data)
    seconds: list[float] = []
    first_at = 0.0
    for asked in read_questions(questions):
        start = time.perf_counter()
        ask(asked.question)
        seconds.append(time.perf_counter() - start)
        first_at = first_at or time.time()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"first_at": first_at, "seconds": seconds, "memory": most * (1 if sys.platform == "darwin" else 1024)}


def _open(name: str, data: Path) -> Callable[[str], object]:
    if name == "naive":
        return Naive(data).ask
    from assistant.open import open_assistant

    return open_assistant(data, read_settings().embedder).ask


def _quantile(values: Sequence[float], percent: int) -> float:
    return quantiles(values, n=100, method="inclusive")[percent - 1] if len(values) > 1 else values[0]


def _run(arguments: Sequence[object]) -> str:
    command = [sys.executable, *(str(argument) for argument in arguments)]
    quiet = {**os.environ, "TQDM_DISABLE": "1"}
    return subprocess.run(command, cwd=ROOT, env=quiet, stdout=subprocess.PIPE, text=True, check=True).stdout


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--corpus", type=lambda p: Path(p).resolve(), default=read_settings().corpus)
    parser.add_argument("--questions", type=lambda p: Path(p).resolve(), default=QUESTIONS, help="JSONL of questions")
    parser.add_argument("--answers-of", choices=list(BUILD), help=argparse.SUPPRESS)
    parser.add_argument("--data", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
