"""The text of an answer as markup: paragraphs, lists, tables, and markers [n] that open their source."""

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby

from assistant.models import Answer, Citation
from web.links import page_name
from web.texts import text

MARKER = re.compile(r"\[(\d+)\]")
BULLET = re.compile(r"^\s*[-•*–]\s+")
CELL = " | "
RULE = re.compile(r"^[\s|:–—-]+$")  # the line of a Markdown table between its head and its rows


def blocks(exchange: int, answer: Answer) -> str:
    """The whole answer: each line a paragraph, lines with bullets a list, lines with cells a table."""
    cited = {citation.n: citation for citation in answer.citations}

    def marked(shown: str) -> str:
        return MARKER.sub(lambda found: _marker(exchange, found, cited), escape(shown))

    lines = [line for line in answer.text.splitlines() if line.strip()]
    return "".join(_block(kind, group, marked) for kind, group in _grouped(lines))


def _grouped(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Lines of one kind that follow each other, without the signs that say their kind."""
    for kind, group in groupby(lines, _kind):
        if kind == "table":
            yield kind, [line.strip().strip("|").strip() for line in group if not RULE.match(line)]
        else:
            yield kind, [BULLET.sub("", line).strip() for line in group]


def _kind(line: str) -> str:
    if CELL in line or "|" in line and RULE.match(line):
        return "table"
    return "list" if BULLET.match(line) else "text"


def _block(kind: str, lines: Sequence[str], marked: Callable[[str], str]) -> str:
    match kind:
        case "table":
            head, *rows = [[marked(cell.strip()) for cell in line.split(CELL)] for line in lines]
            return table(head, rows)
        case "list":
            return f"<ul>{''.join(f'<li>{marked(line)}</li>' for line in lines)}</ul>"
    return "".join(f"<p>{marked(line)}</p>" for line in lines)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of cells that are markup already; it scrolls within itself where it is too wide."""
    headings = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    body = "".join(f"<tr>{_row(row)}</tr>" for row in rows)
    label = escape(text("table"))
    return (
        f'<div class="table" tabindex="0" role="region" aria-label="{label}"><table>'
        f"<thead><tr>{headings}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(cells: Sequence[str]) -> str:
    first, *rest = cells
    return f'<th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in rest)


def _marker(exchange: int, found: re.Match[str], cited: dict[int, Citation]) -> str:
    citation = cited.get(int(found[1]))
    return marker(exchange, citation) if citation else found[0]


def marker(exchange: int, citation: Citation) -> str:
    """The button that opens a source."""
    label = text("marker_label", n=citation.n, title=citation.title, page=page_name(citation))
    return (
        f'<button type="button" class="marker" data-source="kalla-{exchange}-{citation.n}" '
        f'aria-label="{escape(label)}">{citation.n}</button>'
    )
