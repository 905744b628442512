"""Files into the store: what is new is read, what is bad is named, and neither disturbs the rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.catalogue import CatalogueError
from ingest.pipeline import Entry, find_files, follow, ingest
from tests.ingest.drawn_pdf import drawn_pdf, lines
from tests.ingest.test_pdf import locked
from tests.vectorstore.small import SmallEmbedder
from vectorstore.store import StaleIndex, Store

GOOD = "# Plan 2022\n\nSocialnämnden i Timrå kommun. Timrå kommun växer.\n\n## Hemtjänst\n\nHemtjänsten ger stöd.\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = Store(tmp_path / "index" / "index.sqlite")
    yield found
    found.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "planer").mkdir()
    (tmp_path / "planer" / "bra.md").write_text(GOOD, "utf-8")
    return tmp_path / "planer"


def read(folder: Path, store: Store, **how: bool) -> dict[str, tuple[str, tuple[str, ...]]]:
    ledger = ingest([folder], store, SmallEmbedder(), **how)
    return {entry.file: (entry.outcome, entry.doubts) for entry in ledger}


def test_the_ledger_says_what_was_read(folder: Path, store: Store) -> None:
    (entry,) = ingest([folder], store, SmallEmbedder())
    assert entry == Entry("bra.md", "read", "Timrå socialnämnden: Plan 2022", pages=1, passages=2, figures=0)


def test_what_is_unchanged_is_not_read_or_embedded_again(folder: Path, store: Store) -> None:
    embedder = SmallEmbedder()
    ingest([folder], store, embedder)
    seen = list(embedder.seen)
    (entry,) = ingest([folder], store, embedder)
    assert (entry.outcome, embedder.seen) == ("unchanged", seen)


def test_of_a_changed_document_only_what_is_new_is_embedded(folder: Path, store: Store) -> None:
    embedder = SmallEmbedder()
    ingest([folder], store, embedder)
    embedder.seen.clear()
    (folder / "bra.md").write_text(GOOD + "\n## Färdtjänst\n\nFärdtjänst är kollektivtrafik.\n", "utf-8")
    ingest([folder], store, embedder)
    assert embedder.seen == ["Plan 2022 Färdtjänst Färdtjänst är kollektivtrafik."]


def test_a_change_in_the_catalogue_is_taken_in(folder: Path, store: Store) -> None:
    read(folder, store)
    entry = '[[document]]\nfile = "bra.md"\ntitle = "Socialplanen"\nyears = [2022, 2023]\n'
    (folder / "catalogue.toml").write_text(entry, "utf-8")
    assert read(folder, store) == {"bra.md": ("read", ())}
    assert [(document.title, document.years) for document in store.documents()] == [("Socialplanen", (2022, 2023))]
    assert read(folder, store) == {"bra.md": ("unchanged", ())}


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("tom.pdf", b"", "filen är tom."),
        ("tom.txt", b"", "filen är tom."),
        ("trasig.pdf", b"%PDF-1.7 nothing", "filen är skadad eller ingen PDF (PdfStreamError)."),
        ("låst.pdf", locked(drawn_pdf([lines(100, "A")]), "x"),
         "filen är låst med lösenord. Spara en olåst kopia och läs in den."),
        ("bild.pdf", drawn_pdf(["72 500 300 100 re f"]),
         "ingen läsbar text. Är sidorna inskannade behöver de textigenkännas först."),
        ("blad.txt", b"PK\x03\x04\x00", "filen är inte text. Spara den som UTF-8 och läs in den igen."),
    ],
)  # fmt: skip
def test_a_bad_file_is_named_and_stops_only_itself(
    folder: Path, store: Store, name: str, content: bytes, sentence: str
) -> None:
    (folder / name).write_bytes(content)
    assert read(folder, store) == {"bra.md": ("read", ()), name: ("unread", (f"{name}: {sentence}",))}
    assert [document.file for document in store.documents()] == ["bra.md"]


def test_a_file_of_another_kind_is_left_in_a_folder_but_named_when_asked_for(folder: Path, store: Store) -> None:
    (folder / "bild.png").write_bytes(b"\x89PNG")
    (folder / ".gömd.md").write_text("# X", "utf-8")
    assert read(folder, store) == {"bra.md": ("read", ())}
    (entry,) = ingest([folder / "bild.png"], store, SmallEmbedder())
    assert entry.failed
    (doubt,) = entry.doubts
    assert doubt.startswith("bild.png: filtypen kan inte läsas. Plansvar läser ")


def test_a_page_without_text_is_a_doubt_of_its_document(folder: Path, store: Store) -> None:
    (folder / "delvis.pdf").write_bytes(drawn_pdf([lines(100, "Text på sidan ett.")], ["72 500 300 100 re f"]))
    assert read(folder, store)["delvis.pdf"] == ("read", ("Sidan 2: inget textlager.",))
    assert read(folder, store)["delvis.pdf"] == ("unchanged", ("Sidan 2: inget textlager.",))


def test_a_document_that_becomes_unreadable_keeps_its_last_good_version(folder: Path, store: Store) -> None:
    read(folder, store)
    before = store.passage_ids()
    (folder / "bra.md").write_bytes(b"")
    assert read(folder, store) == {"bra.md": ("unread", ("bra.md: filen är tom.",))}
    assert store.passage_ids() == before


def test_a_faulty_catalogue_is_said_and_leaves_what_was_read(folder: Path, store: Store) -> None:
    read(folder, store)
    (folder / "catalogue.toml").write_text("[[document]\n", "utf-8")
    with pytest.raises(CatalogueError, match=r"^catalogue\.toml går inte att läsa: "):
        read(folder, store)
    assert [document.file for document in store.documents()] == ["bra.md"]


def test_a_path_that_is_not_there_is_said_before_anything_is_read(folder: Path, store: Store) -> None:
    with pytest.raises(FileNotFoundError, match=r"finns-inte finns inte\. Kontrollera sökvägen\.$"):
        ingest([folder, folder / "finns-inte"], store, SmallEmbedder())
    assert store.documents() == []


def test_a_folder_is_read_in_order_and_a_file_once(folder: Path) -> None:
    (folder / "a.PDF").write_bytes(b"")
    (folder / "under").mkdir()
    assert [file.name for file in find_files([folder, folder / "bra.md"])] == ["a.PDF", "bra.md"]


def test_an_index_of_another_embedder_is_left_alone_until_a_rebuild(folder: Path, store: Store) -> None:
    read(folder, store)
    other = SmallEmbedder("annan")
    with pytest.raises(StaleIndex, match=r"^Indexet är byggt med modellen liten, men nu är annan vald\."):
        ingest([folder], store, other)
    assert store.state("embedder") == "liten"
    ingest([folder], store, other, rebuild=True)
    assert store.state("embedder") == "annan"


def test_progress_is_told_for_every_file_and_at_the_end(folder: Path, store: Store) -> None:
    told: list[tuple[int, int, str]] = []
    ingest([folder], store, SmallEmbedder(), lambda *step: told.append(step))
    assert told == [(0, 1, "bra.md"), (1, 1, "")]


def outcomes(ledger: list[Entry]) -> dict[str, str]:
    return {entry.file: entry.outcome for entry in ledger}


def test_a_file_gone_from_its_folder_is_removed_when_the_folder_is_read(folder: Path, store: Store) -> None:
    (folder / "ny.md").write_text(GOOD, "utf-8")
    read(folder, store)
    (folder / "bra.md").unlink()
    assert outcomes(ingest([folder / "ny.md"], store, SmallEmbedder())) == {"ny.md": "unchanged"}
    assert outcomes(ingest([folder], store, SmallEmbedder())) == {"ny.md": "unchanged", "bra.md": "removed"}
    assert [document.file for document in store.documents()] == ["ny.md"]


def test_another_corpus_takes_the_place_of_the_one_before_but_not_of_what_was_added(
    folder: Path, store: Store, tmp_path: Path
) -> None:
    for name in ("annan", "tillagd"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.md").write_text(GOOD, "utf-8")
    assert follow(folder, store) == []
    ingest([folder, tmp_path / "tillagd"], store, SmallEmbedder())
    assert outcomes(follow(tmp_path / "annan", store)) == {"bra.md": "removed"}
    assert [document.file for document in store.documents()] == ["tillagd.md"]


def test_a_document_that_has_moved_is_opened_where_it_is(folder: Path, store: Store, tmp_path: Path) -> None:
    read(folder, store)
    moved = (folder / "bra.md").rename(tmp_path / "bra.md")
    assert outcomes(ingest([moved], store, SmallEmbedder())) == {"bra.md": "read"}
    assert store.path_of(store.documents()[0].id) == moved.resolve()
