"""Lists with their count: points under an introduction, rows of a table that meet a condition, headings of a kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.asked import asks_count
from assistant.candidates import PRIOR
from assistant.conditions import rows_that
from assistant.evidence import Subject, around, words_of
from assistant.found import Found, draft_of
from assistant.headed import headed_lists
from assistant.library import Library
from assistant.models import Draft, Evidence, Intent, Reading
from corpus.documents import PassageKind, is_total
from corpus.swedish.numbers import WORDS, count_of
from corpus.swedish.words import fold, stem, tokens

ENOUGH = 0.38  # of the subject that a list's introduction and headings must cover
NAMES_LESS = 0.3  # what a table loses whose head names none of the core
SOME = 0.3  # of the core that the head and the cells of a table must hold where the question quotes a cell
QUOTED = 0.3  # what rows gain that hold a cell which the question quotes
MOSTLY = 0.5  # of the subject's core that points which name a thing asked for must hold together
READ = 20  # passages looked at for points of lists
COUNTED = 0.2  # what a list gains that is as long as the question says
COUNT = re.compile(rf"\b(?:vilka|de|nämn)\s+(\d\d?|{'|'.join(WORDS[2:])})\s+\w")
CODE = re.compile(r"\w{0,2}\d*\.?")  # a row that is only numbered
CELL = re.compile(r" \| ")


def list_items(reading: Reading, evidence: Sequence[Evidence], subject: Subject, library: Library) -> Draft | None:
    """A draft with the items asked for and their count, or None where no list fits."""
    counts = reading.intent is Intent.FIGURE and asks_count(reading)
    if reading.intent is not Intent.LIST and not counts:
        return None
    meeting = rows_that(reading, evidence, subject, library)
    if meeting or counts:
        return draft_of(meeting) if meeting else None
    told = (
        *_points(evidence, subject),
        *_rows(reading, evidence, subject, library),
        *headed_lists(reading, subject, library),
    )
    count = _count_asked(reading.question)
    found = max(told, key=lambda f: f.fit + COUNTED * (len(f.items) == count), default=None)
    if not found or found.fit < ENOUGH or not found.items:
        return None
    return draft_of(found)


def _count_asked(question: str) -> int:
    """How many things a question says that there are ('vilka tre områden'); 0 where it does not say."""
    match = COUNT.search(fold(question))
    return count_of(match[1]) if match else 0


def _points(evidence: Sequence[Evidence], subject: Subject) -> Iterable[Found]:
    for place, source in enumerate(evidence[:READ]):
        if source.passage.kind is PassageKind.LIST:
            for intro, items in split_lists(source.passage.text):
                heading = " ".join(source.passage.headings[-1:])
                fit = subject.share(words_of(f"{intro} {heading}"), around(source))
                yield from _named_points(items, source, subject, place)
                share = subject.core_share(words_of(f"{intro} {heading}"))
                if share > 0 and len(items) > 1:
                    lead = intro.rstrip(":") or heading
                    fit += PRIOR / (1 + place) - NAMES_LESS / 2 * (1 - share)
                    yield Found(lead, tuple(items), len(items), (source,), fit)


def _named_points(items: Sequence[str], source: Evidence, subject: Subject, place: int) -> Iterable[Found]:
    """The points that all name the thing asked for, of a list about several things."""
    for concept in subject.core:
        named = tuple(item for item in items if concept.found_in(words_of(item)) >= ENOUGH)
        share = subject.core_share(words_of(" ".join([*named, *source.passage.headings[-1:]])))
        if len(named) > 1 and share >= MOSTLY:
            fit = subject.share(words_of(concept.word), around(source)) + PRIOR / (1 + place) - NAMES_LESS * (1 - share)
            yield Found(concept.word.capitalize(), named, len(named), (source,), fit)


def split_lists(text: str) -> list[tuple[str, list[str]]]:
    """Each list of a passage: the line that introduces it, and its points."""
    out: list[tuple[str, list[str]]] = []
    before = ""
    for line in text.split("\n"):
        if not line.startswith("• "):
            before = line
        elif before or not out:
            out.append((before, [line[2:]]))
            before = ""
        else:
            out[-1][1].append(line[2:])
    return out


def _rows(reading: Reading, evidence: Sequence[Evidence], subject: Subject, library: Library) -> Iterable[Found]:
    """The rows of the tables found, all or those with a cell that the question quotes."""
    seen: set[str] = set()
    asked = {stem(t) for t in tokens(reading.question)} | subject.stems(ENOUGH)
    for place, source in enumerate(evidence):
        if source.passage.kind is not PassageKind.ROW or source.passage.table in seen:
            continue
        table = library.table(source)
        quoted = any(_quoted(line, asked) for row in table for _, line in _lines(row))
        sources = _alike(source, library) if quoted else table
        seen |= {each.passage.table for each in sources}
        rows = [line for row in sources for line in _lines(row)]
        head = _head(source)
        own = words_of(f"{head} {' '.join(source.passage.headings[-1:])}")
        kept = [row for row in rows if _quoted(row[1], asked)]
        quotes = 0 < len(kept) < len(rows)
        quote = _quoted(kept[0][1], asked) if quotes else frozenset[str]()
        about = _unquoted(subject, quote) if quotes else subject
        own |= quote
        fit = subject.share(own, around(source)) + PRIOR / (1 + place) - NAMES_LESS * (1 - subject.core_share(own))
        if about.core_share(own | around(source) if quotes else own) < (SOME if kept else 0.01) or len(rows) < 2:
            continue
        chosen = kept or rows
        items = tuple(_label(line, head) for _, line in chosen)
        bonus = QUOTED if quotes else 0.0
        yield Found(head or "Tabellen", items, len(rows), tuple(row for row, _ in chosen), fit + bonus)


def _alike(source: Evidence, library: Library) -> list[Evidence]:
    """The rows of a table, and those of the document's other tables of the same head and columns, where it has one."""
    named = (_head(source), _columns(source))
    if not named[0]:
        return library.table(source)
    rows = [e for e in library.document(source.document.id) if e.passage.kind is PassageKind.ROW]
    return [e for e in rows if e.passage.table == source.passage.table or (_head(e), _columns(e)) == named]


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


def _head(row: Evidence) -> str:
    first = row.passage.text.split("\n")[0]
    head, colon, _ = CELL.split(first)[0].partition(": ")
    return head if colon else ""


def _label(line: str, head: str) -> str:
    """The name of a row, with the words beside it where it is only a number (U2)."""
    label, *cells = CELL.split(line)
    name = label.removeprefix(f"{head}: ")
    told = next((cell.partition(": ")[2] for cell in cells if len(cell.split()) > 1), "")
    return f"{name} {told}".strip() if CODE.fullmatch(name) else name
