"""Who is asking: one at this computer, one who has signed in, or one whom the organisation's proxy names."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from starlette.requests import HTTPConnection

from web.users import Role, User, matches, read_accounts

COOKIE = "plansvar"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
LONGEST = 12 * 3600.0  # seconds that one stays signed in
MOST_TRIES, PAUSE = 5, 300.0  # wrong passwords for a name before it has to wait, and how long
HERE = User("", frozenset(Role))  # whoever sits at the computer that runs the page


class Unguarded(Exception):
    """The page would be open to the whole network; the message says how to guard it."""


@dataclass(frozen=True, slots=True)
class Door:
    """How the page is guarded: by the user file, by a proxy's header, or by being on loopback alone."""

    users: Path
    header: str = ""
    proxies: frozenset[str] = LOOPBACK
    open: bool = False


def door_of(users: Path, host: str, header: str = "", proxies: str = "") -> Door:
    """The guard that the settings ask for. Raises Unguarded for another host than loopback with none of them."""
    signed_in = bool(read_accounts(users)) or bool(header)
    if not signed_in and host not in LOOPBACK:
        raise Unguarded(
            f"Sidan öppnas inte på {host} utan inloggning. Lägg till en användare med ”plansvar user add NAMN”, "
            "ange PLANSVAR_USER_HEADER om en proxy loggar in, eller använd --host 127.0.0.1."
        )
    return Door(users, header.lower(), frozenset(proxies.replace(",", " ").split()) or LOOPBACK, not signed_in)


@dataclass(slots=True)
class Sessions:
    """Who has signed in, by the secret of their cookie; forgotten when the server stops."""

    _names: dict[str, tuple[str, float]] = field(default_factory=dict)
    _tries: dict[str, tuple[int, float]] = field(default_factory=dict)

    def begin(self, name: str) -> str:
        """The cookie of one who has just signed in."""
        cookie, now = secrets.token_urlsafe(24), monotonic()
        self._names = {key: kept for key, kept in self._names.items() if kept[1] > now}
        self._names[cookie] = (name, now + LONGEST)
        return cookie

    def name_of(self, cookie: str) -> str:
        """Who has that cookie; '' for none."""
        name, until = self._names.get(cookie, ("", 0.0))
        return name if until > monotonic() else ""

    def end(self, cookie: str) -> None:
        """Sign out."""
        self._names.pop(cookie, None)

    def must_wait(self, name: str) -> bool:
        """Has the name been tried with wrong passwords too often?"""
        count, until = self._tries.get(name, (0, 0.0))
        return count >= MOST_TRIES and until > monotonic()

    def note(self, name: str, right: bool) -> None:
        """Remember a try; the right password clears the wrong ones."""
        now = monotonic()
        self._tries = {key: kept for key, kept in self._tries.items() if kept[1] > now}
        count, _ = self._tries.pop(name, (0, 0.0))
        if not right:
            self._tries[name] = (count + 1, now + PAUSE)


def sign_in(door: Door, sessions: Sessions, name: str, password: str) -> str:
    """The cookie for the right name and password; '' for a wrong one."""
    account = read_accounts(door.users).get(name)
    right = matches(password, account.password if account else "")
    sessions.note(name, right)
    return sessions.begin(name) if right else ""


def user_of(door: Door, sessions: Sessions, asked: HTTPConnection) -> User | None:
    """Who is asking; None for one who has to sign in first."""
    if door.open:
        return HERE
    accounts = read_accounts(door.users)
    if door.header and asked.client and asked.client.host in door.proxies:
        name = asked.headers.get(door.header, "").strip()
        if name:
            return accounts[name].user if name in accounts else User(name)
    account = accounts.get(sessions.name_of(asked.cookies.get(COOKIE, "")))
    return account.user if account else None
