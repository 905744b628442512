"""The evaluators' view as its server answers: sets, cases, runs, reports, and all that can be wrong with them."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("gradio")

from fastapi.testclient import TestClient

from assistant.answering import Assistant
from evals.cases import read_cases
from evals.folder import Folder
from evals.workbench import Workbench
from evals.writing import write_cases
from tests.evals.literals import ABOUT
from tests.web.bench_parts import MORA, TWENTY, WORD, opened
from tests.web.conftest import in_a_loop
from web.access import Door
from web.server import Rooms, create_app
from web.users import add_account


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Assistant, Workbench]]:
    with opened(tmp_path_factory.mktemp("bench")) as both:
        yield both


@pytest.fixture(scope="module")
def server(index: tuple[Assistant, Workbench]) -> Iterator[TestClient]:
    assistant, bench = index
    app = in_a_loop(
        lambda: create_app(assistant, Door(bench.data / "none.json", open=True), bench.data, Rooms(bench=bench))
    )
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture
def bench(index: tuple[Assistant, Workbench]) -> Workbench:
    return index[1]


@pytest.fixture
def client(server: TestClient, bench: Workbench) -> Iterator[TestClient]:
    yield server
    for name in bench.sets.names():
        bench.sets.remove(name)


def sent(client: TestClient, tmp_path: Path, name: str = "fall.xlsx") -> str:
    """The address of the set's page once it has been brought."""
    path = tmp_path / name
    write_cases(path, TWENTY)
    answer = client.post("/utvardera/uppsattning", files={"file": (name, path.read_bytes())})
    assert answer.status_code == 200
    return answer.url.path


def finished(client: TestClient, bench: Workbench, set_name: str) -> str:
    """The name of a run that has been waited for."""
    answer = client.post("/utvardera/korning", data={"set": set_name})
    name = answer.url.path.rpartition("/")[2]
    while bench.runs.state(name).going:
        time.sleep(0.02)
    return name


@pytest.mark.parametrize("ending", ["xlsx", "csv", "jsonl"])
def test_a_set_that_is_brought_can_be_had_back_in_every_form(client: TestClient, tmp_path: Path, ending: str) -> None:
    address = sent(client, tmp_path, f"mina fall.{ending}")
    assert address == "/utvardera/uppsattning/mina-fall"
    for form in ("xlsx", "csv", "jsonl"):
        path = tmp_path / f"tillbaka.{form}"
        path.write_bytes(client.get(f"{address}/hamta.{form}").content)
        assert read_cases(path) == TWENTY


def test_a_set_with_faults_is_refused_with_each_of_them_and_nothing_is_kept(
    client: TestClient, bench: Workbench, tmp_path: Path
) -> None:
    path = tmp_path / "fall.jsonl"
    case = {"id": "a", "question": "Hur?", "type": "lookup", "must": [["7"]]}
    lost = {**case, "evidence": [{"quote": "står ingenstans <b>"}]}
    path.write_text(json.dumps(lost), "utf-8")
    answer = client.post("/utvardera/uppsattning", files={"file": ("fall.jsonl", path.read_bytes())})
    assert answer.status_code == 422
    said = "Citatet ”står ingenstans &lt;b&gt;” finns inte i något dokument."
    assert f"rad 1, kolumn ”evidence”: a: {said}" in answer.text
    assert bench.sets.names() == []


@pytest.mark.parametrize("name", ["../../ond.jsonl", "..\\ond.jsonl", "/etc/ond.jsonl", "<b>.jsonl", ".jsonl"])
def test_the_name_of_a_file_that_is_sent_leads_nowhere(
    client: TestClient, bench: Workbench, tmp_path: Path, name: str
) -> None:
    assert sent(client, tmp_path, "x.jsonl").startswith("/utvardera/uppsattning/")
    content = bench.sets.written("x", ".jsonl")
    client.post("/utvardera/uppsattning", files={"file": (name, content)})
    assert all(set(kept) <= set("abcdefghijklmnopqrstuvwxyz-0123456789") for kept in bench.sets.names())


