"""What is unlike a question in meaning answers nothing, though it shares words with it."""

import pytest

from assistant.answering import Assistant
from assistant.evidence import Subject
from assistant.extract import is_like
from assistant.models import Intent, Reading, Scope, Status
from tests.assistant.conftest import AssistantOver

PLAN = """# Mora kommun, socialnämnden: Plan 2030

| Nyckeltal | 2030 |
|---|---|
| Väntetid till särskilt boende, dagar i genomsnitt | 71 |
| Beslut om ekonomiskt bistånd | 640 |

## Skola och arbete

Teamet arbetade 2030 med 58 elever, varav 33 kom tillbaka till skolan på minst halvtid.
"""


@pytest.fixture(scope="module")
def assistant(assistant_over: AssistantOver) -> Assistant:
    return assistant_over({"mora.md": PLAN})


@pytest.mark.parametrize(
    "question",
    [
        "Hur många bygglovsbeslut togs i Mora 2030?",
        "Hur många procent fler timmar snöröjning lades i Mora 2030 än 2029?",
    ],
)
def test_a_row_or_share_of_something_else_is_not_told(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hur lång är väntetiden till äldreboende i Mora 2030?", "71"),
        ("Hur många procent av teamets elever kom tillbaka till skolan på halvtid i Mora 2030?", "56,9"),
    ],
)
def test_what_is_meant_is_told_in_other_words(assistant: Assistant, question: str, told: str) -> None:
    assert told in assistant.ask(question).text


@pytest.mark.parametrize(
    ("intent", "likeness", "like"),
    [(Intent.COMPUTE, 0.3, False), (Intent.COMPUTE, 0.4, True), (Intent.FIGURE, 0.3, True), (Intent.LIST, 0.0, True)],
)
def test_how_like_a_sentence_must_be_hangs_on_what_is_asked_for(intent: Intent, likeness: float, like: bool) -> None:
    subject = Subject((), (), (), lambda texts: [likeness for _ in texts])
    assert is_like(Reading("Fråga", "Fråga", intent, Scope()), "Svar", subject) is like
