"""Pages as pictures with passages marked: the one file that knows pypdfium2 and Pillow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from threading import Lock

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from corpus.documents import Box
from web.boxes import hull
from web.columns import WORD, Word, column_of

DPI = 110
MARK = (255, 226, 110)
PALE = (255, 244, 200)  # the lines of a marked passage beside those that its figures stand on
COLUMN = (222, 234, 244)
EDGE = (176, 112, 0)
FRAME = (166, 54, 0)
PADDING = 2.0
# pdfium is not thread safe, and every request has a thread of its own.
_pdfium = Lock()


class NoSuchPage(LookupError):
    """The document has no page with that number."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked on a page: the lines of a passage, its very figures, and what their columns are called."""

    lines: tuple[Box, ...] = ()
    figures: tuple[Box, ...] = ()
    columns: tuple[str, ...] = ()


def picture(
    path: Path, page: int, lines: Sequence[Box] = (), figures: Sequence[Box] = (), columns: Sequence[str] = ()
) -> bytes:
    """Page `page` (1-based) as WebP: `lines` marked, `figures` framed, with the `columns` that they stand in shaded.

    Raises NoSuchPage beyond the last.
    """
    return _picture(path, path.stat().st_mtime_ns, page, Marks(tuple(lines), tuple(figures), tuple(columns)))


def page_count(path: Path) -> int:
    """How many pages the PDF at `path` has; 0 where it cannot be read."""
    return _page_count(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _picture(path: Path, _changed: int, page: int, marks: Marks) -> bytes:
    image, columns = _rendered(path, page, marks)
    image = _framed(_marked(_banded(image, columns), marks), marks.figures)
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


def _rendered(path: Path, page: int, marks: Marks) -> tuple[Image.Image, list[Box]]:
    """The page, and the columns of the figures on it, each from its head down to the figure."""
    with _pdfium, pypdfium2.PdfDocument(path) as document:
        if not 1 <= page <= len(document):
            raise NoSuchPage(page)
        image: Image.Image = document[page - 1].render(scale=DPI / 72).to_pil()
        named = [(figure, name) for figure, name in zip(marks.figures, marks.columns, strict=False) if name]
        words = _words(document[page - 1]) if named else []
        columns = [column for figure, name in named if (column := column_of(figure, name, words))]
        return image.convert("RGB"), columns


def _words(page: pypdfium2.PdfPage) -> list[Word]:
    """The words of a page with their places, in points from its top left corner."""
    text, height = page.get_textpage(), page.get_height()
    found: list[Word] = []
    for match in WORD.finditer(text.get_text_range()):
        for left, bottom, right, top in _rectangles(text, match.start(), len(match[0])):
            found.append((match[0].lower(), Box(1, left, height - top, right, height - bottom)))
    return found


def _rectangles(text: pypdfium2.PdfTextPage, start: int, length: int) -> Iterator[tuple[float, float, float, float]]:
    for at in range(text.count_rects(start, length)):
        yield text.get_rect(at)


def _banded(image: Image.Image, columns: Sequence[Box]) -> Image.Image:
    """The picture with each column shaded."""
    pen = Image.new("RGB", image.size, "white")
    for column in columns:
        ImageDraw.Draw(pen).rectangle(in_pixels(column), fill=COLUMN)
    return ImageChops.multiply(image, pen) if columns else image


def _marked(image: Image.Image, marks: Marks) -> Image.Image:
    """The picture with each line coloured as by a marker pen, dark text staying dark: most where a figure stands."""
    if not marks.lines:
        return image
    pen = Image.new("RGB", image.size, "white")
    draw = ImageDraw.Draw(pen)
    for line in marks.lines:
        strong = not marks.figures or any(_share_a_line(line, figure) for figure in marks.figures)
        draw.rounded_rectangle(in_pixels(line), radius=3, fill=MARK if strong else PALE)
    marked = ImageChops.multiply(image, pen)
    left, top, _, bottom = in_pixels(hull(marks.lines))
    ImageDraw.Draw(marked).line((left - 5, top, left - 5, bottom), fill=EDGE, width=3)
    return marked


def _share_a_line(box: Box, other: Box) -> bool:
    return box.top < (other.top + other.bottom) / 2 < box.bottom


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
