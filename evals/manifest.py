"""What a run was made with: everything that could make another run of the same set come out otherwise."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import python_version

from evals.chance import SEED
from evals.models import Case
from evals.writing import as_fields
from settings import Settings
from vectorstore.store import Store

ROOT = Path(__file__).resolve().parent.parent
ANSWERING = ("assistant", "corpus", "ingest", "vectorstore", "prompts")  # what an answer comes out of
LIBRARIES = ("plansvar", "chromadb", "langchain", "pdfplumber", "pypdf", "sentence-transformers", "torch",
             "ir-measures", "scipy")  # fmt: skip
DECIDING = ("embedder", "chroma_url", "model")  # how the settings begin that decide answers
USER_IN_ADDRESS = re.compile(r"(?<=//)[^/@]*@")
OWN_TIME = ("started", "computer")  # what two runs may differ in and still be one


def manifest(name: str, cases: Sequence[Case], store: Store, settings: Settings) -> dict[str, object]:
    """A run's particulars, but for when and where it was made; no key or password is among them."""
    return {
        "set": name,
        "cases": len(cases),
        "cases_digest": _digest(repr([as_fields(case) for case in cases])),
        "documents": {document.file: document.sha256 for document in store.documents()},
        "index": {"format": store.state("format"), "embedder": Path(store.state("embedder")).name},
        "settings": _told(settings),
        "prompts": {file.name: _digest(file.read_text("utf-8")) for file in _files(ROOT / "prompts", "*.*")},
        "code": _digest("".join(f.read_text("utf-8") for part in ANSWERING for f in _files(ROOT / part, "**/*.py"))),
        "versions": {"python": python_version(), **{name: v for name in LIBRARIES if (v := _version(name))}},
        "seed": SEED,
    }


def differences(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    """The particulars in which two runs differ."""
    names = sorted({*before, *after} - set(OWN_TIME))
    return [name for name in names if before.get(name) != after.get(name)]


def _told(settings: Settings) -> dict[str, str]:
    """The settings that decide answers: not where things lie on this computer, nor a name or password in an address."""
    named = {f.name: str(getattr(settings, f.name)) for f in fields(settings) if f.name.startswith(DECIDING)}
    told = {name: USER_IN_ADDRESS.sub("", value) for name, value in named.items()}
    return {**told, "embedder": Path(settings.embedder).name}


def model_of(about: Mapping[str, object]) -> str:
    """The language model of a run, or that there was none."""
    settings = about.get("settings")
    model = settings.get("model", "") if isinstance(settings, Mapping) else ""
    return str(model) or "utan språkmodell"


def _files(folder: Path, pattern: str) -> Iterable[Path]:
    return sorted(file for file in folder.glob(pattern) if file.is_file())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
