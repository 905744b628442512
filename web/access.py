"""Who is asking: one at this computer, one who has signed in, or one whom the organisation's proxy names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from starlette.requests import HTTPConnection

from web.sessions import Sessions
from web.users import Role, User, matches, read_accounts

COOKIE = "plansvar"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
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


def sign_in(door: Door, sessions: Sessions, name: str, password: str) -> str:
    """The cookie for the right name and password; '' for a wrong one."""
    account = read_accounts(door.users).get(name)
    right = matches(password, account.password if account else "")
    sessions.note(name, right)
    return sessions.begin(account) if account and right else ""


def user_of(door: Door, sessions: Sessions, asked: HTTPConnection) -> User | None:
    """Who is asking; None for one who has to sign in first."""
    if door.open:
        return HERE
    accounts = read_accounts(door.users)
    if door.header and asked.client and asked.client.host in door.proxies:
        name = asked.headers.get(door.header, "").strip()
        if name:
            return accounts[name].user if name in accounts else User(name)
    account = sessions.account_of(asked.cookies.get(COOKIE, ""), accounts)
    return account.user if account else None
