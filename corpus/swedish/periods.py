"""Years and parts of a year as documents and questions write them."""

from __future__ import annotations

import re

from corpus.swedish.words import fold

MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
          "oktober", "november", "december")  # fmt: skip
MONTH = "|".join(f"{m[:3]}[a-zå]*\\.?" for m in MONTHS)
SPAN = re.compile(rf"\b({MONTH})\s*(?:[-–—]|till och med|t\.?o\.?m\.?|till)\s*({MONTH})(?![a-zåäö])", re.IGNORECASE)
YEARS = re.compile(
    r"(?<![\d.,])((?:19[5-9]|20\d)\d)(?:\s*[-–—/]\s*((?:19[5-9]|20\d)\d|\d\d)(?!\d|-\d))?(?![\d]|[.,:]\d)"
)  # no year: 2020:142 is the number of a directive or a law
NAMES = re.compile(r"\b(?:agenda|vision(?:en)?|målbild(?:en)?)\s+20\d\d\b", re.IGNORECASE)  # whose year is none
SHORT = re.compile(r"(?:^|[\s(])[-–’'´](\d\d)(?!\d)")
COUNTS = ("inget", "ett", "två", "tre", "fyra", "fem")
STEP = re.compile(
    rf"\b({'|'.join(COUNTS[1:])}|\d) år"
    r" (?:(senare|efter\w*|därefter|fram\w*)|(?:tidigare|innan|före|dessförinnan|bakåt))\b"
)
ONE_BEFORE = re.compile(r"\båret (?:före|innan|dessförinnan)\b|\b(?:föregående|förra) året?\b|\bår(?:et)? tidigare\b")
ONE_AFTER = re.compile(r"\båret (?:efter|därpå)\b|\b(?:nästa|påföljande) år\b|\bår(?:et)? senare\b")
NAMED = "|".join(rf"{m}|{m[:3]}\b\.?" for m in MONTHS[:-1])
SO_FAR = re.compile(rf"\b(?:t\.? ?o\.? ?m\.?|till och med|ack\.?|ackumulerat)\s+({NAMED})(?![a-zåäö])", re.IGNORECASE)
TERTIAL = re.compile(r"\btertial\s*([12])|\bt([12])\b", re.IGNORECASE)


def years_in(text: str) -> tuple[int, ...]:
    """Every year named, in order, spans filled in: '2022–2024' gives 2022, 2023, 2024."""
    found: dict[int, None] = {}
    for match in YEARS.finditer(text):
        first, last = int(match[1]), match[2]
        end = int(last) if last and len(last) == 4 else first // 100 * 100 + int(last) if last else first
        found.update(dict.fromkeys(range(first, end + 1) if first <= end <= first + 30 else (first,)))
    return tuple(found)


def year_of_header(text: str) -> int | None:
    """The year of a column header, also as 'Åtagande -23'; the last where there are several."""
    years = years_in(text)
    short = SHORT.search(text)
    return years[-1] if years else 2000 + int(short[1]) if short else None


def years_on(question: str) -> int:
    """How many years on from the year in hand a question asks: -1 for 'året innan', 2 for 'två år senare', else 0."""
    step = STEP.search(fold(question))
    if step:
        count = COUNTS.index(step[1]) if step[1] in COUNTS else int(step[1])
        return count if step[2] else -count
    return -1 if ONE_BEFORE.search(fold(question)) else 1 if ONE_AFTER.search(fold(question)) else 0


def period_in(text: str) -> str:
    """The part of a year that a text names, as 'jan–apr', or ''."""
    span = SPAN.search(text)
    if span:
        return f"{span[1][:3].lower()}–{span[2][:3].lower()}"
    tertial = TERTIAL.search(text)
    return {"1": "jan–apr", "2": "jan–aug"}[tertial[1] or tertial[2]] if tertial else ""


def period_of_header(text: str) -> str:
    """The part of a year of a column header, also as 'Utfall t.o.m. aug'."""
    so_far = SO_FAR.search(text)
    return period_in(text) or (f"jan–{so_far[1][:3].lower()}" if so_far else "")
