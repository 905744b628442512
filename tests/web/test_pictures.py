from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from corpus.documents import Box
from tests.web.fake_assistant import PLAN, ROW, FakeAssistant
from tests.web.tiny_pdf import line_box
from web.pictures import COLUMN, MARK, PALE, NoSuchPage, in_pixels, page_count, picture


def _opened(written: bytes) -> Image.Image:
    return Image.open(BytesIO(written)).convert("RGB")


def test_the_passage_is_marked_and_nothing_else(assistant: FakeAssistant) -> None:
    path = assistant.folder / PLAN.file
    box = line_box(3, 3, len(ROW))
    plain, marked = _opened(picture(path, 3)), _opened(picture(path, 3, (box,)))
    left, top, right, _ = in_pixels(box)
    inside = marked.getpixel((int(right) - 3, int(top) + 4))
    assert all(abs(a - b) < 12 for a, b in zip(inside, MARK, strict=True))
    below = (int(left) + 40, int(top) + 300)
    assert marked.getpixel(below) == plain.getpixel(below) == (255, 255, 255)


def test_the_row_of_a_figure_is_strong_and_the_rest_of_its_passage_pale(assistant: FakeAssistant) -> None:
    row, other = line_box(3, 3, len(ROW)), line_box(3, 4, 20)
    figure = Box(3, row.x0 + 20, row.top, row.x0 + 60, row.bottom)
    shown = _opened(picture(assistant.folder / PLAN.file, 3, (row, other), (figure,)))
    colours = []
    for box in (row, other):
        _, top, right, _ = in_pixels(box)
        colours.append(shown.getpixel((int(right) - 4, int(top) + 4)))
    assert all(
        abs(a - b) < 12 for one, pen in zip(colours, (MARK, PALE), strict=True) for a, b in zip(one, pen, strict=True)
    )


def test_the_column_of_a_figure_is_shaded_from_its_head(assistant: FakeAssistant) -> None:
    path = assistant.folder / PLAN.file
    figure = Box(3, 72, 300, 110, 315)
    below_head = (int(in_pixels(figure)[0]) + 8, int(in_pixels(figure)[1]) - 80)
    shaded = _opened(picture(path, 3, (), (figure,), ("Driftbudget 2022",))).getpixel(below_head)
    plain = _opened(picture(path, 3, (), (figure,), ("Prognos 2031",))).getpixel(below_head)
    assert all(abs(a - b) < 8 for a, b in zip(shaded, COLUMN, strict=True))
    assert plain == (255, 255, 255)


def test_a_page_beyond_the_last_is_refused(assistant: FakeAssistant) -> None:
    for page in (0, 5, -1):
        with pytest.raises(NoSuchPage):
            picture(assistant.folder / PLAN.file, page)


def test_pages_are_counted_and_a_damaged_file_has_none(assistant: FakeAssistant, tmp_path: Path) -> None:
    broken = tmp_path / "trasig.pdf"
    broken.write_bytes(b"%PDF-1.4 trasig")
    assert page_count(assistant.folder / PLAN.file) == 4
    assert page_count(broken) == 0
