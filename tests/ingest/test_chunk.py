"""Blocks to passages: prose, whole lists, rows that can be understood alone."""

from dataclasses import replace

import pytest

from corpus.documents import Passage, PassageKind
from ingest.blocks import Block, Heading, Paragraph, Table
from ingest.chunk import passages_of
from tests.ingest.literals import PLAN, grid, line, table

BOX = line("").box
HEADER = ("Verksamhet", "Budget 2022", "Utfall 2022")


def heading(text: str, level: int = 1) -> Heading:
    return Heading(text, level, BOX)


def prose(text: str, page: int = 1) -> Paragraph:
    return Paragraph(text, (line(text, page=page).box,))


def item(text: str) -> Paragraph:
    return Paragraph(text, (BOX,), item=True)


def read(*blocks: Block) -> list[tuple[object, ...]]:
    return [(p.kind.value, p.section, p.text) for p in passages_of(PLAN, blocks)]


def row(*cells: str) -> Table:
    return table(grid(HEADER, cells))


def test_a_passage_has_the_path_of_its_headings() -> None:
    blocks = (
        heading("Ekonomi"),
        heading("Drift", 2),
        prose("A."),
        heading("Investering", 2),
        prose("B."),
        heading("Mål"),
        prose("C."),
    )
    assert read(*blocks) == [
        ("prose", "Ekonomi > Drift", "A."), ("prose", "Ekonomi > Investering", "B."), ("prose", "Mål", "C.")
    ]  # fmt: skip


def test_short_paragraphs_stand_together_and_long_ones_do_not_grow_too_long() -> None:
    paragraphs = [prose(f"{n} " + "ord " * 60) for n in range(5)]
    passages = passages_of(PLAN, paragraphs)
    assert [len(p.text.split()) for p in passages] == [122, 122, 61]
    assert max(len(p.text.split()) for p in passages) <= 200


def test_a_list_stays_whole_with_the_line_that_introduces_it() -> None:
    points = [item("ord " * 30 + str(n)) for n in range(9)]
    _, whole = passages_of(PLAN, [prose("ord " * 150), prose("Nämnden ska:"), *points])
    assert whole.kind is PassageKind.LIST
    assert whole.text.startswith("Nämnden ska:\n• ord ")
    assert whole.text.count("• ") == 9


def test_a_row_can_be_understood_alone() -> None:
    assert read(heading("Driftbudget"), row("Hemtjänst", "-74 922", "")) == [
        ("row", "Driftbudget", "Verksamhet: Hemtjänst | Budget 2022: -74 922 | Utfall 2022: –")
    ]


def test_the_few_rows_of_a_group_are_read_together() -> None:
    sheet = table(grid(HEADER, ("Hemtjänst",), ("Kostnad", "-2", "-3"), ("Netto", "-1", "-2")))
    assert read(sheet) == [
        (
            "row",
            "",
            "Hemtjänst:\nKostnad | Budget 2022: -2 | Utfall 2022: -3\nNetto | Budget 2022: -1 | Utfall 2022: -2",
        )
    ]


def test_the_comment_stands_with_its_row_and_a_long_one_by_itself() -> None:
    short, long = "Ökar på grund av fler timmar i vår.", "Ökar " * 125 + "mycket."
    (passage,) = passages_of(PLAN, [table(grid(HEADER, ("Hemtjänst", "-1", "-2"), (short,)))])
    assert passage.text.endswith(f"\n{short}")
    figures, comment = passages_of(PLAN, [table(grid(HEADER, ("Hemtjänst", "-1", "-2"), (long,)))])
    assert (len(figures.figures), comment.section, comment.text) == (2, "Hemtjänst", long)


def test_a_cell_of_prose_is_read_as_prose_under_its_row() -> None:
    sheet = table(grid(("Mål", "Analys"), ("Nöjda brukare", "ord " * 70 + "slut."), ("Trygghet", "Kort.")))
    assert read(heading("Mål"), sheet)[0] == ("prose", "Mål > Nöjda brukare > Analys", "ord " * 70 + "slut.")


def test_the_rows_of_a_table_can_be_fetched_as_one() -> None:
    passages = passages_of(PLAN, [row("A", "1", "2"), prose("Text."), row("B", "3", "4")])
    assert [passage.table for passage in passages] == ["plan-t01", "", "plan-t02"]


def test_headings_with_nothing_under_them_can_still_be_found() -> None:
    assert read(heading("Timrå"), heading("Plan 2022"), heading("Ekonomi"), prose("A.")) == [
        ("prose", "", "Timrå\nPlan 2022\nEkonomi"), ("prose", "Ekonomi", "A.")
    ]  # fmt: skip


def test_the_unit_said_before_a_table_holds_for_it_and_the_tables_after() -> None:
    blocks = (
        heading("Driftbudget"),
        prose("Belopp i tkr."),
        row("Netto", "-1", "-2"),
        heading("Intäkter"),
        row("Avgift", "3", "4"),
    )
    assert [f.unit for p in passages_of(PLAN, blocks) for f in p.figures] == ["tkr"] * 4


def test_a_figure_names_the_passage_it_stands_in() -> None:
    (passage,) = passages_of(PLAN, [row("Netto", "-1", "-2")])
    assert {figure.passage for figure in passage.figures} == {passage.id}


def ids(passages: list[Passage]) -> list[str]:
    return [passage.id for passage in passages]


def test_a_passage_keeps_its_id_when_others_come_and_go() -> None:
    before = ids(passages_of(PLAN, [heading("A"), prose("Ett."), heading("B"), prose("Två.")]))
    after = ids(
        passages_of(PLAN, [heading("Ny"), prose("Noll."), heading("A"), prose("Ett."), heading("B"), prose("2.")])
    )
    assert after[1] == before[0]
    assert before[1] not in after


def test_the_same_words_twice_and_in_another_document_are_different_passages() -> None:
    blocks = [heading("A"), prose("Ett."), heading("A"), prose("Ett.")]
    found = ids(passages_of(PLAN, blocks)) + ids(passages_of(replace(PLAN, id="annan"), blocks))
    assert len(set(found)) == 4


@pytest.mark.parametrize(("pages", "known"), [((1,), (1,)), ((2, 1, 2), (1, 2))])
def test_a_passage_knows_its_pages(pages: tuple[int, ...], known: tuple[int, ...]) -> None:
    (passage,) = passages_of(PLAN, [prose("Kort.", page) for page in pages])
    assert passage.pages == known
