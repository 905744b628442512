"""An answer is of what bears the name that the question gives."""

import pytest

from assistant.answering import Assistant
from assistant.models import Status
from tests.assistant.conftest import AssistantOver

HOMES = """# Mora kommun, omsorgsnämnden: Verksamhetsberättelse 2030

## Äldreboenden

Kommunen har två äldreboenden.

| Nyckeltal | 2030 |
|---|---|
| Andel boende som är nöjda med sitt äldreboende, % | 79 |
| Antal platser på äldreboendet Granen | 30 |
"""


@pytest.fixture(scope="module")
def assistant(assistant_over: AssistantOver) -> Assistant:
    return assistant_over({"mora.md": HOMES})


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Hur nöjda var de boende på just Eken 2030?", Status.NOT_IN_DOCUMENTS),
        ("Hur nöjda var de boende på äldreboende i Mora 2030?", Status.ANSWERED),
        ("Hur många platser har äldreboendet Granen?", Status.ANSWERED),
    ],
)
def test_the_whole_does_not_answer_for_one_that_is_named(assistant: Assistant, question: str, status: Status) -> None:
    assert assistant.ask(question).status is status
