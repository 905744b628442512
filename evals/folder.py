"""A run as a folder that explains itself: run.json, cases, places, answers, scores. The files of the bench alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from evals.cases import read_cases
from evals.manifest import differences
from evals.models import Case, Score, score_of
from evals.texts import words
from evals.writing import write_cases

ABOUT, CASES, PLACES, ANSWERS, SCORES = "run.json", "cases.jsonl", "places.json", "answers.jsonl", "scores.jsonl"
OPINIONS = "opinions.jsonl"


class BadRun(Exception):
    """A folder that is no run, or not the one that was asked for; the message says which and what to do."""


class Folder:
    """One run on disk. Answers are added one by one, so that a run that stops has lost none of them."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def begin(self, about: Mapping[str, object], cases: Sequence[Case]) -> None:
        """Make the folder, or go on with the run that is in it; raises BadRun where that is another one."""
        if (self.path / ABOUT).exists():
            other = differences(self.about(), about)
            if other:
                named = ", ".join(words("particulars").get(name, name) for name in other)
                raise BadRun(f"Mappen {self.path} har en annan körning: {named} är inte desamma. Välj en annan mapp.")
            return
        if self.path.exists() and any(self.path.iterdir()):
            raise BadRun(f"Mappen {self.path} är inte tom och är ingen körning. Välj en annan mapp.")
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BadRun(f"Mappen {self.path} kan inte skapas. Välj en annan mapp.") from error
        write_cases(self.path / CASES, cases)
        self._write(PLACES, {case.id: [piece.places for piece in case.evidence] for case in cases})
        self._write(ABOUT, about)

    def about(self) -> dict[str, Any]:
        """What the run was made with."""
        about: dict[str, Any] = self._read(ABOUT)
        return about

    def cases(self) -> tuple[Case, ...]:
        """The cases of the run, with the places of their evidence."""
        places = self._read(PLACES)
        return tuple(_placed(case, places[case.id]) for case in read_cases(self.path / CASES))

    def written(self, name: str) -> bytes:
        """A file that is written when the run is finished. Raises BadRun before that."""
        path = self.path / name
        if not path.exists():
            raise BadRun("Körningen är inte klar än: låt den gå till slutet först.")
        return path.read_bytes()

    def add(self, answer: Mapping[str, object]) -> None:
        """Keep one answer."""
        self._add(ANSWERS, answer)

    def answers(self) -> dict[str, dict[str, Any]]:
        """The answers so far by case."""
        return self._lines(ANSWERS)

    def count(self) -> int:
        """How many answers there are, without reading them."""
        path = self.path / ANSWERS
        return path.read_bytes().count(b"\n") if path.exists() else 0

    def add_opinion(self, opinion: Mapping[str, object]) -> None:
        """Keep what the judge says of one answer."""
        self._add(OPINIONS, opinion)

    def opinions(self) -> dict[str, dict[str, Any]]:
        """What the judge has said so far by case."""
        return self._lines(OPINIONS)

    def _add(self, name: str, line: Mapping[str, object]) -> None:
        with (self.path / name).open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")

    def _lines(self, name: str) -> dict[str, dict[str, Any]]:
        """Lines by their id; a last one that was cut off is taken away, so that its case is asked again."""
        path = self.path / name
        if not path.exists():
            return {}
        whole, _, cut = path.read_text("utf-8").rpartition("\n")
        if cut:
            path.write_text(f"{whole}\n" if whole else "", "utf-8")
        return read_answers(whole, name)

    def keep_scores(self, scores: Iterable[Score]) -> None:
        """Keep the scores, in place of earlier ones."""
        lines = [json.dumps(score.as_dict(), ensure_ascii=False) for score in scores]
        (self.path / SCORES).write_text("".join(f"{line}\n" for line in lines), "utf-8")

    def scores(self) -> list[Score]:
        """The scores of the run."""
        if not (self.path / SCORES).exists():
            raise BadRun(f"{self.path} är ingen körning med poäng. Ange en mapp som ”plansvar eval” har skrivit.")
        return [score_of(json.loads(line)) for line in (self.path / SCORES).read_text("utf-8").splitlines()]

    def _write(self, name: str, value: object) -> None:
        (self.path / name).write_text(json.dumps(value, ensure_ascii=False, indent=1), "utf-8")

    def _read(self, name: str) -> Any:
        try:
            return json.loads((self.path / name).read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise BadRun(f"{self.path} är ingen körning: {name} saknas eller är skadad.") from error


def read_answers(text: str, name: str) -> dict[str, dict[str, Any]]:
    """Answers as `plansvar ask --batch` writes them, by the id of their case."""
    answers: dict[str, dict[str, Any]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            answer = _answer(line, f"{name}, rad {number}")
            answers[str(answer["id"])] = answer
    return answers


def _answer(line: str, where: str) -> dict[str, Any]:
    try:
        answer = json.loads(line)
    except ValueError as error:
        raise BadRun(f"{where}: raden är inte giltig JSON.") from error
    if not isinstance(answer, dict) or "id" not in answer:
        raise BadRun(f"{where}: raden ska vara ett svar med fältet ”id”.")
    return answer


def _placed(case: Case, places: Sequence[Sequence[Sequence[Any]]]) -> Case:
    found = [tuple((str(file), int(page)) for file, page in pairs) for pairs in places]
    pieces = [replace(piece, places=at) for piece, at in zip(case.evidence, found, strict=True)]
    return replace(case, evidence=tuple(pieces))
