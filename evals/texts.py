"""The words of the bench, read from texts.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

TEXTS = Path(__file__).with_name("texts.toml")


@dataclass(frozen=True, slots=True)
class Measure:
    """One way of judging a case: its title, what it means, whether it is a share and which way is better."""

    name: str
    title: str
    told: str
    share: bool
    better: str


@cache
def measures() -> dict[str, Measure]:
    """Every measure by name, in the report's order."""
    return {name: Measure(name, **fields) for name, fields in _texts()["measures"].items()}


def words(section: str) -> Mapping[str, str]:
    """Name -> what a reader sees, of one section."""
    found: dict[str, str] = _texts()[section]
    return found


def headings() -> Mapping[str, list[str]]:
    """Field of a case -> the headings under which a table may have it."""
    found: dict[str, list[str]] = _texts()["columns"]
    return found


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(TEXTS.read_text("utf-8"))
