"""Does a text give orders to whoever reads it by machine? Such lines are never shown to a model."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from corpus.swedish.cues import cue
from corpus.swedish.words import fold, read_lines

ORDERS = Path(__file__).with_name("orders.txt")


def is_order(text: str) -> bool:
    """True for an instruction to an assistant, in Swedish or English; plans do not speak so to their readers."""
    return bool(cue("refusal", "instruction", text)) or _orders().search(fold(text)) is not None


@lru_cache(maxsize=1)
def _orders() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(read_lines(ORDERS)) + r")(?!\w)")
