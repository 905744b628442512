"""What `plansvar eval` does with what it is lent: the right index for a set, a judge, an evaluator who stops it."""

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant.models import Answer, Turn
from assistant.open import open_store
from evals.bench import pictures_of
from evals.cases import SETS
from evals.command import Around, evaluate, settings_for
from evals.folder import BadRun, Folder
from settings import Settings
from tests.assistant.scripted import Scripted
from tests.evals.literals import PLAN, Told
from vectorstore.store import Store

CASES = [{"id": name, "question": f"hemtjänsten {name}?", "type": "lookup", "must": [["74 922"]]} for name in "ab"]
CHOICES = ("sets", "out", "against", "answers", "judge", "check", "baseline", "templates")
NOTHING = Namespace(**dict.fromkeys(CHOICES))


class Stopped(Told):
    """Answers one question, and then the evaluator presses Ctrl+C."""

    def ask(self, question: str, turns: Sequence[Turn] = ()) -> Answer:
        if self.asked:
            raise KeyboardInterrupt
        return super().ask(question, turns)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "data")
    yield opened
    opened.close()


def chosen(tmp_path: Path, **given: object) -> Namespace:
    path = tmp_path / "liten.jsonl"
    path.write_text("\n".join(json.dumps(case) for case in CASES), "utf-8")
    return Namespace(**{**vars(NOTHING), "sets": [str(path)], "out": str(tmp_path / "run"), **given})


def around(store: Store, assistant: Any, said: list[str], writer: Any = None) -> Around:
    return Around(lambda _: nullcontext((store, assistant)), lambda *_: b"", lambda _: writer, said.append)


def test_a_run_that_is_stopped_says_how_it_goes_on(store: Store, tmp_path: Path) -> None:
    said: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        evaluate(chosen(tmp_path), Settings(), around(store, Stopped(hemtjänsten="74 922 [1]."), said))
    assert said == [f"Stoppad. Fortsätt med: plansvar eval {tmp_path / 'liten.jsonl'} --out {tmp_path / 'run'}"]
    assert Folder(tmp_path / "run").count() == 1
    lent = around(store, Told(hemtjänsten="74 922 [1]."), said)
    assert evaluate(chosen(tmp_path), Settings(), lent) == 0
    assert Folder(tmp_path / "run").count() == 2


def test_a_judge_that_is_asked_for_judges_and_one_that_breaks_off_is_told_of(store: Store, tmp_path: Path) -> None:
    said: list[str] = []
    judge = Scripted(['{"varfor": "ja", "ratt": true}'])
    settings = replace(Settings(), model="m")
    lent = around(store, Told(hemtjänsten="74 922 [1]."), said, judge)
    assert evaluate(chosen(tmp_path, judge=True), settings, lent) == 0
    assert [line["right"] for line in Folder(tmp_path / "run").opinions().values()] == [True, True]
    broken = around(store, Told(hemtjänsten="7"), said, Scripted([""], failure="modellen svarar inte."))
    assert evaluate(chosen(tmp_path, judge=True, out=str(tmp_path / "två")), settings, broken) == 0
    assert said == ["Domaren hann inte klart: modellen svarar inte."]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (None, "kan inte läsas: filen finns inte eller är inte UTF-8."),
        (b"\xff\xfe", "kan inte läsas: filen finns inte eller är inte UTF-8."),
        (b'{"id": "a"}\n{"id"', "rad 2: raden är inte giltig JSON."),
        (b'["a"]', "rad 1: raden ska vara ett svar med fältet ”id”."),
    ],
)
def test_answers_that_cannot_be_read_are_refused_in_words(
    store: Store, tmp_path: Path, content: bytes | None, fault: str
) -> None:
    answers = tmp_path / "svar.jsonl"
    if content is not None:
        answers.write_bytes(content)
    with pytest.raises(BadRun) as raised:
        evaluate(chosen(tmp_path, answers=str(answers)), Settings(), around(store, Told(), []))
    assert str(raised.value).endswith(fault)


def test_the_projects_own_sets_are_asked_over_their_own_documents(tmp_path: Path) -> None:
    mine = replace(Settings(), corpus=tmp_path / "planer", data=tmp_path / "data")
    indexes = tmp_path / "data" / "eval" / "indexes"
    own, made_up = SETS / "own" / "questions.jsonl", SETS / "practice-1" / "questions.jsonl"
    bundled = replace(mine, corpus=Settings().corpus, data=indexes / "bundled")
    assert settings_for(own, "own", NOTHING, mine) == bundled
    assert settings_for(None, "own", NOTHING, mine) == bundled
    with_plans = replace(mine, corpus=SETS / "practice-1" / "pdf", data=indexes / "practice-1")
    assert settings_for(made_up, "practice-1", NOTHING, mine) == with_plans
    assert settings_for(tmp_path / "fall.csv", "fall", NOTHING, mine) == mine
    assert settings_for(own, "own", Namespace(corpus="planer"), mine) == mine


def test_a_page_that_cannot_be_drawn_is_left_out(store: Store, tmp_path: Path) -> None:
    path = tmp_path / PLAN.file
    path.write_bytes(b"%PDF")
    store.put(PLAN, path, [], [])

    def draw(_path: Path, page: int, _boxes: object) -> bytes:
        if page > 1:
            raise LookupError(page)
        return b"bild"

    picture = pictures_of(store, draw)
    assert [picture(PLAN.file, 1, ()), picture(PLAN.file, 9, ()), picture("borta.pdf", 1, ())] == [b"bild", None, None]
