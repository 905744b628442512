"""The first moments of the server, before the page is there."""

import socket
import threading
from pathlib import Path
from time import sleep

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from web.doorway import Doorway
from web.open import open_page


def _page() -> FastAPI:
    app = FastAPI()
    app.add_api_route("/", lambda: "framme")
    return app


def test_the_server_lives_before_the_page_is_there() -> None:
    released = threading.Event()

    def build() -> FastAPI:
        released.wait(10)
        return _page()

    with TestClient(Doorway(build)) as client:
        assert (client.get("/halsa").status_code, client.get("/halsa").json()) == (503, {"status": "starting"})
        assert "Plansvar startar" in client.get("/").text
        released.set()
        while client.get("/halsa").status_code == 503:
            sleep(0.01)
        assert client.get("/halsa").json() == {"status": "ok"}
        assert client.get("/").json() == "framme"


def test_a_page_that_cannot_be_made_stops_the_server_and_says_why(tmp_path: Path) -> None:
    def build() -> FastAPI:
        raise FileNotFoundError("mappen finns inte")

    with socket.create_server(("127.0.0.1", 0)) as listening, pytest.raises(FileNotFoundError, match="mappen"):
        open_page(build, listening, lambda: None)


def test_a_server_that_is_stopped_meanwhile_waits_for_nothing() -> None:
    held = threading.Event()

    def build() -> FastAPI:
        held.wait(10)
        return _page()

    with TestClient(Doorway(build)) as client:
        client.get("/halsa")
    held.set()
