"""The accounts from the command line: who is added, who is removed, who there is."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from getpass import getpass
from pathlib import Path

from web.users import BadUsers, add_account, read_accounts, remove_account


def change_accounts(file: Path, change: str, name: str, roles: Collection[str], proxy: bool) -> Iterator[str]:
    """Add or remove a user of the file, or list them all, and tell of it in a line each. Raises BadUsers."""
    match change:
        case "add":
            add_account(file, name, "" if proxy else _password(name), roles)
            yield f"{name} får logga in ({_roles(file, name)})."
        case "remove":
            remove_account(file, name)
            yield f"{name} får inte längre logga in."
        case _:
            yield from (f"{name}  {_roles(file, name)}" for name in sorted(read_accounts(file)))


def _roles(file: Path, name: str) -> str:
    return ", ".join(sorted(read_accounts(file)[name.strip()].user.roles))


def _password(name: str) -> str:
    """A password typed twice without being shown, or a line of what is piped in."""
    if not sys.stdin.isatty():
        return _given(sys.stdin.readline().rstrip("\r\n"))
    password = getpass(f"Lösenord för {name}: ")
    if getpass("En gång till: ") != password:
        raise BadUsers("Lösenorden är inte lika. Försök igen.")
    return _given(password)


def _given(password: str) -> str:
    if not password:
        raise BadUsers("Ange ett lösenord, eller --proxy om en proxy loggar in användaren.")
    return password
