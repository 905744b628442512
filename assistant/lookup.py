"""Questions that table cells answer: the rows meant, one for each document that the question leaves open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked import asks_how, asks_money
from assistant.candidates import best_sentences
from assistant.cells import choose_cells
from assistant.counted import is_share_as_asked
from assistant.evidence import CELL, Subject, around, words_of
from assistant.figures import RowMatch, is_of_money, match_rows, row_label, side_of_label, wants_figure
from assistant.labels import names_mainly
from assistant.models import Draft, Evidence, Intent, Reading, Status
from assistant.nuances import is_assumed, is_of_a_part
from assistant.prompts import reply
from assistant.sought import holds_answer
from assistant.tabulated import as_table, lines_of, makes_table
from assistant.wording import sentence
from corpus.documents import Figure, FigureKind, is_total
from corpus.swedish.concepts import WIDER
from corpus.swedish.cues import cue
from corpus.swedish.numbers import numbers_in
from corpus.swedish.periods import years_in
from corpus.swedish.sorts import holds_sort
from corpus.swedish.statuses import answers, status_in
from corpus.swedish.words import tokens

CLOSE = 0.60  # of the best row's score that a row of another document needs to stand beside it
AKIN = 0.27  # how like the question a row must be that holds none of its words
TIE = 0.02  # less of a score does not tell two rows apart
TOLD = 0.25  # more of the subject's core that running text must cover to go before a row
TOLD_WHOLE, ALIKE = 0.1, 0.6  # or more of all that is asked, where it is as like the question as that
PART = re.compile(r" [-–] ")  # between a whole and its part in the name of a row
INTENDED = {FigureKind.BUDGET, FigureKind.PLAN, FigureKind.COMMITMENT, FigureKind.GOAL}
MOST_POINTS = 25  # of a risk, which is how likely times how bad
SUMS = {"summa", "totalt", "total", "totalsumma", "summor"}  # what a row of a sum alone is called
PARTS = 6  # rows told of one thing at most
NEAR_BEST = 4  # sentences of which the first with a figure is set against a row
LABELLED = 4  # documents answered for at most


def look_up(reading: Reading, evidence: Sequence[Evidence], subject: Subject) -> Draft | None:
    """A draft that states the cells asked for, or None where no row fits better than a sentence."""
    asks = wants_figure(reading) and reading.operation != "extreme"  # one row tells no largest of several
    rows = match_rows(reading, evidence, subject) if asks else []
    whole = [m for m in rows if subject.core or not _is_sum_of_a_part(reading, m)]
    matches = [m for m in whole if _in_unit(reading, m) and _may_be_money(reading, m) and not _is_assumed(reading, m)]
    if matches and _is_only_akin(matches[0], subject):
        return None
    if not matches or not is_named_in_full(reading, matches[0], subject):
        return None
    if _told_better(reading, evidence, subject, matches[0]):
        return None
    chosen = _one_a_document(reading, matches, subject)
    if len(chosen) > 1:
        return _of_several(chosen, [choose_cells(reading, match) for match in chosen])
    parts = [(m, choose_cells(reading, m)) for m in _parts_of_what_is_asked(matches, subject)]
    told = [(match, cells) for match, cells in parts if any(cell.value is not None for cell in cells)]
    if len(told) > 1:
        lines = [sentence(match, cells, n) for n, (match, cells) in enumerate(told, 1)]
        return Draft(tuple(lines), tuple(match.evidence for match, _ in told))
    return _of_one_row(reading, chosen[0])


def _is_only_akin(match: RowMatch, subject: Subject) -> bool:
    """Is a row found by wider words alone (bodde, boende), and unlike the question in meaning?"""
    headings = match.evidence.passage.headings[-1:]
    told = " ".join([*headings, *match.row, *(figure.column for figure in match.figures)])
    held = words_of(f"{told} {match.evidence.passage.text}") | around(match.evidence)
    akin = bool(subject.core) and subject.core_weight(held) <= WIDER
    row = " ".join(match.row)
    return akin and max(subject.likeness([row, " ".join([*headings, row])])) < AKIN


def _of_several(matches: Sequence[RowMatch], cells: Sequence[Sequence[Figure]]) -> Draft:
    """The cells of a row of each of several documents: under their titles, or as a table where they are many."""
    lines = lines_of(matches, cells)
    told = zip(matches, cells, strict=True)
    texts = [f"{m.evidence.document.title}: {sentence(m, chosen, n)}" for n, (m, chosen) in enumerate(told, 1)]
    shown = as_table(lines) if makes_table(lines) else tuple(texts)
    return Draft(shown, tuple(match.evidence for match in matches))


def _may_be_money(reading: Reading, match: RowMatch) -> bool:
    """Can a row tell an amount, where one is asked for: does it say so, or is it named and no points of a risk?"""
    points = all(f.value is None or not f.unit and f.value in range(MOST_POINTS + 1) for f in match.figures)
    return is_of_money(reading, match.figures) or match.named == 1.0 and not (points and asks_money(reading))


def _is_sum_of_a_part(reading: Reading, match: RowMatch) -> bool:
    """Is a row only called a sum, in a table of investments or the like, where the question is of the whole board?"""
    heading = " ".join(match.evidence.passage.headings[-1:])
    return set(tokens(" ".join(match.row))) <= SUMS and is_of_a_part(reading.question, heading)


def _is_assumed(reading: Reading, match: RowMatch) -> bool:
    return is_assumed(reading.question, f"{match.row[-1]}{CELL}")


def _in_unit(reading: Reading, match: RowMatch) -> bool:
    """Does a row, with its table, tell of the sort that is asked for: of days or kilometres, of an age?"""
    passage = match.evidence.passage
    told = " ".join([*passage.headings, passage.text, *(f"1 {figure.unit}" for figure in match.figures)])
    return holds_sort(reading.question, told) and is_share_as_asked(reading, told, match.figures)


def _of_one_row(reading: Reading, match: RowMatch) -> Draft | None:
    """The cells of one row, with a yes or no where that is asked; or that they are not what is asked for."""
    cells = choose_cells(reading, match)
    moves = bool(cue("change", "any", reading.question))  # 'väntas underskottet växa' is not told by its size
    judged = match.named == 1.0 and (len(cells) > 1 or _is_deviation(cells)) and not moves
    said = verdict(reading, match, cells)
    if _of_another_year(reading, cells) or reading.intent is Intent.YES_NO and not (judged and said):
        return None
    if _of_another_kind(reading, cells):
        return not_told(reading, sentence(match, cells, 1), match.evidence)
    blank = all(cell.value is None for cell in cells)
    if blank and (match.named < 1.0 or asks_how(reading.question)):
        return None  # a blank says nothing where it may be of something else
    status = Status.NOT_IN_DOCUMENTS if blank else Status.ANSWERED
    text = f"{said}{sentence(match, cells, 1)}"
    return Draft((text,), (match.evidence,), tuple(cells), status=status)


def is_named_in_full(reading: Reading, match: RowMatch, subject: Subject) -> bool:
    """Does a question that names no figure mean the row all the same: is its whole subject there?"""
    if cue("asks", "matter", reading.question):
        return False
    named = reading.figure_kinds or reading.side or reading.intent not in (Intent.FACT, Intent.LIST)
    return bool(named) or bool(subject.core) and match.named == 1.0


def _of_another_year(reading: Reading, cells: Sequence[Figure]) -> bool:
    """Are all the cells of years that the question does not ask for?"""
    years = {cell.year for cell in cells}
    return bool(reading.scope.years) and None not in years and years.isdisjoint(reading.scope.years)


def _of_another_kind(reading: Reading, cells: Sequence[Figure]) -> bool:
    """Is what was asked for and what the cells tell not the same: an outcome, and only what was planned?"""
    held = {cell.kind for cell in cells if cell.value is not None}
    return reading.figure_kinds == (FigureKind.OUTCOME,) and bool(held) and held <= INTENDED


def not_told(reading: Reading, nearest: str, source: Evidence) -> Draft:
    """The draft that says that there is no outcome, with the nearest figure that there is."""
    year = reading.scope.years[-1] if reading.scope.years else ""
    plain = reply("not_found", "no_outcome", year=year).replace("  ", " ")
    return Draft((plain, reply("not_found", "nearest_figure", told=nearest)), (source,), status=Status.NOT_IN_DOCUMENTS)


def _parts_of_what_is_asked(matches: Sequence[RowMatch], subject: Subject) -> list[RowMatch]:
    """The rows Äldreomsorg – Hemtjänst, Äldreomsorg – Särskilt boende … where äldreomsorg is what is asked for."""
    best = matches[0]
    whole, *part = PART.split(best.row[0], maxsplit=1)
    named = subject.core_share(words_of(whole)) == 1.0 and subject.core_share(words_of(" ".join(part))) == 0.0
    if not part or not named:
        return [best]
    beside = [m for m in matches if m.evidence.document == best.evidence.document and m.row[1:] == best.row[1:]]
    return [m for m in beside if PART.split(m.row[0], maxsplit=1)[0] == whole][:PARTS]


def verdict(reading: Reading, match: RowMatch, cells: Sequence[Figure]) -> str:
    """'Ja. ' or 'Nej. ' where that is asked for and the row says which: by its judgement, or its deviation."""
    if reading.intent is not Intent.YES_NO:
        return ""
    line = next((ln for ln in match.evidence.passage.text.split("\n") if match.row[-1] in ln), "")
    deviation = next((c.value for c in cells if c.kind is FigureKind.DEVIATION and c.value is not None), None)
    if deviation is not None:
        deficit = bool(cue("extreme", "deficit", reading.question))
        return "Ja. " if (deviation < 0) == deficit else "Nej. "
    status, standing = status_in(line)
    return f"{answers(reading.question, status, standing)} ".lstrip() if status else ""


def _is_deviation(cells: Sequence[Figure]) -> bool:
    return all(cell.kind is FigureKind.DEVIATION and cell.value is not None for cell in cells)


def _told_better(reading: Reading, evidence: Sequence[Evidence], subject: Subject, match: RowMatch) -> bool:
    """Does a sentence with a figure in running text cover clearly more of the question than the row?"""
    if not subject.core:
        return False
    told = [c for c in best_sentences(reading, evidence, subject) if not c.evidence.passage.figures]
    told = [c for c in told[:NEAR_BEST] if holds_answer(reading, c.text) and numbers_in(c.text)]
    if not told:
        return False
    words = words_of(told[0].text)
    row = words_of(" ".join([*match.row, *match.evidence.passage.headings, *(f.column for f in match.figures)]))
    years = set(reading.scope.years)
    dated = any(f.value is not None and f.year in years for f in match.figures)
    more = subject.share(words) > subject.share(row) + TOLD_WHOLE or not years.isdisjoint(years_in(told[0].text))
    whole = told[0].like >= ALIKE and more and not dated
    closer = subject.core_weight(words) > subject.core_weight(row) + TOLD  # by its own name, not by a wider word
    return whole or closer and not dated or subject.core_share(words) > match.named + TOLD


def _newest(reading: Reading, matches: Sequence[RowMatch]) -> RowMatch:
    """The best row, or where no year is asked for one of a newer document that fits as well."""
    best, *others = matches
    alike = [m for m in others if m.score >= best.score - TIE and m.named == best.named and m.row[-1:] == best.row[-1:]]
    return best if reading.scope.years else max([best, *alike], key=lambda m: m.evidence.document.years[:1])


def _one_a_document(reading: Reading, matches: Sequence[RowMatch], subject: Subject) -> list[RowMatch]:
    """The best row, and the best of other documents that the question leaves open and that fit as well."""
    if len({d.evidence.document.municipality for d in matches}) == 1 and reading.scope.municipalities:
        return [_newest(reading, matches)]
    chosen: dict[str, RowMatch] = {}
    wanted = {f.kind for f in matches[0].figures} & set(reading.figure_kinds)
    for match in matches:
        told = any(f.value is not None and (not wanted or f.kind in wanted) for f in choose_cells(reading, match))
        first = next(iter(chosen.values()), match)
        alike = bool(side_of_label(match.row[-1])) == bool(side_of_label(first.row[-1]))  # both of an account
        plain = alike or is_total(match.row, match.evidence.document) or names_mainly(row_label(match), subject)
        if told and plain and match.score >= CLOSE * matches[0].score and match.named >= matches[0].named:
            chosen.setdefault(match.evidence.document.id, match)
    return list(chosen.values())[:LABELLED] or [matches[0]]
