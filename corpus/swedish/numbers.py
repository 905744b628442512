"""Numbers as Swedish documents write them: 74 922, −6,6 mnkr, 58 %, 1 mkr, minst 125."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from corpus.swedish.periods import MONTHS

SPACE = "[ \u00a0\u202f\u2009]"
DIGITS = rf"\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)|\d+"
NUMBER = rf"(?:{DIGITS})(?:[.,]\d+)?"
SIGN = r"[-−–+±]"
UNITS = {
    "tkr": "tkr", "tusen kronor": "tkr", "tusentals kronor": "tkr", "kkr": "tkr", "tusen kr": "tkr",
    "mnkr": "mnkr", "mkr": "mnkr", "miljoner kronor": "mnkr", "miljoner kr": "mnkr",
    "miljoner": "mnkr", "miljon": "mnkr", "mdkr": "mdkr", "miljarder kronor": "mdkr",
    "miljarder": "mdkr", "kr/inv": "kr/inv", "kronor per invånare": "kr/inv",
    "kr per invånare": "kr/inv", "kronor": "kr", "kr": "kr", "procentenheter": "procentenheter",
    "procentenhet": "procentenheter", "procent": "%", "%": "%", "km": "km", "co2": "CO2",
    "timmar": "timmar", "timme": "timmar", "tim": "timmar", "dagar": "dagar", "dygn": "dygn",
    "månader": "månader", "platser": "platser", "årsarbetare": "årsarbetare", "kvm": "kvm",
    "personer": "personer", "ton": "ton", "kg": "kg", "kwh": "kWh", "mwh": "MWh",
}  # fmt: skip
UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
BOUND = r"minst|högst|cirka|ca\.?|ungefär|max|min|över|under|[<>≤≥]"
DATE = rf"{SPACE}(?:{'|'.join(MONTHS)})(?![a-zåäö])"  # behind a number that is a day
CELL = re.compile(
    rf"\*{{0,3}}(?:(?P<bound>{BOUND}){SPACE}*)?(?P<open>\()?(?P<sign>{SIGN})?{SPACE}*(?P<number>{NUMBER})(?(open)\))"
    rf"(?:{SPACE}*(?P<unit>{UNIT})\.?)?(?P<mark>\*{{0,3}}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,2}})",
    re.IGNORECASE,
)
GLUED = r"(?<=[a-zåäö]{4})(?=\d{3})"  # the blank before a number that a document has lost: 'förvaltningen1813'
IN_PROSE = re.compile(
    rf"(?:(?<![\w.,/:])|{GLUED})(?P<sign>{SIGN}(?={SPACE}?\d))?{SPACE}?(?P<number>(?>{NUMBER}))"
    rf"(?:(?=(?:{UNIT})(?![a-zåäö]))|(?![\d\w]|[-:/.]\d|{DATE}))(?:{SPACE}*(?P<unit>{UNIT})(?![a-zåäö]))?",
    re.IGNORECASE,
)
MONEY = {"kr": Decimal(1), "tkr": Decimal(1000), "mnkr": Decimal(10**6), "mdkr": Decimal(10**9)}
WORDS = (
    "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton",
    "femton", "sexton", "sjutton", "arton", "nitton", "tjugo",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A value with its unit ('' where none is written) and the text and offset that it was read from."""

    value: Decimal
    unit: str
    text: str
    start: int = 0
    signed: bool = False


def read_cell(text: str) -> Number | None:
    """The number that a table cell consists of, or None where it holds anything else."""
    match = CELL.fullmatch(text.strip())
    return _number(match) if match else None


def numbers_in(text: str) -> list[Number]:
    """Every number that stands alone in running text: no dates, telephone numbers or parts of words."""
    return [_number(match) for match in IN_PROSE.finditer(text)]


def _number(match: re.Match[str]) -> Number:
    groups = match.groupdict()
    digits = re.sub(SPACE, "", groups["number"]).replace(",", ".")
    negative = (groups["sign"] or "") in ("-", "−", "–") and groups["sign"] != "" or bool(groups.get("open"))
    value = -Decimal(digits) if negative else Decimal(digits)
    unit = UNITS.get((groups["unit"] or "").lower(), "")
    return Number(value, unit, match.group().strip(), match.start(), bool(groups["sign"]))


def is_year(number: Number) -> bool:
    """True for 1950–2099 written as a bare four-digit number."""
    return not number.unit and re.fullmatch(r"(19[5-9]|20\d)\d", number.text) is not None


def write_number(value: Decimal, decimals: int | None = None) -> str:
    """The value as a Swedish reader writes it: −74 922 or 9,9, with a true minus and no-break spaces."""
    if decimals is not None:
        value = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    whole, _, fraction = f"{abs(value):f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", "\u00a0")
    return ("−" if value < 0 else "") + grouped + (f",{fraction}" if fraction else "")


def count_of(word: str) -> int:
    """The whole number that a word of WORDS or digits say."""
    return int(word) if word.isdigit() else WORDS.index(word)
