"""What is wrong with a test set, and where in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file, and where; `line` 0 is the file as a whole."""

    line: int
    column: str
    text: str

    def __str__(self) -> str:
        place = [f"rad {self.line}"] * bool(self.line) + [f"kolumn ”{self.column}”"] * bool(self.column)
        return f"{', '.join(place)}: {self.text}" if place else self.text


class BadSet(Exception):
    """A test set that cannot be used; the message names every fault with its place."""

    def __init__(self, name: str, faults: list[Fault]) -> None:
        self.name, self.faults = name, faults
        count = "ett fel" if len(faults) == 1 else f"{len(faults)} fel"
        super().__init__(f"{name} har {count}, och inget är inläst. " + " ".join(f"{fault}" for fault in faults[:5]))
