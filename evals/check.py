"""Is the set sound? Every quote stands in its PDF, every reference answer meets its own facts, nothing is missing."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pdfplumber

SETS = Path(__file__).resolve().parent / "sets"


def flat(text: str) -> str:
    """One space between words, plain minus signs, no spaces inside figures, lower case."""
    text = re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("−", "-"))
    return re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", text).lower()


def load(path: Path) -> str:
    """The text of one PDF, whitespace-normalised."""
    with pdfplumber.open(path) as pdf:
        return flat(" ".join(page.extract_text(x_tolerance=1.5) or "" for page in pdf.pages))


def holds(form: str, text: str) -> bool:
    """Does the text hold this surface form, and a figure not as a part of a longer one?"""
    edge = r"(?<![\d.,])" if form[0].isdigit() else ""
    return re.search(edge + re.escape(flat(form)) + (r"(?!\d|[.,]\d)" if edge else ""), flat(text)) is not None


def faults(case: dict[str, Any], texts: dict[str, str]) -> list[str]:
    """What is wrong with one question."""
    out = [f"no such document: {name}" for name in case["docs"] if name not in texts]
    for piece in case["evidence"]:
        count = texts[piece["doc"]].count(flat(piece["quote"]))
        if count != 1:
            out.append(f"quote stands {count} times: {piece['quote']}")
    answer = case["answer"]
    out += [f"answer lacks {fact[0]}" for fact in case["must"] if not any(holds(form, answer) for form in fact)]
    out += [f"answer holds {bad}" for bad in case["must_not"] if holds(bad, answer)]
    if (case["type"] == "unanswerable") == bool(case["evidence"]):
        out.append("evidence does not fit the type")
    return out


def check(folder: Path) -> tuple[int, list[str]]:
    """The number of questions of a set, and what is wrong with them."""
    texts = {path.name: load(path) for path in (folder / "pdf").glob("*.pdf")}
    lines = (folder / "questions.jsonl").read_text("utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    found = [f"{case['id']}: {fault}" for case in cases for fault in faults(case, texts)]
    twice = len(cases) - len({case["id"] for case in cases})
    return len(cases), found + ([f"{twice} ids stand twice"] if twice else [])


def main() -> int:
    """Print the faults of the set named; 1 where there are any."""
    count, found = check(SETS / sys.argv[1])
    print(*found, f"{count} questions, {len(found)} faults", sep="\n")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
