"""What a question is about, weighed by how telling its words are, and the passages that may answer it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from assistant.asked import measured_in
from assistant.models import Evidence, Intent, Reading
from assistant.orders import before_orders
from corpus.documents import TOTAL_TERM, Document, Passage, PassageKind
from corpus.swedish.compounds import PLACES, halves
from corpus.swedish.concepts import KIN, Concept, bag_of, concepts_in
from corpus.swedish.cues import TYPE_NOUN, column_words, cue, cue_words
from corpus.swedish.numbers import WORDS
from corpus.swedish.sorts import asks_sort
from corpus.swedish.verbs import verbs
from corpus.swedish.words import content_tokens, fold, light_words, stem, tokens
from vectorstore.search import Searcher

CELL, BLANK = " | ", ": –"  # between the cells of a row, and what stands for a blank one
WHOLE_ROW = 35  # words of a table row that is read as one sentence
ROWS = 30  # rows of tables that one question may use besides
FOUND = 40  # passages that one question may use
VERB, VERB_OF_CORE = 0.5, 0.75  # what verbs weigh, which say less than the nouns beside them; those with other words
LEAD = 3  # words of a sentence that only names what the next one is about
LIGHT = 0.25  # what words weigh that name a column (budget, prognos) or say little (räknar, helåret)
SAME = 0.5  # a form's weight from which it may stand for a thing that is counted; a part of it may not
OF_THAT = 0.9  # what 'investering' counts for 'investeringsbudget'
NAMED = 0.5  # a form's weight from which it names its concept; half a compound does not
IDENTIFIES = 4  # digits of a number that may name a thing (projekt 8002) and is no count
BESIDE = 0.8  # what a concept counts that stands just before, which a sentence goes on from
NEARBY = 0.6  # what a concept counts where only the headings, not the words themselves, name it
LONGEST_INSIDE = 40  # words after which a bracket is taken to be left open
NAME_BEFORE = 3  # letters that a name has before the word for what it names
ORGANISATION = re.compile(r"(?:nämnd|förvaltning|styrelse)(?:en|ens|s)?")
OF_FIGURES = (Intent.FIGURE, Intent.COMPUTE, Intent.COMPARE, Intent.FACT)
WHOLE = Concept("hela nämnden", {(TOTAL_TERM,): 1.0})  # what a question is about that names nothing smaller
SENTENCE_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][¹²³⁴-⁹]))\s+(?=[A-ZÅÄÖ”\"•–0-9(\[<])")
ABBREVIATED = re.compile(
    r"\b(?:bl\.?a|t\.?ex|m\.?m|m\.?fl|dvs|o\.?s\.?v|ca|kap|nr|st|s|f\.?d|inkl|exkl|resp|jfr|kl|tel|fr\.?o\.?m|t\.?o\.?m|p\.?g\.?a|d\.?v\.?s)\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The concepts of a question with their weights, which sum to 1; `core` are those that name what it is about."""

    concepts: tuple[Concept, ...]
    weights: tuple[float, ...]
    core: tuple[Concept, ...]
    likeness: Callable[[Sequence[str]], list[float]]

    @property
    def weighed(self) -> list[tuple[Concept, float]]:
        """Each concept with its weight."""
        return list(zip(self.concepts, self.weights, strict=True))

    def share(self, words: Collection[str], around: Collection[str] = (), beside: Collection[str] = ()) -> float:
        """How much of the subject some stems cover; what only stands beside or around them counts less."""
        inside, near, outside = frozenset(words), frozenset(beside), frozenset(around)
        return sum(
            weight * max(c.found_in(inside), BESIDE * c.found_in(near), NEARBY * c.found_in(outside))
            for c, weight in self.weighed
        )

    def stems(self, least: float) -> set[str]:
        """Every stem of the forms that weigh at least so much."""
        return {s for c in self.concepts for form, weight in c.forms.items() if weight >= least for s in form}

    def part(self, text: str) -> Subject:
        """The subject of a part of the question alone."""
        stems = {stem(t) for t in tokens(text)}
        part = self.without([c for c in self.concepts if not {stem(t) for t in tokens(c.word)} <= stems])
        return part if part.core else NOTHING

    def without(self, apart: Collection[Concept]) -> Subject:
        """The subject less some of its concepts."""
        kept = [(c, w) for c, w in self.weighed if c not in apart]
        total = sum(w for _, w in kept) or 1.0
        core = tuple(c for c in self.core if c not in apart)
        return Subject(tuple(c for c, _ in kept), tuple(w / total for _, w in kept), core, self.likeness)

    def core_share(self, words: Collection[str]) -> float:
        """How much of the core some stems cover, 1 where there is no core."""
        inside = frozenset(words)
        weight = {c.word: w for c, w in self.weighed}
        total = sum(weight[c.word] for c in self.core)
        return sum(weight[c.word] for c in self.core if c.found_in(inside) >= NAMED) / total if total else 1.0

    def core_weight(self, words: Collection[str], beside: Collection[str] = ()) -> float:
        """How much of the core some stems cover, half a compound counting as half; 1 where there is no core."""
        inside, near = frozenset(words), frozenset(beside)
        weight = {c.word: w for c, w in self.weighed}
        total = sum(weight[c.word] for c in self.core)
        found = (weight[c.word] * max(c.found_in(inside), BESIDE * c.found_in(near)) for c in self.core)
        return sum(found) / total if total else 1.0


