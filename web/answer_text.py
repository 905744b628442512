"""The text of an answer as markup: paragraphs, lists, tables, and markers [n] that open their source."""

import re
from collections.abc import Callable, Sequence
from html import escape

from assistant.models import Answer, Citation
from web.links import page_name
from web.parts import Part, parts_of
from web.texts import text

MARKER = re.compile(r"\[(\d+)\]")
TAG = re.compile(r"<[^>]*>")
NUMBER = re.compile(r"[−-]?\d[\d\s,]*(?:%|\w{1,4})?\s*(?:\[\d+\]\s*)*")


def blocks(exchange: int, answer: Answer) -> str:
    """The whole answer, part by part."""
    cited = {citation.n: citation for citation in answer.citations}

    def marked(shown: str) -> str:
        return MARKER.sub(lambda found: _marker(exchange, found, cited), escape(shown))

    return "".join(_block(part, marked) for part in parts_of(answer.text))


def _block(part: Part, marked: Callable[[str], str]) -> str:
    match part.kind:
        case "table":
            head, *rows = [[marked(cell) for cell in row] for row in part.rows]
            copy = f'<button type="button" class="quiet" data-copy-table="yes">{text("copy_table")}</button>'
            return f'<div class="told-table">{table(head, rows, marked(part.caption))}{copy}</div>'
        case "list":
            return f"<ul>{''.join(f'<li>{marked(line)}</li>' for line in part.lines)}</ul>"
    return "".join(f"<p>{marked(line)}</p>" for line in part.lines)


def table(head: Sequence[str], rows: Sequence[Sequence[str]], caption: str = "") -> str:
    """A table of cells that are markup already; it scrolls within itself where it is too wide."""
    headings = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    body = "".join(f"<tr>{_row(row)}</tr>" for row in rows)
    label = escape(text("table"))
    named = f"<caption>{caption}</caption>" if caption else ""
    return (
        f'<div class="table" tabindex="0" role="region" aria-label="{label}"><table>{named}'
        f"<thead><tr>{headings}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(cells: Sequence[str]) -> str:
    first, *rest = cells
    shown = "".join(f"<td{_class(cell)}>{cell}</td>" for cell in rest)
    return f'<th scope="row">{first}</th>{shown}'


def _class(cell: str) -> str:
    return ' class="number"' if NUMBER.fullmatch(TAG.sub("", cell)) else ""


def _marker(exchange: int, found: re.Match[str], cited: dict[int, Citation]) -> str:
    citation = cited.get(int(found[1]))
    return marker(exchange, citation) if citation else found[0]


def marker(exchange: int, citation: Citation) -> str:
    """The button that opens a source."""
    label = text("marker_label", n=citation.n, title=citation.title, page=page_name(citation))
    return (
        f'<button type="button" class="marker" data-source="kalla-{exchange}-{citation.n}" '
        f'aria-label="{escape(label)}">{bracket("[")}{citation.n}{bracket("]")}</button>'
    )


def bracket(sign: str) -> str:
    """Not seen, but there where the text is copied: a figure and its marker never run together."""
    return f'<span class="unseen">{sign}</span>'
