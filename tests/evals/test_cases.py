"""A test set is read strictly: every fault is named with its place, and nothing is half read."""

import csv
import json
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from evals.cases import find_set, read_cases
from evals.faults import BadSet
from evals.models import Case, Piece
from evals.templates import EXAMPLES, write_templates
from evals.writing import write_cases

FULL = Case(
    id="a-1",
    question="Vad kostar hemtjänsten; alltså netto?",
    type="followup",
    history=("Vad kostar parkerna?", "Och gatorna; de stora?"),
    category="budget",
    persona="politiker",
    docs=("plan.pdf", "budget.pdf"),
    answer="-74 922 tkr",
    must=(("-74 922", "74,9 mnkr"), ("a|b; c",)),
    must_not=("=SUM(A1)", "@fel"),
    evidence=(Piece("plan.pdf", "-74 922 | Budget", 6), Piece("", "ett citat"), Piece("plan.pdf", "", 7)),
    difficulty=2,
    note="+46 är ingen formel",
)


def faults_of(path: Path) -> list[str]:
    with pytest.raises(BadSet) as raised:
        read_cases(path)
    return [str(fault) for fault in raised.value.faults]


def lines(path: Path, *cases: object) -> Path:
    path.write_text("\n".join(json.dumps(case) for case in cases), "utf-8")
    return path


def sheet(path: Path, *rows: list[object]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("ending", ["jsonl", "csv", "xlsx"])
def test_a_set_that_was_written_is_read_as_it_was(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"set.{ending}"
    write_cases(path, [FULL, *EXAMPLES])
    assert read_cases(path) == (FULL, *EXAMPLES)


def test_the_templates_can_be_read_as_they_are(tmp_path: Path) -> None:
    paths = write_templates(tmp_path / "mallar")
    assert [path.suffix for path in paths] == [".xlsx", ".csv", ".jsonl"]
    assert [read_cases(path) for path in paths] == [EXAMPLES] * 3


def test_no_cell_of_an_exported_csv_can_be_run_by_a_spreadsheet(tmp_path: Path) -> None:
    dangers = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "'=1"]
    cases = [Case(str(at), f"{danger} hur?", "lookup", must=((danger,),)) for at, danger in enumerate(dangers)]
    path = tmp_path / "set.csv"
    write_cases(path, [*cases, Case("b", "hur?", "lookup", must=(("-74 922",),))])
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file, delimiter=";") for cell in row]
    assert [cell for cell in cells if cell[:1] in tuple("=+@\t\r-")] == ["-74 922"]


def test_a_formula_in_a_spreadsheet_is_named_by_its_cell(tmp_path: Path) -> None:
    path = sheet(tmp_path / "set.xlsx", ["id", "fråga", "typ"], ["a", "=1+1", "lista"])
    assert faults_of(path) == ["rad 2, kolumn ”B”: Cellen innehåller en formel. Skriv värdet som text."]


def test_a_formula_is_written_to_a_spreadsheet_as_text(tmp_path: Path) -> None:
    path = tmp_path / "set.xlsx"
    write_cases(path, [Case("a", "=1+1", "lookup", must=(("=2",),))])
    assert read_cases(path)[0].question == "=1+1"


@pytest.mark.parametrize(
    ("value", "form", "read"),
    [
        (12.5, "General", "12,5"),
        (0.85, "0%", "85 %"),
        (0.1 + 0.2, "General", "0,3"),
        (-74922, "# ##0", "-74922"),
        (datetime(2022, 3, 1), "yyyy-mm-dd", "2022-03-01"),
    ],
)
def test_figures_in_a_spreadsheet_are_read_as_they_are_seen(
    tmp_path: Path, value: object, form: str, read: str
) -> None:
    book = Workbook()
    book.active.append(["nr", "fråga", "typ", "måste finnas"])
    book.active.append([7, "Hur många?", "uppgift ur tabell", value])
    book.active["D2"].number_format = form
    book.save(tmp_path / "set.xlsx")
    assert read_cases(tmp_path / "set.xlsx") == (Case("7", "Hur många?", "table", must=((read,),)),)


def test_a_spreadsheet_that_unpacks_to_more_than_the_computer_holds_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "set.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as packed, packed.open("xl/sharedStrings.xml", "w") as part:
        for _ in range(301):
            part.write(bytes(1_000_000))
    assert faults_of(path) == ["Filen är större än 300 MB när den packas upp. Dela upp den."]


def test_a_missing_and_an_unknown_column_are_named(tmp_path: Path) -> None:
    path = tmp_path / "set.csv"
    path.write_text("id;fråga;måste fins\na;Hur många?;7\n", "utf-8")
    assert faults_of(path) == [
        "rad 1, kolumn ”måste fins”: Kolumnen är okänd.",
        "rad 1, kolumn ”typ”: Kolumnen saknas.",
    ]


