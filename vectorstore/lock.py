"""One writer at a time: a lock file that says who holds it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Busy(Exception):
    """Another process is writing to the index; the message names it."""


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold the index folder for writing; the operating system lets go of it if the process dies."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "writer.lock").open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            holder = file.read().strip() or "okänd"
            raise Busy(
                f"Indexet skrivs just nu av en annan process (nummer {holder}). Vänta tills den är klar."
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
