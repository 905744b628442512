"""Conversations in the data folder, a file for each, so that they outlive the server; none for longer than a month."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from time import time
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from web.private import write_private

if TYPE_CHECKING:
    from web.talks import Said, TalkKey

LONGEST = 30 * 24 * 3600.0  # seconds that a conversation is kept after its last question
MOST_FILES = 1000


def read_talk(folder: Path, key: TalkKey, sort: type[Said]) -> Said | None:
    """The conversation with that key; None where there is none, or none that this version of the program can read."""
    file = _file(folder, key)
    try:
        return _adapter(sort).validate_json(file.read_bytes()) if file.exists() else None
    except ValidationError:
        return None


def write_talk(folder: Path, key: TalkKey, said: Said) -> None:
    """Keep the conversation as it is now; a new one makes room by those that were left longest ago."""
    file = _file(folder, key)
    if not file.exists():
        _make_room(folder)
    write_private(file, _adapter(type(said)).dump_json(said).decode())


def _make_room(folder: Path) -> None:
    files = sorted(((file.stat().st_mtime, file) for file in folder.glob("*.json")), reverse=True)
    for n, (changed, file) in enumerate(files, 1):
        if n >= MOST_FILES or changed < time() - LONGEST:
            file.unlink(missing_ok=True)


def _file(folder: Path, key: TalkKey) -> Path:
    """The secret of the tab opens the conversation, so the name of the file does not tell it."""
    return folder / f"{sha256(f'{key.owner} {key.tab}'.encode()).hexdigest()[:32]}.json"


def _adapter(sort: type[Said]) -> TypeAdapter[Any]:
    return TypeAdapter(sort)
