"""Files that only whoever runs the page can read: users, sessions, conversations."""

import os
from pathlib import Path


def write_private(file: Path, words: str) -> None:
    """Put the words in the place of what the file held, in one step; its folder is made where it is missing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
        out.write(words)
    new.replace(file)
