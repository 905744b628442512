"""Who builds with LangChain gets Plansvar's search and its answers, as the README shows."""

import re
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.langchain import PlansvarRetriever, as_runnable
from tests.assistant.conftest import Index

README = Path(__file__).parents[2] / "README.md"
QUESTION = "Vad kostar gator och vägar i Mora 2030?"


def test_the_retriever_finds_passages_with_where_they_stand(assistant: Assistant) -> None:
    found = PlansvarRetriever(assistant=assistant, k=3).invoke(QUESTION)
    assert len(found) == 3
    first = found[0]
    assert "NETTOKOSTNADER (-) | Budget 2030: -40 000" in first.page_content
    assert first.metadata["file"] == "mora-tekniska-namnden-budget-2030-2032.md"
    assert {"title", "page", "section", "score"} < set(first.metadata)
    assert "Driftbudget" in first.metadata["section"]


def test_the_runnable_answers_as_the_command_line_does(assistant: Assistant) -> None:
    answer = as_runnable(assistant).invoke(QUESTION)
    assert (answer["answer"], answer["status"]) == (assistant.ask(QUESTION).text, "answered")


def test_the_example_of_the_readme_runs(
    index: Index, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    monkeypatch.setenv("PLANSVAR_DATA", str(index[0].path.parent))
    exec(compile(example, "README.md", "exec"), {})
    assert len(capsys.readouterr().out.splitlines()) >= 4
