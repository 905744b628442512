"""The honest no: what the documents do not cover, do not say, or only planned."""

import pytest

from assistant.answering import Assistant
from assistant.evidence import Subject
from assistant.models import Evidence, Intent, Reading, Scope, Status
from assistant.premise import unfounded
from corpus.documents import Document, Passage, PassageKind
from corpus.swedish.concepts import concepts_in
from tests.assistant.conftest import AssistantOver
from tests.assistant.test_answering import plain

ASKED = ("Varför minskade besöken i badhuset?", "Varför ökade besöken i badhuset?")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Vad kostar parkerna i Mora 2045?", "dokumenten säger inget om 2045"),
        ("Vad är socialnämndens budget i Mora 2030?", "inget av dokumenten kommer från socialnämnden"),
        ("Varför lade Mora ner badplatserna 2030?", "Det stämmer inte med dokumenten"),
        ("Varför stängdes lekplatserna i Mora?", "Det stämmer inte med dokumenten"),
        ("Vad blev utfallet för parkerna i Mora 2030?", "dokumenten anger inget utfall för 2030"),
    ],
)
def test_what_is_not_there_is_said(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert said in answer.text
    assert answer.status is Status.NOT_IN_DOCUMENTS


def test_a_cause_of_a_fall_is_not_told_where_the_documents_tell_of_a_rise() -> None:
    passage = Passage("a", "d", PassageKind.PROSE, (), "Antalet besök i badhuset har ökat.", (1,), 0)
    source = Evidence(passage, Document("d", "d.pdf", "Plan", "Mora", "nämnden", "plan", (2030,), ""), 1.0)
    concepts = concepts_in("besök badhuset")
    subject = Subject(concepts, (0.5, 0.5), concepts, lambda texts: [0.0] * len(texts))
    down, up = (Reading(q, "besök badhuset", Intent.REASON, Scope()) for q in ASKED)
    drafted = unfounded(down, [source], subject, [])
    assert drafted is not None
    assert "säger motsatsen" in drafted.sentences[0]
    assert unfounded(up, [source], subject, []) is None


def test_the_plan_is_told_beside_an_outcome_that_is_missing(assistant: Assistant) -> None:
    text = plain(assistant.ask("Vad blev utfallet för parkerna i Mora 2030?"))
    assert "Närmast: Parker har en budgeterad nettokostnad på -9 000 tkr 2030 [1]." in text


def test_a_premise_that_the_document_tells_is_answered(assistant: Assistant) -> None:
    assert "grundvattnet" in assistant.ask("Varför är ombyggnaden av Storgatan försenad?").text


def test_a_name_that_is_asked_for_and_not_told_is_missed(assistant: Assistant) -> None:
    assert assistant.ask("Vad heter entreprenören för snöröjningen i Mora?").abstained
    assert not assistant.ask("Vad heter programmet för lekplatser i Mora?").abstained


def test_a_figure_of_a_document_about_other_years_is_no_answer(assistant: Assistant) -> None:
    assert "6,4" in plain(assistant.ask("Hur hög var sjukfrånvaron i Kalix 2030?"))
    assert assistant.ask("Hur hög var sjukfrånvaron i Kalix 2031?").abstained


def test_a_thing_that_no_document_names_is_not_counted_by_what_it_is_a_sort_of(assistant: Assistant) -> None:
    assert assistant.ask("Hur många skilsmässor var det i Mora 2030?").abstained


OF_ANOTHER = {
    "mora.md": "# Mora kommun, socialnämnden: Plan 2030\n\nSocialnämnden samverkar med byggnadsnämnden om nya bostäder."
    "\n\n## Uppdrag\n\n- Starta ett nytt boende\n- Korta väntetiderna\n",
}


def test_what_another_board_is_to_do_is_told_only_where_that_board_is_named(assistant_over: AssistantOver) -> None:
    assistant = assistant_over(OF_ANOTHER)
    assert assistant.ask("Vilka uppdrag har socialnämnden i Mora?").status is Status.ANSWERED
    assert assistant.ask("Vilka uppdrag har byggnadsnämnden i Mora?").status is Status.NOT_IN_DOCUMENTS
    assert "nya bostäder" in assistant.ask("Vem samverkar byggnadsnämnden i Mora med om bostäder?").text
