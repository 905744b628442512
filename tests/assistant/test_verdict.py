"""Yes or no only where a sentence or a row settles which."""

import pytest

from assistant.asked import intent_of
from assistant.evidence import Subject
from assistant.models import Reading, Scope
from assistant.verdict import Told, yes_or_no
from corpus.swedish.concepts import concepts_in


def said(question: str, text: str, before: str = "") -> str:
    concepts = concepts_in(question)
    weights = tuple(1 / len(concepts) for _ in concepts)
    subject = Subject(concepts, weights, concepts, lambda texts: [0.0] * len(texts))
    return yes_or_no(Reading(question, question, intent_of(question), Scope()), Told(text, before), subject)


@pytest.mark.parametrize(
    ("question", "text", "verdict"),
    [
        ("Har simhallen varit öppen?", "Simhallen har varit stängd hela våren.", "Nej."),
        ("Har simhallen öppnat?", "Simhallen har inte öppnat.", "Nej."),
        ("Har simhallen öppnat?", "Simhallen öppnade i maj.", "Ja."),
        ("Är simhallen renoverad?", "Simhallen ska renoveras under hösten.", "Nej."),
        ("Är bron klar?", "Uppdrag: Ny bro | Läge: Rött", "Nej."),
        ("Är bron klar?", "Uppdrag: Ny bro | Läge: Klart", "Ja."),
        ("Har barnen kunnat gå i simskolan?", "Simskolan har pausats för alla barnen.", "Nej."),
        ("Kan barnen gå i simskolan även om de inte har bokat?", "Barnen kan gå i simskolan utan att ha bokat.", "Ja."),
        ("Räcker pengarna till bron?", "För att pengarna till bron inte ska ta slut räcker det med avgiften.", "Ja."),
        ("Nås målet för bron?", "Målet för bron bedöms vara delvis uppfyllt.", "Delvis."),
        ("Minskade olyckorna från 2029 till 2030?", "Olyckorna var 513 år 2029 och 476 år 2030.", "Ja."),
        ("Ökade olyckorna från 2029 till 2030?", "Olyckorna var 513 år 2029 och 476 år 2030.", "Nej."),
    ],
)
def test_what_settles_the_question_is_told(question: str, text: str, verdict: str) -> None:
    assert said(question, text) == verdict


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Höjs kommunalskatten?", "Prisindex för kommunal verksamhet används."),
        ("Är reglerna för skolskjuts översedda?", "Nämnden beslutar om reglerna för skolskjuts."),
        ("Ökade olyckorna vid bron?", "Olyckorna vid bron redovisas i en bilaga."),
        ("Är bron ny eller gammal?", "Bron är ny."),
        ("Har personalen utbildats i räddning?", "• Utbilda personalen i räddning."),
        ("Höjs vattentaxan?", "Avfallstaxan är oförändrad."),
        ("Minskade befolkningen?", "Andelen äldre i befolkningen minskade."),
    ],
)
def test_what_does_not_settle_it_gets_neither(question: str, text: str) -> None:
    assert said(question, text) == ""


def test_the_sentence_before_may_name_what_the_next_one_speaks_of() -> None:
    told = "Satsningen ska utvärderas i höst."
    assert said("Är satsningen på servicebiträden utvärderad?", told, "Servicebiträden har anställts.") == "Nej."
