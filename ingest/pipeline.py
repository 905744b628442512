"""Files into the store: read, understood, embedded and kept, one document a transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from corpus.catalogue import describe, read_catalogue
from corpus.documents import ROW_TERM, TOTAL_TERM, Document, Page, Passage, is_total
from corpus.swedish.compounds import parts
from corpus.swedish.words import content_tokens, stem
from ingest.blocks import UnreadableFile
from ingest.chunk import passages_of
from ingest.clean import drop_margins
from ingest.doubts import find_doubts
from ingest.headings import blocks_of
from ingest.pdf import page_text
from ingest.readers import doubts_in, find_files, read_pages
from ingest.tables import assemble
from vectorstore.embed import Embedder, content_key, windows
from vectorstore.index import embedding_text
from vectorstore.lock import writing
from vectorstore.store import StaleIndex, Store

EMBEDDED_AT_ONCE = 2000
FORMAT = "17"  # of passages and terms; raised when what is kept of a document changes


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

    What the store has of a folder named here, and the folder no longer has, is removed.
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
        return [*ledger, *_forget([path for path in paths if path.is_dir()], files, store)]


def follow(corpus: Path, store: Store) -> list[Entry]:
    """Make a folder the corpus of the store: what lies in the corpus before it, or no longer in it, is removed.

    A document from any other folder was added by its path, and stays. Raises as `ingest` does.
    """
    files = find_files([corpus])
    with writing(store.path.parent):
        before = store.state("corpus")
        store.set_state("corpus", str(corpus.resolve()))
        return _forget([corpus, *([Path(before)] if before else [])], files, store)


def _forget(folders: Sequence[Path], files: Collection[Path], store: Store) -> list[Entry]:
    """Remove the documents that were read from some folders and are not among the files."""
    inside, kept = {folder.resolve() for folder in folders}, {file.resolve() for file in files}
    placed = [(document, store.path_of(document.id)) for document in store.documents()]
    gone = [document for document, path in placed if path and path.parent in inside and path not in kept]
    for document in gone:
        store.remove(document.id)
    return [Entry(document.file, "removed", document.title) for document in gone]


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
        entry = read_catalogue(path.parent / "catalogue.toml").get(path.name, {})
        known = next((d for d in store.documents() if d.file == path.name), None)
        if known and not rebuild and _is_current(known, path, entry, store):
            return Entry(path.name, "unchanged", known.title, doubts=tuple(d.line for d in store.doubts_of(known.id)))
        return _read_and_keep(path, entry, store, embedder)
    except UnreadableFile as error:
        return Entry(path.name, "unread", doubts=(str(error),))


def _is_current(known: Document, path: Path, entry: dict[str, object], store: Store) -> bool:
    """Is the document what its file and its catalogue entry say, and from that file?"""
    described = {field: tuple(value) if isinstance(value, list) else value for field, value in entry.items()}
    same = all(getattr(known, field) == value for field, value in described.items())
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return same and known.sha256 == digest and store.path_of(known.id) == path.resolve()


def _read_and_keep(path: Path, entry: dict[str, object], store: Store, embedder: Embedder) -> Entry:
    raw = read_pages(path)
    pages = [Page(p.index, p.label, p.width, p.height, page_text(p)) for p in raw]
    document = describe(path, "\n".join(page.text for page in pages), entry)
    passages = passages_of(document, assemble(blocks_of(drop_margins(raw))))
    if not passages:
        raise UnreadableFile(f"{path.name}: ingen läsbar text. Är sidorna inskannade behöver de textigenkännas först.")
    doubts = [*doubts_in(raw), *find_doubts(document, passages)]
    embed_passages(passages, store, embedder)
    store.set_state(f"read:{document.id}", datetime.now().astimezone().isoformat(timespec="seconds"))
    store.put(document, path.resolve(), pages, [(p, index_terms(document, p)) for p in passages], doubts)
    figures = sum(len(p.figures) for p in passages)
    return Entry(path.name, "read", document.title, len(pages), len(passages), figures, tuple(d.line for d in doubts))


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
