"""Lists of a school board's report: by how far things have come, in running text, in tables and under headings."""

import pytest

from assistant.answering import Assistant
from tests.assistant.conftest import AssistantOver
from tests.assistant.test_answering import plain

REPORT = """# Skara kommun, skolnämnden: Delårsrapport januari–augusti 2031

## Skolorna

I kommunen finns sex grundskolor. Kommunens egna lokaler för slöjd är Viktoriaskolan, Djäkneskolan och Valleskolan.
Fyra fritidshem (Ugglan, Kattugglan, Hornugglan och Berguven) har öppet på sommaren, och några klubbar (se sidan två).
Slöjden är populär och kön till kvällskurserna är lång.

## Mål

### Mål 1: Alla läser bra

Målet är helt uppfyllt. Läsproven i årskurs tre gick bättre än året före.

### Mål 2: Alla trivs

Målet är delvis uppfyllt. Enkäten visar att flickor trivs sämre än pojkar.

### Mål 3: Alla äter upp

Målet är inte uppfyllt. Matsvinnet har ökat sedan förra året.

## Uppdrag

| Uppdrag | Ansvarig | Läge |
|---|---|---|
| Bygga om köket i Ardala | Stina Lind | Klart |
| Köpa in läsplattor | Stina Lind | Pågår |
| Se över skolskjutsen | Lars Ek | Försenat |
| Utreda fritidshemmen | Lars Ek | Ej påbörjat |

## Beställningar

| Nr | Ansvarig | Ursprung |
|---|---|---|
| 1 Bygga en gymnastiksal | Stina Lind | Revisionen |
| 2 Måla om matsalen | Lars Ek | Fullmäktige |

## Ekonomi

Inför 2032 behöver kostnaderna minska. Nämnden har beslutat om tre besparingar:

- vikarier tas inte in för korta ledigheter
- slöjdsalen i Ardala stängs
- läxhjälpen flyttas till biblioteket

## Riktlinjer

| Riktlinje | Gäller | Antal sidor |
|---|---|---|
| Riktlinje 1 | Skolskjuts | 4 |
| Riktlinje 2 | Ledighet | 6 |

## Intern kontroll

| Område | Risk | Bedömning |
|---|---|---|
| Inköp | Avtalen följs inte | Godkänt |
| Löner | Fel lön betalas ut | Godkänt |

## Synpunkter

Klagomålen rörde maten och skolskjutsen.

| Typ | 2030 | 2031 |
|---|---|---|
| Klagomål | 21 | 34 |
| Beröm | 5 | 8 |

## Krav

| Krav | Uppnått |
|---|---|
| Resultatet är minst noll | Nej |
| Lokalerna används hela dagen | Ja |
| Färre vikarier än förra året | Nej |
"""


@pytest.fixture(scope="module")
def school(assistant_over: AssistantOver) -> Assistant:
    return assistant_over({"skara-skolnamnden-delar-2031.md": REPORT})


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Vilka uppdrag är klara i Skara?", "Uppdrag (1 av 4): Bygga om köket i Ardala [1]."),
        ("Vilka uppdrag ligger efter tidplanen i Skara?", "Uppdrag (1 av 4): Se över skolskjutsen [1]."),
        ("Vilka uppdrag har inte påbörjats i Skara?", "Uppdrag (1 av 4): Utreda fritidshemmen [1]."),
        (
            "Vilka uppdrag är inte klara i Skara?",
            "Uppdrag (3 av 4): Köpa in läsplattor [1] · Se över skolskjutsen [2] · Utreda fritidshemmen [3].",
        ),
        ("Vilka mål når skolnämnden i Skara helt?", "Mål (1 av 3): Alla läser bra [1]."),
        ("Vilka mål är bara delvis uppfyllda i Skara?", "Mål (1 av 3): Alla trivs [1]."),
        ("Vilka mål når skolnämnden i Skara inte?", "Mål (1 av 3): Alla äter upp [1]."),
        (
            "Vilka krav missade skolnämnden i Skara?",
            "Krav (2 av 3): Resultatet är minst noll [1] · Färre vikarier än förra året [2].",
        ),
    ],
)
def test_things_that_have_come_as_far_as_is_asked_are_listed_alone(
    school: Assistant, question: str, answer: str
) -> None:
    assert plain(school.ask(question)) == answer


