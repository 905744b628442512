"""May a run take the place of the one before it?"""

from __future__ import annotations

from collections.abc import Iterator

from evals.chance import chance_of_difference
from evals.compare import CHANCE, Comparison


def objections(comparison: Comparison) -> Iterator[str]:
    """Why a run may not pass in the place of the one before it; nothing where it may."""
    won, lost = len(comparison.won), len(comparison.lost)
    if not comparison.pairs:
        yield "Inget fall är detsamma i båda körningarna, så de går inte att jämföra."
    chance = chance_of_difference(won, lost)
    if lost > won and chance < CHANCE:
        ids = ", ".join(before.id for before, _ in comparison.lost)
        yield f"{lost} fall är förlorade och {won} vunna; slumpen ger det {100 * chance:.1f} gånger av 100: {ids}."
    wrong = comparison.newly_wrong_figures
    if wrong:
        ids = ", ".join(before.id for before, _ in wrong)
        yield f"{len(wrong)} fall visar fel siffra och gjorde det inte förut: {ids}."
    if comparison.no_longer_scored:
        yield f"Utan poäng men bedömda förut: {', '.join(comparison.no_longer_scored)}."
