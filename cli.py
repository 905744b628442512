"""The commands of the command line: what each of them does."""

from __future__ import annotations

import json
from argparse import Namespace
from contextlib import ExitStack, suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from opening import CannotDo, open_assistant, open_index, open_model, open_reopening, opened_store, read_in
from settings import Settings
from terminal import print_answer, print_document, print_json, print_ledger, say

# Each command imports what it needs when it runs: `plansvar documents` is not to wait for the page's libraries.
if TYPE_CHECKING:
    from fastapi import FastAPI

    from assistant.answering import Assistant
    from corpus.documents import Document
    from vectorstore.store import Store


USERS = "users.json"  # in the folder of the index


def serve(chosen: Namespace, settings: Settings) -> int:
    """Open the page: it says that it is on its way until the index is up to date."""
    from web.access import Unguarded, door_of
    from web.open import CannotListen, listen, open_page

    try:
        door = door_of(settings.data / USERS, settings.host, settings.user_header, settings.proxies)
        listening = listen(settings.host, settings.port)
    except (Unguarded, CannotListen) as error:
        raise CannotDo(str(error)) from error
    with listening, ExitStack() as held:

        def build() -> FastAPI:
            from evals.workbench import open_workbench
            from web.collection import open_collection
            from web.pictures import picture
            from web.server import Rooms, create_app

            store, reopen = held.enter_context(open_reopening(settings))

            def warmed() -> Assistant:
                assistant = reopen()
                assistant.search("mål och budget", 1)  # loads what would else be loaded while the first user waits
                return assistant

            collection = open_collection(store, settings.embedder, warmed)
            bench = open_workbench(store, collection.current, settings, picture)
            return create_app(collection.current, door, settings.data, Rooms(collection, bench, settings.model))

        address = f"http://{settings.host}:{listening.getsockname()[1]}"
        open_page(build, listening, lambda: say(f"Plansvar är öppet på {address}  (avsluta med Ctrl+C)"))
    return 0


def user(chosen: Namespace, settings: Settings) -> int:
    """Add or remove one who may sign in to the page, or show who may."""
    from web.accounts import change_accounts

    for line in change_accounts(settings.data / USERS, chosen.change, chosen.name, chosen.role, chosen.proxy):
        print(line)
    return 0


def ingest(chosen: Namespace, settings: Settings) -> int:
    """Read documents into the index and show the ledger; 1 where one could not be read."""
    from ingest.pipeline import follow
    from vectorstore.embed import open_embedder

    paths = [Path(path).expanduser() for path in chosen.paths] or [settings.corpus]
    with opened_store(settings) as store:
        ledger = [] if chosen.paths else follow(settings.corpus, store)
        ledger += read_in(paths, store, open_embedder(settings.embedder), chosen.rebuild)
        for entry in ledger:
            store.set_state(f"removed:{entry.file}", "")
    say(f"Inga dokument att läsa i {', '.join(map(str, paths))}.") if not ledger else None
    print_json([asdict(entry) for entry in ledger]) if chosen.json else print_ledger(ledger)
    return 1 if not ledger or any(entry.failed for entry in ledger) else 0


def ask(chosen: Namespace, settings: Settings) -> int:
    """Answer one question on the terminal, or a file of questions."""
    if chosen.batch or chosen.out:
        return _ask_batch(chosen, settings)
    if not chosen.question:
        raise CannotDo('Skriv en fråga, till exempel: plansvar ask "Vad kostar hemtjänsten 2022?"')
    from assistant.batch import answered

    question = " ".join(chosen.question)
    with open_assistant(settings) as assistant:
        print_json(answered(assistant, question)) if chosen.json else print_answer(assistant.ask(question))
    return 0


def documents(chosen: Namespace, settings: Settings) -> int:
    """Show what is in the index, and what of it was not understood."""
    with opened_store(settings) as store:
        found = [_find(store, chosen.document)] if chosen.document else store.documents()
        shown = [_about(store, document) for document in found]
    if chosen.json:
        print_json(shown)
        return 0
    for about in shown:
        print_document(about, chosen.doubts)
    say("Inga dokument är inlästa än. Kör ”plansvar ingest”.") if not shown else None
    return 0


def remove(chosen: Namespace, settings: Settings) -> int:
    """Take one document out of the index; its file stays where it is."""
    from vectorstore.lock import writing

    with opened_store(settings) as store, writing(settings.data):
        document = _find(store, chosen.document)
        store.remove(document.id)
        store.set_state(f"removed:{document.file}", "yes")
    print(f"{document.title} är borttaget ur indexet. ”plansvar ingest” läser in det igen.")
    return 0


def mcp(chosen: Namespace, settings: Settings) -> int:
    """Serve the assistant to other assistants, over standard input and output, until the client leaves."""
    from assistant.mcp import build_server

    with open_assistant(settings) as assistant, suppress(KeyboardInterrupt):
        build_server(assistant).run("stdio")
    return 0


def tables(chosen: Namespace, settings: Settings) -> int:
    """Show the tables of a file as they are read: each cell with its place and what it was read as."""
    from ingest.print_tables import as_text, tables_of

    path = Path(chosen.file).expanduser()
    if not path.exists():
        with opened_store(settings) as store:
            path = store.path_of(_find(store, chosen.file).id) or path
    found = tables_of(path, chosen.page)
    print_json([asdict(table) for table in found]) if chosen.json else print(*as_text(found), sep="\n")
    say(f"Inga tabeller i {path.name}.") if not found else None
    return 0


def evaluate(chosen: Namespace, settings: Settings) -> int:
    """Score test sets, compare with an earlier run."""
    from evals.command import Around
    from evals.command import evaluate as evaluate_sets
    from web.pictures import picture

    return evaluate_sets(chosen, settings, Around(open_index, picture, open_model, say))


def _ask_batch(chosen: Namespace, settings: Settings) -> int:
    from tqdm import tqdm

    from assistant.batch import answered, read_questions

    if not (chosen.batch and chosen.out) or chosen.question:
        raise CannotDo("Ange både --batch FRÅGOR.jsonl och --out SVAR.jsonl, och ingen fråga därutöver.")
    questions = read_questions(Path(chosen.batch))
    with _writable(Path(chosen.out)) as out, open_assistant(settings) as assistant:
        for asked in tqdm(questions, desc="Svarar", unit="fråga", disable=None):
            answer = {"id": asked.id, **answered(assistant, asked.question, asked.history)}
            print(json.dumps(answer, ensure_ascii=False), file=out, flush=True)
    return 0


def _writable(path: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8")
    except OSError as error:
        raise CannotDo(f"{path} kan inte skrivas. Kontrollera att mappen finns och får skrivas i.") from error


def _find(store: Store, named: str) -> Document:
    for document in store.documents():
        if named in (document.id, document.file):
            return document
    raise CannotDo(f"Inget inläst dokument heter ”{named}”. ”plansvar documents” visar vilka som finns.")


def _about(store: Store, document: Document) -> dict[str, Any]:
    pages = len(store.pages_of(document.id))
    doubts = [doubt.line for doubt in store.doubts_of(document.id)]
    return {**asdict(document), "path": str(store.path_of(document.id)), "pages": pages, "doubts": doubts}