def test_a_second_set_of_the_same_name_gets_a_name_of_its_own(
    client: TestClient, bench: Workbench, tmp_path: Path
) -> None:
    sent(client, tmp_path)
    sent(client, tmp_path)
    assert bench.sets.names() == ["fall", "fall-2"]


def test_a_case_can_be_changed_added_and_taken_out(client: TestClient, bench: Workbench, tmp_path: Path) -> None:
    address = f"{sent(client, tmp_path)}/fall"
    form = client.get(address, params={"id": "lpp"}).text
    assert WORD in form
    assert "tre lekplatser" in form
    changed = {"was": "lpp", "id": "lpp", "question": "Vad betyder LPP?", "type": "begrepp", "must": "lekplatser",
               "evidence": f"{MORA} | | {WORD}"}  # fmt: skip
    client.post(address, data=changed)
    client.post(address, data={**changed, "was": "", "id": "ny", "set": "fall"})
    client.post(f"{address}/ta-bort", data={"id": "fel"})
    kept = bench.sets.cases("fall")
    assert [case.id for case in kept] == ["lpp", *(case.id for case in TWENTY[2:]), "ny"]
    assert (kept[0].question, kept[0].must, kept[0].evidence[0].quote) == ("Vad betyder LPP?", (("lekplatser",),), WORD)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"type": ""}, "kolumn ”typ”: Värdet saknas."),
        ({"must": ""}, "kolumn ”måste finnas”: Fallet har inget som måste finnas"),
        ({"id": "parker-1"}, "kolumn ”id”: ”parker-1” står redan"),
        ({"evidence": "står ingenstans"}, "Citatet ”står ingenstans” finns inte i något dokument."),
    ],
)
def test_a_case_with_a_fault_is_not_kept_and_the_form_keeps_what_was_typed(
    client: TestClient, bench: Workbench, tmp_path: Path, change: dict[str, str], fault: str
) -> None:
    address = f"{sent(client, tmp_path)}/fall"
    typed = {"was": "lpp", "id": "lpp", "question": "Vad betyder <LPP>?", "type": "begrepp", "must": "lekplatser"}
    answer = client.post(address, data={**typed, **change})
    assert answer.status_code == 422
    assert fault in answer.text
    assert "Vad betyder &lt;LPP&gt;?" in answer.text
    assert bench.sets.cases("fall") == TWENTY


@pytest.mark.parametrize("name", ["own", "../ond", "..", "a/b", "x" * 61, "<b>"])
def test_a_case_is_put_in_no_set_of_the_projects_and_in_no_other_folder(
    client: TestClient, bench: Workbench, name: str
) -> None:
    made = {"id": "ny", "question": "Vad är LPP?", "type": "begrepp", "must": "lekplatser", "set": name}
    before = sorted(bench.data.rglob("*.jsonl"))
    answer = client.post("/utvardera/uppsattning/x/fall", data=made)
    assert answer.status_code == 422
    assert "Uppsättningen följer med programmet eller har ett namn som inte går." in answer.text
    assert sorted(bench.data.rglob("*.jsonl")) == before


def test_a_run_is_reported_and_compared(client: TestClient, bench: Workbench, tmp_path: Path) -> None:
    sent(client, tmp_path)
    first = finished(client, bench, "fall")
    page = client.get(f"/utvardera/korning/{first}").text
    assert "19 av 20 svar är rätt: 95,0 %" in page
    report = client.get(f"/utvardera/korning/{first}/rapport")
    assert "Utvärdering: fall" in report.text
    assert report.headers["content-security-policy"].startswith("default-src 'none'")
    assert client.get(f"/utvardera/korning/{first}/fall.xlsx").content[:2] == b"PK"
    client.post("/utvardera/uppsattning/fall/fall/ta-bort", data={"id": "fel"})
    second = finished(client, bench, "fall")
    compared = client.get(f"/utvardera/korning/{second}", params={"mot": first}).text
    assert f"Jämfört med {first}: lika. 0 vunna och 0 förlorade fall." in compared
    assert "Jämfört med förut" in client.get(f"/utvardera/korning/{second}/rapport", params={"mot": first}).text


