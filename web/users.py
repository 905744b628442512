"""Who may sign in: names, roles and hashed passwords in one file of the data folder."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from web.private import write_private

COST, BLOCK, LANES, MEMORY = 2**14, 8, 5, 64 * 2**20  # of scrypt: a few tenths of a second for each try
SHORTEST_PASSWORD = 8
Roles = frozenset["Role"]


class Role(StrEnum):
    """What a user may do; the value is the word that an administrator writes."""

    READ = "läsa"
    DOCUMENTS = "dokument"
    EVALUATE = "utvärdera"


class BadUsers(Exception):
    """A user that cannot be added, or a user file that cannot be read; the message says what to do."""


@dataclass(frozen=True, slots=True)
class User:
    """One who is signed in; every user may read."""

    name: str
    roles: Roles = frozenset({Role.READ})

    def may(self, role: Role) -> bool:
        """Has the user this right?"""
        return role is Role.READ or role in self.roles


@dataclass(frozen=True, slots=True)
class Account:
    """A line of the user file; `password` is a hash, or '' for one whom only a proxy signs in."""

    user: User
    password: str


def read_accounts(file: Path) -> dict[str, Account]:
    """The accounts of a user file by name, none where there is no file. Raises BadUsers for a damaged one."""
    try:
        lines = json.loads(file.read_text("utf-8")) if file.exists() else {}
        return {name: _account(name, line["roles"], line["password"]) for name, line in lines.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadUsers(f"Användarfilen {file} är skadad. Ta bort den och lägg till användarna igen.") from error


def add_account(file: Path, name: str, password: str, roles: Collection[str]) -> None:
    """Add a user, or change one; '' as password leaves the signing in to a proxy. Raises BadUsers."""
    name = name.strip()
    if not name or not name.isprintable():
        raise BadUsers("Ange ett användarnamn, till exempel: plansvar user add anna")
    if password and len(password) < SHORTEST_PASSWORD:
        raise BadUsers(f"Lösenordet är för kort: det ska ha minst {SHORTEST_PASSWORD} tecken.")
    account = _account(name, [Role.READ, *roles], hashed(password) if password else "")
    _write(file, {**read_accounts(file), name: account}.values())


def remove_account(file: Path, name: str) -> None:
    """Take a user out. Raises BadUsers where there is none of that name."""
    accounts = read_accounts(file)
    if name not in accounts:
        raise BadUsers(f"Ingen användare heter ”{name}”. ”plansvar user list” visar vilka som finns.")
    _write(file, (account for account in accounts.values() if account.user.name != name))


def hashed(password: str) -> str:
    """A password as it is kept: its salt and its scrypt hash."""
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}${_scrypt(password, salt).hex()}"


def matches(password: str, kept: str) -> bool:
    """Is it the password that was kept? Takes as long where none was."""
    salt, _, digest = (kept or f"{'00' * 16}$").partition("$")
    return hmac.compare_digest(_scrypt(password, bytes.fromhex(salt)).hex(), digest)


def _scrypt(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=COST, r=BLOCK, p=LANES, maxmem=MEMORY, dklen=32)


def _account(name: str, roles: Iterable[str], password: str) -> Account:
    return Account(User(name, frozenset(map(Role, roles))), password)


def _write(file: Path, accounts: Iterable[Account]) -> None:
    lines = {a.user.name: {"roles": sorted(a.user.roles), "password": a.password} for a in accounts}
    write_private(file, json.dumps(lines, ensure_ascii=False, indent=2))
