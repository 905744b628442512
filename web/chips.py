"""The reading of a question as chips that can be changed or taken away, and the filters for what comes next."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape

from assistant.models import Chip
from corpus.documents import Document
from web.texts import text

FIELDS = ("municipality", "year", "board", "kind")


def values_of(field: str, documents: Sequence[Document]) -> list[str]:
    """What a field can be set to: every value that some document has, the newest year first."""
    if field == "year":
        return [str(year) for year in sorted({y for d in documents for y in d.years}, reverse=True)]
    return sorted({value for d in documents if (value := getattr(d, field))})


def reading(chips: Sequence[Chip], documents: Sequence[Document], open_to_change: bool) -> str:
    """How a question was read; nothing where nothing was read into it."""
    if not chips:
        return ""
    shown = "".join(f"<li>{_chip(chip, documents) if open_to_change else _fixed(chip)}</li>" for chip in chips)
    return (
        f'<div class="reading"><span class="reading-name">{text("reading")}</span><ul class="chips">{shown}</ul></div>'
    )


def _fixed(chip: Chip) -> str:
    return f'<span class="chip">{_label(chip)}</span>'


def _label(chip: Chip) -> str:
    inherited = f' <span class="inherited">({text("inherited")})</span>' if chip.inherited else ""
    return escape(chip.label) + inherited


def _chip(chip: Chip, documents: Sequence[Document]) -> str:
    data = f'data-field="{escape(chip.field)}" data-value="{escape(chip.value)}"'
    remove = escape(text("remove_chip", label=chip.label))
    return (
        f'<span class="chip open">{_choice(chip, documents, data)}'
        f'<button type="button" class="chip-remove" {data} aria-label="{remove}">'
        '<span class="cross" aria-hidden="true"></span></button></span>'
    )


def _choice(chip: Chip, documents: Sequence[Document], data: str) -> str:
    """The chip's value as a list to choose another from; plain text where there is no other."""
    others = values_of(chip.field, documents) if chip.field in FIELDS else []
    if len({*others, chip.value}) < 2:
        return f'<span class="chip-text">{_label(chip)}</span>'
    values = others if chip.value in others else [chip.value, *others]
    label = escape(text("change_chip", label=chip.label))
    inherited = f' <span class="inherited">({text("inherited")})</span>' if chip.inherited else ""
    return (
        f'<select class="chip-choice" {data} aria-label="{label}">{_options(values, {chip.value})}</select>{inherited}'
    )


def filters(documents: Sequence[Document], chosen: Collection[tuple[str, str]]) -> str:
    """A list for each field that the documents differ in; what is set there holds for every question to come."""
    shown = "".join(
        _filter(field, values, {value for name, value in chosen if name == field})
        for field in FIELDS
        if len(values := values_of(field, documents)) > 1
    )
    return f'<div class="filters" role="group" aria-label="{text("filters")}">{shown}</div>' if shown else ""


def _filter(field: str, values: Sequence[str], chosen: Collection[str]) -> str:
    whole = f'<option value="">{text(f"filter_{field}")}</option>'
    active = " data-active" if chosen else ""
    label = escape(text(f"field_{field}"))
    return (
        f'<select class="filter" data-filter="{field}" aria-label="{label}"{active}>'
        f"{whole}{_options(values, chosen)}</select>"
    )


def _options(values: Sequence[str], chosen: Collection[str]) -> str:
    return "".join(
        f'<option value="{escape(value)}"{" selected" if value in chosen else ""}>{escape(value)}</option>'
        for value in values
    )
