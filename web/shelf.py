"""The list of documents that the answers can come from."""

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from corpus.documents import Document
from web.links import document_link
from web.texts import text


def shelf(documents: Sequence[tuple[Document, int]]) -> str:
    """Documents with their page counts (0: unknown) as a list that can be folded."""
    if not documents:
        return f'<p class="shelf-empty">{text("no_documents")}</p>'
    items = "".join(_item(document, pages) for document, pages in documents)
    heading = text("documents", count=len(documents))
    return f'<details class="shelf" open><summary><h2>{heading}</h2></summary><ul>{items}</ul></details>'


def years_shown(years: Sequence[int]) -> str:
    """2022–2024 for years in a row, 2020, 2022 for others."""
    ordered = sorted(years)
    in_a_row = all(after == before + 1 for before, after in pairwise(ordered))
    if len(ordered) > 1 and in_a_row:
        return f"{ordered[0]}–{ordered[-1]}"
    return ", ".join(map(str, ordered))


def _item(document: Document, pages: int) -> str:
    facts = [document.municipality, document.board, years_shown(document.years), _pages(pages)]
    return (
        f'<li><a href="{escape(document_link(document.id))}" target="_blank" rel="noopener">'
        f'{escape(document.title)}<span class="unseen"> ({text("open_document")})</span></a>'
        f'<p class="facts">{escape(" · ".join(fact for fact in facts if fact))}</p></li>'
    )


def _pages(pages: int) -> str:
    return text("page_one") if pages == 1 else text("pages", count=pages) if pages else ""
