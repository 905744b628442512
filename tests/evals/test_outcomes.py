"""An answer is judged the same way whoever wrote it."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from evals.models import Case
from evals.outcomes import Told, judged, read_outcomes, sentences_of, table, unsupported

CASE = Case("a", "Hur många?", "table", must=(("64", "sextiofyra"), ("lekplatser",)), must_not=("61",))


def told(text: str, abstained: bool = False, asks_back: bool = False) -> Told:
    return Told(text, abstained, asks_back, 0, 1, first=1.0, seconds=2.0, tokens_in=900, lead="model")


@pytest.mark.parametrize(
    ("text", "right", "wrong_figure"),
    [
        ("Det ska finnas 64 lekplatser [1].", True, False),
        ("Det ska finnas 640 lekplatser [1].", False, False),
        ("Det ska finnas 64 lekplatser, och 61 fanns [1].", False, True),
        ("Det ska finnas 64 lekplatser" + " till" * 90, False, False),
    ],
)
def test_right_is_all_facts_none_that_is_wrong_and_no_dump(text: str, right: bool, wrong_figure: bool) -> None:
    outcome = judged(CASE, "with a model", told(text))
    assert (outcome.right, outcome.wrong_figure) == (right, wrong_figure)


def test_where_the_documents_do_not_tell_right_is_to_say_so() -> None:
    case = replace(CASE, type="unanswerable", must=(), must_not=())
    assert judged(case, "with a model", told("Det framgår inte.", abstained=True)).right
    assert not judged(case, "with a model", told("Det ska finnas 64 lekplatser.")).right


def test_a_question_back_that_names_two_choices_is_right_for_an_ambiguous_question() -> None:
    case = replace(CASE, type="ambiguous", must=(("Mora",), ("Kalix",)), must_not=())
    assert judged(case, "without a model", told("Menar du Mora eller Kalix?", asks_back=True)).right


def test_a_sentence_with_a_figure_or_a_word_of_its_own_is_unsupported() -> None:
    said = sentences_of("Lekplatserna är 64 [1]. Lekplatserna är 65 [1]. Lekplatserna är farliga [1].")
    assert unsupported(said, lambda _: "Antal lekplatser: 64") == 2


def test_the_table_has_a_column_for_each_way() -> None:
    right = judged(CASE, "with a model", told("64 lekplatser"))
    wrong = judged(CASE, "naive, same model", told("61 lekplatser"))
    lines = {line[:34].strip(): line[34:].split("  ") for line in table([right, wrong])}
    cells = {name: [cell.strip() for cell in found if cell.strip()] for name, found in lines.items()}
    assert cells["right, answerable"] == ["–", "1.000 (1/1)", "0.000 (0/1)"]
    assert cells["wrong figure shown"] == ["–", "0.000 (0/1)", "1.000 (1/1)"]
    assert cells["first words to whole"] == ["0.00", "0.50", "0.50"]


def test_a_run_that_was_stopped_is_read_back_but_for_the_line_that_it_was_writing(tmp_path: Path) -> None:
    outcome, file = judged(CASE, "with a model", told("64 lekplatser")), tmp_path / "out.jsonl"
    file.write_text(f"{json.dumps(asdict(outcome))}\n{json.dumps(asdict(outcome))[:50]}", "utf-8")
    assert read_outcomes(file) == [outcome]
    assert read_outcomes(tmp_path / "none.jsonl") == []
