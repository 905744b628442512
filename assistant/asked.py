"""What a question asks for, from its words alone: the sort of answer, the arithmetic, the kinds of figure, the side."""

from __future__ import annotations

import re

from assistant.models import Intent, Reading
from assistant.scope import kind_of
from corpus.documents import FigureKind
from corpus.swedish.compounds import parts
from corpus.swedish.cues import TYPE_NOUN, column_words, cue, cues_in, opens_with, without_opening
from corpus.swedish.numbers import WORDS
from corpus.swedish.periods import years_in
from corpus.swedish.verbs import verbs
from corpus.swedish.words import fold, light_words, stop_words, tokens

FIGURE_KINDS = {
    "budget": FigureKind.BUDGET, "plan": FigureKind.PLAN, "prognos": FigureKind.FORECAST,
    "utfall": FigureKind.OUTCOME, "bokslut": FigureKind.OUTCOME, "avvikelse": FigureKind.DEVIATION,
    "mål": FigureKind.GOAL, "åtagande": FigureKind.COMMITMENT, "senaste": FigureKind.OUTCOME,
}  # fmt: skip
OPERATIONS = ("percent", "difference", "sum", "mean", "share", "extreme")
INTENTS = {
    "definition": Intent.DEFINITION, "person": Intent.PERSON, "reason": Intent.REASON, "date": Intent.DATE,
    "list": Intent.LIST, "figure": Intent.FIGURE, "count": Intent.FIGURE, "status": Intent.STATUS,
}  # fmt: skip
BECAME = (FigureKind.OUTCOME, FigureKind.FORECAST)  # what an intention is compared with
LEADS_IN = re.compile(r"^(?:När|Om|Ifall)\b[^,?]*,\s*(?=hur|vad|vilk|vem|när|var)", re.I)  # a clause before
LABEL = re.compile(r"^\W*(?!vad|hur|vilk|vem|när)[^:?!.]{2,60}:\s+(?=\w)", re.I)  # 'Färdtjänst: vad kostar den'
STATEMENT = re.compile(
    r"^\W*(?:jag|vi|man|det|den|de|nu|idag|här|i|på|min|mitt|mina|vår|vårt|en|ett|efter|som)\b[^?]*[^?.]{3}[.!]\s+"
    r"(?=[A-ZÅÄÖ][^?]*\?\W*$)",
    re.I,
)  # 'Jag är ny här. Vem …?'
ONE_OF = re.compile(r"\b(?:[Vv]ilken|[Vv]ilket|[Vv]em) av\b[^?]*\b[A-ZÅÄÖ][\w-]+ (?:och|eller) [A-ZÅÄÖ]")  # of two
EITHER = re.compile(
    r"\b(?:högst|lägst|störst|minst|flest|mest|bäst|sämst|fler|färre|mer|mindre|äldst|yngst|längst|(?!senast|oftast)\w{3,}ast)"
    r"\b(?! \d).*\beller\b"
)  # which of two: 'tryggast, på gruppbostaden eller i daglig verksamhet'
OR_MOST = re.compile(
    r"\beller\b[^?]*\b(?:mest|minst|flest|störst|högst|lägst|bäst|sämst|(?!senast|oftast)\w{3,}ast)\b(?! \d)"
)  # which of two again: 'har biblioteket eller museet störst underskott'
CHOICE = re.compile(r"\beller\b")  # which of two: 'mest på a eller på b'
YEAR = r"(?:19|20)\d\d\b"
NUMBER = rf"(?:minst |högst |cirka |ungefär )?(?!{YEAR})(?:\d|(?:{'|'.join(WORDS[2:])}|hälften)\b)"
BOUNDED = re.compile(rf"\bän {NUMBER}")  # more than a number, and not than another thing
SPANNED = re.compile(r"\bfrån\b.+\btill\b|\bmellan\b.+\boch\b")
HOW_MUCH = re.compile(r"\bhur (?:många|mycket|mkt|stor[at]?|långt)\b")
HOW_MOVES = re.compile(r"^\W*hur (?:har |ska |kommer )?(?:för)?(?:ändra|utveckla|ök|minsk)\w*\b")
PERCENT = re.compile(r"\bhur många procent\b(?!enhet)|\bi procent\b|\bprocentuellt\b")
MEASURED = re.compile(
    r"\bhur (?:stor[at]?|hög[at]?|lång[at]?|låg[at]?|många|mycket|dyr[at]?)\b"
    r"(?: (?:är|var|blev|blir|har|den|det|de))* (?!andel|del\b|procent|kron|tusen|miljon|tkr|mnkr|kr\b)(\w+)"
)  # what is measured or counted, but for a share or a unit, which is of something
JOINED = re.compile(r"\b(?:ihop|tillsammans) med\b")  # the amounts of two things
WHOLE_SUM = re.compile(r"\btotalt\b|\bsammanlagt\b|\btillsammans\b|\binalles\b")
WHAT_IS_DONE = re.compile(r"^\W*vad (\w+(?:s|de|te))\b")  # 'vad prioriteras bort', 'vad granskade revisorerna'
WHAT_SORT = re.compile(r"^\W*vad (?:har|hade)\b.*?\bför (.+)")  # 'vad har nämnden för nya mål'
NAMES_OF = re.compile(r"\bvad heter (?:\w+ ){0,2}?\w{3,}(?:[aeo]rna|ena)\b")  # 'vad heter de nya skolorna'
SORT_WITHIN = 3  # words of which one is the sort
STATES = frozenset(  # what is no doing
    "hade visade innebar betydde behövde gällde kostade krävde menade motsvarade finns".split()
)
AGAINST = re.compile(r"\b(?:jämfört med|jämfört mot|gentemot|mot|i förhållande till) (?:\w+ )?\w*budget\w*")
MONEY_ASKED = re.compile(
    r"\bkronor\b|\bpengar|\bkosta|\bkostnad|\b(?:under|över)skott|\btkr\b|\bmnkr\b|\bminus\b|\bplus\b|\bback\b|\blön\b|\bdyrare\b|\bbilligare\b"
    r"|\bvad (?:blev|blir|är|var) (?:utfallet|prognosen) för\b|\bbetal[at]|\bavgift|\btaxa|\bpris"
    r"|\bvad (?:går|gick)\b(?![^?]*\but på\b)[^?]*\bpå\b"
    r"|\bhur mycket\b.*\b(?:lägg\w*|lagt|satsa\w*|avsätt\w*|avsatt) på\b"
)
NO_VERBS = ("var", "för", "inför")  # ask for a place or open a phrase, though they are forms of verbs as well
COUNT_ASKED = re.compile(r"\bantal(?:et)?\b|\b(?:hur många|flest) (?!procent\w*|kronor|tusen\w*|miljon|tkr|mnkr|kr\b)")
AFTER = "after"  # the key of what says that the income is taken off
NEAR = 7  # words after 'än' within which an intention is named


