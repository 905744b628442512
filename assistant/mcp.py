"""Plansvar for assistants that speak MCP: three tools, to ask, to search and to open a page (stdio)."""

from __future__ import annotations

from importlib.metadata import version

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from assistant.answering import Assistant
from assistant.contract import as_contract
from assistant.models import Evidence
from assistant.prompts import reply

MOST = 20  # passages of one search


def build_server(assistant: Assistant) -> MCPServer:
    """The server round one assistant; `run("stdio")` serves it until its client leaves."""
    server: MCPServer = MCPServer("plansvar", instructions=reply("mcp", "instructions"), log_level="ERROR",
                                  version=version("plansvar"))  # fmt: skip

    @server.tool(description=reply("mcp", "ask"))
    def ask(question: str) -> dict[str, object]:
        answer = assistant.ask(question)
        return as_contract(answer, answer.timings.get("seconds", 0.0))

    @server.tool(description=reply("mcp", "search"))
    def search(words: str, most: int = 10) -> list[dict[str, object]]:
        return [_found(source) for source in assistant.search(words, max(1, min(most, MOST)))]

    @server.tool(description=reply("mcp", "open_page"))
    def open_page(document: str, page: int) -> str:
        return _page(assistant, document, page)

    return server


def _found(source: Evidence) -> dict[str, object]:
    passage = source.passage
    return {"document": source.document.file, "title": source.document.title, "page": passage.pages[0],
            "section": passage.section, "score": round(source.score, 4), "text": passage.text}  # fmt: skip


def _page(assistant: Assistant, document: str, index: int) -> str:
    known = next((d for d in assistant.documents() if document in (d.id, d.file)), None)
    if known is None:
        files = ", ".join(d.file for d in assistant.documents())
        raise ToolError(reply("mcp", "no_document", document=document, files=files))
    page = assistant.page(known.id, index)
    if page is None:
        raise ToolError(reply("mcp", "no_page", title=known.title, page=index))
    return page.text
