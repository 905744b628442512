"""Pages as pictures with passages marked: the one file that knows pypdfium2 and Pillow."""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from threading import Lock

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from corpus.documents import Box
from web.boxes import hull

DPI = 110
MARK = (255, 226, 110)
EDGE = (176, 112, 0)
FRAME = (166, 54, 0)
PADDING = 2.0
# pdfium is not thread safe, and every request has a thread of its own.
_pdfium = Lock()


class NoSuchPage(LookupError):
    """The document has no page with that number."""


def picture(path: Path, page: int, boxes: Sequence[Box] = (), figures: Sequence[Box] = ()) -> bytes:
    """Page `page` (1-based) as WebP, `boxes` marked and `figures` framed; raises NoSuchPage beyond the last."""
    return _picture(path, path.stat().st_mtime_ns, page, (tuple(boxes), tuple(figures)))


def page_count(path: Path) -> int:
    """How many pages the PDF at `path` has; 0 where it cannot be read."""
    return _page_count(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _picture(path: Path, _changed: int, page: int, marks: tuple[tuple[Box, ...], tuple[Box, ...]]) -> bytes:
    boxes, figures = marks
    image = _framed(_marked(_rendered(path, page), boxes), figures)
    written = BytesIO()
    image.save(written, "WEBP", quality=80, method=2)
    return written.getvalue()


@lru_cache(maxsize=1024)
def _page_count(path: Path, _changed: int) -> int:
    try:
        with _pdfium, pypdfium2.PdfDocument(path) as document:
            return len(document)
    except pypdfium2.PdfiumError:
        return 0


def _rendered(path: Path, page: int) -> Image.Image:
    with _pdfium, pypdfium2.PdfDocument(path) as document:
        if not 1 <= page <= len(document):
            raise NoSuchPage(page)
        image: Image.Image = document[page - 1].render(scale=DPI / 72).to_pil()
        return image.convert("RGB")


def _marked(image: Image.Image, boxes: Sequence[Box]) -> Image.Image:
    """The picture with each box coloured as by a marker pen: dark text stays dark."""
    if not boxes:
        return image
    pen = Image.new("RGB", image.size, "white")
    draw = ImageDraw.Draw(pen)
    for box in boxes:
        draw.rounded_rectangle(in_pixels(box), radius=3, fill=MARK)
    marked = ImageChops.multiply(image, pen)
    left, top, _, bottom = in_pixels(hull(boxes))
    ImageDraw.Draw(marked).line((left - 5, top, left - 5, bottom), fill=EDGE, width=3)
    return marked


def _framed(image: Image.Image, figures: Sequence[Box]) -> Image.Image:
    """The picture with a frame round each figure that the answer tells."""
    draw = ImageDraw.Draw(image)
    for box in figures:
        left, top, right, bottom = in_pixels(box)
        draw.rounded_rectangle((left - 2, top - 2, right + 2, bottom + 2), radius=5, outline=FRAME, width=3)
    return image


def in_pixels(box: Box) -> tuple[float, float, float, float]:
    """The sides of a box on the picture of its page."""
    scale = DPI / 72
    return (
        (box.x0 - PADDING) * scale,
        (box.top - PADDING) * scale,
        (box.x1 + PADDING) * scale,
        (box.bottom + PADDING) * scale,
    )
