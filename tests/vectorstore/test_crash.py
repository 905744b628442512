"""An ingest killed at any moment leaves whole documents behind, and the next one finishes its work."""

import random
from pathlib import Path

import pytest

from tests.vectorstore.kill_loop import PDFS, after, contents, kill, plansvar, run, when_written

SMALLEST = PDFS[:2]
EARLY = random.Random(2022).uniform(0.4, 1.2)


@pytest.mark.slow
def test_a_killed_ingest_leaves_whole_documents_and_the_next_one_finishes(tmp_path: Path) -> None:
    ingest, left = plansvar(tmp_path, "ingest", *SMALLEST), []
    for moment in (after(EARLY), when_written(tmp_path, 100_000)):
        assert kill(ingest, moment)
        left.append(contents(tmp_path))
    assert run(ingest) == 0
    whole = contents(tmp_path)
    assert len(whole) == 2
    assert all(pages and passages == terms > 50 for pages, passages, terms, _ in whole.values())
    assert [found for found in left if not found.items() <= whole.items()] == []

    assert kill(plansvar(tmp_path, "ingest", "--rebuild", *SMALLEST), when_written(tmp_path, 100_000))
    assert contents(tmp_path) == whole
    assert run(plansvar(tmp_path, "documents")) == 0
