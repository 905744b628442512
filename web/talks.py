"""What has been said at each open page: by user and by the secret of the browser tab."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock

from assistant.models import NO_CHOICES, Answer, Choices, Turn
from web.talk_files import read_talk, write_talk

MOST_TALKS = 1000
KEY = re.compile(r"[0-9a-f]{32}")


def only_cited(answer: Answer) -> Answer:
    """The answer without the passages that were weighed and not cited."""
    passages = {citation.passage_id for citation in answer.citations}
    return replace(answer, evidence=tuple(e for e in answer.evidence if e.passage.id in passages))


@dataclass(frozen=True, slots=True)
class Exchange:
    """A turn of the conversation, and what the user chose by hand for it."""

    turn: Turn
    choices: Choices = NO_CHOICES


@dataclass(frozen=True, slots=True)
class Said:
    """A conversation: its exchanges, the filters for what comes next, and the question that waits for its answer.

    `run` grows with each thing that is asked, stopped or begun anew, so that an answer knows whether it is wanted.
    """

    exchanges: tuple[Exchange, ...] = ()
    filters: frozenset[tuple[str, str]] = frozenset()
    asked: str = ""
    choices: Choices = NO_CHOICES
    run: int = 0
    halted: bool = False

    @property
    def turns(self) -> list[Turn]:
        """The turns so far, oldest first."""
        return [exchange.turn for exchange in self.exchanges]

    def answered(self, turn: Turn) -> Said:
        """The conversation with one more exchange, and nothing that waits; of its evidence what is cited stays."""
        exchange = Exchange(replace(turn, answer=only_cited(turn.answer)), self.choices)
        return replace(self, exchanges=(*self.exchanges, exchange), asked="", choices=NO_CHOICES)


@dataclass(frozen=True, slots=True)
class TalkKey:
    """Whose conversation, in which tab; nobody else has the tab's secret, and it opens nothing for another user."""

    owner: str
    tab: str


@dataclass(slots=True)
class Talks:
    """The conversations of a server, also of the one before it where they have a folder; without, of this one alone.

    Those that were left longest ago are forgotten first.
    """

    folder: Path | None = None
    _said: OrderedDict[TalkKey, Said] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, key: TalkKey) -> Said:
        """The conversation with that key, an empty one where there is none."""
        with self._lock:
            known = self._said.get(key)
        if known is None and self.folder and KEY.fullmatch(key.tab):
            known = read_talk(self.folder, key, Said)
        return known or Said()

    def keep(self, key: TalkKey, said: Said) -> Said:
        """Remember a conversation as it is now; one without a proper key is not kept."""
        if KEY.fullmatch(key.tab):
            with self._lock:
                self._said[key] = said
                self._said.move_to_end(key)
                while len(self._said) > MOST_TALKS:
                    self._said.popitem(last=False)
                if self.folder:
                    write_talk(self.folder, key, said)
        return said
