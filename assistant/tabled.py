"""Lists that are a column of a table: all its rows, those that have come so far, those that hold a cell asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from assistant.bounded import Bound, bound_meant, rows_beyond
from assistant.called import CALLED, heads, sort_asked
from assistant.candidates import PRIOR
from assistant.evidence import Subject, around, words_of
from assistant.found import Found
from assistant.gridded import column_listed
from assistant.library import Library
from assistant.models import Evidence, Reading
from assistant.standing import UNTOLD, rows_so_far, standing_asked
from corpus.documents import PassageKind, is_total
from corpus.swedish.cues import cue
from corpus.swedish.words import content_tokens, stem, tokens

ENOUGH = 0.38  # a form's weight from which a quoted cell holds a concept
MEANT = 0.7  # a form's weight from which a cell in those words is quoted
NAMES_LESS = 0.3  # what a table loses whose head names none of the core
SOME = 0.3  # of the core that the head and the cells of a table must hold where the question quotes a cell
QUOTED = 0.3  # what rows gain that hold a cell which the question quotes
NONE = -1.0  # what a table gains of which no row has come so far
CODE = re.compile(r"\w{0,2}\d*\.?")  # a row that is only numbered
CAPTION = re.compile(r"^tabell(?: \d+)?[.:]\s+", re.IGNORECASE)
CELL = re.compile(r" \| ")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The places of the rows that a question means, its stems for that, and what the table gains or loses by it."""

    places: Sequence[int] = ()
    quote: frozenset[str] = frozenset()
    gain: float = 0.0
    unheard: bool = False  # does the question set a condition that no row was found to meet or fail


def tabled_lists(reading: Reading, evidence: Sequence[Evidence], subject: Subject, library: Library) -> Iterable[Found]:
    """The lists that the tables found make, each with how well it fits."""
    seen: set[str] = set()
    sort = sort_asked(reading.question)
    choose = partial(_chosen, reading, subject, bound_meant(reading, evidence, subject, sort))
    for place, source in enumerate(evidence):
        if source.passage.kind is not PassageKind.ROW or source.passage.table in seen:
            continue
        lines = [line for row in library.table(source) for line in _lines(row)]
        if choose(lines).places:
            lines = [line for row in _alike(source, reading.question, library) for line in _lines(row)]
        seen |= {row.passage.table for row, _ in lines} | {source.passage.table}
        prior = PRIOR / (1 + place)
        gain = prior + CALLED * heads(source.passage.text, sort)
        chosen = choose(lines)
        yield from _table(lines, chosen, subject, gain)
        yield from column_listed(lines, chosen.places, sort, subject, prior)


def _chosen(reading: Reading, subject: Subject, bound: Bound | None, rows: Sequence[tuple[Evidence, str]]) -> Chosen:
    """The rows that have come as far as is asked; or with a cell that the question quotes, in its own words best."""
    lines = [line for _, line in rows]
    standing = standing_asked(reading.question)
    so_far = rows_so_far(lines, standing) if standing else None
    if standing and so_far is not None:
        return Chosen(so_far, standing.words, QUOTED if so_far else NONE)
    beyond = rows_beyond(lines, bound, reading.scope.years) if bound else []
    if bound and beyond:
        return Chosen(beyond, bound.words, QUOTED)
    sort = sort_asked(reading.question)
    grouped = [at for at, (row, _) in enumerate(rows) if not sort.isdisjoint(words_of(_group(row)))]
    if 0 < len(grouped) < len(lines):
        return Chosen(grouped, sort, QUOTED + CALLED)
    asked = {stem(t) for t in tokens(reading.question)}
    merely = asked - {stem(t) for t in content_tokens(reading.question)}
    for words in (asked, asked | subject.stems(MEANT)):
        quoted = [at for at, line in enumerate(lines) if _quoted(line, words) - merely]
        if 0 < len(quoted) < len(lines):
            return Chosen(quoted, _quoted(lines[quoted[0]], words), QUOTED)
    unheard = standing is not None or bool(cue("rows", "condition", reading.question))
    return Chosen(gain=-UNTOLD if standing else 0.0, unheard=unheard)


