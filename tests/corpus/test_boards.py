"""Boards and their other names."""

from corpus.swedish.boards import also_called


def test_a_board_goes_by_its_everyday_name() -> None:
    assert "skolnämnd" in also_called("barn- och utbildningsnämnd")


def test_a_board_without_other_names_is_itself() -> None:
    assert also_called("jävsnämnd") == {"jävsnämnd"}
