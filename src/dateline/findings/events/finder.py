"""The event finder: matches frames in each sentence, fills their roles, and codes what the clause says of the act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dateline.findings.events.acts import Act, acts
from dateline.findings.events.circumstances import claimant, contexts, happened, place
from dateline.findings.events.coding import Coding, code
from dateline.findings.events.roles import Roles
from dateline.model import (
    Derivation,
    Document,
    EntityMention,
    EventMention,
    Evidence,
    Layers,
    MentionIndex,
    Predicate,
    Record,
    Sentence,
    TimeExpression,
)
from dateline.resources.events import goldstein
from dateline.settings import Settings


class EventFinder:
    """Finds the events that a report tells, by the frames of the event lexicon."""

    name = "events.lexicon"
    version = "1"
    requires: tuple[type[Record], ...] = (Sentence, EntityMention, TimeExpression, Predicate)
    yields: tuple[type[Record], ...] = (EventMention,)

    def __init__(self, settings: Settings) -> None:
        self._derivation = Derivation(stage=self.name, version=self.version, settings=settings.digest)

    def __call__(self, document: Document, layers: Layers) -> Iterator[EventMention]:
        """Yield the event mentions in order of the text."""
        mentions = MentionIndex(layers[EntityMention])
        predicates = {predicate.span.start: predicate for predicate in layers[Predicate]}
        times = _by_sentence(layers[Sentence], layers[TimeExpression])
        for sentence in layers[Sentence]:
            for act in acts(sentence, Roles(document.text, sentence, mentions)):
                predicate = predicates.get(act.match.anchor.start)
                coding = code(act.match, act.complement, predicate)
                if coding is not None:
                    yield self._mention(document, sentence, act, coding, times[sentence.span.start], mentions)

    def _mention(
        self,
        document: Document,
        sentence: Sentence,
        act: Act,
        coding: Coding,
        times: Iterable[TimeExpression],
        mentions: MentionIndex,
    ) -> EventMention:
        match, parties = act.match, (*act.actors, *act.recipients)
        return EventMention(
            id=EventMention.make_id(document.id, match.anchor.span, coding.act, parties),
            document_id=document.id,
            event_type=coding.event_type,
            act=coding.act,
            mode=coding.mode,
            context=contexts(sentence, match),
            cameo=coding.cameo,
            goldstein=goldstein(coding.cameo),
            anchor=match.anchor.span,
            evidence=Evidence.cite(document.id, document.text, sentence.span),
            actors=act.actors,
            recipients=act.recipients,
            place=place(sentence, match, mentions, parties),
            happened=happened(sentence, match, times),
            modality=coding.modality,
            claimant=claimant(sentence, match, mentions),
            rule=match.frame.key,
            derivation=self._derivation,
        )


def _by_sentence(
    sentences: Iterable[Sentence], times: Iterable[TimeExpression]
) -> Mapping[int, tuple[TimeExpression, ...]]:
    """Return the time expressions of each sentence, by its start; both lists are in order of the text."""
    waiting = sorted(times, key=lambda time: time.span.start, reverse=True)
    found: dict[int, tuple[TimeExpression, ...]] = defaultdict(tuple)
    for sentence in sentences:
        while waiting and waiting[-1].span.start < sentence.span.end:
            found[sentence.span.start] += (waiting.pop(),)
    return found
