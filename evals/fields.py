"""The fields of one row, each read as what it has to be; what is not right is kept as a fault."""

from __future__ import annotations

import re

from evals.faults import Fault
from evals.models import Piece
from evals.rows import Row
from evals.texts import words

BETWEEN_ITEMS = re.compile(r"(?<!\\)[;\n]")
BETWEEN_FORMS = re.compile(r"(?<!\\)\|")
ESCAPED = re.compile(r"\\([;|])")
LONGEST = 20_000


class Reader:
    """Reads one row; JSON has lists where a table's cell has separators."""

    def __init__(self, row: Row) -> None:
        self._row = row
        self.faults: list[Fault] = []

    def text(self, name: str, required: bool = False) -> str:
        """A text, '' where there is none."""
        value = self._row.fields.get(name)
        if value is None or value == "":
            return self._fault(name, "Värdet saknas.") if required else ""
        if isinstance(value, (dict, list, bool)):
            return self._fault(name, "Värdet ska vara text.")
        if len(str(value)) > LONGEST:
            return self._fault(name, f"Texten är längre än {LONGEST} tecken.")
        return str(value).strip() or (self._fault(name, "Värdet saknas.") if required else "")

    def one_of(self, section: str, name: str, required: bool = False) -> str:
        """One name of a closed list, by its English name or its Swedish word."""
        given = self.text(name, required).lower()
        known = words(section)
        found = next((key for key, word in known.items() if given in (key, word)), "")
        if given and not found:
            self._fault(name, f"”{given}” är inte något av {', '.join(known.values())}.")
        return found

    def whole(self, name: str) -> int | None:
        """A whole number, None where there is none."""
        value = self.text(name)
        if value and not value.isdecimal():
            self._fault(name, f"”{value}” är inget heltal.")
        return int(value) if value.isdecimal() else None

    def lines(self, name: str) -> tuple[str, ...]:
        """Several texts, in a table's cell one a line."""
        return self._texts(name, self._split(name, re.compile("\n")))

    def items(self, name: str) -> tuple[str, ...]:
        """Several short texts, in a table's cell one a line or with ; between."""
        return self._texts(name, self._split(name, BETWEEN_ITEMS))

    def facts(self, name: str) -> tuple[tuple[str, ...], ...]:
        """Several facts, each as the forms that will do; in a table's cell with | between."""
        found = self._split(name, BETWEEN_ITEMS)
        forms = [BETWEEN_FORMS.split(fact) if isinstance(fact, str) else fact for fact in found]
        if not all(isinstance(fact, list) and fact for fact in forms):
            self._fault(name, "Varje uppgift ska vara en lista med godtagbara former.")
            return ()
        return tuple(self._texts(name, fact) for fact in forms)  # type: ignore[arg-type]

    def evidence(self, name: str) -> tuple[Piece, ...]:
        """Quotes and pages; in a table's cell one a line, as quote, document | page, or document | page | quote."""
        pieces = [self._piece(name, found) for found in self._split(name, re.compile("\n"))]
        return tuple(piece for piece in pieces if piece)

    def _piece(self, name: str, found: object) -> Piece | None:
        fields = _piece_fields(found) if isinstance(found, str) else found
        if not isinstance(fields, dict) or set(fields) - {"doc", "quote", "page"}:
            self._fault(name, "Belägget ska ha ”doc” och ”quote” eller ”page”.")
            return None
        doc, quote, page = fields.get("doc", ""), fields.get("quote", ""), fields.get("page")
        if not isinstance(doc, str) or not isinstance(quote, str) or not isinstance(page, int | None):
            self._fault(name, "Belägget ska ha text som ”doc” och ”quote” och ett heltal som ”page”.")
            return None
        if not quote.strip() and not (page and page > 0):
            self._fault(name, "Belägget har varken citat eller sida.")
        return Piece(doc.strip(), quote.strip(), page)

    def _split(self, name: str, between: re.Pattern[str]) -> list[object]:
        value = self._row.fields.get(name) or []
        if isinstance(value, str):
            return [part.strip() for part in between.split(value) if part.strip()]
        if not isinstance(value, list):
            self._fault(name, "Värdet ska vara en lista.")
            return []
        return value

    def _texts(self, name: str, found: list[object]) -> tuple[str, ...]:
        if not all(isinstance(text, str) and text.strip() for text in found):
            self._fault(name, "Listan ska innehålla texter, och ingen får vara tom.")
            return ()
        return tuple(ESCAPED.sub(r"\1", str(text)).strip() for text in found)

    def _fault(self, name: str, text: str) -> str:
        self.faults.append(self._row.fault(name, text))
        return ""


def _piece_fields(line: str) -> dict[str, object]:
    doc, page, quote = ([part.strip() for part in line.split("|", 2)] + ["", ""])[:3]
    if page.isdecimal() or quote and not page:
        return {"doc": doc, "quote": quote, "page": int(page) if page else None}
    return {"quote": line}
