"""What the guide for evaluators says is what the bench does."""

import re
from pathlib import Path

from evals.chance import chance_of_difference, share_interval
from evals.compare import CHANCE
from evals.texts import headings, words

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "utvardera.md").read_text("utf-8")


def test_the_guides_intervals_are_those_of_the_report() -> None:
    rows = re.findall(r"\| (\d+) \| ([\d,]+) % \| ([\d,]+) % \| ([\d,]+) \|", GUIDE)
    told = {int(count): tuple(float(n.replace(",", ".")) for n in numbers) for count, *numbers in rows}
    computed = {n: share_interval(round(0.9 * n), n) for n in (50, 100, 200, 400)}
    assert told == {
        n: (round(100 * low, 1), round(100 * high, 1), round(100 * (high - low), 1))
        for n, (low, high) in computed.items()
    }


def test_the_guides_number_of_lost_cases_is_the_tests() -> None:
    told = {"fem": (0, 5, True), "fyra": (0, 4, False), "sju": (1, 7, True), "sex": (1, 6, False)}
    assert {word: chance_of_difference(won, lost) < CHANCE for word, (won, lost, _) in told.items()} == {
        word: more for word, (_, _, more) in told.items()
    }
    assert "Har fem fall blivit fel" in GUIDE
    assert "krävs sju förlorade" in GUIDE


def test_the_guide_names_every_column_kind_and_class() -> None:
    named = [names[0] for names in headings().values()] + [*words("kinds").values(), *words("classes").values()]
    assert [name for name in named if name not in GUIDE] == []
