"""A whole conversation as a file: Markdown, Word (the one file that writes with python-docx) or PDF (with Typst)."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict
from io import BytesIO
from pathlib import Path

from docx import Document as WordFile
from docx.document import Document as WordDocument

from assistant.models import Citation, Turn
from web.links import page_name
from web.parts import Part, parts_of, table_of
from web.texts import spoken, text

LAYOUT = Path(__file__).with_name("export.typ")
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+!|~])")


def as_markdown(turns: Sequence[Turn]) -> str:
    """Questions, answers and sources; what comes from documents and users is text there too, not markup."""
    parts = [f"# {text('export_title')}", f"*{text('export_note')}*"]
    for turn in turns:
        parts.append(f"## {_plain(turn.question)}")
        parts += [block for part in parts_of(turn.answer.text) for block in _markdown(part)]
        parts += [f"### {text('sources')}"] if turn.answer.citations else []
        for citation in turn.answer.citations:
            rows = table_of(citation.quote)
            parts.append(_plain(_place(citation)))
            parts += _markdown(rows) if rows else [f"> {_plain(citation.quote)}"]
    return "\n\n".join(parts) + "\n"


def as_word(turns: Sequence[Turn]) -> bytes:
    """The same as a Word file, with headings that a screen reader can go by."""
    file = WordFile()
    file.add_heading(text("export_title"), 0)
    file.add_paragraph(text("export_note"))
    for turn in turns:
        file.add_heading(_clean(turn.question), 1)
        for part in parts_of(turn.answer.text):
            _add(file, part)
        if turn.answer.citations:
            file.add_heading(text("sources"), 2)
        for citation in turn.answer.citations:
            file.add_paragraph(_clean(_place(citation)))
            rows = table_of(citation.quote)
            _add(file, rows) if rows else file.add_paragraph(_clean(citation.quote), style="Quote")
    written = BytesIO()
    file.save(written)
    return written.getvalue()


def as_pdf(turns: Sequence[Turn]) -> bytes:
    """The same as a PDF with tags for a screen reader; how it looks stands in export.typ."""
    import typst  # the engine is large, and most conversations are never saved

    told = {
        "title": text("export_title"),
        "note": text("export_note"),
        "sources": text("sources"),
        "language": spoken(),
        "turns": [_told(turn) for turn in turns],
    }
    return typst.compile(LAYOUT, sys_inputs={"talk": json.dumps(told)}, ignore_system_fonts=True)


def _told(turn: Turn) -> dict[str, object]:
    return {
        "question": _clean(turn.question),
        "blocks": [asdict(part) for part in parts_of(_clean(turn.answer.text))],
        "cited": [
            {"place": _clean(_place(c)), "quote": _clean(c.quote), "part": part and asdict(part)}
            for c in turn.answer.citations
            for part in (table_of(_clean(c.quote)),)
        ],
    }


def _markdown(part: Part) -> list[str]:
    if part.kind == "table":
        head, *rows = ["| " + " | ".join(map(_plain, row)) + " |" for row in part.rows]
        lines = [head, "|" + " --- |" * len(part.rows[0]), *rows]
        return [*([_plain(part.caption)] if part.caption else []), "\n".join(lines)]
    if part.kind == "list":
        return ["\n".join(f"- {_plain(line)}" for line in part.lines)]
    return [_plain(line) for line in part.lines]


def _add(file: WordDocument, part: Part) -> None:
    """A part of an answer as Word has it: paragraphs, bullets, or a table whose first row is its head."""
    style = "List Bullet" if part.kind == "list" else None
    for line in part.lines:
        file.add_paragraph(_clean(line), style=style)
    if part.kind != "table":
        return
    file.add_paragraph(_clean(part.caption), style="Caption") if part.caption else None
    table = file.add_table(len(part.rows), len(part.rows[0]), style="Table Grid")
    for cells, row in zip(table.rows, part.rows, strict=True):
        for cell, words in zip(cells.cells, row, strict=True):
            cell.text = _clean(words)
    file.add_paragraph()


def _place(citation: Citation) -> str:
    where = ", ".join(part for part in (citation.title, page_name(citation), citation.section) if part)
    return f"[{citation.n}] {where} ({citation.document})"


def _plain(words: str) -> str:
    return SPECIAL.sub(r"\\\1", _clean(words)).replace("\n", "  \n")


def _clean(words: str) -> str:
    """Without the control characters that a file of XML cannot hold."""
    return "".join(sign for sign in words if unicodedata.category(sign)[0] != "C" or sign in "\n\t")
