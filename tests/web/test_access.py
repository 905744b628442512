"""Who may come in: user file, proxy and loopback; the rules without any server."""

from pathlib import Path

import pytest
from starlette.requests import HTTPConnection

from web.access import COOKIE, HERE, Door, Unguarded, door_of, sign_in, user_of
from web.sessions import MOST_TRIES, Sessions
from web.users import BadUsers, Role, User, add_account, hashed, matches, read_accounts, remove_account

PASSWORD = "hemligt lösenord"
ANNA = User("anna", frozenset({Role.READ, Role.DOCUMENTS}))


@pytest.fixture
def users(tmp_path: Path) -> Path:
    file = tmp_path / "users.json"
    add_account(file, "anna", PASSWORD, ["dokument"])
    return file


def _asked(peer: str = "127.0.0.1", **headers: str) -> HTTPConnection:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return HTTPConnection({"type": "http", "path": "/", "headers": raw, "client": (peer, 1)})


def test_a_password_is_kept_as_a_hash_that_only_it_matches(users: Path) -> None:
    kept = read_accounts(users)["anna"].password
    assert PASSWORD not in users.read_text("utf-8")
    assert users.stat().st_mode & 0o077 == 0
    assert (matches(PASSWORD, kept), matches("hemligt losenord", kept), matches("", "")) == (True, False, False)
    assert hashed(PASSWORD) != kept


def test_a_user_signs_in_and_out(users: Path) -> None:
    door, sessions = Door(users), Sessions()
    assert sign_in(door, sessions, "anna", "fel lösenord") == ""
    assert sign_in(door, sessions, "ingen", PASSWORD) == ""
    cookie = sign_in(door, sessions, "anna", PASSWORD)
    asked = _asked(cookie=f"{COOKIE}={cookie}")
    assert user_of(door, sessions, asked) == ANNA
    sessions.end(cookie)
    assert user_of(door, sessions, asked) is None


def test_a_user_who_is_taken_out_is_out_at_once(users: Path) -> None:
    door, sessions = Door(users), Sessions()
    asked = _asked(cookie=f"{COOKIE}={sign_in(door, sessions, 'anna', PASSWORD)}")
    remove_account(users, "anna")
    assert user_of(door, sessions, asked) is None


def test_a_restart_of_the_server_signs_nobody_out(users: Path, tmp_path: Path) -> None:
    file = tmp_path / "sessions.json"
    asked = _asked(cookie=f"{COOKIE}={sign_in(Door(users), Sessions(file), 'anna', PASSWORD)}")
    assert user_of(Door(users), Sessions(file), asked) == ANNA
    assert file.stat().st_mode & 0o077 == 0
    assert asked.cookies[COOKIE] not in file.read_text("utf-8")


def test_signing_out_holds_after_a_restart(users: Path, tmp_path: Path) -> None:
    sessions = Sessions(tmp_path / "sessions.json")
    cookie = sign_in(Door(users), sessions, "anna", PASSWORD)
    sessions.end(cookie)
    assert user_of(Door(users), Sessions(tmp_path / "sessions.json"), _asked(cookie=f"{COOKIE}={cookie}")) is None


def test_a_new_password_ends_what_the_old_one_began(users: Path) -> None:
    sessions = Sessions()
    asked = _asked(cookie=f"{COOKIE}={sign_in(Door(users), sessions, 'anna', PASSWORD)}")
    add_account(users, "anna", "ett helt annat", [])
    assert user_of(Door(users), sessions, asked) is None


@pytest.mark.parametrize("damaged", ["{", "[]", '{"x": 1}', '{"x": ["anna", "y", "sent"]}', "\xff"])
def test_after_damage_to_the_file_of_sessions_all_sign_in_again(users: Path, tmp_path: Path, damaged: str) -> None:
    (tmp_path / "sessions.json").write_text(damaged, "latin-1")
    sessions = Sessions(tmp_path / "sessions.json")
    asked = _asked(cookie=f"{COOKIE}={sign_in(Door(users), sessions, 'anna', PASSWORD)}")
    assert user_of(Door(users), sessions, asked) == ANNA


def test_too_many_wrong_passwords_make_a_name_wait(users: Path) -> None:
    sessions = Sessions()
    for _ in range(MOST_TRIES):
        assert not sessions.must_wait("anna")
        sessions.note("anna", False)
    assert sessions.must_wait("anna")
    assert not sessions.must_wait("bo")


def test_a_proxy_names_the_user_but_nobody_else_may(users: Path) -> None:
    door = door_of(users, "0.0.0.0", "X-Remote-User", "10.0.0.5")
    assert user_of(door, Sessions(), _asked("10.0.0.5", x_remote_user="anna")) == ANNA
    assert user_of(door, Sessions(), _asked("10.0.0.5", x_remote_user="bo")) == User("bo")
    assert user_of(door, Sessions(), _asked("10.0.0.5")) is None
    assert user_of(door, Sessions(), _asked("10.0.0.9", x_remote_user="anna")) is None


def test_without_users_the_page_is_open_on_loopback_alone(tmp_path: Path) -> None:
    file = tmp_path / "users.json"
    assert user_of(door_of(file, "127.0.0.1"), Sessions(), _asked()) == HERE
    with pytest.raises(Unguarded, match=r"Sidan öppnas inte på 0\.0\.0\.0 utan inloggning"):
        door_of(file, "0.0.0.0")
    add_account(file, "anna", PASSWORD, [])
    assert user_of(door_of(file, "127.0.0.1"), Sessions(), _asked()) is None


@pytest.mark.parametrize(
    ("name", "password", "said"),
    [("", PASSWORD, "Ange ett användarnamn"), ("bo", "kort", "Lösenordet är för kort"), ("b\n", "", "")],
)
def test_a_user_that_cannot_be_is_refused(tmp_path: Path, name: str, password: str, said: str) -> None:
    file = tmp_path / "users.json"
    if said:
        with pytest.raises(BadUsers, match=said):
            add_account(file, name, password, [])
    else:
        add_account(file, name, password, [])
        assert list(read_accounts(file)) == ["b"]


@pytest.mark.parametrize("damaged", ["{", "[]", '{"anna": {}}', '{"anna": {"roles": ["kung"], "password": ""}}'])
def test_a_damaged_user_file_lets_nobody_in(tmp_path: Path, damaged: str) -> None:
    file = tmp_path / "users.json"
    file.write_text(damaged, "utf-8")
    with pytest.raises(BadUsers, match="är skadad"):
        door_of(file, "127.0.0.1")
