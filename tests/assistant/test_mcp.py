"""Other assistants ask, search and open pages over MCP."""

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from assistant.answering import Assistant
from assistant.mcp import build_server
from tests.assistant.plans import FILES

ROOT = Path(__file__).parents[2]
QUESTION = "Vad kostar gator och vägar i Mora 2030?"
MORA = "mora-tekniska-namnden-budget-2030-2032.md"


def call(server: Any, name: str, **arguments: object) -> Any:
    async def once(client: Client) -> Any:
        return await client.call_tool(name, arguments)

    return with_client(server, once)


def with_client(server: Any, use: Callable[[Client], Awaitable[Any]]) -> Any:
    async def run() -> Any:
        async with Client(server) as client:
            return await use(client)

    return asyncio.run(run())


def test_three_tools_are_offered_and_told_of_in_swedish(assistant: Assistant) -> None:
    async def tools(client: Client) -> dict[str, str]:
        return {tool.name: tool.description or "" for tool in (await client.list_tools()).tools}

    offered = with_client(build_server(assistant), tools)
    assert list(offered) == ["ask", "search", "open_page"]
    assert all("planer och rapporter" in text or "sida" in text for text in offered.values())


def test_a_question_gets_its_answer_with_citations(assistant: Assistant) -> None:
    told = json.loads(call(build_server(assistant), "ask", question=QUESTION).content[0].text)
    assert told["answer"] == assistant.ask(QUESTION).text
    assert told["citations"][0]["document"] == MORA


def test_a_search_gets_passages_and_a_page_its_text(assistant: Assistant) -> None:
    server = build_server(assistant)
    first = json.loads(call(server, "search", words="gator vägar nettokostnad Mora", most=1).content[0].text)
    assert first["document"] == MORA
    assert "Driftbudget" in call(server, "open_page", document=MORA, page=first["page"]).content[0].text


@pytest.mark.parametrize(
    ("document", "page", "sentence"), [("saknas.pdf", 1, "Inget inläst"), (MORA, 9, "ingen sida 9")]
)
def test_what_is_not_there_is_told_in_a_sentence(assistant: Assistant, document: str, page: int, sentence: str) -> None:
    answer = call(build_server(assistant), "open_page", document=document, page=page)
    assert answer.is_error
    assert sentence in answer.content[0].text


def test_the_command_serves_over_standard_input_and_output(tmp_path: Path) -> None:
    corpus = tmp_path / "planer"
    corpus.mkdir()
    (corpus / MORA).write_text(FILES[MORA], "utf-8")
    arguments = ["-m", "app", "--corpus", str(corpus), "--data", str(tmp_path / "index"), "mcp"]
    command = StdioServerParameters(command=sys.executable, args=arguments, cwd=str(ROOT), env=dict(os.environ))
    told = json.loads(call(command, "ask", question=QUESTION).content[0].text)
    assert (told["status"], told["citations"][0]["document"]) == ("answered", MORA)
