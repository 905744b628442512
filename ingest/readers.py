"""Which files can be read, and by which reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from corpus.documents import Doubt
from ingest.blocks import RawPage, UnreadableFile
from ingest.docx import read_docx
from ingest.pdf import read_pdf
from ingest.text import read_text

READERS: dict[str, Callable[[Path], list[RawPage]]] = {".pdf": read_pdf, ".txt": read_text, ".md": read_text,
           ".docx": read_docx}  # fmt: skip


def find_files(paths: Sequence[Path]) -> list[Path]:
    """The files to read: those named, and those of known kinds that lie right in the folders named."""
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(f"{path} finns inte. Kontrollera sökvägen.")
        inside = sorted(p for p in path.iterdir() if p.is_file()) if path.is_dir() else [path]
        found += [p for p in inside if not path.is_dir() or p.suffix.lower() in READERS and p.name[0] != "."]
    return list(dict.fromkeys(found))


def read_pages(path: Path) -> list[RawPage]:
    """The pages of a file of any known kind."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        kinds = ", ".join(sorted(READERS))
        raise UnreadableFile(f"{path.name}: filtypen kan inte läsas. Plansvar läser {kinds}.")
    if path.stat().st_size == 0:
        raise UnreadableFile(f"{path.name}: filen är tom.")
    return reader(path)


def doubts_in(pages: Sequence[RawPage]) -> Iterator[Doubt]:
    """What of the pages was not understood, in words for the user."""
    for page in pages:
        yield from (Doubt(page.index, "unread", f"{warning}.") for warning in page.warnings)
