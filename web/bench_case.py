"""A set and its cases, each of which can be edited: the fields are the columns of a set's table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from evals.cases import read_case
from evals.faults import Fault
from evals.models import Case
from evals.rows import Row
from evals.texts import headings, words
from evals.writing import cell_of
from web.bench_parts import ENDINGS, address, back, button, complaint, downloads, link, table
from web.texts import spoken, text

CHOSEN = {"type": "kinds", "class": "classes"}
REQUIRED = ("id", "question", "type")
HINTS = {"history": "eval_rows", "must": "eval_facts", "must_not": "eval_items", "docs": "eval_items",
         "evidence": "eval_pieces"}  # fmt: skip
LONG = ("question", "history", "answer", "must", "must_not", "evidence", "note")

Fields = Mapping[str, str]


def set_page(name: str, cases: Sequence[Case]) -> str:
    """The cases of a set."""
    rows = [[_edit(name, case), escape(case.question), escape(words("kinds")[case.type])] for case in cases]
    head = [column("id"), column("question"), column("type")]
    kept = downloads("eval_export", [(e.upper(), address("uppsattning", name, f"hamta.{e}")) for e in ENDINGS])
    removed = button(address("uppsattning", name, "ta-bort"), "eval_remove")
    new = link(address("uppsattning", name, "fall"), text("eval_new_case"))
    return f"{back()}<h1>{escape(name)}</h1><p>{new} · {kept}</p>{table(head, rows)}<p>{removed}</p>"


def _edit(name: str, case: Case) -> str:
    return link(address("uppsattning", name, "fall", id=case.id), case.id)


def fields_of(case: Case) -> Fields:
    """A case as the form has it."""
    return {name: cell_of(case, name) for name in headings()}


def read_fields(fields: Fields) -> tuple[Case, list[Fault]]:
    """The case of a form that was sent, and what is wrong with it."""
    known = {name: fields.get(name, "").replace("\r\n", "\n") for name in headings()}
    case, faults = read_case(Row(0, known, {name: column(name) for name in headings()}))
    return case, faults


def case_page(sets: tuple[str, Sequence[str]], was: str, fields: Fields, faults: Sequence[Fault] = ()) -> str:
    """The form of one case; `sets` is the one that it belongs to and those that it may be put in."""
    name, others = sets
    title = text("eval_edit_case", id=was) if was else text("eval_new_case")
    wrong = complaint(text("eval_case_wrong"), faults) if faults else ""
    rows = "".join(_field(field, fields.get(field, "")) for field in headings())
    into = _options(dict.fromkeys([name, *others]), name)
    chosen = f'<label for="set">{text("eval_into")}</label><select id="set" name="set" class="field">{into}</select>'
    dropped = button(address("uppsattning", name, "fall", "ta-bort"), "eval_drop", id=was) if was else ""
    return (
        f"{back()}<h1>{escape(title)}</h1>{wrong}"
        f'<form method="post" class="case" action="{address("uppsattning", name, "fall")}">'
        f'<input type="hidden" name="was" value="{escape(was, quote=True)}">{rows}{"" if was else chosen}'
        f'<button type="submit" class="strong">{text("eval_save")}</button></form>{dropped}'
    )


def _field(name: str, value: str) -> str:
    hint = f'<span class="hint" id="hint-{name}">{text(HINTS[name])}</span>' if name in HINTS else ""
    told = f' aria-describedby="hint-{name}"' if hint else ""
    required = " required" if name in REQUIRED else ""
    common = f'id="case-{name}" name="{name}" class="field"{required}{told}'
    if name in CHOSEN:
        options = _options({"": text("eval_choose"), **{word: word for word in words(CHOSEN[name]).values()}}, value)
        entry = f"<select {common}>{options}</select>"
    elif name in LONG:
        entry = f'<textarea {common} rows="{min(8, 2 + value.count(chr(10)))}">{escape(value)}</textarea>'
    else:
        entry = f'<input {common} value="{escape(value, quote=True)}">'
    return f'<div><label for="case-{name}">{escape(column(name))}</label>{hint}{entry}</div>'


def _options(known: Mapping[str, str | None], chosen: str) -> str:
    return "".join(_option(value, said or value, value == chosen) for value, said in known.items())


def _option(value: str, said: str, chosen: bool) -> str:
    return f'<option value="{escape(value, quote=True)}"{" selected" if chosen else ""}>{escape(said)}</option>'


def column(name: str) -> str:
    """The heading of a column in the language that is spoken."""
    names = headings()[name]
    return names[0] if spoken() == "sv" else names[-1]
