from pathlib import Path

import pytest
from docx import Document as WordFile

from ingest.blocks import Grid, Line, UnreadableFile
from ingest.docx import read_docx


def test_headings_paragraphs_lists_and_tables_come_in_order(tmp_path: Path) -> None:
    file = WordFile()
    file.add_heading("Gator", 2)
    file.add_paragraph("Gatorna  sopas\npå våren.")
    file.add_paragraph("salt", style="List Bullet")
    table = file.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Sopning", "40 000"
    file.save(str(tmp_path / "plan.docx"))
    (page,) = read_docx(tmp_path / "plan.docx")
    lines = [(part.text, part.level) for part in page.parts if isinstance(part, Line)]
    assert lines == [("Gator", 2), ("Gatorna sopas på våren.", 0), ("• salt", 0)]
    (grid,) = [part for part in page.parts if isinstance(part, Grid)]
    assert [[cell.text for cell in row] for row in grid.rows] == [["Sopning", "40 000"]]
    assert isinstance(page.parts[-1], Grid)


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut off"])
def test_a_file_that_is_no_word_file_is_said_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=r"plan\.docx: filen är skadad eller ingen Word-fil"):
        read_docx(path)


def test_an_empty_word_file_is_said_so(tmp_path: Path) -> None:
    WordFile().save(str(tmp_path / "tom.docx"))
    with pytest.raises(UnreadableFile, match=r"tom\.docx: filen är tom"):
        read_docx(tmp_path / "tom.docx")
