"""Rows that a question joins or sets against each other: 'IFO och övriga LSS', 'i hemtjänsten eller på boenden'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, product

from assistant.cells import SECOND_ASK, choose_cells
from assistant.evidence import Subject, around, words_of
from assistant.facets import parts_of
from assistant.figures import RowMatch, is_sum_of_all, match_rows, row_label
from assistant.labels import label_words, unasked
from assistant.models import Evidence, Reading
from corpus.documents import Figure, FigureKind, is_total
from corpus.swedish.concepts import SYNONYM
from corpus.swedish.words import content_tokens, fold, stem, tokens

NEARLY_ALL = 0.8  # of the subject's core that the rows must name together
NAMING = 0.5  # a form's weight from which its words are those of what is named
TRIED = 4  # rows of a part that are looked at for a cell
Pair = tuple[RowMatch, Figure]
Part = tuple[str, Subject]


def rows_beside(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> list[Pair]:
    """The same cell of the row of each thing named; none where fewer than two are found."""
    if len(reading.scope.years) > 1:
        return []
    if FigureKind.DEVIATION in reading.figure_kinds:
        reading = replace(reading, figure_kinds=(FigureKind.DEVIATION,))
    asked_in = reading.subject if reading.inherited else reading.question
    ways = [way for texts in parts_of(asked_in) for way in (_each(texts, subject), _sharing(texts, subject))]
    found = [rows for way in ways if len(way) > 1 and (rows := _rows_of(reading, evidence, subject, way))]
    asked = frozenset(stem(t) for t in content_tokens(reading.question))
    best = [(-sum(unasked(row_label(m), subject, asked) for m, _ in rows), len(rows)) for rows in found]
    named = max(zip(best, found, strict=True), key=lambda pair: pair[0])[1] if found else []
    return named or _twins(reading, evidence, subject)


def _twins(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> list[Pair]:
    """The cells of two rows of a table whose names differ in one word that the question says ('över', 'under')."""
    asked = frozenset(stem(t) for t in tokens(reading.question)) | subject.stems(SYNONYM)
    rows = [m for m in match_rows(reading, evidence, subject) if not is_total(m.row, m.evidence.document)]
    told = [(m, frozenset(stem(t) for part in m.row for t in tokens(part))) for m in rows[: TRIED * 2]]
    for (first, own), (other, others) in combinations(told, 2):
        apart = (own - others, others - own)
        if first.evidence.passage.table != other.evidence.passage.table or any(len(words) != 1 for words in apart):
            continue
        known = own | others | around(first.evidence) | words_of(first.evidence.passage.text)
        if apart[0] | apart[1] <= asked and subject.core_share(known) > NEARLY_ALL:
            pairs = _cells(reading, (first, other))
            return pairs if len(pairs) == 2 else []
    return []


def _each(texts: Sequence[str], subject: Subject) -> list[Part]:
    """Each part with its own subject; parts without one say nothing of what is meant."""
    return [(text, part) for text in texts if (part := subject.part(text)).core]


def _sharing(texts: Sequence[str], subject: Subject) -> list[Part]:
    """Each part with what all share: 'nöjda med tiderna | i hemtjänsten | på särskilt boende'."""
    parts = _each(texts, subject)
    if len(parts) < 2:
        return []
    own = [parts[0][1].core[-1:], *(part.core for _, part in parts[1:-1]), parts[-1][1].core[:1]]
    apart = [concept for concepts in own for concept in concepts]
    return [
        (text, subject.without([c for c in apart if c not in mine])) for (text, _), mine in zip(parts, own, strict=True)
    ]


def _rows_of(reading: Reading, evidence: Sequence[Evidence], subject: Subject, parts: Sequence[Part]) -> list[Pair]:
    """The cell of each part's row, where the row names the part; of several rows those that tell the same measure."""
    options: list[list[tuple[Pair, frozenset[str]]]] = []
    for text, part in parts:
        rows = [m for m in match_rows(replace(reading, question=text), evidence, part) if m.named == 1.0]
        apart = [m for m in rows if not is_total(m.row, m.evidence.document)]
        own = part.stems(NAMING)
        whole = [m for m in rows if not is_sum_of_all(m)]
        sums = [] if any(_is_all_named(m, part) for m in apart) else [m for m in whole if _is_all_named(m, part)]
        named = _cells(reading, (sums or apart or whole)[:TRIED])
        options += [[(pair, label_words(row_label(pair[0])) - own) for pair in named]] if named else []
    chosen = max(product(*options), key=_worth, default=())
    if all(_names_all(match, parts) for (match, _), _ in chosen):
        return []
    found = {(m.evidence.document.id, m.row, cell.column): (m, cell) for (m, cell), _ in chosen}
    told = frozenset(s for m, _ in found.values() for p in m.row for s in label_words(p) | around(m.evidence))
    told |= frozenset(s for _, cell in found.values() for s in words_of(cell.column))
    return list(found.values()) if len(found) > 1 and subject.core_share(told) > NEARLY_ALL else []


def _is_all_named(match: RowMatch, part: Subject) -> bool:
    """Does a row's name say no more than the part ('Summa kultur', and not 'Kulturskola')?"""
    return unasked(match.row[-1], part, frozenset()) == 0.0


def _names_all(match: RowMatch, parts: Sequence[Part]) -> bool:
    """Does a row name all the things itself ('sjuktal kvinnor/män'), so that it tells none apart?"""
    label = label_words(row_label(match))
    return all(part.core_share(label) == 1.0 for _, part in parts)


def _worth(chosen: Sequence[tuple[Pair, frozenset[str]]]) -> float:
    """How well some rows fit, and how alike they are: of one table, one column, and the same words besides."""
    alike = 0.0
    for (first, said), (other, told) in combinations(chosen, 2):
        either = said | told
        alike += len(said & told) / len(either) if either else 1.0
        alike += first[0].evidence.passage.table == other[0].evidence.passage.table
        alike += first[1].column == other[1].column
    pairs = max(len(chosen) * (len(chosen) - 1) / 2, 1)
    return sum(match.score for (match, _), _ in chosen) + alike / pairs


def _cells(reading: Reading, rows: Sequence[RowMatch]) -> list[Pair]:
    """The cell that the question asks for in each of the rows that has one."""
    second = SECOND_ASK.search(fold(reading.question))  # 'och hur stor är skillnaden' asks for no other cell
    first = replace(reading, question=reading.question[: second.start()]) if second else reading
    return [(m, cell) for m in rows for cell in choose_cells(first, m)[:1] if cell.value is not None]
