"""The honest no: what was searched, the nearest passage, and what the documents do not cover."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.excerpts import shorten
from assistant.models import Draft, Evidence, Reading, Status, Turn
from assistant.prompts import reply
from assistant.scope import other_boards
from corpus.documents import Document, FigureKind
from corpus.swedish.words import fold

ACCOUNTS = re.compile(r"\bekonomi|\bbudget|\bresultat|\bskatt")  # what only a board's own documents tell
WHOLE_MUNICIPALITY = ("", "kommunstyrelsen", "kommunfullmäktige")  # whose documents tell of every board
QUOTED = 30  # words of the nearest passage that are shown


def outside_scope(
    reading: Reading, documents: Sequence[Document], mentions: Callable[[str], bool], evidence: Sequence[Evidence] = ()
) -> str:
    """What to say where the question names a place, a year or a board that no document covers or mentions, or ''."""
    if reading.scope.uncovered:
        covered = ", ".join(sorted({d.municipality for d in documents if d.municipality}))
        return reply("not_found", "place", place=reading.scope.uncovered[0], covered=covered or "andra")
    meant = [d for d in documents if not reading.scope.documents or d.id in reading.scope.documents]
    where = searched(reading, documents)
    strange = [y for y in reading.scope.years if not any(y in d.years for d in meant) and not mentions(str(y))]
    if strange and len(strange) == len(reading.scope.years):
        return reply("not_found", "year", year=strange[0], where=where)
    if any(d.board in WHOLE_MUNICIPALITY for d in meant):
        return ""
    asks_accounts = bool(reading.figure_kinds or reading.side or ACCOUNTS.search(reading.question.lower()))
    others = [b for b in other_boards(reading.question, meant) if not _has_part(b, evidence)]
    board = next((b for b in others if asks_accounts or not mentions(b)), "")
    return reply("not_found", "board", board=board, where=where) if board else ""


def _has_part(board: str, evidence: Sequence[Evidence]) -> bool:
    """Has a document a chapter or a row of a table under the name of a board, though it comes from another one?"""
    chapters = (heading for source in evidence for heading in source.passage.headings)
    rows = (name for source in evidence for figure in source.passage.figures for name in figure.row)
    return any(name.casefold() == board for name in (*chapters, *rows))


def is_of_board_asked(reading: Reading, cited: Sequence[Evidence], documents: Sequence[Document]) -> bool:
    """Does what is cited name every board that the question names and no document is of?"""
    meant = [d for d in documents if not reading.scope.documents or d.id in reading.scope.documents]
    if any(d.board in WHOLE_MUNICIPALITY for d in meant):
        return True
    told = fold(" ".join(part for source in cited for part in (*source.passage.headings, source.passage.text)))
    return all(board.removesuffix("en") in told for board in other_boards(reading.question, meant))


def not_found(reading: Reading, evidence: Sequence[Evidence], documents: Sequence[Document]) -> Draft:
    """The draft that says so, with the nearest passage where there is one."""
    text = reply("not_found", "plain", where=searched(reading, documents))
    if FigureKind.OUTCOME in reading.figure_kinds and reading.scope.years:
        text = f"{text} {reply('not_found', 'should_be', year=reading.scope.years[-1])}"
    return Draft((text, *nearest(evidence)), tuple(evidence[:1]), status=Status.NOT_IN_DOCUMENTS)


def nearest(evidence: Sequence[Evidence]) -> list[str]:
    """The sentence that quotes the passage found first, if any."""
    quotes = [shorten(source.passage.text.replace("\n", " "), QUOTED).rstrip(".") for source in evidence[:1]]
    return [reply("not_found", "nearest", quote=f"”{quote}”") for quote in quotes]


def beside_earlier(reading: Reading, turns: Sequence[Turn], documents: Sequence[Document]) -> Draft | None:
    """For 'och i Timrå?' after an answer about another place: what is not told here, beside what was told there."""
    earlier = turns[-1].answer if turns else None
    moved = bool(earlier) and reading.scope.municipalities != turns[-1].reading.scope.municipalities
    if not earlier or not moved or not reading.inherited or earlier.status is not Status.ANSWERED:
        return None
    text = reply("not_found", "plain", where=searched(reading, documents))
    cited = earlier.evidence[: len(earlier.citations)]
    told = reply("not_found", "earlier", place=", ".join(turns[-1].reading.scope.municipalities), told=earlier.text)
    return Draft((text, told), cited, computed=(text,), status=Status.PARTLY_ANSWERED)


def searched(reading: Reading, documents: Sequence[Document]) -> str:
    """The documents that were searched, in words."""
    titles = [d.title for d in documents if not reading.scope.documents or d.id in reading.scope.documents]
    return titles[0] if len(titles) == 1 else f"{len(titles)} dokument: " + "; ".join(titles)
