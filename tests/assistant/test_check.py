"""The receipt: a figure that its source does not hold is never shown."""

import pytest

from assistant.check import check, unfounded
from assistant.models import Draft, Evidence
from corpus.documents import Document, Passage, PassageKind

DOCUMENT = Document("d", "d.pdf", "Mora: Budget 2030", "Mora", "tekniska nämnden", "budget", (2030,), "")


def source(text: str) -> Evidence:
    passage = Passage("p", "d", PassageKind.PROSE, ("Ekonomi",), text, (1,), 0)
    return Evidence(passage, DOCUMENT, 1.0)


@pytest.mark.parametrize(
    ("shown", "held"),
    [
        ("Parkerna kostar −9 000 tkr [1].", "NETTOKOSTNADER (-) -9 000 tkr"),
        ("Parkerna kostar cirka 74,9 mnkr [1].", "nettokostnad -74 922 tkr"),
        ("Andelen är 58,0 % [1].", "Andelen bilar 58%"),
        ("Sju platser tas bort, alltså 7 [1].", "minskas med sju platser"),
        ("Budgeten för 2030 är 12 tkr [1].", "Budgeten är 12 tkr"),
    ],
)
def test_a_figure_that_the_source_holds_is_kept(shown: str, held: str) -> None:
    assert check(Draft((shown,), (source(held),))).kept == (shown,)


@pytest.mark.parametrize(
    ("shown", "held"),
    [
        ("Parkerna kostar 9 100 tkr [1].", "Parkerna kostar 9 000 tkr"),
        ("Parkerna kostar 9 000 mnkr [1].", "Parkerna kostar 9 000 tkr"),
        ("Parkerna kostar 9 000 tkr [2].", "Parkerna kostar 9 000 tkr"),
        ("Andelen är 58 procentenheter [1].", "Andelen är 58 %"),
        ("Det blev 75,1 mnkr [1].", "Det blev 74 922 tkr"),
    ],
)
def test_a_figure_that_the_source_does_not_hold_is_withheld(shown: str, held: str) -> None:
    receipt = check(Draft((shown,), (source(held),)))
    assert receipt.kept == ()
    assert receipt.withheld == (shown,)


def test_one_false_sentence_leaves_the_others() -> None:
    draft = Draft(("Lekplatserna är 64 [1].", "De kostar 5 mnkr [1]."), (source("Lekplatserna är 64."),))
    assert check(draft).kept == ("Lekplatserna är 64 [1].",)


def test_a_computed_value_needs_no_source_but_its_terms_do() -> None:
    told = ("Skillnaden är 1 000 tkr: 10 000 − 9 000 [1].",)
    draft = Draft(told, (source("10 000 tkr och 9 000 tkr"),), computed=("1 000 tkr",))
    assert check(draft).withheld == ()


def test_a_marker_that_points_nowhere_supports_nothing() -> None:
    assert unfounded("Det är 64 [9].", []) == ["64"]