def intent_of(question: str) -> Intent:
    """What sort of answer is asked for: computing and comparing first, then what the question says first."""
    if operation_of(question):
        return Intent.COMPUTE
    question = bare(question)
    asked = cues_in("intent", LEADS_IN.sub("", question))
    if opens_with("intent", "reason", question):
        return Intent.REASON
    yes_no = opens_with("intent", "yesno_first_words", question) or _opens_with_verb(question)
    which = opens_with("comparison", "which", question) and EITHER.search(fold(question)) is not None
    set_beside = yes_no and (cue("comparison", "than", question) or OR_MOST.search(fold(question)))
    if (which or "compare" in asked or set_beside or ONE_OF.search(question)) and not BOUNDED.search(fold(question)):
        return Intent.COMPARE
    if yes_no:
        return Intent.YES_NO
    found = next((INTENTS[key] for key in asked if key in INTENTS), Intent.FACT)
    if found is Intent.DEFINITION and "list" in asked:
        return Intent.LIST
    sort = TYPE_NOUN.search(fold(question))
    if found is Intent.LIST and sort and side_of(sort[1]):
        return Intent.FIGURE
    if found is Intent.FACT or found is Intent.DEFINITION and TYPE_NOUN.match(fold(question)):  # '… och vad är den nu'
        return _of_no_cue(question)
    figure = found is Intent.DEFINITION and (side_of(question) or kinds_of(question))
    return Intent.FIGURE if figure and not cue("asks", "meaning", question) else found


def asking(question: str) -> str:
    """The last of several sentences, where it alone asks ('Jag är ny här. Vem är min chef?'); else the whole."""
    said = STATEMENT.match(question)
    asked = set(cues_in("intent", said.group())) - {"yesno_first_words"} if said else set()
    return question if not said or asked else question[said.end() :]


def asks_how(question: str) -> bool:
    """Does the question ask for a place, a source or a way, which no figure tells?"""
    return opens_with("asks", "manner", bare(asking(question)))


def bare(question: str) -> str:
    """The question without a greeting, a label or a polite phrase before what it asks ('Hej! Färdtjänst: vad …')."""
    for key in ("greeting", "polite"):
        question = without_opening("before", key, question)
    label = LABEL.match(question)
    return question if label and cue("intent", "compare", label.group()) else LABEL.sub("", question)


def _of_no_cue(question: str) -> Intent:
    """What is asked for where no cue tells: a figure where a kind of figure opens, a list of what is done."""
    done = WHAT_IS_DONE.match(fold(question))
    kinds = kinds_of(question)
    if NAMES_OF.search(fold(question)) or _of_last_parts(question):
        return Intent.LIST
    if TYPE_NOUN.search(fold(question)) and cues_in("sort", question):
        return Intent.LIST  # 'vilka är de största problemen'
    if done and done[1] in verbs() - STATES:
        return Intent.FIGURE if kinds or side_of(question) else Intent.LIST
    first = next(iter(tokens(question)), "")
    return Intent.FIGURE if kinds and first in column_words() and kinds_of(first) != (FigureKind.GOAL,) else Intent.FACT


