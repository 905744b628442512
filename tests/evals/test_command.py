"""`plansvar eval` as an evaluator meets it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import app

PLAN = """# Socialnämndens verksamhetsplan 2022

Timrå kommun, socialnämnden. Verksamhetsplan för 2022.

## Hemtjänst

Hemtjänsten ger stöd i hemmet till den som behöver hjälp i sin vardag. Hemtjänsten har 112 årsarbetare 2022.
"""
QUOTE = "Hemtjänsten har 112 årsarbetare 2022"
STAFF = {"id": "a", "question": "Hur många årsarbetare har hemtjänsten 2022?", "type": "lookup", "must": [["112"]],
         "evidence": [{"doc": "timra-plan-2022.md", "quote": QUOTE}]}  # fmt: skip
KIRUNA = {"id": "b", "question": "Vad kostar hemtjänsten i Kiruna 2022?", "type": "unanswerable",
          "class": "uncovered_place"}  # fmt: skip

Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    (tmp_path / "planer").mkdir()
    (tmp_path / "planer" / "timra-plan-2022.md").write_text(PLAN, "utf-8")
    monkeypatch.setenv("PLANSVAR_DATA", str(tmp_path / "index"))
    monkeypatch.setenv("PLANSVAR_CORPUS", str(tmp_path / "planer"))
    return lambda *arguments: app.main(["eval", *(str(a) for a in arguments)])


def written(path: Path, *cases: dict[str, Any]) -> Path:
    path.write_text("\n".join(json.dumps(case) for case in cases), "utf-8")
    return path


def test_a_set_is_run_scored_and_reported_and_kept_as_a_baseline(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions, out, baseline = written(tmp_path / "liten.jsonl", STAFF, KIRUNA), tmp_path / "run", tmp_path / "b.json"
    assert run(questions, "--out", out, "--baseline", baseline) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [
        "liten: 2 av 2 svar är rätt: 100,0 % (med 95 % säkerhet 34,2–100,0 %). Inget svar visar fel siffra.",
        f"Rapport: {out / 'report.html'}",
    ]
    about = json.loads((out / "run.json").read_text("utf-8"))
    assert (about["set"], list(about["documents"])) == ("liten", ["timra-plan-2022.md"])
    assert str(tmp_path) not in baseline.read_text("utf-8") + json.dumps(about)
    assert run(out, "--against", baseline) == 0
    assert "Jämfört med förut: lika. 0 vunna och 0 förlorade fall." in capsys.readouterr().out


def test_a_run_below_its_gate_ends_with_1_and_says_why(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = [{**STAFF, "id": f"a{n}", "must_not": ["113"]} for n in range(6)]
    questions, baseline, stored = tmp_path / "liten.jsonl", tmp_path / "b.json", tmp_path / "svar.jsonl"
    written(questions, *cases)
    written(stored, *({"id": case["id"], "answer": "112 [1]."} for case in cases))
    assert run(questions, "--answers", stored, "--out", tmp_path / "1", "--baseline", baseline) == 0
    written(stored, *({"id": case["id"], "answer": "113 [1]."} for case in cases[:5]))
    assert run(questions, "--answers", stored, "--out", tmp_path / "2", "--against", baseline) == 1
    said = capsys.readouterr().out
    assert "1 fall är utan poäng: a5." in said
    assert "UNDERKÄND: 5 fall är förlorade och 0 vunna; slumpen ger det 3.1 gånger av 100: a0, a1, a2, a3, a4." in said
    assert "UNDERKÄND: 5 fall visar fel siffra och gjorde det inte förut: a0, a1, a2, a3, a4." in said
    assert "UNDERKÄND: Utan poäng men bedömda förut: a5." in said


def test_evidence_that_no_document_holds_stops_the_run_and_is_named(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lost = {**STAFF, "id": "c", "evidence": [{"doc": "timra-plan-2022.md", "quote": "113 årsarbetare"}]}
    pages = {
        **STAFF,
        "id": "d",
        "evidence": [{"doc": "timra-plan-2022.md", "page": 7}, {"doc": "x.md", "quote": QUOTE}],
    }
    assert run(written(tmp_path / "liten.jsonl", STAFF, lost, pages), "--out", tmp_path / "run") == 2
    assert capsys.readouterr().err == (
        "liten.jsonl har 3 fel, och inget är inläst. "
        "rad 2, kolumn ”evidence”: c: Citatet ”113 årsarbetare” finns inte i timra-plan-2022.md. "
        "rad 3, kolumn ”evidence”: d: Sidan finns inte i timra-plan-2022.md på sidan 7. "
        f"rad 3, kolumn ”evidence”: d: Citatet ”{QUOTE}” finns inte i x.md.\n"
    )
    assert not (tmp_path / "run").exists()


def test_more_faults_than_a_line_can_hold_are_listed_before_it(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(written(tmp_path / "liten.jsonl", *({"id": f"a{n}"} for n in range(4)))) == 2
    *listed, last = capsys.readouterr().err.splitlines()
    assert listed[:2] == [
        "liten.jsonl: rad 1, kolumn ”question”: Värdet saknas.",
        "liten.jsonl: rad 1, kolumn ”type”: Värdet saknas.",
    ]
    assert (len(listed), last.startswith("liten.jsonl har 8 fel"), last.endswith("… och 3 till.")) == (8, True, True)


def test_a_set_can_be_checked_without_being_run(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = {**STAFF, "id": "c", "answer": "113 årsarbetare", "must_not": ["113"]}
    assert run(written(tmp_path / "liten.jsonl", STAFF, odd), "--check") == 1
    assert capsys.readouterr().out.splitlines() == [
        "rad 2, kolumn ”answer”: c: Det väntade svaret saknar ”112”.",
        "rad 2, kolumn ”answer”: c: Det väntade svaret har ”113”, som inte får finnas.",
        "liten: 2 fall, alla belägg finns i dokumenten, 2 anmärkningar.",
    ]


def test_templates_are_written(run: Run, tmp_path: Path) -> None:
    assert run("--templates", tmp_path / "mallar") == 0
    assert sorted(path.name for path in (tmp_path / "mallar").iterdir()) == ["mall.csv", "mall.jsonl", "mall.xlsx"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Ange en uppsättning att utvärdera, till exempel: plansvar eval own. Se plansvar eval --help."),
        (["finns-inte"], "Uppsättningen finns-inte finns inte. Ange en fil, eller någon av"),
        (["own", "rare", "--answers", "x"], "--answers gäller en uppsättning i taget."),
        (["own", "--against", "finns-inte"], "finns-inte finns inte. Ange mappen med en körning"),
        (["own", "--judge"], "--judge behöver en språkmodell. Ange vilken med PLANSVAR_MODEL."),
    ],
)
def test_wrong_use_is_told_in_one_line(
    run: Run, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert run(*arguments) == 2
    complaint = capsys.readouterr().err
    assert complaint.count("\n") == 1
    assert said in complaint
