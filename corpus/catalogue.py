"""The catalogue: what each document is; guessed from file name and first pages where no entry says."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.documents import Document
from corpus.swedish.periods import MONTHS, SPAN, period_in, years_in
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
    r"\b((?:[a-zåäö]+iska|sociala) nämnden|(?:[a-zåäö]+- (?:och|samt) )*[a-zåäö]+(?:nämnden|styrelsen|utskottet)"
    r"|kommunfullmäktige)s?\b"
)
OF_NO_BOARD = frozenset({"politiska nämnden", "arbetsutskottet"})
OVERSEERS = frozenset({"kommunfullmäktige", "kommunstyrelsen"})  # named in the documents of every board
MUNICIPALITY = re.compile(r"\b((?:[A-ZÅÄÖ][a-zåäöé]+[ -])?[A-ZÅÄÖ][a-zåäöé]+) [Kk]ommun\b")
REGION = re.compile(r"\bRegion ([A-ZÅÄÖ][a-zåäö]+)\b")
FIRST_WORDS = 2500  # letters of the text that tell what a document is
COMMON = frozenset({"plan", "budget", "strategi"})  # words that begin more than titles
FORECAST = re.compile(r"prognos", re.IGNORECASE)
PLANNED = re.compile(
    r"\bBudget(?:\s+20\d\d(?:\s+Plan\s+20\d\d(?:\s*\([^)]*\))?){1,3}|\s+för år(?:\s+20\d\d){2,4})(?![-\d])"
)
YEAR_SPAN = re.compile(r"(?:19|20)\d\d\s*[-–]\s*(?:(?:19|20)\d\d|\d\d)(?![-–:\d])")


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
    fields: dict[str, Any] = {**guess(path.stem, text), **entry}
    years = tuple(fields.pop("years"))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    name = hashlib.sha256(path.name.encode()).hexdigest()[:10]
    return Document(id=name, file=path.name, years=years, sha256=digest, **fields)


def guess(stem: str, text: str) -> dict[str, object]:
    """Title, municipality, board, kind, years and period, as well as a file name and a text tell."""
    name = stem.replace("_", " ").replace("-", " ")
    top = clean_text(text[:FIRST_WORDS])
    municipality = _municipality(name, text)
    board = _board(stem, top, text)
    kind = (
        _kind(name) or _titled_kind(top) or _reported_kind(text) or _kind(top) or _kind(clean_text(text)) or "dokument"
    )
    years = _years(stem, top, text)
    often = [period for period, _ in _periods(text).most_common(1) if kind == "delårsrapport"]
    period = _part_year(kind, name) or next(iter(often), "") or _part_year(kind, top)
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
        name = _known(word) or _known(word.split()[0])
        counts.update([name] if name else [])
    return [name for name, _ in counts.most_common()]


def _municipality(name: str, text: str) -> str:
    """The municipality of the file name, or the one that the text says is a 'kommun': at its beginning, or twice."""
    in_name = municipalities_in(name.title())
    plain = {_ascii(m): m for m in municipalities()}
    in_ascii = [plain[w] for w in name.lower().split() if w in plain]
    early = [m for m, _ in _stated(text[:FIRST_WORDS]).most_common(1)]
    often = [m for m, count in _stated(text).most_common(1) if count > 1]
    return (in_name or in_ascii or early or often or _county(name) or _region(text) or [""])[0]


def _stated(text: str) -> Counter[str]:
    """How often the text names each municipality as 'X kommun' or 'X:s kommun'."""
    forms = ((name, name.split()[-1]) for name in MUNICIPALITY.findall(text))
    found = (known for names in forms if (known := next(filter(None, map(_known, names)), "")))
    return Counter(found)


def _known(name: str) -> str:
    """The municipality of that name, also in the genitive, or ''."""
    return next((form for form in (name, name.removesuffix("s")) if form in municipalities()), "")


def _county(name: str) -> list[str]:
    """The county that a file name holds, where it holds no municipality."""
    counties = {county.removesuffix(" län").removesuffix("s") for county in municipalities().values()}
    return [county for county in sorted(counties) if _ascii(county) in _ascii(name).split()]


def _region(text: str) -> list[str]:
    """The county whose region a text names, where it names one alone and no municipality of its own."""
    counties = {county.removesuffix(" län").removesuffix("s") for county in municipalities().values()}
    named = sorted({name for name in REGION.findall(text) if name in counties})
    return named if len(named) == 1 else []


def _ascii(name: str) -> str:
    return name.lower().translate(str.maketrans("åäöé", "aaoe"))


def _board(stem: str, top: str, text: str) -> str:
    """The board of the file name, else of the first page, of the beginning, of the whole text."""
    first = fold(clean_text(text.split("\n", 1)[0]))
    name = fold(stem.replace("_", " "))
    known = dict.fromkeys([*_boards(name), *_boards(fold(text))])
    in_name = [board for board in known if _ascii(_spaced(board)) in _ascii(_spaced(name))]
    if in_name:
        return max(in_name, key=len)
    return next((board for source in (first, fold(top), fold(text)) if (board := _leading(_boards(source)))), "")


def _spaced(text: str) -> str:
    return re.sub(r"[- ]+", " ", text)


def _boards(text: str) -> list[str]:
    return [board for board in BOARD.findall(text) if board not in OF_NO_BOARD]


def _leading(boards: Sequence[str]) -> str:
    """The board that a text is of: the one most often named, but no overseer that is named only in passing."""
    own = [board for board in boards if board not in OVERSEERS]
    passing = own and (boards[0] in own or boards.count(boards[0]) <= len(own))
    return Counter(own if passing else boards).most_common(1)[0][0] if boards else ""


def _kind(text: str) -> str:
    low = fold(text)
    hits = [(low.find(cue), -len(cue), kind) for cue, kind in KINDS if cue in low]
    return min(hits)[2] if hits else ""


def _titled_kind(top: str) -> str:
    """The kind that the beginning of a text names with a capital letter, as a title does."""
    found = [(m.start(), kind) for cue, kind in KINDS if cue not in COMMON for m in re.finditer(_title_cue(cue), top)]
    return min(found)[1] if found else ""


def _title_cue(cue: str) -> str:
    return rf"\b{cue[0].upper()}{cue[1:]}(?:en)?\b"


def _periods(text: str) -> Counter[str]:
    """The parts of a year, longer than a month, that a text names, and how often."""
    spans = (m.group() for m in SPAN.finditer(text) if m[1][:3].lower() != m[2][:3].lower())
    return Counter(map(period_in, spans))


def _reported_kind(text: str) -> str:
    """A report of a part of the year, where no title says so: the same months named twice, and forecasts."""
    often = max(_periods(text).values(), default=0)
    return "delårsrapport" if often > 1 and len(FORECAST.findall(text)) > 2 else ""


def _years(stem: str, top: str, text: str) -> tuple[int, ...]:
    named = years_in(stem)
    if named:
        return named
    planned = [tuple(map(int, re.findall(r"20\d\d", found))) for found in PLANNED.findall(text)]
    plan = next((years for years in planned if years == tuple(range(years[0], years[0] + len(years)))), ())
    spans = [years_in(span) for span in YEAR_SPAN.findall(top)]
    span = next((years for years in spans if len(years) > 1), ())
    common = Counter(year for word in text.split() for year in years_in(word)).most_common(1)
    return plan or span or tuple(year for year, _ in common) or years_in(top)[:1]


def _part_year(kind: str, top: str) -> str:
    """The part of the year that a delårsrapport is of: a span of months, or from January to the month named."""
    if kind != "delårsrapport":
        return ""
    month = next((m for m in MONTHS if re.search(rf"\b{m}\b", top.lower())), "")
    return period_in(top) or (f"jan–{month[:3]}" if month else "")
