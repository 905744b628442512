"""The sheet that a model writes on: what of it is shown, after the program's text or in its place, and what is not."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.prompts import reply
from assistant.support import Ground, fault_of, under_right_labels, without_padding
from assistant.survival import adds, as_told, leads, missing


@dataclass(slots=True)
class Sheet:
    """What has been written so far."""

    ground: Ground
    leads: bool = False
    sound: bool = False  # has any sentence held?
    written: list[str] = field(default_factory=list)
    withheld: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    first: float = 0.0
    tokens: tuple[int, int] = (0, 0)
    text: str = ""

    @property
    def lead(self) -> str:
        """Whose words come first, the model's or the program's; or the program's are alone."""
        return ("model" if self.leads else "program") if self.written else "alone"

    @property
    def shown(self) -> list[str]:
        """The paragraphs of the answer, whole at any time: what the model has not told again, the program tells."""
        told, ground = [" ".join(self.written)] if self.written else [], self.ground
        return [*told, *missing(ground.facts, told, ground.question)] if self.leads and told else [*ground.lines, *told]

    @property
    def lack(self) -> str:
        """Why nothing that the model wrote counts, or '' where something does."""
        return "" if self.sound else reply("model", "unsupported" if self.heard else "empty")

    def take(self, sentence: str) -> bool:
        """Take a sentence that holds, and that leads or adds something; returns whether it is shown."""
        own = next((fact.text for fact in self.ground.facts if as_told(fact.text) == as_told(sentence)), "")
        sentence = own or under_right_labels(without_padding(sentence, self.ground), self.ground)
        fault = "" if own else fault_of(sentence, self.ground)
        if fault:
            self.withheld.append(sentence)
            self.faults.append(fault)
            return False
        self.sound = True
        if not self.written and leads(sentence, self.ground.facts, self.ground.question):
            self.leads = True
        elif not (self._tells_more(sentence) or adds(sentence, self.shown, self.ground.question)):
            return False
        self.written.append(sentence)
        return True

    def break_off(self, why: str) -> str:
        """The model will say no more: half of what it meant is nobody's answer, but its sentences may have been all."""
        if self.questions:
            return ""
        self.written.clear()
        return why

    def _tells_more(self, sentence: str) -> bool:
        """Does a further sentence tell what the program would have to add?"""
        facts, question = self.ground.facts, self.ground.question
        left = missing(facts, self.written, question)
        return self.leads and len(missing(facts, [*self.written, sentence], question)) < len(left)
