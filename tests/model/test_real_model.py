"""A real, tiny language model behind a real server (make test-model): never its words, always what must hold."""

import json
import time
import urllib.request
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.briefing import brief
from assistant.llm import Chosen, Model, ModelUnavailable, open_model
from assistant.prompts import prompt
from assistant.replying import said_in, schema_of
from assistant.support import fault_of, ground_of
from evals.judge import SCHEMA, asked, read_verdict
from evals.llama import NAME, Served, serve
from evals.models import Case
from tests.assistant.conftest import Index
from tests.model.conftest import SECONDS, written

pytestmark = pytest.mark.model
QUESTION = "Vad kostar gator och vägar i Mora 2030?"


def test_the_model_writes_json_after_the_schema_piece_by_piece(model: Model, assistant: Assistant) -> None:
    briefing = brief(assistant.ask(QUESTION), model.room, model.count)
    pieces = list(model.write(briefing.told, briefing.asked, schema_of(1)))
    assert len([piece for piece in pieces if piece.text]) > 5
    found = list(said_in(piece.text for piece in pieces))
    assert not found[0].is_question
    read = sum(piece.tokens_in for piece in pieces)
    assert 0 < read <= model.room
    assert sum(piece.tokens_out for piece in pieces) > 5


def test_the_judge_gets_a_verdict_and_its_reason_out_of_it(model: Model) -> None:
    case = Case("a", QUESTION, "table", answer="−40 000 tkr", must=(("40 000",),))
    said = "".join(piece.text for piece in model.write(prompt("judge"), asked(case, "Det framgår inte."), SCHEMA))
    right, why = read_verdict(said)
    assert right is not None
    assert why


def test_what_it_writes_is_shown_only_where_the_sources_bear_it(model: Model, index: Index) -> None:
    with_model, without = Assistant(*index, model), Assistant(*index)
    for question in (QUESTION, "Varför är ombyggnaden av Storgatan försenad?"):
        plain = without.ask(question)
        grown = list(with_model.stream(question))
        assert grown[-1].details["model"] == NAME
        assert grown[-1].status is plain.status
        sources = grown[-1].evidence[: len(grown[-1].citations)]
        ground = ground_of(plain, [*sources])
        assert {fault_of(sentence, ground) for sentence in written(grown[-1], plain)} <= {""}
    assert "40\N{NO-BREAK SPACE}000" in with_model.ask(QUESTION).text.replace("40 000", "40\N{NO-BREAK SPACE}000")


def test_an_answer_that_is_no_longer_wanted_is_no_longer_written(model: Model, served: Served) -> None:
    writing = model.write(prompt("answer"), "Räkna upp alla Sveriges kommuner i bokstavsordning.", None)
    next(piece for piece in writing if piece.text)
    writing.close()  # type: ignore[attr-defined]
    for _ in range(150):
        time.sleep(0.1)
        with urllib.request.urlopen(served.url.removesuffix("/v1") + "/slots", timeout=60) as slots:
            busy = any(slot["is_processing"] for slot in json.load(slots))
        if not busy:
            break
    assert not busy


def test_a_model_that_takes_too_long_is_given_up(served: Served, tmp_path: Path) -> None:
    hasty = open_model(Chosen(NAME, served.url, seconds=1), tmp_path)
    with pytest.raises(ModelUnavailable, match="hann inte svara"):
        list(hasty.write(prompt("answer"), "Berätta allt. " * 300))


def test_a_server_that_dies_in_mid_sentence_leaves_the_programs_answer(index: Index, tmp_path: Path) -> None:
    with serve() as dying:
        model = open_model(Chosen(NAME, dying.url, SECONDS), tmp_path)
        writing = model.write(prompt("answer"), "Räkna upp alla Sveriges kommuner i bokstavsordning.")
        next(piece for piece in writing if piece.text)
        dying.process.kill()
        with pytest.raises(ModelUnavailable, match="avbröts"):
            list(writing)
        answer = Assistant(*index, model).ask(QUESTION)
    plain = Assistant(*index).ask(QUESTION).text
    assert answer.text == f"{plain}\nSvaret är skrivet utan språkmodell: modellens server går inte att nå."
