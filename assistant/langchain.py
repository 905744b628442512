"""Plansvar for those who build with LangChain or LangGraph: its search as a retriever, all of it as a runnable."""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda
from pydantic import ConfigDict

from assistant.answering import Assistant
from assistant.contract import as_contract
from assistant.models import Evidence


class PlansvarRetriever(BaseRetriever):
    """The passages that Plansvar finds for a question, best first, with where each stands in its metadata."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    assistant: Assistant
    k: int = 10

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 (LangChain hands it over)
    ) -> list[Document]:
        return [_document(source) for source in self.assistant.search(query, self.k)]


def as_runnable(assistant: Assistant) -> Runnable[str, dict[str, object]]:
    """A question in; the answer with its status, citations and contexts out, as `plansvar ask --json` has them."""

    def plansvar(question: str) -> dict[str, object]:
        answer = assistant.ask(question)
        return as_contract(answer, answer.timings.get("seconds", 0.0))

    return RunnableLambda(plansvar)


def _document(source: Evidence) -> Document:
    passage = source.passage
    where = {"title": source.document.title, "file": source.document.file, "page": passage.pages[0],
             "section": passage.section, "score": source.score}  # fmt: skip
    return Document(page_content=passage.text, metadata=where, id=passage.id)
