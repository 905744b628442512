"""Who has signed in, kept in the data folder so that a restart of the server signs nobody out."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Lock
from time import time

from web.private import write_private
from web.users import Account

LONGEST = 12 * 3600.0  # seconds that one stays signed in
MOST_TRIES, PAUSE = 5, 300.0  # wrong passwords for a name before it has to wait, and how long
Kept = tuple[str, str, float]  # a user's name, the seal of their password, until when


@dataclass(slots=True)
class Sessions:
    """Who has signed in, by the digest of the secret of their cookie; without a file, forgotten with the server."""

    file: Path | None = None
    _kept: dict[str, Kept] = field(default_factory=dict)
    _tries: dict[str, tuple[int, float]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self._kept = _read(self.file) if self.file else {}

    def begin(self, account: Account) -> str:
        """The cookie of one who has just signed in."""
        cookie, now = secrets.token_urlsafe(24), time()
        with self._lock:
            self._kept = {key: kept for key, kept in self._kept.items() if kept[2] > now}
            self._kept[_digest(cookie)] = (account.user.name, _digest(account.password), now + LONGEST)
            self._write()
        return cookie

    def account_of(self, cookie: str, accounts: Mapping[str, Account]) -> Account | None:
        """Who has that cookie; None for nobody, and for one whose password is another by now."""
        name, seal, until = self._kept.get(_digest(cookie), ("", "", 0.0))
        account = accounts.get(name)
        return account if account and until > time() and _digest(account.password) == seal else None

    def end(self, cookie: str) -> None:
        """Sign out."""
        with self._lock:
            if self._kept.pop(_digest(cookie), None):
                self._write()

    def must_wait(self, name: str) -> bool:
        """Has the name been tried with wrong passwords too often?"""
        count, until = self._tries.get(name, (0, 0.0))
        return count >= MOST_TRIES and until > time()

    def note(self, name: str, right: bool) -> None:
        """Remember a try; the right password clears the wrong ones."""
        now = time()
        self._tries = {key: kept for key, kept in self._tries.items() if kept[1] > now}
        count, _ = self._tries.pop(name, (0, 0.0))
        if not right:
            self._tries[name] = (count + 1, now + PAUSE)

    def _write(self) -> None:
        if self.file:
            write_private(self.file, json.dumps(self._kept, ensure_ascii=False))


def _read(file: Path) -> dict[str, Kept]:
    """What the file holds; nothing where it is missing or damaged, and then all sign in again."""
    try:
        lines = json.loads(file.read_text("utf-8")) if file.exists() else {}
        return {str(key): (str(name), str(seal), float(until)) for key, (name, seal, until) in lines.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
