"""The linker: a mention joins the event that it agrees with best, or founds one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dateline.links.events.comparable import Comparable
from dateline.links.events.comparing import compare, explained, score_of
from dateline.model import EventLookup, EventMention, Judgement, KnownMention, Link, LinkKind, Verdict, content_id
from dateline.settings import Settings

THRESHOLD = 0.6
"""The least score at which a mention joins an event."""


class EventLinker:
    """Links one event mention at a time to an event of the record so far, or founds a new one."""

    name = "events.actors"
    version = "5"

    def __init__(self, _settings: Settings) -> None: ...

    def __call__(
        self, mention: EventMention, published: date | None, entities: Mapping[str, str], lookup: EventLookup
    ) -> Link:
        """Return the link of *mention* to its event; `entities` maps its report's readings to canonical ids."""
        telling = Comparable(mention, published, entities)
        best = Judgement(
            verdict=Verdict.NONE, author=self.name, score=1.0, explanation="the first report of this event"
        )
        event = content_id("evt", mention.id)
        for known, members in _by_event(lookup.mentions_keyed(telling.sought())).items():
            judgement = self._judge(telling, members)
            if judgement and (best.verdict is Verdict.NONE or judgement.score > best.score):
                best, event = judgement, known
        return Link(kind=LinkKind.SAME_EVENT, left=mention.id, right=event, judgement=best)

    def keys(self, mention: EventMention, published: date | None, entities: Mapping[str, str]) -> tuple[str, ...]:
        """Return the keys under which later mentions of the same event will look for this one."""
        return Comparable(mention, published, entities).emitted()

    def _judge(self, telling: Comparable, members: Sequence[Comparable]) -> Judgement | None:
        compared = [compare(telling, member) for member in _standing(telling, members)]
        if any(features is None for features in compared):
            return None
        scored = [(score_of(features), features) for features in compared if features is not None]
        score, features = max(scored, key=lambda pair: pair[0])
        if score < THRESHOLD:
            return None
        return Judgement(
            verdict=Verdict.POSITIVE,
            author=self.name,
            score=round(score, 4),
            features=features,
            explanation=explained(telling, features),
        )


def _standing(telling: Comparable, members: Sequence[Comparable]) -> Sequence[Comparable]:
    """Return the members that a telling must agree with: not the plans that were put off before it, for their days are void."""
    if telling.off or telling.published is None:
        return members
    put_off = [m.published for m in members if m.put_off and m.published and m.published <= telling.published]
    if not put_off:
        return members
    return [m for m in members if m.mention.modality.real or m.off or m.published is None or m.published > max(put_off)]


def _by_event(known: Iterable[KnownMention]) -> dict[str, list[Comparable]]:
    events: dict[str, list[Comparable]] = defaultdict(list)
    for found in known:
        events[found.event].append(Comparable(found.mention, found.published, found.entities))
    return events
