"""What boards are called besides, from boards.txt."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from corpus.swedish.words import read_lines


def also_called(board: str) -> frozenset[str]:
    """The names that stand for a board, its own among them; names are lower case, without the ending -en."""
    return frozenset({board}).union(*(group for group in _groups() if board in group))


@lru_cache(maxsize=1)
def _groups() -> tuple[frozenset[str], ...]:
    lines = read_lines(Path(__file__).with_name("boards.txt"))
    return tuple(frozenset(name.strip() for name in line.split("=")) for line in lines)
