"""A PDF written by hand, so that the tests of the page need no PDF library and no real plan."""

from collections.abc import Sequence

from corpus.documents import Box

HEIGHT, WIDTH, LEFT, SIZE, LEADING = 842, 595, 72, 12, 20


def tiny_pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """An A4 PDF with these lines of text on its pages."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, lines in enumerate(pages):
        text = "\n".join(_line(row, line) for row, line in enumerate(lines))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * n} 0 R >>"
        )
        objects.append(f"<< /Length {len(text)} >>\nstream\n{text}\nendstream")
    return _file(objects)


def line_box(page: int, row: int, characters: int) -> Box:
    """About where `tiny_pdf` puts line `row` of page `page`."""
    top = 60.0 + row * LEADING
    return Box(page, LEFT, top, LEFT + characters * SIZE * 0.5, top + SIZE + 3)


def _line(row: int, line: str) -> str:
    safe = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    baseline = HEIGHT - 60 - SIZE - row * LEADING
    return f"BT /F1 {SIZE} Tf {LEFT} {baseline} Td ({safe}) Tj ET"


def _file(objects: Sequence[str]) -> bytes:
    written = "%PDF-1.4\n"
    places = []
    for n, body in enumerate(objects, 1):
        places.append(len(written))
        written += f"{n} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    written += (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    )
    return written.encode("cp1252")
