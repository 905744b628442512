"""PDFs written by hand, with text where a test wants it and ruled tables: one small fault a file."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
STEP = 20  # points from row to row of a table
Drawn = str  # content operators of one thing on a page


@dataclass(frozen=True)
class Ruled:
    """A ruled table at a height: column edges, rows of cells; None joins a cell with the one to its left."""

    top: float
    edges: Sequence[float]
    rows: Sequence[Sequence[str | None]]
    bold_rows: int = 1

    def draw(self) -> Drawn:
        out = []
        for at, row in enumerate(self.rows):
            top = self.top + at * STEP
            starts = [n for n, text in enumerate(row) if text is not None]
            for n, after in zip(starts, [*starts[1:], len(row)], strict=True):
                x0, x1 = self.edges[n], self.edges[after]
                out.append(f"{x0} {HEIGHT - top - STEP} {x1 - x0} {STEP} re S")
                out.append(words(x0 + 3, top + 5, row[n] or "", bold=at < self.bold_rows))
        return "\n".join(out)


def words(x: float, top: float, text: str, size: float = 10, bold: bool = False) -> Drawn:
    """A line of text with its upper edge about `top` points from the page's."""
    safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{'F2' if bold else 'F1'} {size} Tf {x} {HEIGHT - top - size * 0.8:.1f} Td ({safe}) Tj ET"


def lines(top: float, *texts: str, size: float = 10) -> Drawn:
    """Lines of one paragraph, from the left margin."""
    return "\n".join(words(72, top + at * size * 1.2, text, size) for at, text in enumerate(texts))


def drawn_pdf(*pages: Sequence[Drawn], turned: int = 0) -> bytes:
    """A PDF of A4 pages, each with what is drawn on it, shown turned by some degrees."""
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for n, page in enumerate(pages):
        content = "\n".join(page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /Rotate {turned} /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {6 + 2 * n} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return _file(objects)


def _file(objects: Sequence[str]) -> bytes:
    written, places = "%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        places.append(len(written))
        written += f"{n} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    ending = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    return f"{written}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{ending}".encode("cp1252")
