"""The page with a real assistant over two small plans, and a set of twenty cases on them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from assistant.answering import Assistant
from assistant.open import open_searcher, open_store
from evals.models import Case, Piece
from evals.workbench import Workbench, open_workbench
from ingest.pipeline import ingest
from settings import Settings
from tests.assistant.plans import FILES
from vectorstore.embed import open_embedder

MORA = "mora-tekniska-namnden-budget-2030-2032.md"
WORD = "Lekplatsprogrammet (LPP) innebär att tre lekplatser om året byggs om"
PARKS = Case("parker", "Vad kostar parkerna i Mora 2030?", "table", category="budget", docs=(MORA,),
             answer="-9 000 tkr netto", must=(("9 000",),), must_not=("9 500",))  # fmt: skip
PROGRAMME = Case("lpp", "Vad är LPP?", "define", category="begrepp", docs=(MORA,), must=(("tre lekplatser",),),
                 evidence=(Piece(MORA, WORD),))  # fmt: skip
KIRUNA = Case("kiruna", "Vad kostar parkerna i Kiruna 2030?", "unanswerable", class_="uncovered_place")
WRONG = Case("fel", "Vad kostar gatorna i Mora 2030?", "table", category="budget", must=(("finns inte",),))
TWENTY = (PROGRAMME, WRONG, *(replace(PARKS, id=f"parker-{n}") for n in range(12)),
          *(replace(KIRUNA, id=f"kiruna-{n}") for n in range(6)))  # fmt: skip


@contextmanager
def opened(folder: Path) -> Iterator[tuple[Assistant, Workbench]]:
    """An assistant over the plans, and the bench beside it."""
    plans = folder / "planer"
    plans.mkdir()
    for name, text in FILES.items():
        (plans / name).write_text(text, "utf-8")
    settings = replace(Settings(), corpus=plans, data=folder / "data")
    store, embedder = open_store(settings.data), open_embedder(settings.embedder)
    ingest([plans], store, embedder)
    assistant = Assistant(store, open_searcher(store, settings.data, embedder))
    yield assistant, open_workbench(store, assistant, settings, lambda path, page, boxes: b"")
    store.close()
