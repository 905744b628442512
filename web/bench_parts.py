"""Pieces of markup that the evaluators' pages share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote

from evals.faults import Fault
from web.texts import text

HOME = "/utvardera"
ENDINGS = ("xlsx", "csv", "jsonl")
MOST_FAULTS = 50


def address(*parts: str, **query: str) -> str:
    """An address of the view, each part written so that it stays one."""
    path = "/".join([HOME, *(quote(part, safe="") for part in parts)])
    said = "&".join(f"{name}={quote(value, safe='')}" for name, value in query.items() if value)
    return f"{path}?{said}" if said else path


def link(to: str, words: str, label: str = "") -> str:
    """A link; `label` is what a screen reader says where the words alone say too little."""
    said = f' aria-label="{escape(label, quote=True)}"' if label else ""
    return f'<a href="{escape(to, quote=True)}"{said}>{escape(words)}</a>'


def button(to: str, name: str, label: str = "", kind: str = "quiet", **hidden: str) -> str:
    """A button that changes something, as a form of its own."""
    said = f' aria-label="{escape(label, quote=True)}"' if label else ""
    fields = "".join(f'<input type="hidden" name="{key}" value="{escape(v, quote=True)}">' for key, v in hidden.items())
    return (
        f'<form method="post" action="{escape(to, quote=True)}" class="inline">{fields}'
        f'<button type="submit" class="{kind}"{said}>{text(name)}</button></form>'
    )


def downloads(name: str, links: Iterable[tuple[str, str]]) -> str:
    """Words and then a link for each form that something can be had in."""
    return f"{text(name)} {' · '.join(link(to, words) for words, to in links)}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of markup; the first cell of a row names it."""
    top = "".join(f'<th scope="col">{escape(words)}</th>' for words in head)
    body = "".join(_row(row) for row in rows)
    return f'<div class="wide"><table class="listing"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>'


def _row(cells: Sequence[str]) -> str:
    first, *rest = cells
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'


def complaint(said: str, faults: Sequence[Fault] = ()) -> str:
    """What is wrong, with each fault on a line."""
    lines = [escape(str(fault)) for fault in faults[:MOST_FAULTS]]
    if len(faults) > MOST_FAULTS:
        lines.append(text("eval_fault_more", count=len(faults) - MOST_FAULTS))
    listed = f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>" if lines else ""
    return f'<div class="complaint" role="alert"><p>{escape(said)}</p>{listed}</div>'


def back() -> str:
    """The way back to the first page of the view."""
    return f"<p>{link(HOME, text('eval_back'))}</p>"
