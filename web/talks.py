"""What has been said at each open page, kept in memory: by user and by the secret of the browser tab."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from threading import Lock

from assistant.models import NO_CHOICES, Choices, Turn

MOST_TALKS = 1000
KEY = re.compile(r"[0-9a-f]{32}")


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
        """The conversation with one more exchange, and nothing that waits."""
        return replace(self, exchanges=(*self.exchanges, Exchange(turn, self.choices)), asked="", choices=NO_CHOICES)


@dataclass(frozen=True, slots=True)
class TalkKey:
    """Whose conversation, in which tab; nobody else has the tab's secret, and it opens nothing for another user."""

    owner: str
    tab: str


@dataclass(slots=True)
class Talks:
    """The conversations of a running server; those that were left longest ago are forgotten first."""

    _said: OrderedDict[TalkKey, Said] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, key: TalkKey) -> Said:
        """The conversation with that key, an empty one where there is none."""
        with self._lock:
            return self._said.get(key, Said())

    def keep(self, key: TalkKey, said: Said) -> Said:
        """Remember a conversation as it is now; one without a proper key is not kept."""
        if KEY.fullmatch(key.tab):
            with self._lock:
                self._said[key] = said
                self._said.move_to_end(key)
                while len(self._said) > MOST_TALKS:
                    self._said.popitem(last=False)
        return said
