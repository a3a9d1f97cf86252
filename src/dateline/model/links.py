"""Typed relations between records, and the judgements they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.model.annotations import EntityRef, EntityType
from dateline.model.clocks import Moment
from dateline.model.findings import EventMention
from dateline.model.spans import Span


class Verdict(StrEnum):
    """What a judgement says of two records (after nomenklatura)."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One part of a score: what was compared, how well it agrees (0 to 1), and the two values."""

    name: str
    value: float
    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Whether two records are the same, on whose word and why. Undoing one sets `retracted_at`; nothing is deleted."""

    verdict: Verdict
    author: str
    score: float
    features: tuple[Feature, ...] = ()
    explanation: str = ""
    judged_at: Moment | None = None
    retracted_at: Moment | None = None


class LinkKind(StrEnum):
    """What a link says of its two ends."""

    SAME_ENTITY = "same entity"
    SAME_EVENT = "same event"
    SAME_STORY = "same story"
    SAME_UTTERANCE = "same utterance"
    COPY_OF = "copy of"
    HOLDS_OFFICE = "holds office"
    LEADS_TO = "leads to"
    PART_OF = "part of"
    FOLLOWS = "follows"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation of `left` (a finding's or a reading's id) to `right` (a canonical id), with its judgement."""

    kind: LinkKind
    left: str
    right: str
    judgement: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyedLink:
    """A link with what later documents need: the keys by which they find it, and `data`, which only its linker reads."""

    link: Link
    keys: tuple[str, ...] = ()
    data: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLink:
    """A link of the record so far, with the data its linker left; `known_from` is the second from which it was known."""

    link: Link
    data: str
    known_from: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A link that a person forces (positive) or forbids (negative), with the judgement that says who, when and why.

    `left` and `right` are ids of entities, or of an event mention or event and an event. `document_id` limits it to one
    report; a forbidden entity of one report has no `right`. `entity` is the right-hand entity as it was known then.
    """

    id: str
    kind: LinkKind
    left: str
    right: str | None
    document_id: str | None = None
    entity: EntityRef | None = None
    judgement: Judgement


class AmendedField(StrEnum):
    """What of a finding a person can put right."""

    DATE = "date"
    CODE = "code"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What a person puts in the place of what a stage found, with the judgement that says who, when and why.

    `finding` is the id of an event mention (its date or its code) or of a quotation (its speaker) in the report
    `document_id`; `span` is where its words stand, by which it is found again when a later release gives it another id.
    `value` is an ISO 8601 day or interval, a PLOVER type with perhaps a mode and a CAMEO code ("CONSULT:meet:057"), or the
    id of `entity`; empty where the report does not say.
    """

    id: str
    field: AmendedField
    finding: str
    document_id: str
    span: Span
    value: str = ""
    entity: EntityRef | None = None
    judgement: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEntity:
    """An entity as the record knows it so far: what a linker compares a new reading with."""

    id: str
    name: str
    type: EntityType
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMention:
    """An event mention that is linked already, with its event and the day it became known.

    `entities` maps the ids of its parties, as its own report reads them, to canonical ids.
    """

    event: str
    mention: EventMention
    published: date | None
    entities: Mapping[str, str]
