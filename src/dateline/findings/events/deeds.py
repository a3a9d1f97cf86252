"""An act of a report as the modules that date it see it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.findings.events.acts import Act
from dateline.findings.events.coding import Coding
from dateline.findings.events.matching import Match
from dateline.model import EventType, Modality, Party, Sentence, Token
from dateline.resources.headlines import name_of_act


@dataclass(frozen=True, slots=True)
class Deed:
    """An act with its sentence, how the report puts it, and the countries of its sides."""

    sentence: Sentence
    match: Match
    act: EventType
    modality: Modality
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()

    @classmethod
    def of(cls, sentence: Sentence, act: Act, coding: Coding) -> Deed:
        """Return the deed of an act as it was coded."""
        return cls(sentence, act.match, coding.act, coding.modality, _countries(act.actors), _countries(act.recipients))

    @property
    def verb(self) -> Token:
        """The verb over a noun, else the anchor."""
        return self.match.support or self.match.anchor

    @property
    def words(self) -> frozenset[int]:
        """The words that tell the act: its anchor, and the verb over a noun."""
        return frozenset({self.match.anchor.index, self.verb.index})

    @property
    def called(self) -> str:
        """What such an act is called."""
        return name_of_act(self.act, mode=self.match.frame.mode, rule=self.match.frame.key)


def _countries(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(party.entity.country for party in parties if party.entity and party.entity.country)
