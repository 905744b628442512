"""Better, worse or no telling: two runs case by case, the gate, and how much may be chance."""

from dataclasses import replace
from random import Random

import pytest

from evals.chance import chance_of_difference, corrected, mean_interval, paired_share_interval, share_interval
from evals.compare import GroupChange, compare
from evals.gate import objections
from evals.models import Score
from tests.evals.literals import score


def rounded(values: tuple[float, float] | None) -> tuple[float, float] | None:
    return values and (round(values[0], 3), round(values[1], 3))


@pytest.mark.parametrize(
    ("hits", "count", "interval"),
    [(45, 50, (0.786, 0.957)), (0, 10, (0.0, 0.278)), (10, 10, (0.722, 1.0)), (81, 263, (0.255, 0.366))],
)
def test_a_share_has_wilsons_interval(hits: int, count: int, interval: tuple[float, float]) -> None:
    assert rounded(share_interval(hits, count)) == interval


def test_a_mean_has_an_interval_that_is_the_same_every_time() -> None:
    values = [0.1, 0.5, 0.9, 0.2, 0.4, 0.7]
    assert mean_interval(values) == mean_interval(values)
    low, high = mean_interval(values) or (0.0, 0.0)
    assert 0.2 < low < sum(values) / 6 < high < 0.75
    many = mean_interval([0.1, 0.5, 0.9] * 1000) or (0.0, 0.0)
    assert rounded(many) == (0.488, 0.512)
    assert (mean_interval([0.5]), mean_interval([0.5, 0.5])) == (None, (0.5, 0.5))


@pytest.mark.parametrize(
    ("won", "lost", "chance"),
    [(0, 0, 1.0), (3, 3, 1.0), (0, 4, 0.062), (0, 5, 0.031), (5, 0, 0.031), (1, 7, 0.039)],
)
def test_the_chance_of_a_difference_is_mcnemars_with_mid_p(won: int, lost: int, chance: float) -> None:
    assert round(chance_of_difference(won, lost), 3) == chance


def test_the_interval_of_a_difference_holds_zero_where_nothing_changed() -> None:
    assert rounded(paired_share_interval(0, 0, 150)) == (-0.013, 0.013)
    assert rounded(paired_share_interval(0, 5, 150)) == (-0.064, -0.002)


def test_many_tests_together_are_held_to_more() -> None:
    assert [round(chance, 3) for chance in corrected([0.01, 0.2, 1.0])] == [0.03, 0.3, 1.0]
    assert corrected([]) == []


def scores(right: int, count: int = 150) -> list[Score]:
    return [score(f"f{n}", right=n < right) for n in range(count)]


def losing(before: list[Score], ids: set[str]) -> list[Score]:
    return [score(s.id, right=False) if s.id in ids else s for s in before]


def test_two_runs_that_are_the_same_are_the_same() -> None:
    found = compare(scores(120), scores(120))
    assert (found.verdict, found.won, found.lost, list(objections(found))) == ("same", [], [], [])


def test_what_was_won_and_lost_is_told_case_by_case() -> None:
    before = [score("a", right=True), score("b", right=False), score("c", right=True)]
    after = [score("a", right=False), score("b", right=True), score("c", right=True)]
    found = compare(before, after)
    assert [pair[0].id for pair in found.won] == ["b"]
    assert [pair[0].id for pair in found.lost] == ["a"]
    assert found.verdict == "same"


def test_a_few_changes_are_no_telling_and_many_are_better() -> None:
    assert compare(scores(120), scores(124)).verdict == "untold"
    assert compare(scores(120), scores(130)).verdict == "better"
    assert compare(scores(130), scores(120)).verdict == "worse"


def test_a_measure_that_goes_down_can_be_better() -> None:
    before = [score(f"f{n}", right=True, wrong_figure=n < 10) for n in range(100)]
    found = {change.measure: change for change in compare(before, scores(100, 100)).changes}["wrong_figure"]
    assert (found.count, found.before, found.after, found.verdict) == (100, 0.1, 0.0, "better")


def test_means_are_compared_over_the_cases_that_have_them_in_both() -> None:
    before = [Score(f"f{n}", "d", "list", values={"mrr": 0.5}) for n in range(20)]
    after = [Score(f"f{n}", "d", "list", values={"mrr": 0.5 + 0.01 * n} if n else {}) for n in range(20)]
    (found,) = compare(before, after).changes
    assert (found.measure, found.count, found.chance, found.verdict) == ("mrr", 19, None, "better")


def test_groups_that_changed_are_told_and_held_to_more_the_more_they_are() -> None:
    before = [replace(s, category="mål" if n < 75 else "budget") for n, s in enumerate(scores(150))]
    after = [replace(s, category=b.category) for s, b in zip(scores(140), before, strict=True)]
    found = compare(before, after).groups
    assert found["Område"] == [GroupChange("budget", 75, 0, 10, "worse")]
    assert found["Klass av obesvarbar fråga"] == []


def test_a_case_that_has_changed_or_stands_alone_is_not_compared() -> None:
    before = [score("a", right=True), score("b", right=True), score("c", right=True)]
    after = [score("a", right=False), replace(score("b", right=False), digest="other"), score("d", right=False)]
    found = compare(before, after)
    assert ([pair[0].id for pair in found.pairs], found.strays) == (["a"], ("b", "c", "d"))
    assert list(objections(compare(before, []))) == [
        "Inget fall är detsamma i båda körningarna, så de går inte att jämföra."
    ]


def test_the_gate_catches_five_lost_cases_of_150_and_lets_the_same_run_pass() -> None:
    """Ten trials with five losses planted at random, and ten without any."""
    caught = passed = 0
    for seed in range(10):
        dice = Random(seed)
        before = [score(f"f{n}", right=dice.random() < 0.8) for n in range(150)]
        right = [s.id for s in before if s.values["right"]]
        planted = losing(before, set(dice.sample(right, 5)))
        caught += bool(list(objections(compare(before, planted))))
        passed += not list(objections(compare(before, list(before))))
    assert (caught, passed) == (10, 10)


def test_the_gate_lets_changes_pass_that_chance_explains() -> None:
    before = scores(120)
    assert list(objections(compare(before, losing(before, {"f1", "f2", "f3", "f4"})))) == []
    gained = [score(s.id, right=True) if s.id in {"f130", "f131", "f132"} else s for s in before]
    assert list(objections(compare(before, losing(gained, {"f1", "f2", "f3", "f4", "f5"})))) == []


def test_the_gate_names_a_new_wrong_figure_even_where_all_else_is_better() -> None:
    after = [score(s.id, right=True, wrong_figure=s.id == "f7") for s in scores(150)]
    assert list(objections(compare(scores(100), after))) == ["1 fall visar fel siffra och gjorde det inte förut: f7."]


def test_the_gate_names_cases_that_are_no_longer_scored() -> None:
    after = [replace(s, values={}, unscored="krasch") if s.id == "f7" else s for s in scores(120)]
    assert list(objections(compare(scores(120), after))) == ["Utan poäng men bedömda förut: f7."]
