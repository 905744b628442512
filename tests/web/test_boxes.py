import pytest

from corpus.documents import Box
from web.boxes import MOST_BOXES, lines_of, read, written


def test_words_of_one_line_become_one_box() -> None:
    words = [Box(1, 10, 20, 30, 32), Box(1, 34, 20.4, 60, 32.2), Box(1, 10, 40, 50, 52)]
    assert lines_of(words) == (Box(1, 10, 20, 60, 32.2), Box(1, 10, 40, 50, 52))


def test_cells_far_apart_stay_apart() -> None:
    cells = [Box(1, 10, 20, 60, 32), Box(1, 300, 20, 340, 32)]
    assert lines_of(cells) == tuple(cells)


def test_boxes_survive_an_address() -> None:
    boxes = (Box(3, 10, 20, 60, 32), Box(3, 10, 40, 50, 52))
    assert read(written(boxes), 3) == boxes
    assert read("", 3) == ()


@pytest.mark.parametrize(
    "text",
    [
        "1,2,3",
        "1,2,3,x",
        "5,1,2,9",
        "1,2,3,99999999",
        "-1,2,3,4",
        ";".join(["1,1,2,2"] * (MOST_BOXES + 1)),
    ],
)
def test_a_broken_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read(text, 1)
