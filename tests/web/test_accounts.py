"""The accounts as they are kept from the command line."""

from io import StringIO
from pathlib import Path

import pytest

import app


def test_users_are_added_shown_and_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLANSVAR_DATA", str(tmp_path))
    monkeypatch.setattr("sys.stdin", StringIO("hemligt lösenord\n"))
    assert app.main(["user", "add", "anna", "--role", "dokument"]) == 0
    assert app.main(["user", "add", "bo", "--proxy"]) == 0
    capsys.readouterr()
    assert app.main(["user", "list"]) == 0
    assert capsys.readouterr().out == "anna  dokument, läsa\nbo  läsa\n"
    assert app.main(["user", "remove", "bo"]) == 0
    capsys.readouterr()
    app.main(["user", "list"])
    assert capsys.readouterr().out == "anna  dokument, läsa\n"
