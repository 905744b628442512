"""The table of `make bench`."""

from pathlib import Path

from assistant.batch import read_questions
from evals.page import Page
from evals.speed import QUESTIONS, Measured, table


def test_the_table_shows_both_pipelines_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text("# Plan", "utf-8")
    (tmp_path / "notes.css").write_text("", "utf-8")
    ours = Measured(ingest=9.74, size=6_500_000, cold=1.6, answers=(0.05, 0.06, 0.1), memory=239_000_000)
    naive = Measured(ingest=26.5, size=3_300_000, cold=5.2, answers=(0.02, 0.05, 0.4), memory=632_000_000)
    assert table(tmp_path, [ours, naive], Page(3.61, 0.181, 0)) == [
        "1 documents, 3 questions              plansvar       naive",
        "ingest of the corpus                     9.7 s      26.5 s",
        "index on disk                           6.5 MB      3.3 MB",
        "cold start to first answer               1.6 s       5.2 s",
        "answer, median                           60 ms       50 ms",
        "answer, 95th percentile                  96 ms      365 ms",
        "resident memory, answering              239 MB      632 MB",
        "page ready, second start                 3.6 s           –",
        "first answer on the page                181 ms           –",
        "resident memory, page                        –           –",
    ]


def test_the_questions_of_the_bench_can_be_read() -> None:
    assert len({asked.id for asked in read_questions(QUESTIONS)}) >= 30