def _table(lines: Sequence[tuple[Evidence, str]], chosen: Chosen, subject: Subject, gain: float) -> Iterable[Found]:
    """The list of the chosen rows of one table, or of all of them, where it is about the subject."""
    if len(lines) < 2:
        return
    source = lines[0][0]
    head = _head(source)
    own = words_of(f"{head} {_group(source)} {' '.join(source.passage.headings[-1:])}") | chosen.quote
    about = _unquoted(subject, chosen.quote) if chosen.quote else subject
    if about.core_share(own | around(source) if chosen.quote else own) < (SOME if chosen.places else 0.01):
        return
    kept = [lines[at] for at in chosen.places] or list(lines)
    fit = subject.share(own, around(source)) - NAMES_LESS * (1 - subject.core_share(own)) + gain + chosen.gain
    sort = words_of(f"{head} {_group(source)}")
    items = tuple(_label(line, head, sort) for _, line in kept)
    every = len(lines) if chosen.places or not chosen.unheard else 0
    yield Found(_lead(head, *lines[0]), items, every, tuple(row for row, _ in kept), fit)


def _lead(head: str, row: Evidence, line: str) -> str:
    """What introduces the list: the head of its rows, of the column beside numbers (Nr), or the table's title."""
    label, *cells = CELL.split(line)
    numbered = CODE.fullmatch(label.removeprefix(f"{head}: ")) is not None
    beside = [cell.partition(": ")[0] for cell in cells[:1]] if numbered or not head else row.passage.headings[-1:]
    names = (head, *(CAPTION.sub("", name) for name in beside))
    return next((name for name in names if not CODE.fullmatch(name)), head or "Tabellen")


def _alike(source: Evidence, question: str, library: Library) -> list[Evidence]:
    """The rows of a table and of those with its head and columns; of those that the question numbers, if it does."""
    named = (_head(source), _columns(source))
    if not named[0]:
        return library.table(source)
    rows = [e for e in library.document(source.document.id) if e.passage.kind is PassageKind.ROW]
    alike = [e for e in rows if e.passage.table == source.passage.table or (_head(e), _columns(e)) == named]
    asked = _numbers(question)
    told = [(e, _numbers(" ".join(e.passage.headings[-1:]))) for e in alike]
    return [e for e, numbers in told if numbers and numbers <= asked] or alike


def _numbers(text: str) -> set[str]:
    return {token for token in tokens(text) if token.isdigit()}


def _columns(row: Evidence) -> tuple[str, ...]:
    """The names of a row's columns."""
    first = row.passage.text.split("\n")[0]
    return tuple(cell.partition(": ")[0] for cell in CELL.split(first)[1:])


def _unquoted(subject: Subject, quoted: frozenset[str]) -> Subject:
    """The subject less the concepts that the quoted cell holds, where it names more."""
    rest = subject.without([c for c in subject.concepts if c.found_in(quoted) >= ENOUGH])
    return rest if rest.core else subject


def _lines(row: Evidence) -> list[tuple[Evidence, str]]:
    """The rows of a passage but its totals, each with the passage that it stands in."""
    if row.passage.kind is not PassageKind.ROW:
        return []
    totals = tuple(figure.row[-1] for figure in row.passage.figures if is_total(figure.row, row.document))
    lines = [line for line in row.passage.text.split("\n") if CELL.search(line)]
    return [(row, line) for line in lines if not totals or not CELL.split(line)[0].endswith(totals)]


def _quoted(line: str, asked: set[str]) -> frozenset[str]:
    """The stems of the row's first cell in words of which every one is in the question, if any."""
    cells = [cell.partition(": ")[2] or cell for cell in CELL.split(line)[1:]]
    stems = [{stem(t) for t in tokens(cell)} for cell in cells if any(c.isalpha() for c in cell)]
    return frozenset(next((found for found in stems if found and found <= asked), ()))


def _group(row: Evidence) -> str:
    """The title of the group of rows that a passage stands in, or ''."""
    first = row.passage.text.split("\n")[0]
    return first if first.endswith(":") and not CELL.search(first) else ""


def _head(row: Evidence) -> str:
    first = row.passage.text.split("\n")[0]
    head, colon, _ = CELL.split(first)[0].partition(": ")
    return head if colon else ""


def _label(line: str, head: str, sort: frozenset[str]) -> str:
    """The name of a row, with the words beside it where it is only a number (U2, Riktlinje 2 of the riktlinjer)."""
    label, *cells = CELL.split(line)
    name = label.removeprefix(f"{head}: ")
    values = (cell.partition(": ")[2] or cell for cell in cells)
    told = next((value for value in values if any(c.isalpha() for c in value)), "")
    words = {stem(t) for t in tokens(name) if not t.isdigit()}
    numbers = bool(words) and any(c.isdigit() for c in name) and words <= sort
    return f"{name} {told}".strip() if CODE.fullmatch(name) or numbers else name
