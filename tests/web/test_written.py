"""The page says when a language model wrote an answer, with what it took, and offers the questions it suggests."""

from dataclasses import replace

from assistant.models import Answer, Intent, Reading, Scope, Status, Turn
from web.conversation import growing, whole
from web.follow import next_questions
from web.talks import Said
from web.written import written_by

READING = Reading("Vad kostar gatorna?", "gatorna", Intent.FIGURE, Scope())
ANSWER = Answer(Status.ANSWERED, "Gatorna kostar 5 tkr [1].", READING)
DETAILS: dict[str, object] = {
    "model": "openai:<b>", "prompt": "answer-1", "seconds": 2.345, "tokens_in": 800, "tokens_out": 90, "lead": "model",
    "fell_back": "",
}  # fmt: skip


def test_the_line_names_the_model_and_what_it_took() -> None:
    line = written_by(replace(ANSWER, details=DETAILS))
    assert "openai:&lt;b&gt;" in line
    assert "2,3 s" in line
    assert "800 + 90" in line
    assert line in whole(1, "Fråga", replace(ANSWER, details=DETAILS))


def test_an_answer_that_no_model_wrote_has_no_such_line() -> None:
    assert written_by(ANSWER) == ""
    assert written_by(replace(ANSWER, details={**DETAILS, "fell_back": "modellen hann inte svara i tid."})) == ""


def test_suggested_questions_come_first_among_those_to_go_on_with() -> None:
    answer = replace(ANSWER, suggestions=("Vad kostar parkerna?", "Vad betyder LPP?"))
    assert next_questions(Turn("Vad kostar gatorna?", READING, answer)) == ["Vad kostar parkerna?", "Vad betyder LPP?"]


def test_a_model_that_added_nothing_is_not_said_to_have_written() -> None:
    line = written_by(replace(ANSWER, details={**DETAILS, "lead": "alone"}))
    assert "Programmets svar" in line
    assert "utan att tillföra något" in line


def test_while_the_model_writes_the_page_says_so_below_the_answer_that_holds_already() -> None:
    waiting, done = growing(Said(asked="Fråga"), replace(ANSWER, unfinished=True)), growing(Said(asked="Fråga"), ANSWER)
    assert waiting.index("Gatorna kostar") < waiting.index("Språkmodellen skriver.")
    assert "Språkmodellen skriver." not in done
