"""One sentence that answers all of several questions in one."""

from assistant.models import Draft, Intent, Reading, Scope
from assistant.together import together
from tests.assistant.test_check import source
from tests.assistant.test_extract import subject

WHOLE = Reading("Hur många drabbades av läckan och hur länge?", "drabbades läckan", Intent.FIGURE, Scope())
PARTS = [
    Reading("Hur många drabbades av läckan?", "drabbades läckan", Intent.FIGURE, Scope()),
    Reading("hur länge?", "drabbades läckan", Intent.DATE, Scope()),
]


def told(text: str) -> Draft | None:
    return together(WHOLE, PARTS, [source(text)], subject("läckan"))


def test_a_sentence_that_holds_both_answers_is_told_alone() -> None:
    draft = told("I juni sprang en ledning läck. Läckan varade i nio dagar och drabbade 640 hushåll. Den är lagad.")
    assert draft
    assert draft.sentences == ("Läckan varade i nio dagar och drabbade 640 hushåll [1].",)


def test_no_sentence_is_told_for_both_where_it_holds_one_or_is_of_something_else() -> None:
    assert told("Läckan drabbade 640 hushåll.") is None
    assert told("Bron var stängd i nio dagar och 640 bilar fick vända.") is None