NOTHING = Subject((), (), (), lambda texts: [0.0] * len(texts))


def subject_of(reading: Reading, searcher: Searcher) -> Subject:
    """The subject of a question in the light of how common its words are; words that name a column count less."""
    concepts = searcher.spelled(concepts_in(reading.subject))
    idf = searcher.weigh(concepts)
    naming = cue_words(("kind", "side", "extreme", "change"), reading.question) | _working_words(reading)
    concepts = tuple(_of_what(c) for c in concepts)
    sort = TYPE_NOUN.search(fold(reading.question))
    counted = measured_in(reading.question) if sort and not asks_sort(reading.question) else ""
    concepts = tuple(_strictly(c) if c.word == counted and searcher.is_unknown(c) else c for c in concepts)
    sorts = {sort[1]} - {counted} if sort else set()
    empty = [c for c in concepts if c.word.isdigit() or c.word in sorts and not _is_telling_verb(c)]
    named = tuple(c for c in concepts if not _is_light(c.word, naming) and not (c in empty and searcher.is_unknown(c)))
    named = tuple(c for c in named if not _is_end_of_other(c, named))
    core = tuple(c for c in named if c.word not in verbs() or _is_telling_verb(c)) or named
    if (not core and reading.intent in (*OF_FIGURES, Intent.LIST)) or reading.operation == "extreme":
        concepts = (*concepts, WHOLE)
        idf[WHOLE.word] = max(idf.values(), default=1.0)
    weights = [idf[c.word] * _telling(c, c in (*named, WHOLE), c in core) for c in concepts]
    total = sum(weights) or 1.0
    return Subject(concepts, tuple(w / total for w in weights), core, partial(searcher.likeness, reading.subject))


def _is_telling_verb(concept: Concept) -> bool:
    """Is it a verb with other words than its own forms ('bodde', invånare)?"""
    return concept.word in verbs() and len([w for w in concept.forms.values() if w != KIN]) > 1


def _telling(concept: Concept, named: bool, core: bool) -> float:
    """What a word weighs beside its rarity: less where it only names a column, or is a verb."""
    if not named:
        return LIGHT
    return 1.0 if concept.word not in verbs() else VERB_OF_CORE if core else VERB


def _is_end_of_other(concept: Concept, named: Sequence[Concept]) -> bool:
    """Is a word said again as the end of a name beside it ('bron, Bergsviksbron')?"""
    longer = (c.word for c in named if len(c.word) > len(concept.word) + NAME_BEFORE)
    return any(word.endswith(concept.word) and " " not in word for word in longer)


def _working_words(reading: Reading) -> frozenset[str]:
    """The words that only ask for arithmetic (summera, ihop), and not what is ranked ('mest sjuka')."""
    found = cue("intent", f"compute_{reading.operation}", reading.question) if reading.operation else ""
    words = found.split() if len(found.split()) < 3 else []
    return frozenset(words[:1] if words[:1] in (["mest"], ["minst"]) else words)


