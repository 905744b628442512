"""A whole conversation as a file: Markdown, or Word (the one file that writes with python-docx)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO

from docx import Document as WordFile

from assistant.models import Citation, Turn
from web.links import page_name
from web.texts import text

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+!|~])")


def as_markdown(turns: Sequence[Turn]) -> str:
    """Questions, answers and sources; what comes from documents and users is text there too, not markup."""
    parts = [f"# {text('export_title')}", f"*{text('export_note')}*"]
    for turn in turns:
        parts.append(f"## {_plain(turn.question)}")
        parts += [_plain(line) for line in turn.answer.text.splitlines() if line.strip()]
        parts += [f"### {text('sources')}"] if turn.answer.citations else []
        parts += [f"{_plain(_place(c))}\n\n> {_plain(c.quote)}" for c in turn.answer.citations]
    return "\n\n".join(parts) + "\n"


def as_word(turns: Sequence[Turn]) -> bytes:
    """The same as a Word file, with headings that a screen reader can go by."""
    file = WordFile()
    file.add_heading(text("export_title"), 0)
    file.add_paragraph(text("export_note"))
    for turn in turns:
        file.add_heading(_clean(turn.question), 1)
        for line in turn.answer.text.splitlines():
            file.add_paragraph(_clean(line)) if line.strip() else None
        if turn.answer.citations:
            file.add_heading(text("sources"), 2)
        for citation in turn.answer.citations:
            file.add_paragraph(_clean(_place(citation)))
            file.add_paragraph(_clean(citation.quote), style="Quote")
    written = BytesIO()
    file.save(written)
    return written.getvalue()


def _place(citation: Citation) -> str:
    where = ", ".join(part for part in (citation.title, page_name(citation), citation.section) if part)
    return f"[{citation.n}] {where} ({citation.document})"


def _plain(words: str) -> str:
    return SPECIAL.sub(r"\\\1", _clean(words)).replace("\n", "  \n")


def _clean(words: str) -> str:
    """Without the control characters that a file of XML cannot hold."""
    return "".join(sign for sign in words if sign.isprintable() or sign in "\n\t")
