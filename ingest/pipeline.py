"""Files into the store: read, understood, embedded and kept, one document a transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.catalogue import describe, read_catalogue
from corpus.documents import ROW_TERM, TOTAL_TERM, Document, Page, Passage, is_total
from corpus.swedish.compounds import parts
from corpus.swedish.words import content_tokens, stem
from ingest.blocks import RawPage, UnreadableFile
from ingest.chunk import passages_of
from ingest.clean import drop_margins
from ingest.headings import blocks_of
from ingest.pdf import page_text, read_pdf
from ingest.tables import assemble
from ingest.text import read_text
from vectorstore.embed import Embedder, content_key, windows
from vectorstore.index import embedding_text
from vectorstore.lock import writing
from vectorstore.store import StaleIndex, Store

READERS: dict[str, Callable[[Path], list[RawPage]]] = {".pdf": read_pdf, ".txt": read_text, ".md": read_text}
EMBEDDED_AT_ONCE = 2000
FORMAT = "1"  # of passages and terms; raised when what is kept of a document changes


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger: what became of a file and what in it was not understood."""

    file: str
    outcome: str
    title: str = ""
    pages: int = 0
    passages: int = 0
    figures: int = 0
    doubts: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """True where the file could not be read."""
        return self.outcome == "unread"


Progress = Callable[[int, int, str], None]


def ingest(paths: Sequence[Path], store: Store, embedder: Embedder, progress: Progress = lambda *_: None,
           rebuild: bool = False) -> list[Entry]:  # fmt: skip
    """Read every file into the store; unchanged ones are left, one bad file stops only itself.

    Raises FileNotFoundError for a path that is not there, Busy when another process writes and
    StaleIndex when the index was made by another embedder and `rebuild` is not asked for.
    """
    files = find_files(paths)
    with writing(store.path.parent):
        _claim(store, embedder, rebuild)
        ledger = []
        for at, file in enumerate(files):
            progress(at, len(files), file.name)
            ledger.append(_ingest_one(file, store, embedder, rebuild))
        progress(len(files), len(files), "")
    return ledger


def find_files(paths: Sequence[Path]) -> list[Path]:
    """The files to read: those named, and those of known kinds that lie right in the folders named."""
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(f"{path} finns inte. Kontrollera sökvägen.")
        inside = sorted(p for p in path.iterdir() if p.is_file()) if path.is_dir() else [path]
        found += [p for p in inside if not path.is_dir() or p.suffix.lower() in READERS and p.name[0] != "."]
    return list(dict.fromkeys(found))


def _claim(store: Store, embedder: Embedder, rebuild: bool) -> None:
    """See that the index is of this embedder and format, or make it so."""
    check_fresh(store, embedder) if not rebuild else None
    store.set_state("embedder", embedder.name)
    store.set_state("format", FORMAT)


def check_fresh(store: Store, embedder: Embedder) -> None:
    """Raises StaleIndex where the store was made by another embedder or an older version."""
    made_by, made_as = store.state("embedder"), store.state("format")
    if made_by and made_by != embedder.name:
        raise StaleIndex(
            f"Indexet är byggt med modellen {made_by}, men nu är {embedder.name} vald. "
            "Kör ”plansvar ingest --rebuild” för att bygga om det."
        )
    if made_as and made_as != FORMAT:
        raise StaleIndex("Indexet är byggt av en äldre version. Kör ”plansvar ingest --rebuild” för att bygga om det.")


def _ingest_one(path: Path, store: Store, embedder: Embedder, rebuild: bool) -> Entry:
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        known = next((d for d in store.documents() if d.file == path.name), None)
        entry = read_catalogue(path.parent / "catalogue.toml").get(path.name, {})
        if known and known.sha256 == digest and not rebuild and all(getattr(known, k) == v for k, v in entry.items()
                                                                    if k != "years"):  # fmt: skip
            return Entry(path.name, "unchanged", known.title, doubts=tuple(store.doubts_of(known.id)))
        return _read_and_keep(path, entry, store, embedder)
    except UnreadableFile as error:
        return Entry(path.name, "unread", doubts=(str(error),))


def _read_and_keep(path: Path, entry: dict[str, object], store: Store, embedder: Embedder) -> Entry:
    raw = read_pages(path)
    pages = [Page(p.index, p.label, p.width, p.height, page_text(p)) for p in raw]
    document = describe(path, "\n".join(page.text for page in pages), entry)
    passages = passages_of(document, assemble(blocks_of(drop_margins(raw))))
    doubts = list(doubts_in(raw))
    if not passages:
        raise UnreadableFile(f"{path.name}: ingen läsbar text. Är sidorna inskannade behöver de textigenkännas först.")
    embed_passages(passages, store, embedder)
    store.put(document, path.resolve(), pages, [(p, index_terms(document, p)) for p in passages], doubts)
    figures = sum(len(p.figures) for p in passages)
    return Entry(path.name, "read", document.title, len(pages), len(passages), figures, tuple(doubts))


def read_pages(path: Path) -> list[RawPage]:
    """The pages of a file of any known kind."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        kinds = ", ".join(sorted(READERS))
        raise UnreadableFile(f"{path.name}: filtypen kan inte läsas. Plansvar läser {kinds}.")
    if path.stat().st_size == 0:
        raise UnreadableFile(f"{path.name}: filen är tom.")
    return reader(path)


def doubts_in(pages: Sequence[RawPage]) -> Iterator[str]:
    """What of the pages was not understood, in words for the user."""
    for page in pages:
        yield from (f"Sidan {page.index}: {warning}." for warning in page.warnings)


def embed_passages(passages: Sequence[Passage], store: Store, embedder: Embedder) -> None:
    """Keep the vectors of what of the passages is not embedded yet."""
    texts = {content_key(text): text for p in passages for text in windows(embedding_text(p))}
    known = store.vectors(embedder.name, list(texts))
    missing = [key for key in texts if key not in known]
    for at in range(0, len(missing), EMBEDDED_AT_ONCE):
        part = missing[at : at + EMBEDDED_AT_ONCE]
        rows = embedder.passages([texts[key] for key in part])
        store.put_vectors(embedder.name, dict(zip(part, rows, strict=True)))


def index_terms(document: Document, passage: Passage) -> str:
    """What a passage is found by: stems and compound parts of its text, headings and document."""
    about = f"{document.municipality} {document.board} {' '.join(passage.headings)} {passage.text}"
    words = content_tokens(about)
    marks = [ROW_TERM] if passage.figures else []
    marks += [TOTAL_TERM] if any(is_total(figure.row, document) for figure in passage.figures) else []
    return " ".join([stem(w) for w in words] + [stem(p) for w in words for p in parts(w)] + marks)
