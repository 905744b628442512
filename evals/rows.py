"""One case as it stands in its file: fields, with the line and the names of the columns."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from evals.faults import Fault
from evals.texts import headings


@dataclass(frozen=True, slots=True)
class Row:
    """The fields of one case, as they stand in line `line` of its file."""

    line: int
    fields: Mapping[str, object]
    columns: Mapping[str, str] = field(default_factory=dict)

    def fault(self, name: str, text: str) -> Fault:
        """A fault in one field, named as the file has it."""
        return Fault(self.line, self.columns.get(name, name), text)


def read_lines(text: str) -> tuple[list[Row], list[Fault]]:
    """The rows of a JSONL text, and the faults of its form."""
    rows: list[Row] = []
    faults: list[Fault] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            faults.append(Fault(number, "", f"Raden är inte giltig JSON, från tecken {getattr(error, 'colno', 1)}."))
            continue
        if isinstance(fields, dict):
            rows.append(Row(number, fields))
            faults += [Fault(number, f, "Fältet är okänt.") for f in fields if f not in headings()]
        else:
            faults.append(Fault(number, "", "Raden ska vara ett JSON-objekt."))
    return rows, faults