def test_every_fault_is_told_with_its_line_and_column_as_the_file_names_it(tmp_path: Path) -> None:
    path = tmp_path / "set.csv"
    head = "id,fråga,typ,klass,måste finnas,svårighet\n"
    path.write_text(f'{head}a,"Hur\nmånga?",tabell,,7,\nb,,lista,,x,\na,Vad?,obesvarbar,privat,,hög\n', "utf-8")
    kinds = (
        "uppgift ur text, uppgift ur tabell, lista, begrepp, ja eller nej, jämförelse, beräkning, obesvarbar, "
        "tvetydig, följdfråga, bara sökning"
    )
    classes = (
        "finns inte i dokumenten, annat år, annan plats, felaktig förutsättning, privat uppgift, utanför ämnet, angrepp"
    )
    assert faults_of(path) == [
        f"rad 2, kolumn ”typ”: ”tabell” är inte något av {kinds}.",
        "rad 4, kolumn ”fråga”: Värdet saknas.",
        f"rad 5, kolumn ”klass”: ”privat” är inte något av {classes}.",
        "rad 5, kolumn ”svårighet”: ”hög” är inget heltal.",
        "rad 5, kolumn ”id”: ”a” står redan på rad 2.",
    ]


def test_a_case_must_be_able_to_go_wrong(tmp_path: Path) -> None:
    path = lines(
        tmp_path / "set.jsonl",
        {"id": "a", "question": "Hur?", "type": "lookup"},
        {"id": "b", "question": "Hur?", "type": "unanswerable", "must": [["7"]]},
        {"id": "c", "question": "Hur?", "type": "followup", "must": [["7"]]},
        {"id": "d", "question": "Hur?", "type": "retrieval"},
        {"id": "e", "question": "Hur?", "type": "list", "class": "attack", "must": [["7"]]},
    )
    assert [fault.split(":")[0] for fault in faults_of(path)] == [
        "rad 1, kolumn ”must”",
        "rad 2, kolumn ”must”",
        "rad 3, kolumn ”history”",
        "rad 4, kolumn ”evidence”",
        "rad 5, kolumn ”class”",
    ]


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"musts": []}, "kolumn ”musts”: Fältet är okänt."),
        ({"must": ["74 922"]}, ""),
        ({"must": [[]]}, "kolumn ”must”: Varje uppgift ska vara en lista med godtagbara former."),
        ({"must": [["7", ""]]}, "kolumn ”must”: Listan ska innehålla texter, och ingen får vara tom."),
        ({"history": 3}, "kolumn ”history”: Värdet ska vara en lista."),
        ({"answer": ["a"]}, "kolumn ”answer”: Värdet ska vara text."),
        ({"evidence": [{"doc": "a.pdf"}]}, "kolumn ”evidence”: Belägget har varken citat eller sida."),
        ({"evidence": [{"text": "a"}]}, "kolumn ”evidence”: Belägget ska ha ”doc” och ”quote” eller ”page”."),
        (
            {"evidence": [{"quote": "a", "page": "7"}]},
            "kolumn ”evidence”: Belägget ska ha text som ”doc” och ”quote” och ett heltal som ”page”.",
        ),
    ],
)
def test_a_field_of_another_shape_is_named(tmp_path: Path, fields: dict[str, object], fault: str) -> None:
    case = {"id": "a", "question": "Hur?", "type": "lookup", "must": [["7"]], **fields}
    path = lines(tmp_path / "set.jsonl", case)
    if fault:
        assert faults_of(path) == [f"rad 1, {fault}"]
    else:
        assert read_cases(path)[0].must == (("74 922",),)


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("set.csv", b"", "Filen är tom."),
        ("set.csv", b"id;fr\xc3\xa5ga;typ\n", "Filen är tom: den har inga fall."),
        ("set.jsonl", b"\n\n", "Filen är tom: den har inga fall."),
        ("set.csv", "id;fråga\na;å\n".encode("latin-1"), "rad 1: Tecken 6 är inte UTF-8."),
        ("set.jsonl", b'{"id": "a"\n', "rad 1: Raden är inte giltig JSON, från tecken 11."),
        ("set.jsonl", b"[1]", "rad 1: Raden ska vara ett JSON-objekt."),
        ("set.csv", b'id;fr\xc3\xa5ga;typ\na;"hur;lista\n', "rad 2: Raden är inte giltig CSV"),
        ("set.xlsx", b"PK no sheet", "Filen är inte en läsbar XLSX-fil."),
        ("set.pdf", b"%PDF", "Filen ska vara .jsonl, .csv eller .xlsx."),
    ],
)
def test_a_file_that_is_no_set_is_refused_in_words(tmp_path: Path, name: str, content: bytes, fault: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (said,) = faults_of(path)
    assert said.startswith(fault)


def test_ten_thousand_cases_are_read_and_more_than_the_limit_are_refused(tmp_path: Path) -> None:
    case = {"question": "Hur?", "type": "lookup", "must": [["7"]]}
    path = lines(tmp_path / "set.jsonl", *({"id": f"a{n}", **case} for n in range(10_000)))
    assert len(read_cases(path)) == 10_000
    lines(path, *({"id": f"a{n}", **case} for n in range(20_001)))
    assert faults_of(path) == ["Filen har 20001 fall; högst 20000 går att läsa."]


def test_a_set_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(BadSet, match=r"Ange en fil, eller någon av .*own, practice-1, .*rare"):
        find_set("finns-inte")