def test_rows_that_quote_a_whole_cell_are_listed_without_those_that_are_only_like_it(school: Assistant) -> None:
    assert plain(school.ask("Vilka uppdrag ligger på Stina Lind i Skara?")) == (
        "Uppdrag (2 av 4): Bygga om köket i Ardala [1] · Köpa in läsplattor [2]."
    )


def test_a_list_in_running_text_is_the_sentence_that_names_its_things(school: Assistant) -> None:
    assert plain(school.ask("Vilka egna lokaler för slöjd har Skara?")) == (
        "Kommunens egna lokaler för slöjd är Viktoriaskolan, Djäkneskolan och Valleskolan [1]."
    )


@pytest.mark.parametrize("question", ["Vad ska skolnämnden i Skara spara in på?", "Vilka besparingar gör Skara?"])
def test_what_is_to_be_saved_on_is_listed_from_where_it_is_called_savings(school: Assistant, question: str) -> None:
    assert plain(school.ask(question)) == (
        "Nämnden har beslutat om tre besparingar (3 av 3): vikarier tas inte in för korta ledigheter"
        " · slöjdsalen i Ardala stängs · läxhjälpen flyttas till biblioteket [1]"
    )


def test_a_row_that_is_only_numbered_is_listed_with_the_words_beside_it(school: Assistant) -> None:
    assert plain(school.ask("Vilka riktlinjer har Skara?")) == (
        "Riktlinje (2 av 2): Riktlinje 1 Skolskjuts [1] · Riktlinje 2 Ledighet [2]."
    )


def test_things_in_brackets_after_what_they_are_called_are_a_list(school: Assistant) -> None:
    assert plain(school.ask("Vilka fritidshem har Skara?")) == (
        "Fritidshem (4 av 4): Ugglan · Kattugglan · Hornugglan · Berguven [1]"
    )


def test_a_small_word_of_the_question_quotes_no_cell(school: Assistant) -> None:
    answer = plain(school.ask("Vilka uppdrag finns för skolnämnden i Skara?"))  # 'för' is the stem of Försenat
    assert answer.startswith("Uppdrag (4 av 4): Bygga om köket i Ardala [1]")


def test_what_numbered_rows_are_is_told_by_the_title_of_their_table(school: Assistant) -> None:
    assert plain(school.ask("Vilka beställningar kommer från fullmäktige i Skara?")) == (
        "Beställningar (1 av 2): 2 Måla om matsalen [1]."
    )


def test_what_something_is_about_is_told_by_no_count_of_it(school: Assistant) -> None:
    assert plain(school.ask("Vad handlade klagomålen i Skara om?")) == ("Klagomålen rörde maten och skolskjutsen [1].")


def test_what_has_been_ordered_is_a_list_of_assignments(school: Assistant) -> None:
    assert plain(school.ask("Vad har fullmäktige beställt i Skara?")) == (
        "Beställningar (1 av 2): 2 Måla om matsalen [1]."
    )


def test_what_a_column_beside_the_first_is_called_is_listed_from_that_column(school: Assistant) -> None:
    assert plain(school.ask("Vilka risker ser skolnämnden i Skara?")) == (
        "Risk (2 av 2): Avtalen följs inte [1] · Fel lön betalas ut [2]."
    )


def test_a_question_of_one_numbered_goal_does_not_list_the_goals(school: Assistant) -> None:
    answer = plain(school.ask("Vilka brister finns det i mål 2 för skolnämnden i Skara?"))
    assert not answer.startswith("Mål (")


def test_a_question_of_one_goal_by_its_title_does_not_list_the_goals(school: Assistant) -> None:
    answer = plain(school.ask("Vad ska nämnden göra för målet Alla läser bra i Skara?"))
    assert not answer.startswith("Mål (")