def _strictly(concept: Concept) -> Concept:
    """A thing that is counted and that no document names: by other words for it, not by a part of it."""
    return Concept(concept.word, {form: weight for form, weight in concept.forms.items() if weight >= SAME})


def _of_what(concept: Concept) -> Concept:
    """A budget or cost of something ('investeringsbudget') as nearly that thing, since its table is named so."""
    split = halves(concept.word)
    if not split or split[1] not in column_words() | PLACES:
        return concept
    return Concept(concept.word, {**concept.forms, (stem(split[0]),): OF_THAT})


def _is_light(words: str, naming: frozenset[str]) -> bool:
    """Does a concept only name a column, the organisation, or little at all? A budget of something names that."""
    if ORGANISATION.fullmatch(words) or words in WORDS or words.isdigit() and len(words) < IDENTIFIES:
        return True
    split = halves(words)
    if split and split[1] in column_words() | PLACES:
        return split[0] in light_words() | column_words()
    known = naming | light_words()
    return all(word in known or word.removesuffix("s") in known | column_words() for word in content_tokens(words))


def gather(reading: Reading, subject: Subject, searcher: Searcher, documents: Sequence[Document]) -> list[Evidence]:
    """The passages that may answer, best first, within the reading's scope."""
    by_id = {document.id: document for document in documents}
    scope = reading.scope.documents or tuple(by_id)
    hits = searcher.search(reading.subject, subject.weighed, scope, FOUND)
    rows = searcher.rows(subject.weighed, scope, ROWS)
    unique = {hit.passage.id: hit for hit in [*rows, *hits]}
    ordered = [*hits, *(hit for hit in rows if hit not in hits)]
    found = [unique.pop(hit.passage.id) for hit in ordered if hit.passage.id in unique]
    return [Evidence(hit.passage, by_id[hit.passage.document], hit.score) for hit in found]


@lru_cache(maxsize=20_000)
def words_of(text: str) -> frozenset[str]:
    """The stems of a text, kept because the same sentences are read again and again."""
    return bag_of(text)


def around(evidence: Evidence) -> frozenset[str]:
    """The stems of what stands around a passage's words: its headings and what its document is."""
    document = evidence.document
    named = f"{document.municipality} {document.board} {document.title} {document.kind}"
    return words_of(" ".join(evidence.passage.headings)) | words_of(named)


def _cells(text: str) -> list[str]:
    """The rows of a passage, and the cells of those that are long, each with the label of its row."""
    out: list[str] = []
    for line in text.split("\n"):
        label, *cells = line.split(CELL)
        if len(line.split()) <= WHOLE_ROW or not cells:
            out.append(line)
        else:
            name = label.partition(": ")[2] or label
            out += [f"{name} – {cell}" for cell in cells if not cell.endswith(BLANK)]
    return out


def sentences(passage: Passage) -> list[str]:
    """The sentences, points and rows of a passage in order."""
    first, *more = passage.text.split("\n")
    one = not more or len(more) == 1 and CELL not in first  # a row, or one under the title of its group
    if passage.kind is PassageKind.ROW and one and len(passage.text.split()) <= WHOLE_ROW:
        return [passage.text]
    out: list[str] = []
    for line in _cells(passage.text) if passage.kind is PassageKind.ROW else passage.text.split("\n"):
        out += _led_in(before_orders(split_sentences(line)))
    return [s.strip() for s in out if s.strip()]


def _led_in(found: list[str]) -> list[str]:
    """The sentences, one of a few words that only names the topic put before the next ('Yrkesresan. Ett projekt …')."""
    out: list[str] = []
    for sentence in found:
        leads = bool(out) and len(out[-1].split()) <= LEAD and out[-1].endswith(".")
        out[-1:] = [f"{out[-1]} {sentence}"] if leads else [*out[-1:], sentence]
    return out


def split_sentences(line: str) -> list[str]:
    """The sentences of a line; a full stop of an abbreviation, or inside brackets, ends none."""
    out: list[str] = []
    held = ""
    for part in SENTENCE_END.split(line):
        held = f"{held} {part}" if held else part
        inside = held.count("(") > held.count(")") and len(held.split()) < LONGEST_INSIDE
        if not ABBREVIATED.search(held) and not inside:
            out.append(held)
            held = ""
    return [*out, held] if held else out
