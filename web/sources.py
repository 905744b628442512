"""The numbered sources under an answer, and the panel that shows one of them as a picture."""

from collections.abc import Sequence
from html import escape

from assistant.models import Answer, Citation
from corpus.documents import Figure
from web.answer_text import table
from web.links import marked_lines, page_link, page_name, picture_link, pictured_pages
from web.parts import table_of
from web.pictures import in_pixels
from web.series import told_figures
from web.texts import text

LINE = "\n"  # between the figures that the panel tells


def source_list(exchange: int, answer: Answer) -> str:
    """The sources of one answer: title, page, section and passage, each with its links."""
    if not answer.citations:
        return ""
    items = "".join(_source(exchange, citation, told_figures(answer, citation)) for citation in answer.citations)
    return (
        f'<div class="sources"><h3 id="kallor-{exchange}">{text("sources")}</h3>'
        f'<ol aria-labelledby="kallor-{exchange}">{items}</ol></div>'
    )


def viewer() -> str:
    """The empty panel that page.js fills with a source, the picture's {title} and {page} too."""
    data = {
        "alt": text("viewer_alt", title="{title}", page="{page}"),
        "plain-alt": text("viewer_plain_alt", title="{title}", page="{page}"),
        "pdf-page": text("pdf_page", page="{page}"),
    }
    return (
        f'<section id="viewer" class="viewer" tabindex="-1" hidden aria-label="{escape(text("viewer_label"))}" '
        f"{_data(data)}>"
        '<header><div><h2 class="viewer-title"></h2><p class="viewer-place" role="status"></p></div>'
        f'<button type="button" class="viewer-close" aria-label="{escape(text("viewer_close"))}">'
        '<span class="cross" aria-hidden="true"></span></button></header>'
        '<div class="viewer-page" tabindex="0" role="group" aria-labelledby="viewer-zoom">'
        '<img alt="" hidden></div>'
        f'<p class="viewer-broken" hidden>{text("viewer_broken")}</p>'
        f'<div class="viewer-told" hidden><h3>{text("viewer_figures")}</h3><ul class="viewer-figures"></ul></div>'
        '<p class="viewer-tools">'
        f'<button type="button" class="viewer-before">{text("viewer_before")}</button>'
        f'<button type="button" class="viewer-after">{text("viewer_after")}</button>'
        f'<button type="button" class="viewer-back" hidden>{text("viewer_back")}</button>'
        f'<button type="button" id="viewer-zoom" class="viewer-zoom" aria-pressed="false" '
        f'data-pressed="{escape(text("viewer_unzoom"))}">{text("viewer_zoom")}</button>'
        f'<a class="viewer-open" target="_blank" rel="noopener">{text("viewer_open")}'
        f'<span class="unseen"> ({text("open_document")})</span></a></p>'
        '<blockquote class="viewer-quote"></blockquote></section>'
    )


def _source(exchange: int, citation: Citation, figures: Sequence[Figure] = ()) -> str:
    section = f'<p class="section">{escape(citation.section)}</p>' if citation.section else ""
    return (
        f'<li class="source" id="kalla-{exchange}-{citation.n}" value="{citation.n}">'
        f'<span class="source-n" aria-hidden="true">{citation.n}</span>'
        f'<p class="source-head"><a href="{escape(page_link(citation))}" target="_blank" '
        f'rel="noopener"><span class="source-title">{escape(citation.title)}</span>, '
        f'<span class="source-page">{escape(page_name(citation))}</span>'
        f'<span class="unseen"> ({text("open_document")})</span></a></p>{section}'
        f"{quoted(citation.quote)}{show_button(citation, figures)}</li>"
    )


def quoted(quote: str) -> str:
    """The passage as the document has it; rows of a table as a table."""
    part = table_of(quote)
    if part is None:
        return f"<blockquote>{escape(quote)}</blockquote>"
    head, *rows = [[escape(cell) for cell in row] for row in part.rows]
    return f'<blockquote class="cells">{table(head, rows, escape(part.caption))}</blockquote>'


def show_button(citation: Citation, figures: Sequence[Figure] = ()) -> str:
    """The button that opens the panel; it carries all that the panel shows."""
    pages = pictured_pages(citation)
    if not pages:
        return ""
    data = {
        "pictures": " ".join(picture_link(citation, page, figures) for page in pages),
        "tops": " ".join(_top(citation, page) for page in pages),
        "pages": " ".join(map(str, pages)),
        "document": page_link(citation),
        "title": citation.title,
        "place": page_name(citation),
        "section": citation.section,
        "figures": LINE.join(map(_told, figures)),
        "quote": citation.quote,
    }
    label = escape(text("show_source_label", n=citation.n))
    return f'<button type="button" class="show" aria-label="{label}" {_data(data)}>{text("show_source")}</button>'


def _told(figure: Figure) -> str:
    """A figure with its row and column, as it is told beside the page."""
    value = figure.text.replace("-", "−")
    if figure.unit and not value.endswith(figure.unit):
        value = f"{value} {figure.unit}"
    return f"{' – '.join(part for part in (*figure.row, figure.column) if part)}: {value}"


def _data(values: dict[str, str]) -> str:
    return " ".join(f'data-{name}="{escape(value)}"' for name, value in values.items())


def _top(citation: Citation, page: int) -> str:
    """Where on the picture, in its own pixels, the passage begins."""
    boxes = marked_lines(citation, page)
    return str(round(in_pixels(boxes[0])[1])) if boxes else "0"
