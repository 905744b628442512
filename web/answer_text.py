"""The text of an answer as markup: sentences, lists, and markers [n] that open their source."""

import re
from html import escape

from assistant.models import Answer, Citation
from web.links import page_name
from web.texts import text

SENTENCE = re.compile(r"(?<=[.!?:\]])\s+(?=[A-ZÅÄÖ\d−–-])")
MARKER = re.compile(r"\[(\d+)\]")
BULLET = re.compile(r"^\s*[-•*–]\s+")


def sentence_count(answer: Answer) -> int:
    """How many steps the answer can be shown in."""
    return sum(len(_sentences(line)) for line in _lines(answer.text))


def paragraphs(exchange: int, answer: Answer, sentences: int | None = None) -> str:
    """The answer's first `sentences` sentences (all of them by default) as paragraphs and lists."""
    cited = {citation.n: citation for citation in answer.citations}
    blocks: list[str] = []
    left = sentence_count(answer) if sentences is None else sentences
    for line in _lines(answer.text):
        shown = _sentences(line)[:left]
        left -= len(shown)
        if shown:
            blocks.append(_block(exchange, line, " ".join(shown), cited))
    return "".join(blocks).replace("</ul><ul>", "")


def _lines(answer: str) -> list[str]:
    return [line for line in answer.splitlines() if line.strip()]


def _sentences(line: str) -> list[str]:
    return SENTENCE.split(line.strip())


def _block(exchange: int, line: str, shown: str, cited: dict[int, Citation]) -> str:
    if BULLET.match(line):
        return f"<ul><li>{_with_markers(exchange, BULLET.sub('', shown), cited)}</li></ul>"
    return f"<p>{_with_markers(exchange, shown, cited)}</p>"


def _with_markers(exchange: int, shown: str, cited: dict[int, Citation]) -> str:
    return MARKER.sub(lambda found: _marker(exchange, found, cited), escape(shown))


def _marker(exchange: int, found: re.Match[str], cited: dict[int, Citation]) -> str:
    citation = cited.get(int(found[1]))
    if citation is None:
        return found[0]
    label = text("marker_label", n=citation.n, title=citation.title, page=page_name(citation))
    return (
        f'<button type="button" class="marker" data-source="kalla-{exchange}-{citation.n}" '
        f'aria-label="{escape(label)}">{citation.n}</button>'
    )
