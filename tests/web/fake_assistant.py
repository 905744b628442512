"""An assistant for the tests of the page: three small documents and four answers known by heart."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from time import sleep

from assistant.models import (
    NO_CHOICES,
    Answer,
    Chip,
    Choices,
    Citation,
    Evidence,
    Intent,
    Reading,
    Scope,
    Status,
    Turn,
)
from corpus.documents import Box, Document, Figure, FigureKind, Passage, PassageKind
from tests.web.tiny_pdf import line_box, tiny_pdf

ROW = "Hemtjänst: intäkter 12 000, kostnader -86 922, nettokostnad -74 922 tkr"
REVIEW = "Under planperioden ses hemtjänstens arbetssätt och organisation över."
EVIL = (
    "<script>window.hacked = 1</script> **fet** [länk](http://evil.example) ${1+1} {{title}} "
    '<img src=x onerror="window.hacked=1">'
)
PAGES = (
    ("Verksamhetsplan 2022-2024", "Socialnämnden, Timrå kommun"),
    ("Innehåll", "1 Inledning", "2 Ekonomi"),
    ("2 Ekonomi", "Driftbudget 2022", "Verksamhet, belopp i tkr", ROW, "Särskilt boende: -113 611"),
    ("3 Utveckling", REVIEW),
)
PLAN = Document(
    "timra-plan-2022",
    "timra-plan-2022.pdf",
    "Verksamhetsplan 2022–2024",
    "Timrå",
    "Socialnämnden",
    "plan",
    (2022, 2023, 2024),
    "aa",
)
NOTES = Document("anteckningar", "anteckningar.txt", "Anteckningar", "Timrå", "", "övrigt", (2021,), "bb")
HOSTILE = Document("elak", "elak <b>&.pdf", f"Elak {EVIL}", "Ort <i>", "Nämnd", "plan", (2019, 2021), "cc")
CHIPS = (
    Chip("municipality", "Timrå", "Timrå"),
    Chip("year", "2022", "2022"),
    Chip("figure_kind", "budget", "budget"),
)
# The row runs over a page break.
NETTO = Citation(
    1,
    PLAN.file,
    PLAN.title,
    3,
    "1",
    "2 Ekonomi > Driftbudget 2022",
    ROW,
    PLAN.id,
    "p1",
    (line_box(3, 3, len(ROW)), line_box(4, 1, 40)),
)
REVIEWED = Citation(2, PLAN.file, PLAN.title, 4, "4", "3 Utveckling", REVIEW, PLAN.id, "p2", (line_box(4, 1, 70),))
FIGURES = tuple(
    Figure(Decimal(value.replace(" ", "")), value, "tkr", year, "", FigureKind.BUDGET, ("Hemtjänst", "Netto"),
           f"Budget {year}", 3, Box(3, 300.0 + 10 * (year - 2022), 120, 340, 135))
    for year, value in ((2022, "-74 922"), (2023, "-76 420"), (2024, "-77 949"))
)  # fmt: skip
NOTED = Citation(1, NOTES.file, NOTES.title, 1, "1", "", "Mötet hölls i mars.", NOTES.id, "p3")
EVIL_CITED = Citation(1, HOSTILE.file, HOSTILE.title, 1, EVIL, EVIL, EVIL, HOSTILE.id, "p4")


class FakeAssistant:
    """Answers at once and remembers what it was asked, and with which turns and chips."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[tuple[str, tuple[str, ...], Choices]] = []
        (folder / PLAN.file).write_bytes(tiny_pdf(PAGES))
        (folder / HOSTILE.file).write_bytes(tiny_pdf([["Elak"]]))
        (folder / NOTES.file).write_text("Mötet hölls i mars. Åäö <b>", encoding="utf-8")

    def ask(self, question: str, turns: Sequence[Turn] = (), choices: Choices = NO_CHOICES) -> Answer:
        """The answer that belongs to a word of the question."""
        self.asked.append((question, tuple(turn.question for turn in turns), choices))
        known = {"jämför": _compared, "hemtjänst": _home_care, "möte": _meeting, "elak": _evil, "krasch": _crash}
        make = next((make for word, make in known.items() if word in question.lower()), _nothing)
        answer = make()
        kept = [chip for chip in answer.reading.chips if (chip.field, chip.value) not in choices.dropped]
        chips = tuple(replace(chip, inherited=bool(turns)) for chip in kept)
        return replace(answer, reading=replace(answer.reading, question=question, chips=chips))

    def stream(self, question: str, turns: Sequence[Turn] = (), choices: Choices = NO_CHOICES) -> Iterator[Answer]:
        """The answer in two steps: its first sentence, then the whole."""
        answer = self.ask(question, turns, choices)
        if "långsam" in question:
            for words in range(30):
                yield replace(answer, text=" ".join(answer.text.split()[:words]), citations=())
                sleep(0.1)
        yield replace(answer, text=answer.text.split(". ")[0], citations=answer.citations[:1])
        yield answer

    def examples(self) -> list[str]:
        """Three questions, as a real index would give them."""
        return ["Vad kostar hemtjänsten i Timrå 2022?", "När var mötet?", "Vad är TUFF?"]

    def documents(self) -> list[Document]:
        """A plan, a text file and a document that means harm."""
        return [PLAN, NOTES, HOSTILE]

    def file_of(self, document_id: str) -> Path | None:
        """Where the fake put its files."""
        files = {document.id: document.file for document in self.documents()}
        return self.folder / files[document_id] if document_id in files else None


def _reading(chips: tuple[Chip, ...] = ()) -> Reading:
    return Reading("", "", Intent.FIGURE, Scope(), chips=chips)


def _home_care() -> Answer:
    text = (
        "Hemtjänsten har en budgeterad nettokostnad på −74 922 tkr 2022, det vill säga cirka "
        "74,9 mnkr [1]. Planen beskriver också en översyn av arbetssätt och organisation [2]."
    )
    passage = Passage("p1", PLAN.id, PassageKind.ROW, ("2 Ekonomi",), ROW, (3,), 0, figures=FIGURES)
    evidence = (Evidence(passage, PLAN, 1.0),)
    return Answer(Status.ANSWERED, text, _reading(CHIPS), (NETTO, REVIEWED), evidence, ("En mening.",))


def _compared() -> Answer:
    rows = "Verksamhet | Budget 2022 | Plan 2023\nHemtjänst | −74 922 [1] | −76 420 [1]\nUtredning |  | pågår [2]"
    quote = "Hemtjänst | " + " | ".join(f"Budget {year}: -74 9{year % 100}" for year in range(2020, 2029))
    cited = (replace(NETTO, quote=quote), REVIEWED)
    return replace(_home_care(), text=f"Så här ser det ut.\nNettokostnad, tkr:\n{rows}", citations=cited)


def _meeting() -> Answer:
    return Answer(Status.ANSWERED, "Mötet hölls i mars [1].", _reading(CHIPS[:1]), (NOTED,))


def _evil() -> Answer:
    chips = (Chip("subject", EVIL, EVIL),)
    return Answer(Status.ANSWERED, f"{EVIL} [1] [7]", _reading(chips), (EVIL_CITED,))


def _crash() -> Answer:
    raise RuntimeError("secret of the server")


def _nothing() -> Answer:
    return Answer(Status.NOT_IN_DOCUMENTS, "Det framgår inte av dokumenten.", _reading(CHIPS[:1]))
