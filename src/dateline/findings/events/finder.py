"""The event finder: matches frames in each sentence, fills their roles, and codes what the clause says of the act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.findings.events.acts import Act, acts
from dateline.findings.events.circumstances import claimant, contexts_told, reported_by
from dateline.findings.events.coding import Coding, code
from dateline.findings.events.deeds import Deed
from dateline.findings.events.details import attributes
from dateline.findings.events.happening import happenings
from dateline.findings.events.placing import Newsplace, in_clause
from dateline.findings.events.roles import Roles
from dateline.model import (
    Derivation,
    Document,
    EntityMention,
    EventMention,
    Evidence,
    Happened,
    Layers,
    MentionIndex,
    Place,
    PlaceBasis,
    PlaceIndex,
    PlaceMention,
    Predicate,
    Quotation,
    QuotationIndex,
    Record,
    Sentence,
    TimeExpression,
)
from dateline.resources.events import goldstein
from dateline.settings import Settings


class EventFinder:
    """Finds the events that a report tells, by the frames of the event lexicon."""

    name = "events.lexicon"
    version = "14"
    requires: tuple[type[Record], ...] = (
        Sentence,
        EntityMention,
        PlaceMention,
        TimeExpression,
        Predicate,
        Quotation,
    )
    yields: tuple[type[Record], ...] = (EventMention,)

    def __init__(self, settings: Settings) -> None:
        self._derivation = Derivation(stage=self.name, version=self.version, settings=settings.digest)
        self._strict = settings.strict

    def __call__(self, document: Document, layers: Layers) -> Iterator[EventMention]:
        """Yield the event mentions in order of the text."""
        told = list(self._told(document, layers))
        deeds = [Deed.of(scene.sentence, act, coding) for scene, act, coding in told]
        times = _by_sentence(layers[Sentence], layers[TimeExpression])
        visits = [act for _, act, coding in told if coding.mode == "visit"]
        here = Newsplace(document, PlaceIndex(layers[PlaceMention]), visits)
        for (scene, act, coding), happened in zip(told, happenings(document, deeds, times), strict=True):
            mention = self._mention(scene, act, coding, happened, times[scene.sentence.span.start])
            yield mention if mention.place else _placed(mention, here.of(scene.sentence, act, coding, happened))

    def _told(self, document: Document, layers: Layers) -> Iterator[tuple[_Scene, Act, Coding]]:
        mentions, places = MentionIndex(layers[EntityMention]), PlaceIndex(layers[PlaceMention])
        quotations = QuotationIndex(layers[Quotation])
        predicates = {predicate.span.start: predicate for predicate in layers[Predicate]}
        for sentence in layers[Sentence]:
            scene = _Scene(document, sentence, mentions, places, quotations)
            for act in acts(sentence, Roles(document.text, sentence, mentions), strict=self._strict):
                coding = code(act.match, act.complement, predicates.get(act.match.anchor.start))
                if coding is not None:
                    yield scene, act, coding

    def _mention(
        self, scene: _Scene, act: Act, coding: Coding, happened: Happened | None, times: tuple[TimeExpression, ...]
    ) -> EventMention:
        match = act.match
        document, sentence = scene.document, scene.sentence
        voices = scene.quotations.voices(match.anchor.span)
        where = in_clause(sentence, act, scene.mentions, scene.places)
        return EventMention(
            id=EventMention.make_id(document.id, match.anchor.span, coding.act, act.actors, act.recipients),
            document_id=document.id,
            event_type=coding.event_type,
            act=coding.act,
            mode=coding.mode,
            context=tuple(dict.fromkeys((*match.frame.contexts, *scene.contexts))),
            cameo=coding.cameo,
            goldstein=goldstein(coding.cameo),
            anchor=match.anchor.span,
            evidence=scene.evidence,
            actors=act.actors,
            recipients=act.recipients,
            place=where,
            place_basis=PlaceBasis.CLAUSE if where else None,
            happened=happened,
            modality=coding.modality,
            claimant=claimant(voices) if voices else reported_by(sentence, match, scene.mentions),
            voices=voices,
            rule=match.frame.key,
            similar_to=match.likeness.nearest if match.likeness else None,
            score=match.likeness.similarity if match.likeness else 1.0,
            attributes=attributes(document.text, sentence, act, coding, scene.mentions, times),
            derivation=self._derivation,
        )


@dataclass(frozen=True)
class _Scene:
    """A sentence with what surrounds its acts; worked out when the first act asks for it."""

    document: Document
    sentence: Sentence
    mentions: MentionIndex
    places: PlaceIndex
    quotations: QuotationIndex

    @cached_property
    def contexts(self) -> tuple[str, ...]:
        return contexts_told(self.sentence)

    @cached_property
    def evidence(self) -> Evidence:
        return Evidence.cite(self.document.id, self.document.text, self.sentence.span)


def _placed(mention: EventMention, place: Place | None) -> EventMention:
    return replace(mention, place=place, place_basis=PlaceBasis.DATELINE) if place is not None else mention


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
