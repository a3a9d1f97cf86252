"""Where an act happened: as its clause says, or, for talks and the like, where the report was written from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from dateline.findings.events.acts import Act
from dateline.findings.events.coding import Coding
from dateline.model import (
    Document,
    EntityType,
    EventType,
    Happened,
    MentionIndex,
    Place,
    PlaceIndex,
    Sentence,
    Token,
)

_LOCATIVE = frozenset({"in", "at", "near", "outside"})
_PLACES = frozenset({EntityType.PLACE, EntityType.STATE})
_AWAY = frozenset({"phone", "visit"})
_NEWS = timedelta(days=3)
"""How long before its report an act may have happened for the reporter to have been there."""


def in_clause(sentence: Sentence, act: Act, mentions: MentionIndex, places: PlaceIndex) -> Place | None:
    """Return the place that a locative phrase of the act names, the narrowest if it names several; of a visit, where it goes.

    A party of the act is no place of it, but for the host of a visit.
    """
    match = act.match
    taken = {party.span for party in (*act.actors, *act.recipients)}
    if match.frame.mode == "visit":
        visited = (places.narrowest(party.span) for party in act.recipients)
        goal = next((found.place for found in visited if found is not None), None)
        if goal is not None:
            return goal
    for above in (match.anchor, match.support, match.object):
        for child in sentence.children(above, "prep") if above is not None else ():
            head = sentence.child(child, "pobj") if child.lower in _LOCATIVE else None
            mention = mentions.at(head.span) if head is not None else None
            if head is None or (mention is not None and mention.span in taken):
                continue
            named = places.narrowest(sentence.extent(child))
            if named is not None:
                return named.place
            if mention is not None and mention.type in _PLACES:
                return Place(name=mention.text, country=mention.entity.country if mention.entity else None)
    return None


class Newsplace:
    """The place that a report's dateline names, and which of its acts happened there.

    *visits* are the acts of the report that are visits: where somebody went elsewhere, nothing is taken to have happened at home.
    """

    def __init__(self, document: Document, places: PlaceIndex, visits: Iterable[Act]) -> None:
        named = places.narrowest(document.dateline.span) if document.dateline is not None else None
        self._place = named.place if named is not None else None
        self._report = document.time.interval
        self._visited = {
            party.entity.country for act in visits for party in act.recipients if party.entity and party.entity.country
        }

    def of(self, sentence: Sentence, act: Act, coding: Coding, happened: Happened | None) -> Place | None:
        """Return the place of the dateline if the act's clause says "here", or if it is a meeting of that country's people."""
        if self._place is None:
            return None
        return self._place if _is_here(sentence, act) or self._is_met_there(act, coding, happened) else None

    def _is_met_there(self, act: Act, coding: Coding, happened: Happened | None) -> bool:
        if coding.act is not EventType.CONSULT or coding.mode in _AWAY or not coding.modality.real:
            return False
        parties = {p.entity.country for p in (*act.actors, *act.recipients) if p.entity and p.entity.country}
        home = self._place.country if self._place is not None else None
        at_home = len(parties) > 1 and home in parties and not (self._visited - {home})
        return at_home and act.match.anchor.pos == "VERB" and self._is_news(happened)

    def _is_news(self, happened: Happened | None) -> bool:
        if happened is None or happened.interval.latest is None or self._report.earliest is None:
            return False
        return self._report.earliest - happened.interval.latest <= _NEWS


def _is_here(sentence: Sentence, act: Act) -> bool:
    """Say whether "here" is said of the act: "met here on Monday", "their talks here", not "the envoys here"."""
    match = act.match
    told: tuple[Token | None, ...] = (match.anchor, match.support, match.object if match.frame.objects else None)
    return any(
        child.lower == "here" for word in told if word is not None for child in sentence.children(word, "advmod")
    )