def _of_last_parts(question: str) -> bool:
    """Does the question ask what there is of a sort that is listed, by the last part of its word ('kvalitetsmål')?"""
    match = WHAT_SORT.match(fold(question))
    named = [parts(word)[1] if parts(word) else word for word in tokens(match[1])[:SORT_WITHIN]] if match else []
    return any(cue("intent", "list", f"vad har de för {word}") for word in named)


def operation_of(question: str) -> str:
    """The arithmetic that is asked for, or ''."""
    text = fold(question)
    if opens_with("intent", "reason", bare(question)):
        return ""
    named = next((name for name in OPERATIONS if cue("intent", f"compute_{name}", question)), "")
    if named == "extreme" and (CHOICE.search(text) or ONE_OF.search(question) or cues_in("sort", text)):
        return ""
    if named == "difference" and BOUNDED.search(text):
        return ""
    if named == "percent" and cue("change", "used", question):
        return "share"
    named = named or _operation_over_time(text)
    how_far = HOW_MUCH.search(text) and (cue("comparison", "to_goal", text) or cue("comparison", "how_much", text))
    named = named or ("difference" if how_far and not BOUNDED.search(text) else "")
    named = named or ("rest" if HOW_MUCH.search(text) and cue("intent", "compute_rest", text) else "")
    return "percent" if named == "difference" and PERCENT.search(text) else named


def _opens_with_verb(question: str) -> bool:
    """Does the question begin with a finite verb, as only a yes-or-no question does ('Tycker nämnden …')?"""
    first = next(iter(tokens(question)), "")
    finite = first.endswith(("r", "de", "te", "s")) and first in verbs() and first not in NO_VERBS
    return finite and question.rstrip().endswith("?")


def _operation_over_time(question: str) -> str:
    """The difference or the sum that a question asks for by naming two years, or two kinds of figure, and a change."""
    if JOINED.search(question) and HOW_MUCH.search(question) and (kinds_of(question) or side_of(question)):
        return "sum"
    several = len(years_in(question)) > 1 or SPANNED.search(question) is not None
    moves = HOW_MUCH.search(question) or HOW_MOVES.search(question) and (kinds_of(question) or side_of(question))
    if several and moves and cue("change", "any", question):
        return "difference"
    return "sum" if len(years_in(question)) > 1 and WHOLE_SUM.search(question) else ""


def kinds_of(question: str) -> tuple[FigureKind, ...]:
    """The kinds of figure that the question names, and the one that it leaves unsaid beside an intention."""
    text = " ".join(word for word in question.split() if not kind_of(word.strip("?.,!:;()").lower()))
    named = tuple(dict.fromkeys(FIGURE_KINDS[key] for key in cues_in("kind", text) if key in FIGURE_KINDS))
    intended = _intended(fold(question))
    if intended is None or len(years_in(question)) > 1 or set(named) - {*BECAME, intended, FigureKind.PLAN}:
        return named
    became = [] if set(named) & set(BECAME) else [FigureKind.OUTCOME]
    return tuple(dict.fromkeys([*became, *named, *([] if FigureKind.PLAN in named else [intended])]))


def _intended(question: str) -> FigureKind | None:
    """The intention that a question measures something by: 'än vad som var bestämt', 'för att nå målet'."""
    if cue("comparison", "to_goal", question):
        return FigureKind.GOAL
    _, than, rest = question.partition(" än ")
    words = re.findall(r"\w+", rest)[:NEAR] if than else []
    empty = stop_words() | light_words()
    near = next((words[: at + 1] for at, word in enumerate(words) if word not in empty), words)
    return next((FIGURE_KINDS[key] for key in cues_in("intended", " ".join(near)) if key in FIGURE_KINDS), None)


def sets_against(question: str) -> bool:
    """Is an amount asked for beside its budget ('vad kostade det mot budget'), and not the deviation itself?"""
    text = fold(question)
    rest = AGAINST.sub(" ", text)
    ranked = any(cue("extreme", key, rest) for key in ("high", "low"))
    return rest != text and not ranked and FigureKind.DEVIATION not in kinds_of(rest)


def side_of(question: str) -> str:
    """Which side of the accounts is asked for: income, cost, net or ''."""
    sides = cues_in("side", question)
    if AFTER in sides:
        return "net"
    return next((side for side in ("income", "gross", "cost", "net") if side in sides), "")


def measured_in(question: str) -> str:
    """The noun that a question asks the size or number of ('frånvaron' of 'hur hög är frånvaron'), or ''."""
    found = MEASURED.search(fold(question))
    return found[1] if found and found[1] not in verbs() else ""


def asks_money(reading: Reading) -> bool:
    """Is an amount of money what is asked for, and not a count of something?"""
    said = MONEY_ASKED.search(fold(reading.question)) is not None
    named = bool(reading.side) or FigureKind.BUDGET in reading.figure_kinds or said
    return named and not asks_count(reading)


def asks_count(reading: Reading) -> bool:
    """Is a number of something what is asked for, and not an amount of money or a share?"""
    return COUNT_ASKED.search(fold(reading.question)) is not None
