"""PDF files as small as the fault in them: pages, words, ruled tables."""

from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from ingest.blocks import Grid, RawPage, UnreadableFile
from ingest.pdf import page_text, read_pdf
from ingest.tables import assemble
from tests.ingest.drawn_pdf import Ruled, drawn_pdf, lines, words
from tests.ingest.literals import texts

EDGES = (72, 250, 350, 450)


def read(folder: Path, content: bytes) -> list[RawPage]:
    (folder / "plan.pdf").write_bytes(content)
    return read_pdf(folder / "plan.pdf")


def cells(page: RawPage) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in part.rows] for part in page.parts if isinstance(part, Grid)]


def locked(content: bytes, user: str) -> bytes:
    writer = pypdf.PdfWriter(BytesIO(content))
    writer.encrypt(user_password=user, owner_password="ägare", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_lines_come_from_top_to_bottom_with_size_and_weight(tmp_path: Path) -> None:
    drawn = [lines(200, "Nämnden ansvarar", "för åldern på ön."), words(72, 100, "Mål", 16, bold=True)]
    (page,) = read(tmp_path, drawn_pdf(drawn))
    assert [(line.text, line.size, line.bold) for line in page.lines] == [
        ("Mål", 16, True), ("Nämnden ansvarar", 10, False), ("för åldern på ön.", 10, False)
    ]  # fmt: skip


def test_a_ruled_table_is_read_cell_by_cell_apart_from_the_text(tmp_path: Path) -> None:
    rows = [("Rad", "Budget 2022", "Utfall 2022"), ("Kostnad", "-80 000", ""), ("", "-1", "-2")]
    (page,) = read(tmp_path, drawn_pdf([lines(100, "Före."), Ruled(200, EDGES, rows).draw(), lines(400, "Efter.")]))
    assert cells(page) == [[list(row) for row in rows]]
    assert [type(part).__name__ for part in page.parts] == ["Line", "Grid", "Line"]


def test_bold_names_right_above_a_drawn_table_are_its_header_and_the_caption_is_not(tmp_path: Path) -> None:
    rows = [("Hemtjänst", "-80 000", ""), ("Netto", "-1", "-2")]
    names = [words(x + 3, 187, text, bold=True) for x, text in zip(EDGES, ("Rad", "Budget 2022", "2023"), strict=False)]
    table = [words(75, 174, "Budget, tkr", bold=True), *names, Ruled(200, EDGES, rows, bold_rows=0).draw()]
    (page,) = read(tmp_path, drawn_pdf(table))
    assert cells(page) == [[["Rad", "Budget 2022", "2023"], *map(list, rows)]]
    assert [line.text for line in page.lines] == ["Budget, tkr"]


def test_a_cell_over_the_whole_width_spans_its_row(tmp_path: Path) -> None:
    rows = [("Rad", "2022", "2023"), ("Hemtjänst", None, None), ("Netto", "-1", "-2")]
    (page,) = read(tmp_path, drawn_pdf([Ruled(200, EDGES, rows).draw()]))
    (grid,) = (part for part in page.parts if isinstance(part, Grid))
    assert [row[0].span for row in grid.rows] == [False, True, False]
    assert [row[0].bold for row in grid.rows] == [True, False, False]


def test_a_header_cell_over_two_columns_is_said_for_both(tmp_path: Path) -> None:
    rows = [("", "Budget", None), ("Rad", "2022", "2023"), ("Netto", "-1", "-2")]
    pages = read(tmp_path, drawn_pdf([Ruled(200, EDGES, rows, bold_rows=2).draw()]))
    (table,) = assemble(part for page in pages for part in page.parts)  # type: ignore[misc]
    assert table.header == ("Rad", "Budget 2022", "Budget 2023")  # type: ignore[union-attr]


def test_a_figure_knows_where_it_stands_on_the_page(tmp_path: Path) -> None:
    (page,) = read(tmp_path, drawn_pdf([Ruled(200, EDGES, [("Rad", "2022", ""), ("Netto", "-74 922", "")]).draw()]))
    (grid,) = (part for part in page.parts if isinstance(part, Grid))
    box = grid.rows[1][1].box
    assert box is not None
    assert (box.page, 250 < box.x0 < box.x1 < 350, 220 < box.top < box.bottom < 240) == (1, True, True)


def test_a_table_over_two_pages_is_one(tmp_path: Path) -> None:
    header = ("Rad", "2022", "2023")
    first, second = [header, ("A", "1", "2")], [header, ("B", "3", "4")]
    pages = read(tmp_path, drawn_pdf([Ruled(700, EDGES, first).draw()], [Ruled(72, EDGES, second).draw()]))
    (table,) = assemble(part for page in pages for part in page.parts)  # type: ignore[misc]
    assert texts(table) == [["A", "1", "2"], ["B", "3", "4"]]  # type: ignore[arg-type]


def test_a_frame_and_a_chart_without_words_are_no_tables(tmp_path: Path) -> None:
    frame, bars = "72 500 300 100 re S", "\n".join(f"{80 + 30 * n} 300 20 {20 * n + 10} re f" for n in range(5))
    (page,) = read(tmp_path, drawn_pdf([frame, words(80, 260, "Viktigt: läs detta."), bars]))
    assert cells(page) == []
    assert [line.text for line in page.lines] == ["Viktigt: läs detta."]


@pytest.mark.parametrize("raised", [2.5, 3.5, 4.5])
def test_a_footnote_mark_is_no_part_of_a_figure(tmp_path: Path, raised: float) -> None:
    table = Ruled(200, EDGES, [("Rad", "2022", ""), ("Platser", "922", "")]).draw()
    (page,) = read(tmp_path, drawn_pdf([table, words(269.7, 228.2 - raised, "1", 6)]))
    assert cells(page) == [[["Rad", "2022", ""], ["Platser", "922¹", ""]]]


def test_a_page_without_text_is_said_to_be_so(tmp_path: Path) -> None:
    first, second = read(tmp_path, drawn_pdf([lines(100, "Text.")], ["72 500 300 100 re f"]))
    assert (first.warnings, second.warnings, second.parts) == ((), ("inget textlager",), ())


def test_the_printed_label_of_a_page_is_kept_beside_its_index(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(BytesIO(drawn_pdf([lines(100, "Ett.")], [lines(100, "Två.")])))
    writer.set_page_label(0, 0, style="/r")
    writer.set_page_label(1, 1, style="/D", start=7)
    writer.write(tmp_path / "plan.pdf")
    assert [(page.index, page.label) for page in read_pdf(tmp_path / "plan.pdf")] == [(1, "i"), (2, "7")]


def test_the_text_of_a_page_holds_its_tables_too(tmp_path: Path) -> None:
    (page,) = read(tmp_path, drawn_pdf([lines(100, "Före."), Ruled(200, EDGES, [("A", "1", "")] * 2).draw()]))
    assert page_text(page) == "Före. A 1 A 1"


def test_a_pdf_that_may_be_read_but_not_changed_is_read(tmp_path: Path) -> None:
    (page,) = read(tmp_path, locked(drawn_pdf([lines(100, "Öppen text.")]), user=""))
    assert [line.text for line in page.lines] == ["Öppen text."]


def test_a_pdf_locked_with_a_password_asks_for_an_open_copy(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(tmp_path, locked(drawn_pdf([lines(100, "Hemlig.")]), user="hemligt"))
    assert str(caught.value) == "plan.pdf: filen är låst med lösenord. Spara en olåst kopia och läs in den."


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7 nothing more", b"<html>", b"\x00" * 1000, b"%PDF-1.4\n%%EOF", drawn_pdf([lines(100, "A")])[:500]],
)
def test_what_is_no_pdf_is_said_to_be_damaged(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"^plan\.pdf: filen är skadad"):
        read(tmp_path, content)


def test_a_footnote_mark_nearly_as_large_as_the_figure_is_no_part_of_it(tmp_path: Path) -> None:
    table = Ruled(200, EDGES, [("Rad", "2022", ""), ("Platser", "922", "")]).draw()
    (page,) = read(tmp_path, drawn_pdf([table, words(269.7, 222.7, "1", 8.3)]))
    assert cells(page) == [[["Rad", "2022", ""], ["Platser", "922¹", ""]]]
