"""Does a text give orders to whoever reads it by machine? Such lines are never shown to a model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

from corpus.swedish.cues import cue
from corpus.swedish.words import fold, read_lines

ORDERS = Path(__file__).with_name("orders.txt")


@lru_cache(maxsize=20_000)
def is_order(text: str) -> bool:
    """True for an instruction to an assistant, in Swedish or English; plans do not speak so to their readers."""
    return bool(cue("refusal", "instruction", text)) or _orders().search(fold(text)) is not None


def before_orders(sentences: Sequence[str]) -> list[str]:
    """The sentences of one line up to the first that gives orders: what follows it may be part of it."""
    return list(takewhile(lambda sentence: not is_order(sentence), sentences))


@lru_cache(maxsize=1)
def _orders() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(read_lines(ORDERS)) + r")(?!\w)")
