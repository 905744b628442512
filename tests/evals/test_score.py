"""One answer judged by rules that a reader can follow."""

from dataclasses import replace

import pytest

from evals.matching import holds, plain, supports
from evals.models import Case, Piece, Score
from evals.score import score
from tests.evals.literals import HOME_CARE, KIRUNA, answer


@pytest.mark.parametrize(
    ("form", "text", "held"),
    [
        ("74 922", "minus 74\u00a0922 tkr", True),
        ("-74 922", "−74922 tkr", True),
        ("31", "310 barn", False),
        ("7,0", "17,0 %", False),
        ("31", "31,5 %", False),
        ("80 %", "80,0 procent", True),
        ("Barn", "**barn** och unga", True),
        ("- 7 000", "ett underskott, –7 000 tkr", True),
        ("", "vad som helst", True),
    ],
)
def test_a_form_is_held_whatever_way_it_is_written_but_a_figure_only_whole(form: str, text: str, held: bool) -> None:
    assert holds(form, plain(text)) is held


@pytest.mark.parametrize(
    ("quote", "passage", "held"),
    [
        ("NETTO -74 922", "Hemtjänst NETTO −74 922 −76 420", True),
        ("en två tre fyra fem", "fem fyra tre", True),
        ("en två tre fyra fem", "fem fyra", False),
        ("…", "…", True),
        ("…", "", False),
    ],
)
def test_a_passage_supports_a_quote_by_most_of_its_words(quote: str, passage: str, held: bool) -> None:
    assert supports(quote, passage) is held


def judged(case: Case, text: str, **fields: object) -> Score:
    return score(case, answer(text, **fields))


def test_a_right_answer_has_every_measure_that_applies() -> None:
    assert judged(HOME_CARE, "Hemtjänsten kostar −74 922 tkr 2022 [1].").values == {
        "wrong_figure": 0.0,
        "words": 6.0,
        "seconds": 0.5,
        "right": 1.0,
        "right_answerable": 1.0,
        "false_abstention": 0.0,
        "too_long": 0.0,
        "unsupported_figure": 0.0,
        "receipt": 1.0,
        "recall@1": 1.0,
        "recall@5": 1.0,
        "recall@10": 1.0,
        "mrr": 1.0,
        "ndcg": 1.0,
        "citation_recall": 1.0,
        "citation_precision": 1.0,
        "page_recall": 1.0,
        "page_precision": 1.0,
        "cited": 1.0,
    }


def test_a_fact_that_is_missing_makes_an_answer_wrong_and_is_named() -> None:
    found = judged(HOME_CARE, "Den kostar 74 922 [1].")
    assert (found.values["right"], found.missing, found.bad) == (0.0, ("tkr",), ())


def test_the_neighbours_figure_makes_an_answer_wrong_and_is_named() -> None:
    found = judged(HOME_CARE, "Den kostar 74 922 tkr, året därpå 76 420 tkr [1].")
    assert (found.values["right"], found.values["wrong_figure"], found.bad) == (0.0, 1.0, ("76 420",))


def test_a_dump_of_text_is_no_answer() -> None:
    found = judged(HOME_CARE, "74 922 tkr " + "ord " * 83)
    assert (found.values["right"], found.values["too_long"], found.missing) == (0.0, 1.0, ())
    assert judged(HOME_CARE, "74 922 tkr " + "ord " * 81).values["right"] == 1.0


def test_a_figure_that_no_citation_holds_is_told() -> None:
    found = judged(HOME_CARE, "Den kostar 74 922 tkr, 75 mnkr, efter 74 100 tkr 2021 [1].")
    assert (found.unsupported, round(found.values["receipt"], 3)) == (("74100",), 0.667)


def test_figures_of_a_computed_answer_need_stand_in_no_source() -> None:
    values = judged(replace(HOME_CARE, type="compute"), "Det är 1 498 tkr, 74 922 tkr [1].").values
    assert not {"receipt", "unsupported_figure"} & set(values)


def test_saying_no_is_right_where_there_is_no_answer_and_wrong_where_there_is() -> None:
    no = answer("Det framgår inte.", abstained=True, citations=[])
    assert score(KIRUNA, no).values == {
        "wrong_figure": 0.0,
        "words": 3.0,
        "seconds": 0.5,
        "right": 1.0,
        "abstention_recall": 1.0,
        "abstention_precision": 1.0,
        "unsupported_figure": 0.0,
    }
    values = score(HOME_CARE, no).values
    assert (values["right"], values["false_abstention"], values["abstention_precision"]) == (0.0, 1.0, 0.0)
    assert judged(KIRUNA, "74 922 tkr [1].").values["right"] == 0.0


def test_a_question_back_is_right_where_it_names_two_alternatives() -> None:
    case = Case("a", "Vad kostar det?", "ambiguous", must=(("2020",), ("2021",), ("2022",), ("2023",)))
    assert judged(case, "Menar du 2020 eller 2021?", asks_back=True).values["right"] == 1.0
    assert judged(case, "Menar du 2020?", asks_back=True).values["right"] == 0.0
    assert judged(case, "2020 eller 2021.").values["right"] == 0.0


def test_a_case_without_answer_is_not_scored_which_is_not_zero() -> None:
    missing, failed = score(HOME_CARE, None), score(HOME_CARE, {"id": "a", "error": "ZeroDivisionError: krasch"})
    assert (missing.values, missing.unscored) == ({}, "Fallet har inget svar.")
    assert (failed.values, failed.unscored) == ({}, "ZeroDivisionError: krasch")


def test_citations_are_counted_by_passage_and_by_page() -> None:
    elsewhere = {"n": 2, "document": "plan.pdf", "page": 6, "quote": "Annat stycke på samma sida"}
    other = {"n": 3, "document": "budget.pdf", "page": 6, "quote": "Något annat"}
    first = answer("")["citations"][0]
    values = judged(HOME_CARE, "74 922 tkr [1][2][3].", citations=[first, elsewhere, other]).values
    assert (round(values["citation_precision"], 3), values["citation_recall"]) == (0.333, 1.0)
    assert (round(values["page_precision"], 3), values["page_recall"]) == (0.667, 1.0)


def test_evidence_that_is_a_page_is_found_by_its_page_and_document() -> None:
    case = replace(HOME_CARE, evidence=(Piece("plan.pdf", "", 6, (("plan.pdf", 6),)),))
    assert judged(case, "74 922 tkr [1].").values["citation_recall"] == 1.0
    other = [{"document": "budget.pdf", "page": 6, "text": "annat"}]
    assert judged(case, "74 922 tkr [1].", contexts=other).values["recall@10"] == 0.0


def test_the_search_is_measured_by_how_high_each_piece_of_evidence_lies() -> None:
    two = replace(HOME_CARE, type="retrieval", evidence=(Piece("", "alfa beta"), Piece("", "gamma delta")))
    hits = [{"text": text} for text in ["inget", "alfa beta", "alfa beta", "inget", "inget", "gamma delta"]]
    values = judged(two, "", contexts=hits, citations=[]).values
    assert [values[name] for name in ("recall@1", "recall@5", "recall@10", "mrr")] == [0.0, 0.5, 1.0, 0.5]
    assert round(values["ndcg"], 3) == 0.605
    assert "right" not in values
