"""Templates of a test set to fill in, with three examples."""

from __future__ import annotations

from pathlib import Path

from evals.models import Case, Piece
from evals.writing import write_cases

EXAMPLES = (
    Case("exempel-1", "Vad kostar hemtjänsten i Timrå 2022?", "table", category="budget", persona="politiker",
         docs=("timra-socialnamnden-verksamhetsplan-2022-2024-sammandrag.pdf",), answer="−74 922 tkr netto.",
         must=(("74 922", "74,9 mnkr", "74,9 miljoner"), ("tkr", "tusen", "mnkr", "miljoner")), must_not=("77 949",),
         evidence=(Piece("timra-socialnamnden-verksamhetsplan-2022-2024-sammandrag.pdf", "", 11),), difficulty=1),
    Case("exempel-2", "Vad kostar hemtjänsten i Kiruna 2022?", "unanswerable", class_="uncovered_place",
         answer="Det framgår inte.", note="Kommunen finns inte bland dokumenten."),
    Case("exempel-3", "Och året därpå?", "followup", ("Vad kostar hemtjänsten i Timrå 2022?",), category="budget",
         must=(("76 420",),), note="Tidigare frågor skrivs en per rad."),
)  # fmt: skip


def write_templates(folder: Path) -> list[Path]:
    """Write a template with three examples in each form that a set may have."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"mall.{ending}" for ending in ("xlsx", "csv", "jsonl")]
    for path in paths:
        write_cases(path, EXAMPLES)
    return paths
