"""Addresses of documents and page pictures, and the names of pages as a reader sees them."""

from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import quote, urlencode

from assistant.models import Citation
from corpus.documents import Box, Figure
from web.boxes import lines_of, written
from web.texts import text

BETWEEN = "|"  # the columns of figures in an address


def page_name(citation: Citation) -> str:
    """The page as printed, and its place in the file where the two differ."""
    label = citation.page_label or str(citation.page)
    name = "page" if label == str(citation.page) else "page_both"
    return text(name, label=label, page=citation.page)


def document_link(document_id: str) -> str:
    """The address of a document's own file."""
    return f"/dok/{quote(document_id, safe='')}"


def page_link(citation: Citation) -> str:
    """The address that opens the document at the cited page."""
    address = document_link(citation.document_id)
    return f"{address}#page={citation.page}" if has_pictures(citation.document) else address


def picture_link(citation: Citation, page: int, figures: Sequence[Figure] = ()) -> str:
    """The address of one page as a picture, with the passage and the very figures marked where they stand there."""
    here = [(figure, figure.box) for figure in figures if figure.box and figure.box.page == page]
    marks = {
        "ytor": written(marked_lines(citation, page)),
        "tal": written(box for _, box in here),
        "kolumner": BETWEEN.join(figure.column.replace(BETWEEN, " ") for figure, _ in here),
    }
    query = urlencode({name: told for name, told in marks.items() if told.strip(BETWEEN)}, safe=",;|")
    return f"/sida/{quote(citation.document_id, safe='')}/{page}.webp{'?' if query else ''}{query}"


def pictured_pages(citation: Citation) -> list[int]:
    """The cited page, and those that the passage goes on to; none for a document without pages."""
    if not has_pictures(citation.document):
        return []
    return [citation.page, *sorted({box.page for box in citation.boxes} - {citation.page})]


def marked_lines(citation: Citation, page: int) -> tuple[Box, ...]:
    """The lines of the passage that stand on `page`."""
    return lines_of(box for box in citation.boxes if box.page == page)


def has_pictures(file: str) -> bool:
    """True for a document whose pages can be shown as pictures."""
    return PurePath(file).suffix.lower() == ".pdf"
