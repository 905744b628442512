"""A real language model server, and the small plans of the read side's tests."""

from collections.abc import Iterator

import pytest

from assistant.llm import Chosen, Model, open_model
from assistant.models import Answer
from assistant.replying import said_in
from evals.llama import NAME, Served, serve
from tests.assistant.conftest import assistant, index
from tests.assistant.test_attacks import indexes

__all__ = ["assistant", "index", "indexes"]
SECONDS = 300  # the machine may be busy with other things


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    with serve() as found:
        yield found


@pytest.fixture(scope="session")
def model(served: Served, tmp_path_factory: pytest.TempPathFactory) -> Model:
    return open_model(Chosen(NAME, served.url, SECONDS), tmp_path_factory.mktemp("model"))


def written(answer: Answer, plain: Answer) -> list[str]:
    """The sentences of an answer that the program did not write."""
    line = answer.text.partition("\nSvaret är skrivet utan språkmodell")[0]
    return [said.text for said in said_in([line]) if said.text not in plain.text]
