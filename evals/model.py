"""What a language model does to the answers (make bench-model), beside the same build without one and the naive way.

A run that was stopped goes on where it was: what its file holds is not asked again.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TextIO

from assistant.answering import Assistant
from assistant.check import MARKER
from assistant.llm import Chosen, Model, ModelUnavailable, open_model
from assistant.models import Answer
from assistant.open import open_searcher, open_store
from evals.cases import read_cases
from evals.llama import NAME, serve
from evals.models import Case
from evals.naive import Naive, build
from evals.outcomes import WAYS, Outcome, Told, judged, read_outcomes, sentences_of, table, unsupported
from settings import read_settings
from vectorstore.embed import open_embedder

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = Path(__file__).with_name("sets") / "practice-1" / "questions.jsonl"
SECONDS = 600  # a slow machine is to be measured, not given up
PASSAGES = 4  # that the naive way puts into its prompt
NAIVE = "Svara kort på svenska på frågan med hjälp av texterna. Står svaret inte där, skriv: Det framgår inte."
FELL_BACK = "\nSvaret är skrivet utan språkmodell"


def main() -> None:
    """Ask a sample of a set in three ways and print the table; each outcome is kept in a file as it comes."""
    given = _arguments()
    cases = _sample(read_cases(given.questions), given.sample)
    outcomes = read_outcomes(given.out)
    known = {(outcome.way, outcome.id) for outcome in outcomes}
    with (
        TemporaryDirectory() as folder,
        _model(Path(folder)) as model,
        given.out.open("w", encoding="utf-8") as out,
    ):
        for outcome in outcomes:
            _keep(outcome, out)
        ways = _ways(given.corpus, Path(folder), model)
        # Way after way: a server keeps the beginning of a prompt that comes again.
        for way, tell in zip(WAYS, ways, strict=True):
            for case in cases if way in (given.way or WAYS) else ():
                if (way, case.id) not in known:
                    outcomes.append(judged(case, way, tell(case)))
                    _keep(outcomes[-1], out)
    print("\n".join(table(outcomes)))


def _keep(outcome: Outcome, out: TextIO) -> None:
    print(json.dumps(asdict(outcome), ensure_ascii=False), file=out, flush=True)


def _sample(cases: Sequence[Case], most: int) -> list[Case]:
    """So many of the cases, spread over the set; a larger sample holds every smaller one."""
    spread = sorted(range(len(cases)), key=lambda at: f"{at:032b}"[::-1])
    return [cases[at] for at in spread[: most or len(cases)]]


@contextmanager
def _model(folder: Path) -> Iterator[Model]:
    """The model that the settings name, or else the small one that comes in packages."""
    settings = read_settings()
    if settings.model:
        yield open_model(Chosen(settings.model, settings.model_url, SECONDS, settings.model_prompt), folder)
        return
    with serve() as served:
        yield open_model(Chosen(NAME, served.url, SECONDS, settings.model_prompt), folder)


def _ways(corpus: Path, folder: Path, model: Model) -> list[Callable[[Case], Told]]:
    """The three ways to answer, over indexes built here."""
    command = [sys.executable, "-m", "app", "--corpus", str(corpus), "--data", str(folder / "plansvar"), "ingest"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    build(corpus, folder / "naive")
    store = open_store(folder / "plansvar")
    searcher = open_searcher(store, folder / "plansvar", open_embedder(read_settings().embedder))
    plain = Assistant(store, searcher)
    return [
        partial(_told, plain, plain),
        partial(_told, Assistant(store, searcher, model), plain),
        partial(_naively, Naive(folder / "naive"), model),
    ]


def _told(assistant: Assistant, plain: Assistant, case: Case) -> Told:
    """Plansvar's answer; of its sentences those are counted that the program itself did not write."""
    turns = plain.replay(case.history)
    start, first = perf_counter(), 0.0
    for grown in assistant.stream(case.question, turns):
        answer, first = grown, first or perf_counter() - start
    seconds = perf_counter() - start
    known = plain.ask(case.question, turns).text
    shown = answer.text.partition(FELL_BACK)[0]
    written = [sentence for sentence in sentences_of(shown) if _bare(sentence) not in _bare(known)]
    told = dict(answer.details)
    kept = {name: told[name] for name in ("tokens_in", "withheld", "lead", "fell_back") if name in told}
    loose = unsupported(written, partial(_cited, answer, known))
    worded = first + float(str(told["first"])) if told.get("lead", "alone") != "alone" else 0.0
    return Told(shown, answer.abstained, answer.asks_back, loose, len(written), first, seconds,
                worded=worded, plain=known, **kept)  # type: ignore[arg-type]  # fmt: skip


def _bare(text: str) -> str:
    """A text without its labels, as it is compared."""
    return " ".join(MARKER.sub("", text).replace(" .", ".").split()).rstrip(" .")


def _cited(answer: Answer, known: str, sentence: str) -> str:
    """What a sentence is to stand on: the passages that its labels point to, and the program's computed values."""
    cited = [answer.citations[int(n) - 1] for n in MARKER.findall(sentence) if 0 < int(n) <= len(answer.citations)]
    shown = [f"{c.title} . {c.section} . {c.quote}" for c in cited]
    return " . ".join([*shown, MARKER.sub("", known)]) if cited else ""


def _naively(naive: Naive, model: Model, case: Case) -> Told:
    """Four passages in the prompt, and the answer as it comes."""
    passages = naive.passages(case.question, PASSAGES)
    start, first, text, read = perf_counter(), 0.0, "", 0
    try:
        for piece in model.write(NAIVE, "\n\n".join([*passages, f"Fråga: {case.question}"])):
            text += piece.text
            read += piece.tokens_in
            first = first or (perf_counter() - start if len(sentences_of(text)) > 1 else 0.0)
    except ModelUnavailable as error:
        text += f" {error}"
    seconds = perf_counter() - start
    sentences = sentences_of(text)
    loose = unsupported(sentences, lambda _: " . ".join(passages))
    return Told(text, "framgår inte" in text.lower(), False, loose, len(sentences), first or seconds, seconds, read,
                worded=first or seconds)  # fmt: skip


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-model", description=__doc__)
    parser.add_argument("--questions", type=Path, default=QUESTIONS, help="JSONL of questions with their facts")
    parser.add_argument("--corpus", type=lambda p: Path(p).resolve(), default=QUESTIONS.with_name("pdf"))
    parser.add_argument("--sample", type=int, default=20, help="how many of the questions; 0 is all")
    parser.add_argument("--way", action="append", choices=WAYS, help="only this way; may be given again")
    parser.add_argument("--out", type=Path, default=Path("bench-model.jsonl"), help="every outcome, as JSONL")
    return parser.parse_args()


if __name__ == "__main__":
    main()
