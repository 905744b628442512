"""However a model fails, the answer is the one without it, with one line that says why."""

import json
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.llm import Chosen, open_model
from tests.assistant.chat_server import chat_server
from tests.assistant.conftest import Index

QUESTION = "Vad kostar gator och vägar i Mora 2030?"
ENGLISH = "Roads and streets in Mora have a budgeted net cost of −40 000 tkr in 2030 [1]."
HALF = '{"meningar": ["Gator och vägar i Mora har en budgeterad'
UNSUPPORTED = "inget i modellens text gick att belägga i dokumenten."


def written(*sentences: str) -> str:
    return json.dumps({"meningar": sentences, "fragor": []}, ensure_ascii=False)


@pytest.mark.parametrize(
    ("doing", "reason"),
    [
        (401, "modellens server godtar inte nyckeln."),
        (403, "modellens server godtar inte nyckeln."),
        (404, "modellens server känner inte till modellen."),
        (400, "modellens server tog inte emot frågan."),
        (402, "modellens kvot är slut för tillfället."),
        (429, "modellens kvot är slut för tillfället."),
        (503, "modellens server går inte att nå."),
        (("wait", 3), "modellen hann inte svara i tid."),
        (("alive", 5), "modellen hann inte svara i tid."),
        (("cut", HALF), "modellens svar avbröts."),
        ("", "modellen skrev inget."),
        ("}{ [1] ]]] 42 ��", UNSUPPORTED),
        ("Jag kan tyvärr inte hjälpa till med det.", UNSUPPORTED),
        (written(ENGLISH), UNSUPPORTED),
        (ENGLISH, UNSUPPORTED),
    ],
    ids=str,
)
def test_the_answer_is_the_one_without_a_model_and_a_line_says_why(
    index: Index, tmp_path: Path, doing: object, reason: str
) -> None:
    plain = Assistant(*index).ask(QUESTION)
    with chat_server(doing) as server:
        model = open_model(Chosen("openai:m", server.url, seconds=1), tmp_path)
        first, *_, last = Assistant(*index, model).stream(QUESTION)
    assert (first.text, first.citations) == (plain.text, plain.citations)
    assert last.text == f"{plain.text}\nSvaret är skrivet utan språkmodell: {reason}"
    assert (last.status, last.citations, last.details["fell_back"]) == (plain.status, plain.citations, reason)


def test_after_a_failure_the_conversation_goes_on(index: Index, tmp_path: Path) -> None:
    good = "Gator och vägar i Mora har en budgeterad nettokostnad på −40 000 tkr 2030 [1]."
    with chat_server(401, written(good)) as server:
        assistant = Assistant(*index, open_model(Chosen("openai:m", server.url, seconds=5), tmp_path))
        assert "utan språkmodell" in assistant.ask(QUESTION).text
        assert assistant.ask(QUESTION).text == good