def test_a_run_that_was_stopped_can_be_taken_up_again(client: TestClient, bench: Workbench) -> None:
    folder = Folder(bench.data / "eval" / "runs" / "2026-01-01-stoppad")
    folder.begin({**ABOUT, "cases": len(TWENTY)}, TWENTY)
    address = "/utvardera/korning/2026-01-01-stoppad"
    assert "0 av 20 frågor besvarade" in client.get(address).text
    for file in ("rapport", "fall.xlsx"):
        assert "Körningen är inte klar än" in client.get(f"{address}/{file}").text
    client.post(f"{address}/fortsatt")
    while bench.runs.state(folder.path.name).going:
        time.sleep(0.02)
    assert "19 av 20 svar är rätt" in client.get(address).text
    assert client.get(f"{address}/lage").status_code == 205
    assert client.post("/utvardera/korning/borta/fortsatt").status_code == 409


def test_what_users_report_can_be_made_a_case(client: TestClient, bench: Workbench) -> None:
    asked = "Vad kostar parkerna i Mora?"
    cited = [{"document": MORA, "quote": WORD, "page": 1}]
    bad = {"good": False, "reasons": ["figure"], "comment": "ska vara <9 000>", "question": asked, "citations": cited}
    lines = [json.dumps({**bad, "good": True}), json.dumps({**bad, "answer": "9 500 tkr [1]."}), "{avbruten"]
    (bench.data / "reports.jsonl").write_text("\n".join(lines), "utf-8")
    page = client.get("/utvardera").text
    assert "ska vara &lt;9 000&gt; · Svaret var: 9 500 tkr [1]." in page
    assert page.count(f"Gör till fall: {asked}") == 1
    form = client.get("/utvardera/uppsattning/rapporter/fall", params={"utkast": "rapport-2"}).text
    assert f"{MORA} | 1 | {WORD}" in form
    made = {"id": "rapport-2", "question": asked, "type": "uppgift ur tabell", "must": "9 000", "set": "rapporter"}
    client.post("/utvardera/uppsattning/rapporter/fall", data=made)
    assert [case.must for case in bench.sets.cases("rapporter")] == [(("9 000",),)]
    (bench.data / "reports.jsonl").unlink()


def test_templates_are_there_to_fill_in(client: TestClient, tmp_path: Path) -> None:
    path = tmp_path / "mall.csv"
    path.write_bytes(client.get("/utvardera/mall.csv").content)
    assert len(read_cases(path)) == 3
    assert client.get("/utvardera/mall.pdf").status_code == 404


@pytest.mark.parametrize("name", ["borta", "unseen/../x", "%2e%2e%2fx"])
def test_a_set_that_is_not_there_is_said_so(client: TestClient, name: str) -> None:
    assert client.get(f"/utvardera/uppsattning/{name}").status_code in (404, 422)
    assert client.post("/utvardera/korning", data={"set": name}).status_code == 422
    assert client.get(f"/utvardera/korning/{name}/rapport").status_code in (404, 409)


def test_the_view_is_for_evaluators_alone(index: tuple[Assistant, Workbench], tmp_path: Path) -> None:
    assistant, bench = index
    users = tmp_path / "users.json"
    add_account(users, "anna", "hemligt lösenord", ["dokument"])
    add_account(users, "bo", "hemligt lösenord", ["utvärdera"])
    app = in_a_loop(lambda: create_app(assistant, Door(users), bench.data, Rooms(bench=bench)))
    for name, status in (("anna", 403), ("bo", 200)):
        with TestClient(app, base_url="http://plansvar.example") as client:
            client.post("/logga-in", data={"name": name, "password": "hemligt lösenord", "till": "/om"})
            assert client.get("/utvardera").status_code == status
            assert client.get("/utvardera/mall.csv").status_code == status
