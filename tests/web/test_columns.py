"""From a figure to the head of its column, among the words of a page."""

from corpus.documents import Box
from web.columns import Word, column_of

FIGURE = Box(1, 300, 200, 330, 210)
HEAD: list[Word] = [("budget", Box(1, 290, 50, 315, 60)), ("2022", Box(1, 317, 50, 330, 60))]


def test_a_column_runs_from_its_head_to_the_figure() -> None:
    assert column_of(FIGURE, "Budget 2022", HEAD) == Box(1, 290, 50, 330, 210)


def test_the_nearest_head_above_is_the_one() -> None:
    earlier = [("budget", Box(1, 290, 10, 315, 20)), ("2022", Box(1, 317, 10, 330, 20))]
    assert column_of(FIGURE, "Budget 2022", [*earlier, *HEAD]) == Box(1, 290, 50, 330, 210)


def test_a_head_of_another_column_or_below_is_none() -> None:
    aside = [(word, Box(1, box.x0 - 120, box.top, box.x1 - 120, box.bottom)) for word, box in HEAD]
    below = [(word, Box(1, box.x0, 300, box.x1, 310)) for word, box in HEAD]
    assert column_of(FIGURE, "Budget 2022", aside) is None
    assert column_of(FIGURE, "Budget 2022", below) is None
    assert column_of(FIGURE, "–", HEAD) is None
