"""The catalogue: what each document is; guessed from file name and first pages where no entry says."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections import Counter
from functools import lru_cache
from pathlib import Path

from corpus.documents import Document
from corpus.swedish.periods import MONTHS, period_in, years_in
from corpus.swedish.words import HERE as SWEDISH
from corpus.swedish.words import clean_text, fold, read_lines

FIELDS = frozenset({"title", "municipality", "board", "kind", "years", "period"})
KINDS = (
    ("delårsrapport", "delårsrapport"), ("delårsbokslut", "delårsrapport"), ("delår", "delårsrapport"),
    ("tertial", "delårsrapport"), ("årsredovisning", "årsredovisning"), ("årsbokslut", "årsbokslut"),
    ("verksamhetsberättelse", "verksamhetsberättelse"), ("styrkort", "styrkort"),
    ("verksamhetsplan", "verksamhetsplan"), ("mål och budget", "budget"), ("internbudget", "budget"),
    ("flerårsplan", "plan"), ("strategi", "plan"), ("budget", "budget"), ("plan", "plan"),
)  # fmt: skip
BOARD = re.compile(
    r"\b((?:[a-zåäö]+- (?:och|samt) )*(?:[a-zåäö]+(?:ska|iska|la) )?[a-zåäö]*(?:nämnden|styrelsen|utskottet)|kommunfullmäktige)\b"
)
OF_NO_BOARD = frozenset({"nämnden", "nämndens", "styrelsen", "utskottet"})
FIRST_WORDS = 2500  # letters of the text that tell what a document is
YEAR_SPAN = re.compile(r"(19|20)\d\d\s*[-–]\s*(19|20)?\d\d")


class CatalogueError(Exception):
    """A catalogue file that cannot be used; the message names the file, the entry and the fault."""


def read_catalogue(path: Path) -> dict[str, dict[str, object]]:
    """File name -> fields of its entry. A folder without a catalogue has an empty one."""
    if not path.exists():
        return {}
    try:
        entries = tomllib.loads(path.read_text("utf-8")).get("document", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{path.name} går inte att läsa: {error}.") from error
    for entry in entries:
        unknown = set(entry) - FIELDS - {"file"}
        if unknown or "file" not in entry:
            raise CatalogueError(f"{path.name}: posten {entry.get('file', '?')} har fel fält: {sorted(unknown)}.")
    return {entry["file"]: {k: v for k, v in entry.items() if k != "file"} for entry in entries}


def describe(path: Path, text: str, entry: dict[str, object]) -> Document:
    """The Document of a file: its catalogue entry where it has one, the rest guessed from name and text."""
    guessed = guess(path.stem, text)
    fields = {**guessed, **entry}
    years = tuple(fields.pop("years"))  # type: ignore[arg-type]
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    name = hashlib.sha256(path.name.encode()).hexdigest()[:10]
    return Document(id=name, file=path.name, years=years, sha256=digest, **fields)  # type: ignore[arg-type]


def guess(stem: str, text: str) -> dict[str, object]:
    """Title, municipality, board, kind, years and period, as well as a file name and a text tell."""
    name = stem.replace("_", " ").replace("-", " ")
    top = clean_text(text[:FIRST_WORDS])
    municipality = _municipality(name, text)
    board = _board(name, top, text)
    kind = _kind(name) or _kind(top) or _kind(clean_text(text)) or "dokument"
    years = _years(stem, top, text)
    period = _part_year(kind, name) or _part_year(kind, top)
    return {"title": _title(municipality, board, kind, (years, period)), "municipality": municipality,
            "board": board, "kind": kind, "years": years, "period": period}  # fmt: skip


def _title(municipality: str, board: str, kind: str, when: tuple[tuple[int, ...], str]) -> str:
    years, period = when
    span = f"{years[0]}–{years[-1]}" if len(years) > 1 else f"{years[0]}" if years else ""
    who = " ".join(part for part in (municipality, board) if part)
    what = " ".join(part for part in (kind.capitalize(), period, span) if part)
    title = f"{who}: {what}" if who else what
    return title[:1].upper() + title[1:]


@lru_cache(maxsize=1)
def municipalities() -> dict[str, str]:
    """Municipality -> county, all 290."""
    rows = (line.split("\t") for line in read_lines(SWEDISH / "municipalities.txt"))
    return {name: county for name, county in rows}


def municipalities_in(text: str) -> list[str]:
    """Municipalities that a text names, genitive included; the commonest first."""
    counts: Counter[str] = Counter()
    for word in re.findall(r"[A-ZÅÄÖ][\wåäöé-]+(?: [A-ZÅÄÖ][\wåäöé-]+)?", text):
        for form in (word, word.split()[0]):
            name = form if form in municipalities() else form.removesuffix("s")
            if name in municipalities():
                counts[name] += 1
                break
    return [name for name, _ in counts.most_common()]


def _municipality(name: str, text: str) -> str:
    in_name = municipalities_in(name.title())
    plain = {_ascii(m): m for m in municipalities()}
    in_ascii = [plain[w] for w in name.lower().split() if w in plain]
    stated = re.findall(r"\b([A-ZÅÄÖ][a-zåäö]+)s? kommun\b", text)
    known = [w if w in municipalities() else w.removesuffix("s") for w in stated]
    counted = Counter(w for w in known if w in municipalities()).most_common(1)
    return (in_name or in_ascii or [w for w, n in counted if n > 1] or _county(name) or [""])[0]


def _county(name: str) -> list[str]:
    """The county that a file name holds, where it holds no municipality."""
    counties = {county.removesuffix(" län").removesuffix("s") for county in municipalities().values()}
    return [county for county in sorted(counties) if _ascii(county) in _ascii(name).split()]


def _ascii(name: str) -> str:
    return name.lower().translate(str.maketrans("åäöé", "aaoe"))


def _board(name: str, top: str, text: str) -> str:
    for source in (fold(top), fold(text)):
        found = Counter(m for m in BOARD.findall(source) if m not in OF_NO_BOARD)
        in_name = [b for b in found if _ascii(b).replace("- ", " ").replace("-", " ") in _ascii(fold(name))]
        if in_name or found:
            return max(in_name, key=len) if in_name else found.most_common(1)[0][0]
    return ""


def _kind(text: str) -> str:
    low = fold(text)
    hits = [(low.find(cue), -len(cue), kind) for cue, kind in KINDS if cue in low]
    return min(hits)[2] if hits else ""


def _years(stem: str, top: str, text: str) -> tuple[int, ...]:
    named = years_in(stem)
    if named:
        return named
    span = YEAR_SPAN.search(top)
    found = years_in(span.group()) if span else years_in(top)[:1]
    common = Counter(year for line in text.splitlines() for year in years_in(line)).most_common(1)
    return found or tuple(year for year, _ in common)


def _part_year(kind: str, top: str) -> str:
    """The part of the year that a delårsrapport is of: a span of months, or from January to the month named."""
    if kind != "delårsrapport":
        return ""
    month = next((m for m in MONTHS if re.search(rf"\b{m}\b", top.lower())), "")
    return period_in(top) or (f"jan–{month[:3]}" if month else "")
