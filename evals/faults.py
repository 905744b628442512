"""What is wrong with a test set, and where in it."""

from __future__ import annotations

from dataclasses import dataclass

MOST_TOLD = 5  # faults in the one line of an error


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
        told = [str(fault) for fault in faults[:MOST_TOLD]]
        more = [f"… och {len(faults) - MOST_TOLD} till."] if len(faults) > MOST_TOLD else []
        super().__init__(" ".join([f"{name} har {count}, och inget är inläst.", *told, *more]))


class NoSet(BadSet):
    """There is no such set; the message says which there are."""

    def __init__(self, name: str, known: str = "") -> None:
        said = f"Uppsättningen {name} finns inte. {known}".strip()
        super().__init__(name, [Fault(0, "", said)])
        self.args = (said,)
