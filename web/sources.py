"""The numbered sources under an answer, and the panel that shows one of them as a picture."""

from collections.abc import Sequence
from html import escape

from assistant.models import Citation
from web.links import marked_lines, page_link, page_name, picture_link, pictured_pages
from web.pictures import in_pixels
from web.texts import text


def source_list(exchange: int, citations: Sequence[Citation]) -> str:
    """The sources of one answer: title, page, section and passage, each with its links."""
    if not citations:
        return ""
    items = "".join(_source(exchange, citation) for citation in citations)
    return (
        f'<div class="sources"><h3 id="kallor-{exchange}">{text("sources")}</h3>'
        f'<ol aria-labelledby="kallor-{exchange}">{items}</ol></div>'
    )


def viewer() -> str:
    """The empty panel that page.js fills with a source, the picture's {title} and {page} too."""
    picture = text("viewer_alt", title="{title}", page="{page}")
    turn = text("viewer_turn", page="{page}")
    return (
        f'<section id="viewer" class="viewer" tabindex="-1" hidden '
        f'aria-label="{escape(text("viewer_label"))}" data-alt="{escape(picture)}" '
        f'data-pdf-page="{escape(text("pdf_page", page="{page}"))}">'
        '<header><div><h2 class="viewer-title"></h2><p class="viewer-place"></p></div>'
        f'<button type="button" class="viewer-close" aria-label="{escape(text("viewer_close"))}">'
        '<span class="cross" aria-hidden="true"></span></button></header>'
        '<div class="viewer-page" tabindex="0" role="group" aria-labelledby="viewer-zoom">'
        '<img alt="" hidden></div>'
        f'<p class="viewer-broken" hidden>{text("viewer_broken")}</p>'
        '<p class="viewer-tools">'
        f'<button type="button" id="viewer-zoom" class="viewer-zoom" aria-pressed="false" '
        f'data-pressed="{escape(text("viewer_unzoom"))}">{text("viewer_zoom")}</button>'
        f'<button type="button" class="viewer-turn" data-on="{escape(turn)}" '
        f'data-back="{escape(text("viewer_back"))}" hidden></button>'
        f'<a class="viewer-open" target="_blank" rel="noopener">{text("viewer_open")}'
        f'<span class="unseen"> ({text("open_document")})</span></a></p>'
        '<blockquote class="viewer-quote"></blockquote></section>'
    )


def _source(exchange: int, citation: Citation) -> str:
    section = f'<p class="section">{escape(citation.section)}</p>' if citation.section else ""
    return (
        f'<li class="source" id="kalla-{exchange}-{citation.n}" value="{citation.n}">'
        f'<span class="source-n" aria-hidden="true">{citation.n}</span>'
        f'<p class="source-head"><a href="{escape(page_link(citation))}" target="_blank" '
        f'rel="noopener"><span class="source-title">{escape(citation.title)}</span>, '
        f'<span class="source-page">{escape(page_name(citation))}</span>'
        f'<span class="unseen"> ({text("open_document")})</span></a></p>{section}'
        f"<blockquote>{escape(citation.quote)}</blockquote>{_show(citation)}</li>"
    )


def _show(citation: Citation) -> str:
    """The button that opens the panel; it carries all that the panel shows."""
    pages = pictured_pages(citation)
    if not pages:
        return ""
    data = {
        "pictures": " ".join(picture_link(citation, page) for page in pages),
        "tops": " ".join(_top(citation, page) for page in pages),
        "pages": " ".join(map(str, pages)),
        "document": page_link(citation),
        "title": citation.title,
        "place": page_name(citation),
        "section": citation.section,
    }
    attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in data.items())
    label = escape(text("show_source_label", n=citation.n))
    return f'<button type="button" class="show" aria-label="{label}" {attributes}>{text("show_source")}</button>'


def _top(citation: Citation, page: int) -> str:
    """Where on the picture, in its own pixels, the passage begins."""
    boxes = marked_lines(citation, page)
    return str(round(in_pixels(boxes[0])[1])) if boxes else "0"
