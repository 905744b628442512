"""How far a thing has come, as a cell of a table says it."""

import pytest

from corpus.swedish.statuses import answers, status_in


@pytest.mark.parametrize(
    ("row", "status"),
    [
        ("Uppdrag: Ny bro | Klart senast: 2030-09-30 | Läge: Rött | Kommentar: Ont om stål", "rött"),
        ("Ny bro – Status: Ej påbörjad. Kommentar: Väntar på beslut", "ej påbörjad"),
        ("Indikator: Svar inom en vecka | Utfall: 86 | Mål: 95 | Uppnått: Nej", "nej"),
        ("Ny bro – Läge: Klart Ny bro – Ansvarig: Gatuchefen", "klart"),
        ("Ny bro | Ansvarig: Gatuchefen | Kostnad: 12", ""),
        ("Ny bro | Läge: Klart vatten rinner under den", ""),
    ],
)
def test_the_cell_that_says_how_far_a_thing_has_come_is_found(row: str, status: str) -> None:
    assert status_in(row) == status


@pytest.mark.parametrize(
    ("question", "status", "answer"),
    [
        ("Är bron klar?", "klart", "Ja."),
        ("Är bron klar?", "pågår", "Nej."),
        ("Är bron klar?", "försenat", "Nej."),
        ("Är bron försenad?", "försenad", "Ja."),
        ("Är bron försenad?", "klart", "Nej."),
        ("Har bygget påbörjats?", "pågår", "Ja."),
        ("Har bygget påbörjats?", "försenat", "Ja."),
        ("Har bygget påbörjats?", "ej påbörjat", "Nej."),
        ("Nås målet för bron?", "delvis", "Delvis."),
        ("Får vi en bro?", "pågår", ""),
    ],
)
def test_a_status_answers_what_is_asked_of_it(question: str, status: str, answer: str) -> None:
    assert answers(question, status) == answer
