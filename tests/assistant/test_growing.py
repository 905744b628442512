"""An answer grows on the screen: the program's own at once, then each checked sentence, and never less than that."""

from collections.abc import Sequence

from assistant.compose import Desk, Writer, compose
from assistant.models import Answer, Citation, Evidence, Intent, Reading, Scope, Status
from assistant.tokens import estimate
from corpus.documents import Document, Passage, PassageKind
from tests.assistant.scripted import Scripted, says

PLAN = Document("plan", "plan.md", "Mora: Budget 2030", "Mora", "tekniska nämnden", "budget", (2030,), "")
LATE = "Ombyggnaden av Storgatan är försenad på grund av högt grundvatten."
COST = "Ombyggnaden har hittills kostat 7 mnkr."
WIDE = "Ombyggnaden ger också bredare gångbanor vid skolan."
WORDED = "I Mora är ombyggnaden av Storgatan försenad på grund av högt grundvatten [1]."
QUESTION = "Varför är Storgatan försenad?"


def plain(*sentences: str) -> Answer:
    text = " ".join((LATE, COST, WIDE))
    source = Evidence(Passage("p", "plan", PassageKind.PROSE, ("Vägar",), text, (1,), 0), PLAN, 1.0)
    cited = Citation(1, PLAN.file, PLAN.title, 1, "1", "Vägar", text, "plan", "p")
    told = " ".join(f"{sentence[:-1]} [1]." for sentence in sentences)
    return Answer(Status.ANSWERED, told, Reading(QUESTION, "", Intent.REASON, Scope()), (cited,), (source,))


def grown(answer: Answer, writer: Writer) -> list[Answer]:
    def cite(cited: Sequence[Evidence]) -> tuple[Citation, ...]:
        return answer.citations if cited else ()

    return list(compose(answer, Desk(writer, cite, lambda _: answer)))


def marked(sentence: str) -> str:
    return f"{sentence[:-1]} [1]."


def test_the_programs_answer_is_there_at_once_and_then_each_sentence_that_holds() -> None:
    wide = marked(WIDE)
    steps = grown(plain(LATE), says(WORDED, "Storgatan kostar 9 mnkr [1].", wide))
    assert [step.text for step in steps] == [marked(LATE), WORDED, f"{WORDED} {wide}", f"{WORDED} {wide}"]
    assert [step.unfinished for step in steps] == [True, True, True, False]


def test_what_the_model_has_not_come_to_yet_is_told_by_the_program_meanwhile() -> None:
    cost = "Ombyggnaden har kostat 7 mnkr [1]."
    steps = grown(plain(LATE, "Ombyggnaden av Storgatan har hittills kostat 7 mnkr."), says(WORDED, cost))
    assert all("7 mnkr" in step.text for step in steps)
    assert steps[-1].text == f"{WORDED} {cost}"


def test_a_sentence_that_says_the_same_once_more_is_not_shown() -> None:
    (_, *_, last) = grown(plain(LATE), says(WORDED, marked(LATE), "Ombyggnaden av Storgatan är försenad [1]."))
    assert (last.text, last.withheld) == (WORDED, ())


def test_a_sentence_that_leaves_the_reason_out_does_not_stand_in_its_place() -> None:
    (*_, last) = grown(plain(LATE), says("Ombyggnaden av Storgatan är försenad [1]."))
    assert (last.text, last.details["lead"]) == (marked(LATE), "alone")


def test_a_model_that_only_repeats_the_programs_answer_has_added_nothing() -> None:
    (*_, last) = grown(plain(LATE, COST, WIDE), says("Storgatan är försenad [1]."))
    assert (last.text, last.details["lead"], last.details["fell_back"]) == (plain(LATE, COST, WIDE).text, "alone", "")


def test_a_model_that_copies_the_programs_own_words_has_written_nothing_wrong() -> None:
    answer = plain("Ombyggnaden: 7 mnkr (Utfall 2030).")  # no whole sentence, and yet the program's
    (_, last) = grown(answer, says("Ombyggnaden: 7 mnkr (Utfall 2030) [2]."))
    assert (last.text, last.withheld, last.details["fell_back"]) == (answer.text, (), "")


def test_an_empty_text_is_told_as_such() -> None:
    (_, last) = grown(plain(LATE), Scripted([""]))
    assert last.text == f"{marked(LATE)}\nSvaret är skrivet utan språkmodell: modellen skrev inget."
    assert last.details["fell_back"] == "modellen skrev inget."


def test_where_no_sentence_is_shown_the_questions_are_not_waited_for() -> None:
    writer = says("Storgatan kostar 9 mnkr [1].", questions=["Vad kostar ombyggnaden?"])
    (_, last) = grown(plain(LATE), writer)
    assert last.suggestions == ()
    assert last.details["fell_back"] == "inget i modellens text gick att belägga i dokumenten."
    assert 0 < last.details["tokens_out"] < estimate(writer.texts[0])


def test_a_model_that_breaks_off_among_its_questions_has_said_what_it_had_to_say() -> None:
    text = f'{{"meningar": ["{WORDED}"], "fragor": ["Vad har ombyggnaden kostat?", "Hur bred bl'
    (*_, last) = grown(plain(LATE), Scripted([text], failure="modellen hann inte svara i tid."))
    assert (last.text, last.details["fell_back"]) == (WORDED, "")
