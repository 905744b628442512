"""How well a search ranked the evidence: the one file that knows ir_measures."""

from __future__ import annotations

from collections.abc import Sequence

CUTOFFS = (1, 5, 10)
DEEPEST = max(CUTOFFS)


def retrieval(supported: Sequence[Sequence[bool]]) -> dict[str, float]:
    """Recall, MRR and nDCG of one case; `supported` tells for each piece of evidence which of the hits hold it.

    A hit counts for the pieces that it is the first to hold, so that the same evidence twice is not found twice.
    """
    firsts = [next((at for at, held in enumerate(hits[:DEEPEST], 1) if held), 0) for hits in supported]
    recalled = {f"recall@{k}": sum(0 < at <= k for at in firsts) / len(firsts) for k in CUTOFFS}
    return recalled | _ranked(firsts)


def _ranked(firsts: Sequence[int]) -> dict[str, float]:
    from ir_measures import RR, iter_calc, nDCG

    gains = {str(at): firsts.count(at) for at in firsts if at}
    gains |= {f"lost {n}": 1 for n, at in enumerate(firsts) if not at}
    ranking = {str(at): float(-at) for at in range(1, DEEPEST + 1)}
    names = {RR @ DEEPEST: "mrr", nDCG @ DEEPEST: "ndcg"}
    return {names[found.measure]: found.value for found in iter_calc([*names], {"case": gains}, {"case": ranking})}
